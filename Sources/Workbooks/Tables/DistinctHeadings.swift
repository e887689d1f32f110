import Intake

/// Gives headings that a file brings along a name that no other column of the sheet has.
struct DistinctHeadings {
    private var taken: Set<String>

    /// How many columns of a file a sheet shows besides those that it must; the rest is in the open data.
    static let mostColumns = OriginalSubmissionForm.mostColumns

    /// Names that are taken already.
    init(taken: some Sequence<String> = []) { self.taken = Set(taken.map { $0.lowercased() }) }

    /// `heading` itself, or `heading (2)`, or the next number that is free.
    mutating func name(for heading: String) -> String {
        var name = heading
        var number = 1
        while !taken.insert(name.lowercased()).inserted {
            number += 1
            name = "\(heading) (\(number))"
        }
        return name
    }
}
