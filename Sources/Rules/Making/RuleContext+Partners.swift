import SocialReturnModel

extension RuleContext {
    /// What the register knows of partners, by KvK number; of several rows with one number the codes are taken together and the
    /// last day is the latest.
    var knownPartners: [KvKNumber: Partner] {
        (register?.partners?.rows ?? []).reduce(into: [:]) { partners, row in
            guard let kvk = row.kvk else { return }
            guard var known = partners[kvk] else {
                partners[kvk] = row
                return
            }
            known.recognition.bits |= row.recognition.bits
            known.recognitionValidUntil = [known.recognitionValidUntil, row.recognitionValidUntil].compactMap(\.self)
                .max()
            partners[kvk] = known
        }
    }
}
