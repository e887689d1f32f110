import Intake
import SocialReturnModel
import Spreadsheets

/// A part of *Uitleg*.
struct InstructionSection {
    let title: Text
    let entries: [InstructionEntry]
    /// Whether its names are the numbers that drop-downs of contracts offer.
    var namesContracts = false

    /// The rows of a section's title, and between two sections.
    static let rowsAbove = 1, rowsBelow = 1

    /// All parts, in their order.
    static func all(of template: Template) -> [InstructionSection] {
        var sections = [privacy, steps(template.contents), words, sheets(template)]
        if template.profile == .simple { sections.append(hidden) }
        if !template.contents.contracts.isEmpty { sections.append(contracts(template.contents)) }
        return sections + [help]
    }

    /// How many contracts are listed and can be chosen; any number can be typed.
    private static let mostContracts = 5_000

    private static func contracts(_ contents: TemplateContents) -> InstructionSection {
        InstructionSection(
            title: Text(nl: "Uw contracten", en: "Your contracts"),
            entries: contents.contracts.prefix(mostContracts).map { contract in
                let fallback = Text(
                    nl: "Dit nummer stond in uw vorige rapportage.", en: "This number was in your last report.")
                let details = contract.details.isEmpty ? [fallback] : contract.details
                return InstructionEntry(
                    name: Text(verbatim: contract.number),
                    meaning: Text(
                        nl: details.map(\.nl).joined(separator: "\n"), en: details.map(\.en).joined(separator: "\n")))
            }, namesContracts: true)
    }

    private static func steps(_ contents: TemplateContents) -> InstructionSection {
        var steps = [
            Text(
                nl: "Vul het blad Voorblad in: wie u bent en over welke periode u rapporteert. Dat is één rij.",
                en: "Fill in sheet Voorblad: who you are and which period you report on. That is one row."),
            Text(
                nl:
                    "Vul het blad Inzet in: één rij voor elke persoon die onder het contract werkt of leert. "
                    + "Is er niemand? Sla dit blad dan over.",
                en:
                    "Fill in sheet Inzet: one row for each person who works or learns under the contract. Is "
                    + "there nobody? Then skip this sheet."
            ),
            Text(
                nl:
                    "Noem bij elke inzet en elke factuur op het blad Bewijs welk bewijs u zag. Het stuk zelf "
                    + "stuurt u niet mee.",
                en:
                    "Name on sheet Bewijs, for each placement and invoice, the document that you saw. Do not "
                    + "send the document itself."
            ),
            Text(
                nl: "Vul de andere bladen alleen in als u daar iets te melden heeft. Een leeg blad is goed.",
                en: "Fill in the other sheets only if you have something to report there. An empty sheet is fine."),
            Text(
                nl:
                    "Boven elke kolom staat of zij verplicht is. Is zij dat niet, en weet u het niet? Laat het vak dan leeg: "
                    + "geen nullen, streepjes of 'n.v.t.'. Verander de koppen niet.",
                en:
                    "Above each column it says whether it is required. If it is not, and you do not know? Then leave the cell "
                    + "empty: no zeros, dashes or 'n/a'. Do not change the headings."
            ),
            Text(
                nl:
                    "Ziet u nog een oranje vak? Daar ontbreekt iets dat verplicht is. Weet u het niet? Vraag het uw contractmanager.",
                en:
                    "Do you still see an orange cell? Something required is missing there. If you do not know it, ask your contract "
                    + "manager."),
            Text(
                nl:
                    "Bewaar het bestand als Excel-werkmap (.xlsx) en stuur het op zoals u met uw "
                    + "contractmanager heeft afgesproken.",
                en: "Save the file as an Excel workbook (.xlsx) and send it as agreed with your contract manager."),
        ]
        if contents.carriesRows {
            steps.insert(
                Text(
                    nl:
                        "Wij hebben al ingevuld wat nog loopt uit uw vorige rapportage. Kijk het na, "
                        + "verbeter wat niet meer klopt, en haal weg wat niet meer speelt.",
                    en:
                        "We filled in what is still going on from your last report. Check it, correct what "
                        + "is no longer right, and remove what is over."
                ), at: 0)
        }
        return InstructionSection(
            title: Text(nl: "Zo vult u het in", en: "How to fill it in"),
            entries: steps.enumerated().map { index, step in
                InstructionEntry(name: Text(nl: "Stap \(index + 1)", en: "Step \(index + 1)"), meaning: step)
            })
    }

