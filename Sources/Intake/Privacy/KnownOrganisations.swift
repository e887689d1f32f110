import SocialReturnModel

/// What the contract register knows of organisations and contracts, as far as searching for personal data needs it.
public struct KnownOrganisations: Sendable {
    /// Numbers that free text may name without being taken for a BSN.
    public var kvkNumbers: Set<KvKNumber> = []
    /// Sole traders, whose VAT number of before 2020 holds a BSN.
    public var soleTraders: Set<KvKNumber> = []
    /// Organisations with another legal form, whose VAT number holds no BSN.
    public var legalEntities: Set<KvKNumber> = []
    /// The nine digits in contract numbers that could be a BSN, in any grouping and with whatever stands around them. Where a reference
    /// stands they are none.
    public private(set) var contractNumbers: Set<UInt32> = []
    /// The numbers of all contracts as the register writes them.
    public var contracts: Set<String> = [] {
        didSet { contractNumbers = Self.digits(inContracts: contracts) }
    }

    /// No organisation is known.
    public init() {}

    /// The nine digits in `numbers` of contracts that could be a BSN, as the search sees them.
    private static func digits(inContracts numbers: Set<String>) -> Set<UInt32> {
        let scanner = PrivacyScanner(searchesContacts: false)
        var found = ReferenceColumnScan()
        var hits: [PrivacyHit] = []
        for var number in numbers {
            hits.removeAll(keepingCapacity: true)
            number.withUTF8 { scanner.scanReference($0, into: &hits, numbers: &found) }
        }
        return found.allPassing
    }

    /// Whether `cell` (UTF-8) is the number of a contract as the register writes it.
    func isContract(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
        !contracts.isEmpty && contracts.contains(String(decoding: cell, as: UTF8.self).trimmingBlanks)
    }
}
