import SocialReturnModel

extension ReportingResponse {
    /// How it stands, in one sentence.
    public var summary: Text {
        guard expected > 0 else {
            return Text(
                nl: "Op \(day.formatted(.dutch)) verwacht het register nog geen rapportage.",
                en: "On \(day.formatted(.english)) the register expects no report yet.")
        }
        let (rejected, late) = (count(.rejected), receivedLate)
        let inside = [
            rejected > 0 ? Text(nl: "\(rejected) afgekeurd", en: "\(rejected) rejected") : nil,
            late > 0 ? Text(nl: "\(late) later dan afgesproken", en: "\(late) later than agreed") : nil,
        ].compactMap(\.self)
        let outside = [
            Self.counted(
                count(.missing), nl: ("ontbreekt", "ontbreken"), en: ("is missing", "are missing")),
            Self.counted(count(.late), nl: ("is te laat", "zijn te laat"), en: ("is late", "are late")),
            Self.counted(
                count(.notYet), nl: ("hoeft er nog niet te zijn", "hoeven er nog niet te zijn"),
                en: ("is not due yet", "are not due yet")),
        ].compactMap(\.self)
        func sentence(_ start: String, _ language: Language) -> String {
            start
                + (inside.isEmpty ? "" : " (" + inside.map { $0[language] }.joined(separator: ", ") + ")")
                + (outside.isEmpty ? "" : "; " + outside.map { $0[language] }.joined(separator: ", ")) + "."
        }
        return Text(
            nl: sentence(
                "\(received) van \(expected) verwachte \(expected == 1 ? "rapportage" : "rapportages")", .dutch),
            en: sentence("\(received) of \(expected) expected \(expected == 1 ? "report" : "reports")", .english))
    }

    private static func counted(_ count: Int, nl: (String, String), en: (String, String)) -> Text? {
        guard count > 0 else { return nil }
        return Text(nl: "\(count) \(count == 1 ? nl.0 : nl.1)", en: "\(count) \(count == 1 ? en.0 : en.1)")
    }
}

extension ResponseState {
    /// The state as people read it.
    public var name: Text {
        switch self {
        case .late: Text(nl: "te laat", en: "late")
        case .missing: Text(nl: "ontbreekt", en: "missing")
        case .rejected: Text(nl: "afgekeurd", en: "rejected")
        case .notYet: Text(nl: "nog niet", en: "not yet")
        case .received: Text(nl: "ontvangen", en: "received")
        case .approved: Text(nl: "goedgekeurd", en: "approved")
        case .replaced: Text(nl: "vervangen", en: "replaced")
        }
    }

    /// What the state means, in one sentence.
    public var meaning: Text {
        switch self {
        case .late:
            Text(
                nl: "Er is geen rapportage, en de uiterste dag is voorbij.",
                en: "There is no report, and the last day has passed.")
        case .missing:
            Text(
                nl: "Er is geen rapportage. Het register noemt geen uiterste dag.",
                en: "There is no report. The register names no last day.")
        case .rejected:
            Text(nl: "De rapportage is niet te gebruiken.", en: "The report cannot be used.")
        case .notYet:
            Text(
                nl: "Er is nog geen rapportage, en de uiterste dag is nog niet voorbij.",
                en: "There is no report yet, and the last day has not passed.")
        case .received:
            Text(nl: "De rapportage is er en is nog niet beoordeeld.", en: "The report is there and was not judged.")
        case .approved:
            Text(
                nl: "De rapportage is te gebruiken, met of zonder opmerkingen.",
                en: "The report can be used, with remarks or without.")
        case .replaced:
            Text(nl: "Een latere rapportage telt in plaats van deze.", en: "A later report counts in its stead.")
        }
    }
}

