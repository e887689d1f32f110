import SocialReturnModel

extension RuleContext {
    /// What the register knows of partners, by KvK number, which stands in one row only.
    var knownPartners: [KvKNumber: Partner] {
        (register?.partners?.rows ?? []).reduce(into: [:]) { partners, row in
            if let kvk = row.kvk { partners[kvk] = row }
        }
    }
}
