extension Int {
    /// `number` rounded to a whole one, as words show it; the nearest that there is for one too large, and 0 for one that is none.
    package init(shown number: Double) {
        guard !number.isNaN else {
            self = 0
            return
        }
        self = Int(exactly: number.rounded()) ?? (number < 0 ? .min : .max)
    }
}

extension Int64 {
    /// The sum, or the nearest number that there is.
    package func addingWithinRange(_ other: Int64) -> Int64 {
        let (sum, isTooLarge) = addingReportingOverflow(other)
        return isTooLarge ? (other < 0 ? .min : .max) : sum
    }
}
