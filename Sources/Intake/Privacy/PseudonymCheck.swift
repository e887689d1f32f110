/// Whether a code that a supplier made up for a person leads back to that person.
public enum PseudonymCheck {
    /// What in a code leads back to a person.
    public enum Trace: Sendable, Hashable {
        /// A day: `12031985`, `19850312`, `12-03-1985`, `12-03-85`, `1985-03-12`, `120385`.
        case date
        /// Initials with a year of birth: `JJ1985`, `j.d.v.-85`.
        case initialsAndYear
        /// Eight or nine digits, as many as a BSN has.
        case longNumber
        /// The name of a person: `jansen01`, `jan.jansen`, `JJansen`; see ``name(in:)``.
        case name
    }

    /// The first trace in `code`, or nil.
    ///
    /// Series are left alone: a year after 2012 with a number (`PW-2026-014`), a number filled up with zeros (`D-00000007`)
    /// and letters with two digits (`AB-55`), which far more often are a series than initials with a year.
    public static func trace(in code: UnsafeBufferPointer<UInt8>) -> Trace? {
        var names = NameMemory()
        return trace(in: code, &names)
    }

    /// The first trace in `code`, or nil, with what is known of the names in the codes before it.
    public static func trace(in code: UnsafeBufferPointer<UInt8>, _ names: inout NameMemory) -> Trace? {
        var runs = DigitRuns(code)
        var previous: DigitRuns.Run?
        var beforePrevious: DigitRuns.Run?
        while let run = runs.next() {
            if run.length == 8, CalendarForm.dayInEightDigits(run.value) != nil { return .date }
            if run.length == 6, isBirthDateInSixDigits(run.value) { return .date }
            // A series number has at least three zeros before it.
            if run.length == 8 && run.value >= 100_000 || run.length == 9 && run.value >= 1_000_000 {
                return .longNumber
            }
            if let first = beforePrevious, let second = previous, first.isJoined(to: second, in: code),
                second.isJoined(to: run, in: code), isDate(first, second, run)
            {
                return .date
            }
            if isYearAfterInitials(run, in: code) { return .initialsAndYear }
            (beforePrevious, previous) = (previous, run)
        }
        return names.name(in: code) == nil ? nil : .name
    }

    /// Whether six digits are a day, a month and a year of birth, or the same from the year on. Numbers of a series that is
    /// filled up with zeros have no such month.
    private static func isBirthDateInSixDigits(_ value: Int) -> Bool {
        let (first, second, third) = (value / 10_000, value / 100 % 100, value % 100)
        return CalendarForm.isDay(first, second) && BirthDateCheck.years.contains(CalendarForm.fullYear(third))
            || CalendarForm.isDay(third, second) && (30...99).contains(first)
    }

    private static func isDate(_ first: DigitRuns.Run, _ second: DigitRuns.Run, _ third: DigitRuns.Run) -> Bool {
        switch (first.length, second.length, third.length) {
        case (1...2, 1...2, 4): CalendarForm.isDay(first.value, second.value) && (1900...2100).contains(third.value)
        case (2, 2, 2): CalendarForm.isDay(first.value, second.value)
        // After the last year of birth this is a year, a month and a number.
        case (4, 1...2, 1...2):
            BirthDateCheck.years.contains(first.value) && CalendarForm.isDay(third.value, second.value)
        default: false
        }
    }

    /// Whether two to four letters stand before the year, or letters with full stops before a year of two digits.
    private static func isYearAfterInitials(_ run: DigitRuns.Run, in code: UnsafeBufferPointer<UInt8>) -> Bool {
        guard run.length == 4 && BirthDateCheck.years.contains(run.value) || run.length == 2 else { return false }
        var start = run.start
        if start > 0, "-_ /".utf8.contains(code[start - 1]) { start -= 1 }
        var letters = 0
        var stops = 0
        var word: UInt32 = 0
        while start > 0 {
            let byte = code[start - 1]
            if byte == 0x2E {
                stops += 1
            } else if (byte | 0x20) &- 0x61 < 26 {
                letters += 1
                word |= UInt32(byte | 0x20) << (8 * UInt32(min(letters - 1, 3)))
            } else {
                break
            }
            start -= 1
        }
        guard (2...4).contains(letters), start == 0 || code[start - 1] &- 0x30 >= 10 else { return false }
        let isDotted = stops >= letters - 1
        if run.length == 2 { return isDotted && (30...99).contains(run.value) }
        return isDotted || !seriesWords.contains(word)
    }

    /// Words that begin a series: the codes of target groups, and what a participant or a number is called.
    private static let seriesWords: Set<UInt32> = {
        let words =
            "pw ww wia waj ban wsw bsw nug jsk bbl bol vso sta vlu exd top ovg wga wao waz iow ioaw bw bab dn dln kd knd kand "
            + "cand mw mdw wn wrkn id nr ref pt dp inz inzt sr sroi mvm nl prj case zaak"
        return Set(
            words.split(separator: " ").map { word in
                word.utf8.reversed().enumerated().reduce(0) { $0 | UInt32($1.element) << (8 * UInt32($1.offset)) }
            })
    }()
}