    /// By when, as far as the register says so: the period is for the supplier to fill in. It stands above all parts.
    static func deadline(_ contents: TemplateContents) -> Text {
        guard let days = contents.reportWithinDays else {
            return Text(
                nl:
                    "Op de dag die u met uw contractmanager heeft afgesproken. Is er geen dag afgesproken? Vraag ernaar.",
                en: "On the day that you agreed with your contract manager. Was no day agreed? Please ask.")
        }
        let within = Contract.withinDays(days)
        return Text(
            nl: "Volgens uw contract \(within.nl). Lukt dat niet? Laat het uw contractmanager weten.",
            en: "By your contract \(within.en). Is that hard? Let your contract manager know.")
    }

    private static let words = InstructionSection(
        title: Text(nl: "Wat woorden en kleuren betekenen", en: "What words and colours mean"),
        entries: [
            InstructionEntry(
                name: ColumnNeed.required.word,
                meaning: Text(
                    nl: "Deze kolom moet in elke rij zijn ingevuld.",
                    en: "This column must be filled in in every row."),
                style: ColumnNeed.required.wordStyle.with { $0.indent = 1 }),
            InstructionEntry(
                name: ColumnNeed.welcome.word,
                meaning: Text(
                    nl: "Deze kolom helpt ons en u verder. Weet u het niet? Dan blijft zij leeg.",
                    en: "This column helps you and us. If you do not know, it stays empty."),
                style: ColumnNeed.welcome.wordStyle.with { $0.indent = 1 }),
            InstructionEntry(
                name: ColumnNeed.optional.word,
                meaning: Text(
                    nl: "Deze kolom vult u in als u het weet of als het contract erom vraagt. Anders blijft zij leeg.",
                    en: "Fill in this column if you know it or if the contract asks for it. Else it stays empty."),
                style: ColumnNeed.optional.wordStyle.with { $0.indent = 1 }),
            InstructionEntry(
                name: Text(nl: "Oranje vak", en: "Orange cell"),
                meaning: Text(
                    nl: "U bent met deze rij begonnen, maar dit verplichte vak is nog leeg.",
                    en: "You began this row, but this required cell is still empty."),
                style: CellStyle.warning.style.with { $0.vertical = .center }),
            InstructionEntry(
                name: Text(nl: "Pijltje bij een vak", en: "Arrow at a cell"),
                meaning: Text(
                    nl: "Klik erop en kies uit de lijst. Wat de woorden zijn, staat op het blad Keuzelijsten.",
                    en: "Click it and choose from the list. The words are on sheet Keuzelijsten.")),
            InstructionEntry(
                name: Text(nl: "Hoekje bij een kop", en: "Corner at a heading"),
                meaning: Text(
                    nl: "Wijs de kop aan: u leest wat u invult, hoe u het schrijft, en een voorbeeld.",
                    en: "Point at the heading: you read what to fill in, how to write it, and an example.")),
            InstructionEntry(
                name: Text(nl: "Melding 'Even nakijken'", en: "Message 'Please check'"),
                meaning: Text(
                    nl: "Wat u typte, kunnen wij waarschijnlijk niet lezen. De melding zegt hoe het wel kan.",
                    en: "We can probably not read what you typed. The message says how to write it.")),
        ])

