import Intake
import SocialReturnModel

/// A contact is a mailbox of the organisation and no person's: that of a learning place is shown to other suppliers, and one that is not known
/// to be general is not.
enum ContactIsGeneral: SubmissionRule {
    static let facts = RuleMetadata(
        "AVG-17", since: .v2026_3, .warning, level: .cell, basis: .own, sources: ["AVG"],
        traits: [.aboutPrivacy],
        name: Text(nl: "Is dit een algemeen mailadres?", en: "Is this a general mail address?"),
        message: Text(
            nl: "Bij '{column}' staat iets anders dan een mailadres.",
            en: "Something else than a mail address stands at '{column}'."),
        remedy: Text(
            nl: "Vul een algemeen mailadres van de organisatie in, zoals leerplekken@voorbeeldschoon.example.",
            en: "Fill in a general mail address of the organisation, such as leerplekken@voorbeeldschoon.example."),
        why: Text(
            nl: "Een algemeen adres blijft goed als iemand vertrekt, en zegt niets over een persoon.",
            en: "A general address stays right when somebody leaves, and says nothing of a person."),
        examples: [
            .triggers("leerplekken: contact=jan1980@gmail.com"),
            .triggers("leerplekken: contact=Jan"),
            .triggers("leerplekken: contact=logistiek@voorbeeldschoon.example"),
            .triggers("voorblad: contact=jan1980@hotmail.com"),
            .triggers("voorblad: contact=zie offerte"),
            .passes("leerplekken:"),
            .passes("leerplekken: contact=stages.voorbeeldschoon@gmail.com"),
            .passes("leerplekken: contact="),
            .passes("voorblad: contact=logistiek@voorbeeldschoon.example"),
            .passes("voorblad: contact="),
            .passes(),
        ])

    static let wordings = [
        Wording(
            Text(
                nl: "Dit lijkt het eigen mailadres van een persoon.",
                en: "This seems to be a person's own mail address.")),
        Wording(
            Text(
                nl:
                    "Wij herkennen dit niet als algemeen mailadres. Andere leveranciers krijgen het daarom niet te zien.",
                en:
                    "We do not recognise this as a general mail address. Therefore other suppliers do not get to see it."
            ),
            remedy: Text(
                nl: "Mag het gedeeld worden? Kies dan een adres dat met leerplekken@, stage@ of info@ begint.",
                en: "May it be shared? Then choose an address that begins with leerplekken@, stage@ or info@.")),
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        if let cover = context.submission.cover {
            let contact = cover.source.text(context.submission.coverRow.contact)
            if let variant = variant(of: contact), variant < 2 {
                report.found(at: context.coverPlace(\.contact), variant: variant)
            }
        }
        guard let table = context.submission.learningPlaces else { return }
        let column = ColumnReference(\LearningPlace.contact)
        for index in table.acceptedIndices {
            guard let variant = variant(of: table.source.text(table.rows[index].contact)) else { continue }
            report.found(at: table.place(index, column), severity: variant == 2 ? .signal : nil, variant: variant)
        }
    }

    /// Which of the wordings is about `contact`; nil for a general mailbox, and for what is empty or was masked.
    private static func variant(of contact: String) -> UInt8? {
        guard !NothingWord.fills(contact), !contact.contains("**"), GeneralMailbox.address(in: contact) == nil else {
            return nil
        }
        guard let sign = contact.lastIndex(of: "@") else { return 0 }
        let host = contact[contact.index(after: sign)...].lowercased().filter { !$0.isWhitespace && $0 != ">" }
        guard host.contains(".") else { return 0 }
        return hostsOfPersons.contains(host) ? 1 : 2
    }

    /// Where people have a mailbox of their own, at a provider or by their connection.
    private static let hostsOfPersons: Set<String> = [
        "gmail.com", "googlemail.com", "hotmail.com", "hotmail.nl", "outlook.com", "outlook.nl", "live.com", "live.nl",
        "msn.com", "yahoo.com", "yahoo.nl", "icloud.com", "me.com", "mac.com", "proton.me", "protonmail.com", "gmx.net",
        "gmx.com", "gmx.de", "ziggo.nl", "kpnmail.nl", "kpnplanet.nl", "planet.nl", "xs4all.nl", "home.nl", "hetnet.nl",
        "upcmail.nl", "casema.nl", "chello.nl", "quicknet.nl", "tele2.nl", "telfort.nl", "solcon.nl", "zonnet.nl",
        "caiway.nl", "caiway.net", "online.nl", "zeelandnet.nl", "freedom.nl", "aol.com",
    ]
}
