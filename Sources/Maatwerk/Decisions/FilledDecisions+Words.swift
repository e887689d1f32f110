import Exchange
import Intake
import Plumbing
import SocialReturnModel

extension FilledDecisions {
    /// What there is to say of the cells that are taken over: what was masked, and what is no day.
    public var remarks: [Text] {
        masked.map { place, datum in
            let (what, instead) = (datum.words, Self.instead(of: place.column))
            return Text(
                nl: "\(place.text.nl): hier staat \(what.nl). Dat is gemaskeerd. \(instead.nl)",
                en: "\(place.text.en): there is \(what.en) here. It was masked. \(instead.en)")
        }
            + notDays.map { place in
                Text(
                    nl: "\(place.text.nl): dit is geen datum. De woorden zijn bewaard; schrijf liever dd-mm-jjjj.",
                    en: "\(place.text.en): this is no date. The words are kept; please write dd-mm-yyyy.")
            }
            + farDays.map { place in
                Text(
                    nl:
                        "\(place.text.nl): deze dag ligt voor de periode, of jaren erna. Hij is bewaard; kijk naar het jaar, en verbeter het "
                        + "in besluiten.csv als het anders is.",
                    en:
                        "\(place.text.en): this day is before the period, or years after it. It is kept; look at the year, and correct it in "
                        + "besluiten.csv if it is another.")
            }
    }

    /// What there is to say of sheets on which somebody typed outside of the blue cells.
    public var elsewhere: [Text] {
        var texts: [Text] = []
        if !changedSheets.isEmpty {
            let isOne = changedSheets.count == 1
            texts.append(
                Text(
                    nl:
                        "Op \(isOne ? "blad" : "de bladen") \(Self.list(changedSheets, .dutch)) is getypt buiten de blauwe cellen. Dat is niet "
                        + "overgenomen. Zet wat van belang is in een blauwe cel.",
                    en:
                        "Somebody typed outside of the blue cells on \(isOne ? "sheet" : "the sheets") \(Self.list(changedSheets, .english)). "
                        + "That was not taken over. Put what matters in a blue cell."))
        }
        if !unsearchedSheets.isEmpty {
            let isOne = unsearchedSheets.count == 1
            texts.append(
                Text(
                    nl:
                        "\(isOne ? "Blad" : "De bladen") \(Self.list(unsearchedSheets, .dutch)) \(isOne ? "is" : "zijn") te groot of te "
                        + "beschadigd om te lezen. Daar is niet gezocht naar tekst buiten de blauwe cellen. Staat er iets van belang? Zet het in een blauwe cel.",
                    en:
                        "\(isOne ? "Sheet" : "The sheets") \(Self.list(unsearchedSheets, .english)) \(isOne ? "is" : "are") too large or too damaged "
                        + "to be read. Nobody looked there for words outside of the blue cells. Is there something that matters? Put it in a blue "
                        + "cell."))
        }
        return texts
    }

    /// `names` one after the other, each in quotes.
    private static func list(_ names: [String], _ language: Language) -> String {
        names.map { "'\($0)'" }.inSentence(with: language.words("en", "and"))
    }

    /// What there is to say of cells that were emptied since `known` got what stood in them: that does not take it back.
    func emptied(_ known: Decisions) -> [Text] {
        var said: Set<[String]> = []
        let found = withEmptyCells.flatMap { place, decision, shown in
            known.sayingMore(than: decision).filter { !Self.says(shown, $0) }.map {
                (place: place, decision: $0, isOwn: $0.origin == decision.origin)
            }
        }
        let own = found.filter(\.isOwn).compactMap { place, decision, _ -> Text? in
            // A topic of several contracts has its decision under each.
            guard said.insert([place.text.nl] + decision.cells).inserted else { return nil }
            return Text(
                nl:
                    "\(place.text.nl): hier zijn blauwe cellen leeg, en in het register staat '\(decision.oneLine(.dutch))'. Dat blijft gelden. Geldt het niet meer? "
                    + "Haal de regel dan weg uit besluiten.csv.",
                en:
                    "\(place.text.en): blue cells are empty here, and the register has '\(decision.oneLine(.english))'. That still holds. Does it hold no more? Then "
                    + "remove the line from besluiten.csv.")
        }
        return own + Self.emptiedInCopy(found.filter { !$0.isOwn }.map(\.place))
    }

    /// What there is to say of empty cells at `places` of a report for which a copy under another name told what was agreed: somebody emptied
    /// them, or never had them filled. The same for all of them, once.
    private static func emptiedInCopy(_ places: [FilledDecisions.Place]) -> [Text] {
        var texts: [Text] = []
        for place in places where !texts.contains(place.text) { texts.append(place.text) }
        guard !texts.isEmpty else { return [] }
        let most = 5
        func list(_ language: Language) -> String {
            let rest = texts.count - most
            return texts.prefix(most).map { $0[language] }.joined(separator: "; ")
                + (rest > 0 ? language.words(" en nog \(rest)", " and \(rest) more") : "")
        }
        return [
            Text(
                nl:
                    "\(list(.dutch)): hier zijn blauwe cellen leeg, en het register heeft een afspraak uit een exemplaar met een andere naam. Die "
                    + "blijft gelden. Geldt zij niet meer? Haal de regel dan weg uit besluiten.csv.",
                en:
                    "\(list(.english)): blue cells are empty here, and the register has what was agreed from a copy with another name. That still "
                    + "holds. Does it hold no more? Then remove the line from besluiten.csv.")
        ]
    }

