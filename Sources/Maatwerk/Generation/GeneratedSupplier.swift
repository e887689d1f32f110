import Plumbing
import SocialReturnModel

/// A made-up supplier: its contract and its submission, the same for the same seed and number.
struct GeneratedSupplier {
    private let number: Int
    private let generation: Generation
    private var random: SeededGenerator
    /// Decides how a row is spoiled, so that all other rows are the same whatever the error rate.
    private var spoiling: SeededGenerator
    /// The errors that ``submission()`` planted.
    private(set) var planted: [PlantedError] = []
    private var invoices: [GeneratedInvoice] = []

    init(_ number: Int, _ generation: Generation) {
        self.number = number
        self.generation = generation
        random = SeededGenerator(seed: generation.seed, part: number)
        spoiling = SeededGenerator(seed: generation.seed, part: number + Stream.errors.rawValue)
    }

    var submissionName: String { Self.submissionName(number) }

    private static func submissionName(_ number: Int) -> String { "leverancier-\(digits(number, 6))-2026-Q2" }
    private var name: String { "Voorbeeld \(Self.trades[number % Self.trades.count].name) \(number) B.V." }
    private var kvk: String { Self.digits(90_000_000 + number % 9_000_000, 8) }
    private var contract: String { "VBD-2026-\(Self.digits(number, 6))" }
    private var evidenceOfPlacements: [StaticString] = []
    private var isValued: Bool { number % 3 != 0 }

    var supplierLine: String { "\(kvk);\(name);bv\r\n" }

    var contractLine: String {
        let regime = isValued ? "klassiek" : "maatwerk"
        return
            "\(contract);\(Self.trades[number % Self.trades.count].title);\(Self.trades[number % Self.trades.count].category);\(kvk);dienst;01-09-2025;15-12-2025;01-01-2026;31-12-2029;1000000,00;\(regime);geen;contractmanagement@voorbeeld.example;kwartaal\r\n"
    }

    var obligationLine: String {
        isValued
            ? "\(contract);5,0;opdrachtwaarde;1000000,00;;;HAAGLANDEN-2023-07;contract;publicatie;in_uitvoering\r\n"
            : "\(contract);;;;\(4 + number % 20);personen;;;;in_uitvoering\r\n"
    }

    private static let trades = [
        (name: "Schoon", title: "Schoonmaak gebouwen", category: "SCHOONMAAK"),
        (name: "Groen", title: "Groenvoorziening", category: "GROEN"),
        (name: "Catering", title: "Bedrijfscatering", category: "CATERING"),
        (name: "Vervoer", title: "Vervoer en logistiek", category: "VERVOER"),
        (name: "Techniek", title: "Technisch onderhoud", category: "ONDERHOUD"),
    ]

    /// The files of the submission, as Excel would save them apart from the byte-order mark.
    mutating func submission() -> [(name: String, text: String)] {
        planInvoices()
        return [
            (
                "voorblad.csv",
                "leverancier_kvk;leverancier_naam;periode;sjabloonversie;opgesteld_op;ontvangen_op;deelnemers_geinformeerd\r\n\(kvk);\(name);2026-Q2;1;03-07-2026;06-07-2026;ja\r\n"
            ),
            ("inzet.csv", placements()),
            ("bewijs.csv", evidence()),
            ("sociale_inkoop.csv", purchases()),
            (
                "gesprekken.csv",
                "contractnummer;datum;fase;deelnemende_rollen;uitkomst\r\n\(contract);\(Self.digits(random.number(1...28), 2))-05-2026;uitvoering;leverancier en contractmanager;voortgang besproken\r\n"
            ),
        ]
    }

    private mutating func placements() -> String {
        var text = GeneratedPlacement.heading
        text.reserveCapacity(generation.rows * 200)
        for index in 1...generation.rows {
            var line = placement(index)
            if random.happens(generation.errorRate) {
                let error = spoiling.pick(PlantedError.Kind.allCases)
                error.plant(in: &line, &spoiling)
                planted.append(
                    PlantedError(file: "inzet.csv", row: index + 1, column: error.column, rule: error.rule))
            }
            text += line.text
        }
        return text
    }

