import SocialReturnModel

/// What an overview is about.
public enum Scope: Hashable, Sendable {
    /// All contracts.
    case all
    /// The contracts of a category; empty for those without one.
    case category(String)
    /// The contracts of a client, by its OIN; empty for those without one.
    case client(String)
    /// The contracts of a supplier.
    case supplier(KvKNumber)

    /// Whether a contract belongs to it.
    func contains(_ facts: ContractFacts) -> Bool {
        switch self {
        case .all: true
        case .category(let category): facts.category == category
        case .client(let client): facts.client == client
        case .supplier(let supplier): facts.supplier == supplier
        }
    }

    /// What the scope is called; nil for all.
    public var name: String? {
        switch self {
        case .all: nil
        case .category(let name), .client(let name): name.isEmpty ? "onbekend" : name
        case .supplier(let kvk): kvk.description
        }
    }
}

/// The ways to divide contracts over workbooks.
public enum Division: String, CaseIterable, Sendable {
    case category, client, supplier

    /// The scope to which a contract belongs.
    func scope(of facts: ContractFacts) -> Scope {
        switch self {
        case .category: .category(facts.category)
        case .client: .client(facts.client)
        case .supplier: facts.supplier.map(Scope.supplier) ?? .all
        }
    }
}