    private static let privacy = InstructionSection(
        title: Text(nl: "Eerst dit: privacy", en: "First this: privacy"),
        entries: [
            InstructionEntry(
                name: Text(nl: "Geen namen", en: "No names"),
                meaning: Text(
                    nl:
                        "Noem geen namen van deelnemers of medewerkers. Maak voor elke deelnemer een code "
                        + "zonder betekenis, zoals D-0007.",
                    en: "Name no participants or employees. Make a meaningless code for each participant, as D-0007.")),
            InstructionEntry(
                name: Text(nl: "Geen BSN of geboortedatum", en: "No BSN or birth date"),
                meaning: Text(
                    nl: "Vul nooit een burgerservicenummer, geboortedatum, adres of rekeningnummer in.",
                    en: "Never fill in a citizen service number (BSN), birth date, address or account number.")),
            InstructionEntry(
                name: Text(nl: "Niets over gezondheid", en: "Nothing on health"),
                meaning: Text(
                    nl: "Schrijf niets over ziekte of beperkingen. Bewijsstukken blijven bij u; stuur ze niet mee.",
                    en: "Write nothing on illness or disability. Documents stay with you; do not send them along.")),
        ])

    private static func sheets(_ template: Template) -> InstructionSection {
        let tables = TableID.submission.filter(template.shows).map { id in
            InstructionEntry(
                name: Text(verbatim: TemplateSheetName.of(id)), meaning: AllTables.facts(id).meaning,
                target: TemplateSheetName.of(id))
        }
        let lists = InstructionEntry(
            name: Text(verbatim: TemplateSheetName.lists), meaning: TemplateLists.plan.frame.explanation,
            target: TemplateSheetName.lists)
        return InstructionSection(title: Text(nl: "De bladen", en: "The sheets"), entries: tables + [lists])
    }

    private static let hidden = InstructionSection(
        title: Text(nl: "Meer kolommen en bladen nodig?", en: "Do you need more columns or sheets?"),
        entries: [
            InstructionEntry(
                name: Text(nl: "Een verborgen kolom", en: "A hidden column"),
                meaning: Text(
                    nl:
                        "Dit is de eenvoudige versie: kolommen die u meestal niet nodig heeft, zijn "
                        + "verborgen. Selecteer het hele blad, klik met de rechtermuisknop op een kolomletter "
                        + "en kies Zichtbaar maken.",
                    en:
                        "This is the simple version: columns that you mostly do not need are hidden. Select "
                        + "the whole sheet, right-click a column letter and choose Unhide."
                )),
            InstructionEntry(
                name: Text(nl: "Een verborgen blad", en: "A hidden sheet"),
                meaning: Text(
                    nl:
                        "Klik met de rechtermuisknop op een tabblad onderaan en kies Zichtbaar maken. Daar "
                        + "vindt u bijvoorbeeld Uren, Afspraken en Knelpunten.",
                    en:
                        "Right-click a tab at the bottom and choose Unhide. There you find for instance Uren "
                        + "(hours), Afspraken (commitments) and Knelpunten (obstacles)."
                )),
        ])

    private static let help = InstructionSection(
        title: Text(nl: "Komt u er niet uit?", en: "Do you need help?"),
        entries: [
            InstructionEntry(
                name: Text(nl: "Vraag het", en: "Ask"),
                meaning: Text(
                    nl:
                        "Neem contact op met uw contractmanager. Liever een vraag te veel dan een rapportage "
                        + "te weinig.",
                    en: "Contact your contract manager. Rather one question too many than one report too few.")),
            InstructionEntry(
                name: Text(nl: "Alles over de kolommen", en: "All about the columns"),
                meaning: Text(
                    nl:
                        "Wijs een kop aan: dan ziet u wat erin hoort, met een voorbeeld. Uw contractmanager "
                        + "heeft ook een veldengids.",
                    en: "The field guide (field-guide.html) explains every column, with an example.")),
            InstructionEntry(
                name: Text(nl: "Versie", en: "Version"),
                meaning: Text(
                    nl: "Dit is sjabloonversie \(TemplateVersion.current). Die staat al op het Voorblad.",
                    en: "This is template version \(TemplateVersion.current). It is on sheet Voorblad already.")),
        ])
}
