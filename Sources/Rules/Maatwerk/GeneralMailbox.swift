import SocialReturnModel

/// Tells a general mailbox from a person's address.
public enum GeneralMailbox {
    /// Words of which one stands in the name of a general mailbox. A list of names would be endless; what is on neither is not shown.
    private static let words = [
        "info", "contact", "leerplek", "leerwerk", "stage", "socialreturn", "sroi", "hrm", "personeel", "vacature",
        "recruitment", "werkplek", "receptie", "secretariaat", "inkoop", "contractmanagement", "algemeen", "bureau",
        "participatie", "opleiding", "mvo", "post", "team", "planning", "werken",
    ]

    /// The address in `text` when it is a general mailbox; nil for all else.
    public static func address(in text: String) -> String? {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !text.contains(where: \.isWhitespace), parts[1].contains(".") else { return nil }
        let name = FoldedName.fold(String(parts[0]))
        guard name == "hr" || name == "sr" || words.contains(where: { name.hasPrefix($0) || name.hasSuffix($0) })
        else { return nil }
        return text
    }
}
