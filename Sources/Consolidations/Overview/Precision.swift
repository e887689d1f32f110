import SocialReturnModel

/// How exactly a workbook over many suppliers tells of people.
public enum Precision: Sendable, Hashable {
    /// Every figure of people is rounded by itself from its own exact value, so that no difference of two figures tells of one person. A
    /// figure is nothing only where nobody is.
    case rounded
    /// As they are, for whoever may see them.
    case exact

    /// The multiple that numbers of persons and placements are rounded to.
    public static let persons = 5
    /// The multiple of full-time equivalents: five persons at full time.
    public static let fullTimeEquivalents = Quantity(5)
    /// The multiple of hours: about what five persons at full time work in a quarter.
    public static let hours = Quantity(2_500)
    /// The multiple of euros. A person is worth up to some ten thousand euros in a quarter, by the built-in tables.
    public static let euros = Cents(2_500_000)

    /// `raw` to the nearest multiple of `step`, upwards from half; never to nothing, and the same below zero as above.
    static func nearest(_ raw: Int64, _ step: Int64) -> Int64 {
        guard raw != 0 else { return 0 }
        let size = SafeInteger.magnitude(raw)
        let steps = max(1, size / step + (size % step >= step - size % step ? 1 : 0))
        let rounded = SafeInteger.product(steps, step)
        return raw < 0 ? -rounded : rounded
    }
}

extension Figures {
    /// The figures as they may be shared; see ``Precision/rounded``.
    var rounded: Figures {
        func count(_ number: Int) -> Int { Int(Precision.nearest(Int64(number), Int64(Precision.persons))) }
        func quantity(_ number: Quantity?, _ step: Quantity) -> Quantity? {
            number.map { Quantity(tenThousandths: Precision.nearest($0.tenThousandths, step.tenThousandths)) }
        }
        return Figures(
            persons: count(persons), placements: count(placements),
            fullTimeEquivalents: quantity(fullTimeEquivalents, Precision.fullTimeEquivalents),
            lastDayFTE: quantity(lastDayFTE, Precision.fullTimeEquivalents), hours: quantity(hours, Precision.hours),
            value: value?.rounded, permanentJobs: count(permanentJobs), permanentContracts: count(permanentContracts))
    }
}

extension Cents {
    fileprivate var rounded: Cents { Cents(Precision.nearest(rawValue, Precision.euros.rawValue)) }
}

extension Overview {
    /// Rounds every figure that tells of people, when everything was made of the exact ones: how contracts stand, and all totals.
    mutating func roundFigures() {
        for index in contracts.indices {
            contracts[index].figures = contracts[index].figures.rounded
            contracts[index].realised = contracts[index].realised?.rounded
            contracts[index].inConsultation = contracts[index].inConsultation.rounded
        }
        for index in placements.indices { placements[index].figures = placements[index].figures.rounded }
        total.round()
        for path in [\Overview.clients, \.categories, \.suppliers] {
            for index in self[keyPath: path].indices { self[keyPath: path][index].round() }
        }
        for path in [\Overview.groups, \.kinds, \.periods] {
            for index in self[keyPath: path].indices {
                self[keyPath: path][index].figures = self[keyPath: path][index].figures.rounded
            }
        }
        for index in comparisons.indices {
            comparisons[index].old = comparisons[index].old.rounded
            comparisons[index].new = comparisons[index].new.rounded
        }
    }
}

extension AggregateLine {
    fileprivate mutating func round() {
        figures = figures.rounded
        realised = realised?.rounded
        toDo = toDo?.rounded
        surplus = surplus?.rounded
        inConsultation = inConsultation.rounded
    }
}
