import SocialReturnModel

/// A setting of a valuation and where it comes from.
public struct Setting<Value: Sendable & Hashable>: Sendable, Hashable {
    /// The value.
    public let value: Value
    /// Where it comes from.
    public let origin: SettingOrigin

    /// A setting.
    public init(_ value: Value, _ origin: SettingOrigin) {
        self.value = value
        self.origin = origin
    }

    /// The first value that was given: the obligation's, then the table's.
    static func first(_ obligation: Value?, _ table: Value?) -> Setting? {
        obligation.map { Setting($0, .obligation) } ?? table.map { Setting($0, .table) }
    }
}

/// Where a setting of a valuation comes from.
public enum SettingOrigin: UInt8, BitwiseCopyable, Sendable, Hashable, CaseIterable {
    /// The obligation of the contract says so.
    case obligation
    /// The valuation table that the contract names says so.
    case table
    /// Neither says so; this is what the toolkit then does.
    case standard

    /// The origin in words.
    public var name: Text {
        switch self {
        case .obligation: Text(nl: "verplichting", en: "obligation")
        case .table: Text(nl: "tabel", en: "table")
        case .standard: Text(nl: "standaard", en: "standard")
        }
    }
}
