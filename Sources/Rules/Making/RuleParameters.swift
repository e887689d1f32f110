import Intake
import Parameters
import SocialReturnModel

/// The limits and word lists that hold on a certain day: the built-in ones, with what the register puts in their place.
public struct RuleParameters: Sendable {
    /// The day.
    public let day: Day
    private var limits: [ObjectIdentifier: LimitValues] = [:]
    private var words: [ObjectIdentifier: WordList] = [:]

    private let own: DepartmentRules

    /// What holds on `day` with `register`, also for the limits and word lists of `department`. Lines of the register that are not valid change nothing; rule CTR-15 reports them.
    public init(register: ContractRegister?, department: DepartmentRules = .none, on day: Day) {
        self.day = day
        own = department
        for limit in Catalogue.limits + department.limits {
            limits[ObjectIdentifier(limit)] = LimitValues(limit, on: day)
        }
        guard let register else { return }
        for line in RegisterSettings(register, department).lines(on: day) {
            guard line.problem == nil, let limit = Catalogue.limit(line.key, department), let value = line.value
            else { continue }
            limits[ObjectIdentifier(limit)]?.replace(line.contract, value, at: line.place)
        }
        for list in wordLists {
            if let own = RegisterWords(register, department).list(list, on: day) { words[ObjectIdentifier(list)] = own }
        }
    }

    /// What holds on `day` without a register.
    public static func standard(on day: Day) -> RuleParameters { RuleParameters(register: nil, on: day) }

    /// The value of `limit` for `contract`, in its unit; without a contract the department's.
    public func value(_ limit: Limit, for contract: Symbol? = nil) -> Quantity {
        limits[ObjectIdentifier(limit)]?.value(for: contract) ?? limit.builtIn(on: day).value
    }

    /// The words that `list` has.
    public func list(_ list: RuleWords) -> WordList { words[ObjectIdentifier(list)] ?? list.builtIn }

    /// Whether the register adds to `list`.
    public func isExtended(_ list: RuleWords) -> Bool { words[ObjectIdentifier(list)] != nil }

    /// The word lists of all rules, in the order of the catalogue, the department's behind them.
    public var wordLists: [RuleWords] { Catalogue.wordLists + own.wordLists }

    /// The values of every limit, in the order of the catalogue: for all contracts first, then for each with its own.
    public var settings: [LimitSetting] {
        (Catalogue.limits + own.limits).flatMap { limits[ObjectIdentifier($0)]?.settings ?? [] }
    }
}

/// A value of a limit, and where it comes from.
public struct LimitSetting: Sendable {
    /// The limit.
    public let limit: Limit
    /// The contract that it holds for; nil for every contract that has none of its own.
    public let contract: Symbol?
    /// The value, in the limit's unit.
    public let value: Quantity
    /// Where it comes from.
    public let origin: Origin

    /// Where a value comes from.
    public enum Origin: Sendable {
        /// It was built in.
        case builtIn(DatedLimit)
        /// A line of `instellingen.csv`.
        case register(Place)
    }
}

/// What a limit is for each contract.
private struct LimitValues: Sendable {
    private var general: LimitSetting
    private var ofContract: [Symbol: LimitSetting] = [:]

    init(_ limit: Limit, on day: Day) {
        let dated = limit.builtIn(on: day)
        general = LimitSetting(limit: limit, contract: nil, value: dated.value, origin: .builtIn(dated))
    }

    mutating func replace(_ contract: Symbol?, _ value: Quantity, at place: Place) {
        let setting = LimitSetting(limit: general.limit, contract: contract, value: value, origin: .register(place))
        if let contract { ofContract[contract] = setting } else { general = setting }
    }

    /// The value for `contract`, without where it comes from: rules ask for it at every row.
    func value(for contract: Symbol?) -> Quantity {
        guard let contract, !ofContract.isEmpty else { return general.value }
        return ofContract[contract]?.value ?? general.value
    }

    var settings: [LimitSetting] { [general] + ofContract.sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value) }
}
