import Plumbing
import SocialReturnModel

/// Who reads the words of a finding.
public enum FindingReader: Sendable, Hashable, CaseIterable {
    /// Who handed in the report: words speak to it.
    case supplier
    /// Who gave the contract, or leads the network: words speak of the supplier.
    case client
}

/// Speaks of the supplier instead of to it, in the words of this program: `uw rij 3` of a supplier is `rij 3` for its contract manager, who has no rows.
///
/// What to do stays a request to whose turn it is, which stands beside it.
public enum ClientWords {
    /// `text` of this program as somebody reads it who did not hand in the report.
    public static func replacing(_ text: Text) -> Text {
        Text(nl: replacing(text.nl, .dutch), en: replacing(text.en, .english))
    }

    /// `text` as somebody reads it who did not hand in the report.
    static func replacing(_ text: String, _ language: Language) -> String {
        let (mark, pairs) = language == .dutch ? ("u", dutch) : ("you", english)
        guard text.lowercased().contains(mark) else { return text }
        return pairs.reduce(text) { $0.replacingText($1.from, with: $1.to) }
    }

    private typealias Pair = (from: String, to: String)

    /// Longer phrases come before what they contain.
    private static let dutch: [Pair] = [
        ("Uw rij", "Rij"), ("uw rij", "rij"),
        ("Uw rapportage", "De rapportage"), ("uw rapportage", "de rapportage"),
        ("uw vorige rapportage", "de vorige rapportage"), ("uw eerdere rapportage", "de eerdere rapportage"),
        ("uw verbeterde terugkoppeling", "de verbeterde terugkoppeling"),
        ("uw KvK-nummer, uw naam", "het KvK-nummer, de naam"), ("uw contractmanager", "de contractmanager"),
        ("uw eigen organisatie", "de eigen organisatie"), ("uw eigen deelnemercode", "een eigen deelnemercode"),
        ("uw overeenkomst", "de overeenkomst"), ("uw contract", "het contract"), ("uw controle", "de controle"),
        ("uw bestand", "het bestand"), ("uw bedrag", "het eigen bedrag"),
        ("Bedoelt u ", "Bedoelt de leverancier "), ("U meldt ", "De leverancier meldt "),
        ("U geeft ", "De leverancier geeft "), ("Eerder meldde u ", "Eerder meldde de leverancier "),
        ("wanneer u in", "wanneer de leverancier in"), ("als u zelf", "als de leverancier zelf"),
        ("gegevens u deelt", "gegevens de leverancier deelt"),
        ("of u hulp nodig heeft", "of de leverancier hulp nodig heeft"),
        ("U zorgt er samen voor", "Opdrachtgever en leverancier zorgen er samen voor"),
    ]

    private static let english: [Pair] = [
        ("Your row", "Row"), ("your row", "row"),
        ("Your reports do not", "The supplier's reports do not"), ("Your report", "The report"),
        ("your report", "the report"), ("your last report", "the last report"),
        ("your earlier report", "the earlier report"), ("your corrected feedback", "the corrected feedback"),
        ("your KvK number, your name", "the KvK number, the name"), ("your contract manager", "the contract manager"),
        ("your own organisation", "the supplier's own organisation"),
        ("your own participant code", "an own participant code"), ("your contract", "the contract"),
        ("your file", "the file"), ("your amount", "the own amount"),
        ("Do you mean ", "Does the supplier mean "), ("You report special", "The supplier reports special"),
        ("You report ", "The supplier reports "), ("Before you reported ", "Before, the supplier reported "),
        ("when you looked", "when the supplier looked"), ("as you yourself", "as the supplier itself"),
        ("data you share", "data the supplier shares"), ("whether you need help", "whether the supplier needs help"),
        ("You see to it together", "Client and supplier see to it together"),
    ]
}