extension ResponseNote {
    /// What there is to know, and what to do about it.
    public var text: Text {
        switch self {
        case .dueUnknown:
            Text(
                nl:
                    "De uiterste dag is niet bekend: rapportage_binnen_dagen is leeg in contracten.csv. Daarom heet niets hier te laat.",
                en:
                    "The last day is not known: rapportage_binnen_dagen is empty in contracten.csv. So nothing is called late here."
            )
        case .dueUnusable:
            Text(
                nl: """
                    De uiterste dag is niet bekend: rapportage_binnen_dagen in contracten.csv is geen heel getal van 0 tot en met 366. \
                    Daarom heet niets hier te laat.
                    """,
                en: """
                    The last day is not known: rapportage_binnen_dagen in contracten.csv is no whole number from 0 to 366. So nothing is \
                    called late here.
                    """)
        case .receivedUnknown:
            Text(
                nl: "Wanneer de rapportage is ontvangen, staat niet op het voorblad (ontvangen_op).",
                en: "The cover does not say when the report was received (ontvangen_op).")
        case .firstUnknown:
            Text(
                nl:
                    "Dit is een verbetering. De eerste levering is niet meegegeven, dus of die op tijd was, is niet bekend.",
                en: "This is a correction. The first delivery was not given, so whether that was in time is not known.")
        case .partly(let reports):
            Text(
                nl: "Alleen over een deel van de periode is gerapporteerd: \(reports.joined(separator: ", ")).",
                en: "Only a part of the period was reported on: \(reports.joined(separator: ", ")).")
        case .alsoIn(let reports):
            Text(
                nl: "Ook deze rapportages gaan over de periode en tellen mee: \(reports.joined(separator: ", ")).",
                en: "These reports are about the period too and count: \(reports.joined(separator: ", ")).")
        case .replacedBy(let report):
            Text(
                nl: "De rapportage is vervangen door \(report), die niet over dit contract en deze periode gaat.",
                en: "The report was replaced by \(report), which is not about this contract and period.")
        case .withRemarks:
            Text(
                nl: "Goedgekeurd met opmerkingen.", en: "Approved with remarks.")
        case .namesNoContract:
            Text(
                nl: "De rapportage noemt geen contract. Zij geldt hier voor alle contracten van de leverancier.",
                en: "The report names no contract. Here it stands for all contracts of the supplier.")
        }
    }
}

extension SilentContract.Reason {
    /// Why nothing is expected, and what to do where the register lacks something.
    public var text: Text {
        switch self {
        case .exempt(let reason) where reason.isEmpty:
            Text(
                nl: "Vrijgesteld; de reden (reden_vrijstelling) staat niet in het register.",
                en: "Exempt; the reason (reden_vrijstelling) is not in the register.")
        case .exempt(let reason): Text(nl: "Vrijgesteld: \(reason)", en: "Exempt: \(reason)")
        case .frequencyUnknown:
            Text(
                nl: "Hoe vaak, is niet bekend. Vul rapportagefrequentie in contracten.csv in.",
                en: "How often is not known. Fill in rapportagefrequentie in contracten.csv.")
        case .termUnknown:
            Text(
                nl:
                    "De looptijd is niet bekend. Vul ingangsdatum en einddatum in contracten.csv in, de eerste vóór de tweede.",
                en:
                    "The term is not known. Fill in ingangsdatum and einddatum in contracten.csv, the first before the second."
            )
        case .beginsLater(let day):
            Text(
                nl: "Het contract begint op \(day.formatted(.dutch)).",
                en: "The contract begins on \(day.formatted(.english)).")
        case .firstPeriodRuns(let day):
            Text(
                nl: "De eerste periode loopt tot en met \(day.formatted(.dutch)).",
                en: "The first period runs through \(day.formatted(.english)).")
        }
    }
}

extension UnexpectedReport.Reason {
    /// Why the report is not expected, and what to do about it.
    public var text: Text {
        switch self {
        case .coverIncomplete:
            Text(
                nl:
                    "Leverancier of periode is niet bekend. De leverancier leest in de terugkoppeling wat er op het voorblad moet staan.",
                en: "Supplier or period is not known. The supplier reads in the feedback what the cover must say.")
        case .supplierUnknown:
            Text(
                nl: "Het register kent deze leverancier niet. Controleer het KvK-nummer, of vul leveranciers.csv aan.",
                en: "The register does not know this supplier. Check the KvK number, or add to leveranciers.csv.")
        case .contractUnknown:
            Text(
                nl: "Het register kent dit contract niet. Controleer het contractnummer, of vul contracten.csv aan.",
                en: "The register does not know this contract. Check the contract number, or add to contracten.csv.")
        case .ofAnotherSupplier:
            Text(
                nl: "Dit contract is in het register van een andere leverancier.",
                en: "In the register this contract is another supplier's.")
        case .noContract:
            Text(
                nl: "Deze leverancier heeft geen contract in het register.",
                en: "This supplier has no contract in the register.")
        case .silent(let reason):
            Text(
                nl: "Van dit contract wordt niets verwacht. \(reason.text.nl)",
                en: "Nothing is expected of this contract. \(reason.text.en)")
        case .partOf(let periods):
            Text(
                nl: "De rapportage gaat maar over een deel van \(periods.map(\.description).joined(separator: ", ")).",
                en: "The report is about only a part of \(periods.map(\.description).joined(separator: ", ")).")
        case .outsideTerm:
            Text(nl: "Het contract loopt niet in deze periode.", en: "The contract does not run in this period.")
        case .notEnded: Text(nl: "De periode is nog niet voorbij.", en: "The period has not ended.")
        case .unreadable:
            Text(
                nl: "De inzending was niet te lezen. In haar map zegt retourbericht.txt waarom.",
                en: "The submission could not be read. In its folder retourbericht.txt says why.")
        }
    }
}