    private mutating func placement(_ index: Int) -> GeneratedPlacement {
        let group = random.pick(["PW", "WW", "BAN", "WIA", "NUG", "BBL", "VSO"])
        evidenceOfPlacements.append(Self.evidence(of: group))
        let start = Generation.period.start.adding(days: random.number(-80...60))
        let isOpen = random.happens(0.3)
        let end = isOpen ? nil : start.adding(days: random.number(100...400))
        let hours = random.pick([16, 20, 24, 28, 32, 36])
        let days =
            min(end ?? Generation.period.end, Generation.period.end).days(
                since: max(start, Generation.period.start)) + 1
        let isLearning = group == "BBL"
        return GeneratedPlacement(cells: [
            "P-\(Self.digits(index, 6))", contract, "D-\(Self.digits(index, 6))", group,
            group == "PW" ? random.pick(["<2j", ">2j"]) : group == "WW" ? random.pick(["<1j", ">1j"]) : "",
            random.pick(["15-26", "27-49", "50-54", "55", "56+"]), kvk, isLearning ? "bbl" : "dienstverband",
            isOpen ? "onbepaald" : "bepaald", start.formatted(.dutch), end?.formatted(.dutch) ?? "", "\(hours),0",
            workedHours(hours * days), isLearning ? random.pick(["1", "2", "3", "4"]) : "",
            "nee",
            "direct: \(random.pick(["schoonmaak", "bevoorrading", "planning", "onderhoud"]))",
            group == "BAN" ? "ja" : "nee", "", "", "", "", "\(random.number(1000...9999))",
            random.happens(0.2) ? "begeleiding door een vaste collega" : "",
        ])
    }

    /// Somewhat fewer hours than were agreed, for leave and illness; `agreed` is in sevenths of an hour.
    private mutating func workedHours(_ agreed: Int) -> String {
        let perMille = 10 * random.number(70...99) + random.number(0...9)
        let tenths = agreed * perMille / 700
        return "\(tenths / 10),\(tenths % 10)"
    }

    private func evidence() -> String {
        var text = "bewijs_id;hoort_bij;soort;afgever;datum_document;gezien_op;bewaard_bij;ingezien_door_inkoop\r\n"
        text.reserveCapacity(generation.rows * 100)
        for (offset, evidence) in evidenceOfPlacements.enumerated() {
            let number = Self.digits(offset + 1, 6)
            text += "B-\(number);P-\(number);\(evidence);15-02-2026;20-02-2026;leverancier;nee\r\n"
        }
        for (offset, invoice) in invoices.enumerated() {
            text +=
                "BF-\(offset + 1);\(invoice.number);factuur;sociale onderneming;15-05-2026;20-05-2026;leverancier;nee\r\n"
        }
        return text
    }

    /// The kind of evidence that fits a group, and who issues it.
    static func evidence(of group: String) -> StaticString {
        switch group {
        case "PW": "uitkeringsspecificatie_gezien;gemeente"
        case "BAN": "registercontrole;werkgever"
        case "BBL": "praktijkovereenkomst;school"
        case "VSO": "stageovereenkomst;school"
        default: "uwv_verklaring;UWV"
        }
    }

    /// The supplier's own invoices, and now and then one that the supplier before it reports too, or an enterprise spelled otherwise:
    /// what only shows when reports are laid beside each other.
    private mutating func planInvoices() {
        invoices = GeneratedInvoice.all(of: number, generation)
        guard number > 1 else { return }
        var random = SeededGenerator(seed: generation.seed, part: number + Stream.others.rawValue)
        if random.happens(generation.errorRate) {
            invoices[0].name = "Soc. Onderneming \(invoices[0].partner)"
            planted.append(PlantedError(file: "sociale_inkoop.csv", row: 2, column: "partner_naam", rule: "IDN-11"))
        }
        if random.happens(generation.errorRate) {
            invoices.append(GeneratedInvoice.all(of: number - 1, generation)[0])
            planted.append(
                PlantedError(
                    file: "sociale_inkoop.csv", row: invoices.count + 1, column: "factuurnummer", rule: "INK-11",
                    alsoIn: Self.submissionName(number - 1)))
        }
    }

    private func purchases() -> String {
        GeneratedInvoice.heading + invoices.map { $0.line(under: contract) }.joined()
    }

    /// `number` with zeros before it, `width` digits at least.
    static func digits(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// A row of `inzet.csv` before it is written.
struct GeneratedPlacement {
    /// The cells in the order of the interface.
    var cells: [String]

    static var heading: String { Placement.table.facts.columns.map(\.name).joined(separator: ";") + "\r\n" }

    var text: String { cells.joined(separator: ";") + "\r\n" }

    /// The cell of the column called `name`.
    subscript(name: String) -> String {
        get { cells[Placement.table.facts.index(of: name)!] }
        set { cells[Placement.table.facts.index(of: name)!] = newValue }
    }
}
