import Parameters
import SocialReturnModel

extension PlacementValuation {
    /// The calculation in words: `€ 40.000 x 24/36 x 184/365 = € 13.442,92; telt mee van 01-03-2026 t/m 31-08-2026`,
    /// what set the first and last day, and why the value is not higher.
    public func explanation(_ language: Language) -> String {
        var parts = [amountPart(language)]
        if let counted, counted.count > 0 { parts.append(counted.explanation(language)) }
        if value == nil, let fte {
            parts.append("\(fte.formatted(language)) fte")
        }
        let shown = value == nil ? reasons.intersection(.sideReasons) : reasons
        parts += shown.kinds.map { reasonPart($0, language) }
        return parts.filter { !$0.isEmpty }.joined(separator: "; ")
    }

    private func amountPart(_ language: Language) -> String {
        guard let value else { return reasons.withoutValue(language) }
        let sum = calculation(language)
        return sum.isEmpty ? value.short(language) : "\(sum) = \(value.short(language))"
    }

    /// The left side of the sum; empty where nothing counts.
    private func calculation(_ language: Language) -> String {
        guard reasons.isDisjoint(with: [.noCountedDay, .beganTooEarly, .belowMinimumHours, .inConsultation]) else {
            return ""
        }
        let proRata = bonusTerms(.proRata, language)
        var terms: [String] = []
        if reasons.contains(.maximumReached), let maximum = block?.maximum, let counted {
            terms.append(maximum.amount.short(language) + maximum.share(of: counted).text(language))
        } else if let share, let blockValue, !reasons.contains(.countedOnceBefore) {
            if share == bonusShare, !proRata.isEmpty {
                let perYear = joined([blockValue.short(language)] + proRata)
                return joined(["(\(perYear))\(share.text(language))"] + bonusTerms(.once, language))
            }
            terms.append(blockValue.short(language) + share.text(language))
        }
        if let bonusShare { terms += proRata.map { $0 + bonusShare.text(language) } }
        return joined(terms + bonusTerms(.once, language))
    }

    private func joined(_ terms: [String]) -> String { terms.joined(separator: " + ") }

    /// The counted bonuses of one spread: `€ 10.000 VAST`.
    private func bonusTerms(_ spread: BonusSpread, _ language: Language) -> [String] {
        bonuses.compactMap { outcome in
            guard outcome.standing == .counted, let index = outcome.index,
                let bonus = terms?.tableInUse?.bonuses[index], bonus.spread == spread, let value = bonus.value
            else { return nil }
            return "\(value.short(language)) \(outcome.code)"
        }
    }

    private func reasonPart(_ reason: ValuationReasons, _ language: Language) -> String {
        let text = reason.text[language]
        switch reason {
        case .belowMinimumHours:
            return terms?.minimumHours(block).map { "\(text) (\($0.formatted(language)))" } ?? text
        case .declarationNeeded:
            let named = ([block?.declaration] + bonuses.map(declaration)).compactMap { $0 }
            return named.isEmpty ? text : "\(text): \(named.joined(separator: ", "))"
        case .inConsultation:
            return inConsultation.map { "\(text): \($0.short(language))" } ?? text
        case .bonusNotCounted:
            let named = bonuses.filter { $0.standing != .counted }.map { "\($0.code) \($0.standing.text[language])" }
            return named.isEmpty ? text : named.joined(separator: "; ")
        default: return text
        }
    }

    private func declaration(_ outcome: BonusOutcome) -> String? {
        guard outcome.standing == .counted, let index = outcome.index else { return nil }
        return terms?.tableInUse?.bonuses[index].declaration
    }
}

extension ValuationReasons {
    /// Reasons that go with a value, or say something besides why there is none.
    static let sideReasons: ValuationReasons = [
        .tableValidityUnknown, .aboveFullTime, .maximumReached, .declarationNeeded, .bonusNotCounted, .hoursNotSplit,
        .hoursLeftOut, .aboveMaximumFTE, .noCountedDay, .beganTooEarly,
    ]
}

extension CountedDays {
    /// From and through which day something counts, and what set those days.
    func explanation(_ language: Language) -> String {
        let (from, through) = (first.formatted(language), last.formatted(language))
        let (firstName, lastName) = (firstLimit.firstName[language], lastLimit.lastName[language])
        return language == .dutch
            ? "telt mee van \(from) (\(firstName)) t/m \(through) (\(lastName))"
            : "counts from \(from) (\(firstName)) through \(through) (\(lastName))"
    }
}

extension YearDays {
    /// The part of a year: `184/365`, `(10/365 + 31/366)`.
    fileprivate var text: String {
        if leap == 0 { return "\(common)/365" }
        return common == 0 ? "\(leap)/366" : "(\(common)/365 + \(leap)/366)"
    }
}

extension Share {
    /// The share as factors of a multiplication, with a blank before it: ` x 24/36 x 184/365`.
    func text(_ language: Language) -> String {
        let week = week.map { " x \($0.counted.formatted(language))/\($0.fullTime.formatted(language))" } ?? ""
        let isDutch = language == .dutch
        switch length {
        case .days(let days): return "\(week) x \(days.text)"
        case .weekDays(let days, _): return "\(week) x \(days)/364"
        case .weeks(let days): return "\(week) x \(days)/7"
        case .monthsOfYear(let months): return "\(week) x \(months.exactText)/12"
        case .cappedYear(let number, let part):
            let unit = isDutch ? "fte" : "FTE"
            return " x \(number.formatted(language)) \(unit)" + Share(week: nil, length: part.length).text(language)
        case .cappedHours(let number, let part):
            let unit = isDutch ? "uur" : "hours"
            return " x \(number.formatted(language)) \(unit)" + Share(week: nil, length: part.length).text(language)
        case .workedHours(let hours, let year):
            return "\(week) x \(hours.formatted(language))/\(year.formatted(language))"
        case .months(let months):
            let number = months.exactText
            let unit = number == "1" ? Text(nl: "maand", en: "month") : Text(nl: "maanden", en: "months")
            return "\(week) x \(number) \(unit[language])"
        case .hours(let hours): return "\(week) x \(hours.formatted(language)) \(isDutch ? "uur" : "hours")"
        case .countedDays(let days):
            let unit = days == 1 ? Text(nl: "dag", en: "day") : Text(nl: "dagen", en: "days")
            return "\(week) x \(days) \(unit[language])"
        case .once: return week
        }
    }
}