    /// Whether a report that shows `text` as what was agreed before was made when `decision` was known, so that its cells were empty from the start.
    private static func says(_ text: String, _ decision: Decision) -> Bool {
        guard let words = decision.cells.first(where: { !$0.isEmpty }) else { return true }
        return FoldedName.fold(text).contains(FoldedName.fold(words).prefix(24))
    }

    /// What there is to say of the rows that cannot be taken over.
    public var refusals: [Text] {
        problems.map { place, problem in
            switch problem {
            case .noTopic:
                Text(
                    nl:
                        "\(place.text.nl): hier is iets ingevuld, maar het onderwerp-id ontbreekt. Dit is niet overgenomen. Zet het bij een "
                        + "onderwerp van het rapport.",
                    en:
                        "\(place.text.en): something was filled in here, but the topic id is missing. This was not taken over. Put it "
                        + "beside a topic of the report.")
            case .noPeriod:
                Text(
                    nl:
                        "\(place.text.nl): hier is iets ingevuld, maar het rapport noemt geen periode. Dit is niet overgenomen. Zet de "
                        + "afspraak zelf in besluiten.csv, met de periode.",
                    en:
                        "\(place.text.en): something was filled in here, but the report names no period. This was not taken over. Put what "
                        + "was agreed in besluiten.csv yourself, with the period.")
            case .olderForm:
                Text(
                    nl:
                        "\(place.text.nl): dit rapport is van een eerdere versie, zonder onderwerp-id. Dit is niet overgenomen. Zet de "
                        + "afspraak over in een nieuw rapport.",
                    en:
                        "\(place.text.en): this report is of an earlier version, without topic ids. This was not taken over. Copy what was "
                        + "agreed to a new report.")
            case .noHeading(let heading):
                Text(
                    nl:
                        "\(place.text.nl): de kop '\(heading.nl)' ontbreekt. Wat eronder staat is niet overgenomen. Zet de kop terug en geef het "
                        + "rapport opnieuw.",
                    en:
                        "\(place.text.en): the heading '\(heading.en)' is missing. What stands below it was not taken over. Put the heading "
                        + "back and give the report again.")
            case .struck:
                Text(
                    nl:
                        "\(place.text.nl): de tekst is doorgehaald. Deze rij is niet overgenomen. Geldt de tekst? Haal de streep dan weg. Zo "
                        + "niet, maak de cel dan leeg.",
                    en:
                        "\(place.text.en): the text is struck through. This row was not taken over. Does the text hold? Then take the line "
                        + "away. If not, empty the cell.")
            case .noted:
                Text(
                    nl:
                        "\(place.text.nl): bij een cel staat een opmerking. Die lezen wij niet. Zet wat van belang is in een blauwe cel, en haal "
                        + "de opmerking weg.",
                    en:
                        "\(place.text.en): there is a comment at a cell. We do not read it. Put what matters in a blue cell, and remove the "
                        + "comment.")
            case .noValue:
                Text(
                    nl:
                        "\(place.text.nl): hier staat een foutmelding, of een formule zonder uitkomst. Deze rij is niet overgenomen. Typ de "
                        + "woorden zelf.",
                    en:
                        "\(place.text.en): there is an error here, or a formula without a result. This row was not taken over. Type the words "
                        + "themselves.")
            case .ditto:
                Text(
                    nl:
                        "\(place.text.nl): deze tekst verwijst naar een andere rij. Na sorteren klopt dat niet meer. Deze rij is niet overgenomen. "
                        + "Schrijf de tekst voluit.",
                    en:
                        "\(place.text.en): this text points to another row. After sorting that is no longer right. This row was not taken over. "
                        + "Write the text in full.")
            case .typedOver:
                Text(
                    nl:
                        "\(place.text.nl): de verborgen cellen van deze rij (onderwerp-id, contractnummers, periode) zijn veranderd. Deze rij is "
                        + "niet overgenomen. Neem het rapport zoals convert het maakte, en vul deze rij daar in.",
                    en:
                        "\(place.text.en): the hidden cells of this row (topic id, contract numbers, period) were changed. This row was not taken "
                        + "over. Take the report as convert made it, and fill in this row there.")
            case .otherSubject:
                Text(
                    nl:
                        "\(place.text.nl): deze rij toont het onderwerp van een andere rij. Misschien is een deel van de kolommen gesorteerd of "
                        + "geplakt. Deze rij is niet overgenomen. Neem het rapport zoals convert het maakte, en vul deze rij daar in.",
                    en:
                        "\(place.text.en): this row shows the topic of another row. Maybe some of the columns were sorted or pasted. This row was not "
                        + "taken over. Take the report as convert made it, and fill in this row there.")
            case .beside:
                Text(
                    nl:
                        "\(place.text.nl): naast de kolommen staat tekst. Die is niet overgenomen. Zet de tekst in een blauwe cel, of haal hem weg.",
                    en:
                        "\(place.text.en): there is text beside the columns. It was not taken over. Put it in a blue cell, or remove it."
                )
            }
        }
    }

    private static func instead(of column: Text?) -> Text {
        column == DecisionForm.owner
            ? Text(nl: "Schrijf een functie of organisatie.", en: "Write a position or an organisation.")
            : Text(nl: "Schrijf het zonder persoonsgegevens.", en: "Write it without personal data.")
    }
}

extension FilledDecisions.Place {
    /// The place in words.
    var text: Text {
        Text(
            nl: "\(sheet), rij \(row)" + (column.map { ", \($0.nl)" } ?? ""),
            en: "\(sheet), row \(row)" + (column.map { ", \($0.en)" } ?? ""))
    }
}
