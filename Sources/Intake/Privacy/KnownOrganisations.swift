import SocialReturnModel

/// What the contract register knows of organisations and contracts, as far as searching for personal data needs it.
public struct KnownOrganisations: Sendable {
    /// Numbers that free text may name without being taken for a BSN.
    public var kvkNumbers: Set<KvKNumber> = []
    /// Sole traders, whose VAT number of before 2020 holds a BSN.
    public var soleTraders: Set<KvKNumber> = []
    /// Organisations with another legal form, whose VAT number holds no BSN.
    public var legalEntities: Set<KvKNumber> = []
    /// Contract numbers of nine digits, which are no BSN where a reference stands.
    public var contractNumbers: Set<UInt32> = []

    /// No organisation is known.
    public init() {}
}
