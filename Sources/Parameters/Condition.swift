import SocialReturnModel

/// What must hold for a block or bonus besides its own columns: `contractvorm=onbepaald`.
public enum Condition: Sendable, Hashable {
    case contractForm(CodeSet<ContractForm>)
    case ageClass(CodeSet<AgeClass>)
    case employedBefore(CodeSet<YesNo>)
    case targetGroup(CodeSet<TargetGroup>)
    case kind(CodeSet<PlacementKind>)
    case activityKind(CodeSet<ActivityKind>)
    case recognition(CodeSet<Recognition>)
    case chainRole(CodeSet<ChainRole>)
    /// Something that is kept out of the file on purpose. It cannot be checked here, so it holds, and explanations name
    /// it. ``isInConsultation`` is the one that asks for more than a check.
    case declaration(String)
    /// Only the labour in the invoice counts.
    case labourOnly

    /// The words that may stand before the `=`, for people.
    static let columns =
        "contractvorm, leeftijdsklasse, eerder_in_dienst, doelgroep, soort_inzet, soort, erkenning, keten, verklaring, bedrag"

    /// The conditions that `text` spells, separated by ` & `; nil when a word of it is not known.
    static func parse(_ text: String) -> [Condition]? {
        var conditions: [Condition] = []
        for part in text.split(separator: "&") {
            let sides = part.split(separator: "=", maxSplits: 1).map { trimmed($0) }
            guard sides.count == 2, let condition = Condition(column: sides[0], values: sides[1]) else { return nil }
            conditions.append(condition)
        }
        return conditions
    }

    private init?(column: Substring, values: Substring) {
        let condition: Condition? =
            switch column {
            case "contractvorm": Self.codes(values).map(Condition.contractForm)
            case "leeftijdsklasse": Self.codes(values).map(Condition.ageClass)
            case "eerder_in_dienst": Self.codes(values).map(Condition.employedBefore)
            case "doelgroep": Self.codes(values).map(Condition.targetGroup)
            case "soort_inzet": Self.codes(values).map(Condition.kind)
            case "soort": Self.codes(values).map(Condition.activityKind)
            case "erkenning": Self.codes(values).map(Condition.recognition)
            case "keten": Self.codes(values).map(Condition.chainRole)
            case "verklaring": values.isEmpty ? nil : .declaration(String(values))
            case "bedrag": values == "waarvan_arbeid" ? .labourOnly : nil
            default: nil
            }
        guard let condition else { return nil }
        self = condition
    }

    private static func codes<List: CodeList>(_ values: Substring) -> CodeSet<List>? {
        var set = CodeSet<List>()
        for value in values.split(separator: "|").lazy.map(trimmed) {
            guard let code = List.allCases.first(where: { $0.code == value }) else { return nil }
            set.bits |= 1 << UInt32(code.rawValue)
        }
        return set.isEmpty ? nil : set
    }

    /// `text` without the spaces at its ends.
    private static func trimmed(_ text: Substring) -> Substring {
        let isOther: (UInt8) -> Bool = { $0 != UInt8(ascii: " ") }
        guard let first = text.utf8.firstIndex(where: isOther), let last = text.utf8.lastIndex(where: isOther) else {
            return ""
        }
        return text[first...last]
    }
}

extension Condition {
    /// Whether the condition holds as far as a placement can show it. An empty cell meets no condition.
    public func holds(for placement: borrowing Placement) -> Bool {
        switch self {
        case .contractForm(let codes): placement.contractForm.map(codes.contains) ?? false
        case .ageClass(let codes): placement.ageClass.map(codes.contains) ?? false
        case .employedBefore(let codes): placement.employedBefore.map(codes.contains) ?? false
        case .targetGroup(let codes): placement.targetGroup.map(codes.contains) ?? false
        case .kind(let codes): placement.kind.map(codes.contains) ?? false
        case .recognition, .chainRole, .labourOnly, .activityKind: false
        case .declaration: true
        }
    }

    /// Whether the condition holds as far as a purchase can show it.
    public func holds(for purchase: borrowing SocialPurchase, recognition: CodeSet<Recognition>) -> Bool {
        switch self {
        case .recognition(let codes): codes.bits & recognition.bits != 0
        case .chainRole(let codes): purchase.chainRole.map(codes.contains) ?? false
        case .declaration, .labourOnly: true
        case .contractForm, .ageClass, .employedBefore, .targetGroup, .kind, .activityKind: false
        }
    }

    /// Whether the condition holds as far as an activity can show it. A kind outside the list meets no condition.
    public func holds(for activity: borrowing Activity) -> Bool {
        switch self {
        case .activityKind(let codes): activity.kind.map(codes.contains) ?? false
        case .declaration: true
        case .contractForm, .ageClass, .employedBefore, .targetGroup, .kind, .recognition, .chainRole, .labourOnly:
            false
        }
    }

    /// Whether this is `verklaring=in_overleg`: it counts what the client accepted, and nothing before that.
    public var isInConsultation: Bool { self == .declaration("in_overleg") }

    /// What the file keeps out and a person must check, in words; nil for the other conditions.
    public var declaration: String? {
        guard case .declaration(let words) = self else { return nil }
        return words.split(separator: "_").joined(separator: " ")
    }

    /// The condition as tables spell it.
    public var text: String {
        switch self {
        case .contractForm(let codes): "contractvorm=" + Self.spelling(codes)
        case .ageClass(let codes): "leeftijdsklasse=" + Self.spelling(codes)
        case .employedBefore(let codes): "eerder_in_dienst=" + Self.spelling(codes)
        case .targetGroup(let codes): "doelgroep=" + Self.spelling(codes)
        case .kind(let codes): "soort_inzet=" + Self.spelling(codes)
        case .activityKind(let codes): "soort=" + Self.spelling(codes)
        case .recognition(let codes): "erkenning=" + Self.spelling(codes)
        case .chainRole(let codes): "keten=" + Self.spelling(codes)
        case .declaration(let words): "verklaring=" + words
        case .labourOnly: "bedrag=waarvan_arbeid"
        }
    }

    private static func spelling<List>(_ codes: CodeSet<List>) -> String {
        codes.codes.map(\.code).joined(separator: "|")
    }
}

extension [Condition] {
    /// The first thing that a person must check, in words: one that is kept out of the file goes before `in overleg`; nil for none.
    var declaration: String? {
        (first { $0.declaration != nil && !$0.isInConsultation } ?? first { $0.declaration != nil })?.declaration
    }

    /// Whether something is kept out of the file that a person must check, besides what the client has to accept.
    var needsCheck: Bool { contains { $0.declaration != nil && !$0.isInConsultation } }
}
