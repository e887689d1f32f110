import Plumbing
import SocialReturnModel

/// What happens under the contract of one made-up supplier, quarter after quarter: who comes and gets on, what was promised, what is in the
/// way and then is not, what was learnt. The same for the same seed and number.
///
/// Where figures of ``GeneratedSupplier`` are for tests of volume, this is for people to look at: obligations that the supplier can just make,
/// words that fit the work, and reports that follow from each other.
struct SupplierStory {
    /// What kind of agreement the contract has.
    private enum Approach: Int { case valued, persons, fullTime, talk }

    private let number: Int
    private let generation: Generation
    private let quarters: Int
    private let words: StoryWords
    private let approach: Approach
    private let careers: [Career]
    private let commitments: [(id: String, words: StoryWords.Commitment, number: Int, pace: Int, text: String)]
    /// From which quarter each obstacle is in the way, and how long.
    private let obstacles: [(words: StoryWords.Obstacle, from: Int, length: Int, asksHelp: Bool)]
    /// The errors that ``submission(_:)`` planted.
    private(set) var planted: [PlantedError] = []

    init(_ number: Int, _ generation: Generation, quarters: Int) {
        self.number = number
        self.generation = generation
        self.quarters = quarters
        var random = SeededGenerator(seed: generation.seed, part: number + Stream.stories.rawValue)
        let words = StoryWords.trades[number % StoryWords.trades.count]
        let approach = Approach(rawValue: number % 4) ?? .valued
        (self.words, self.approach) = (words, approach)
        var (careers, placement): ([Career], Int) = ([], 1)
        for person in 1...generation.rows {
            // Half are there from the first quarter on, the others come as the work does.
            let quarter = person % 2 == 0 ? 0 : random.number(0...quarters - 1)
            let start = Self.period(quarter).start.adding(days: random.number(0...55))
            let career = Career(person, from: start, placement: placement, &random)
            placement += career.count
            careers.append(career)
        }
        self.careers = careers
        let shared = approach == .valued ? [] : StoryWords.shared
        commitments = (words.commitments + shared).enumerated().map { index, promise in
            let count = random.number(promise.number)
            return (
                "A-\(index + 1)", promise, count, random.number(promise.pace),
                promise.goal.split(separator: "#", omittingEmptySubsequences: false).joined(separator: "\(count)")
            )
        }
        obstacles = words.obstacles.enumerated().map { index, obstacle in
            (obstacle, random.number(0...1) + index, random.number(1...2), index == 0 && approach != .valued)
        }
    }

    // MARK: - Register

    private var kvk: String { GeneratedSupplier.digits(91_000_000 + number % 9_000_000, 8) }
    private var contract: String { "VRH-2026-\(GeneratedSupplier.digits(number, 4))" }
    private var name: String { "Verhaal \(words.name) \(number) B.V." }
    /// What the supplier can just make: five per cent of this are four years of what its people are worth.
    private var value: Int { max(1, generation.rows) * 600_000 }

    var supplierLine: String { "\(kvk);\(name);bv\r\n" }

    var contractLine: String {
        let regime = approach == .valued ? "klassiek" : "maatwerk"
        return
            "\(contract);\(words.title) perceel \(number);\(words.category);\(kvk);dienst;01-06-2025;15-11-2025;01-01-2026;31-12-2029;\(value),00;\(regime);geen;contractmanagement@voorbeeld.example;kwartaal\r\n"
    }

    /// The obligations; a contract about full-time equivalents has one about people too.
    var obligationLines: String {
        func line(_ count: Int, _ unit: String) -> String { "\(contract);;;;\(count);\(unit);;;;36;in_uitvoering\r\n" }
        // Some make it easily, some just, and some will have to talk about it.
        let people = max(2, generation.rows * [3, 3, 2, 6, 3][number % 5])
        return switch approach {
        case .valued:
            "\(contract);5,0;opdrachtwaarde;\(value),00;;;HAAGLANDEN-2023-07;contract;publicatie;;in_uitvoering\r\n"
        case .persons: line(people, "personen")
        case .fullTime: line(people, "personen") + line(max(1, generation.rows / 3), "fte")
        case .talk: "\(contract);;;;;;;;;;in_uitvoering\r\n"
        }
    }

    /// What was agreed when the report on each quarter was talked about, as `besluiten.csv` has it.
    var decisionLines: String {
        guard approach != .valued else { return "" }
        return (0..<max(0, quarters - 1)).reduce(into: "") { text, quarter in
            let day = Self.period(quarter).end
            guard let help = asked(in: quarter).first(where: \.asksHelp) else { return }
            let (by, on) = (day.adding(days: 75).formatted(.dutch), day.adding(days: 25).formatted(.dutch))
            let who = help.words.owner == "rijk" ? "contractmanager" : "projectleider van de leverancier"
            text +=
                "\(contract);hulpvraag/\(contract.lowercased());\(Self.name(quarter));samen met het adviesteam bekijken wat helpt;\(who);\(by);;\(on);gesprek\r\n"
        }
    }

    // MARK: - Reports

    /// The quarter after `quarter` others, of which the contract's first is 0.
    static func period(_ quarter: Int) -> ReportingPeriod {
        let first = 3 * (quarter % 4) + 1
        return ReportingPeriod(year: 2026 + quarter / 4, months: first...first + 2) ?? Generation.period
    }

    static func name(_ quarter: Int) -> String { "\(2026 + quarter / 4)-Q\(quarter % 4 + 1)" }

    func submissionName(_ quarter: Int) -> String {
        "verhaal-\(GeneratedSupplier.digits(number, 4))-\(Self.name(quarter))"
    }

    /// Whether the report on the quarter never comes: one in sixteen, and never the first.
    func isMissing(_ quarter: Int) -> Bool { quarter > 0 && (5 * number + 7 * quarter) % 16 == 0 }

    /// The files of the report on a quarter.
    mutating func submission(_ quarter: Int) -> [(name: String, text: String)] {
        let period = Self.period(quarter)
        let steps = careers.flatMap { career in career.steps.map { (career, $0) } }
            .filter { $0.1.start <= period.end && ($0.1.end ?? period.end) >= period.start }
        let files = [
            ("voorblad.csv", cover(quarter)), ("inzet.csv", placements(steps, quarter)),
            ("uren.csv", hours(steps.map(\.1), period)), ("bewijs.csv", evidence(steps, quarter)),
            ("gesprekken.csv", conversation(quarter)), ("afspraken.csv", promises(quarter)),
            ("knelpunten.csv", obstacleLines(quarter)), ("leerpunten.csv", lessons(quarter)),
            ("voorbeelden.csv", examples(quarter, steps.map(\.1))), ("leerplekken.csv", places(quarter)),
            ("sociale_inkoop.csv", purchases(quarter)),
        ]
        return files.compactMap { name, text in text.map { (name: name, text: $0) } }
    }

    /// A table; nil without lines.
    private static func table(_ heading: String, _ lines: [String]) -> String? {
        lines.isEmpty ? nil : ([heading] + lines).joined(separator: "\r\n") + "\r\n"
    }

    /// Words as a field: between quotes where they hold a separator.
    private static func field(_ words: String) -> String {
        words.contains(";") || words.contains("\"")
            ? "\"" + words.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
            : words
    }

    private func cover(_ quarter: Int) -> String? {
        let day = Self.period(quarter).end.adding(days: 6 + number % 20)
        return Self.table(
            "leverancier_kvk;leverancier_naam;periode;sjabloonversie;opgesteld_op;ontvangen_op;deelnemers_geinformeerd",
            [
                "\(kvk);\(name);\(Self.name(quarter));1;\(day.formatted(.dutch));\(day.adding(days: 2).formatted(.dutch));ja"
            ])
    }

    private mutating func placements(_ steps: [(Career, Career.Step)], _ quarter: Int) -> String {
        var random = SeededGenerator(seed: generation.seed, part: number + Stream.errors.rawValue + (quarter + 1) << 20)
        let end = Self.period(quarter).end
        var text = GeneratedPlacement.heading
        for (index, (career, step)) in steps.enumerated() {
            let hasEnded = step.end.map { $0 <= end } ?? false
            var line = GeneratedPlacement(cells: Placement.table.facts.columns.map { _ in "" })
            for (name, value) in [
                ("inzet_id", step.id), ("contractnummer", contract), ("deelnemercode", career.participant),
                ("doelgroep", career.group), ("duurklasse", career.duration), ("leeftijdsklasse", career.age),
                ("werkgever_kvk", kvk), ("soort_inzet", step.kind), ("contractvorm", step.form),
                ("begindatum", step.start.formatted(.dutch)),
                ("einddatum", ((hasEnded ? step.end : step.agreedEnd)?.formatted(.dutch)) ?? ""),
                ("uren_per_week", "\(step.hours),0"), ("niveau", step.level), ("eerder_in_dienst", "nee"),
                (
                    "verband_opdracht",
                    words.links[career.participant.utf8.reduce(0) { $0 + Int($1) } % words.links.count]
                ),
                ("telt_banenafspraak", career.group == "BAN" ? "ja" : "nee"),
                ("uitkomst", hasEnded ? step.outcome : ""), ("reden_einde", hasEnded ? step.reason : ""),
                ("werkpostcode", "\(home.postcode + number % 30)"),
            ] { line[name] = value }
            if random.happens(generation.errorRate) {
                let error = random.pick(PlantedError.Kind.allCases)
                error.plant(in: &line, &random)
                planted.append(
                    PlantedError(file: "inzet.csv", row: index + 2, column: error.column, rule: error.rule))
            }
            text += line.text
        }
        return text
    }

    /// The hours of each month, somewhat fewer than were agreed.
    private func hours(_ steps: [Career.Step], _ period: ReportingPeriod) -> String? {
        var lines: [String] = []
        for step in steps {
            for month in 0..<3 {
                let first = period.start.adding(months: month)
                let last = min(first.adding(months: 1).adding(days: -1), step.end ?? period.end)
                let from = max(first, step.start)
                guard from <= last else { continue }
                let share = 86 + (step.hours + month + Int(step.start.daysSince1970)) % 12
                let tenths = step.hours * (last.days(since: from) + 1) * share / 70
                let name = String(first.formatted(.dutch).dropFirst(3))
                lines.append("\(step.id);\(name.suffix(4))-\(name.prefix(2));\(tenths / 10),\(tenths % 10)")
            }
        }
        return Self.table("inzet_id;periode;gewerkte_uren", lines)
    }

    private func evidence(_ steps: [(Career, Career.Step)], _ quarter: Int) -> String? {
        let seen = steps.map { career, step in
            let day = step.start.adding(days: 3).formatted(.dutch)
            return
                "B-\(step.id);\(step.id);\(GeneratedSupplier.evidence(of: career.group));\(day);\(day);leverancier;\(step.hours % 3 == 0 ? "ja" : "nee")"
        }
        let day = Self.period(quarter).start.adding(days: 50).formatted(.dutch)
        let bills = invoices(quarter).map {
            "BF-\($0.number);\($0.number);factuur;sociale onderneming;\(day);\(day);leverancier;nee"
        }
        return Self.table(
            "bewijs_id;hoort_bij;soort;afgever;datum_document;gezien_op;bewaard_bij;ingezien_door_inkoop", seen + bills)
    }

    private func conversation(_ quarter: Int) -> String? {
        let period = Self.period(quarter)
        let obstacle = asked(in: quarter).first
        let outcome =
            quarter == 0
            ? "Afspraken vastgelegd; het Rijk regelt een rondleiding."
            : obstacle.map {
                "Gesproken over \($0.words.kind.split(separator: "_").joined(separator: " ")); wij kijken volgende keer wat het deed."
            }
                ?? "Het loopt. Wij houden de afspraken zo."
        let lines = [
            "\(contract);\(period.start.adding(days: 18 + number % 9).formatted(.dutch));\(quarter == 0 ? "start" : "uitvoering");contractmanager, projectleider;\(Self.field(outcome))"
        ]
        return Self.table("contractnummer;datum;fase;deelnemende_rollen;uitkomst", lines)
    }

    private func promises(_ quarter: Int) -> String? {
        let lines = commitments.map { id, promise, count, pace, text in
            let done = min(100, pace * (quarter + 1))
            let status = done >= 100 ? "gehaald" : done > 0 ? "loopt" : "open"
            let due = Self.period(promise.due).end.formatted(.dutch)
            return
                "\(id);\(contract);\(text);\(promise.owner);\(count);\(promise.unit);\(due);\(done);\(status);\(Self.field(done >= 100 ? promise.met : promise.running))"
        }
        return Self.table(
            "afspraak_id;contractnummer;doel;eigenaar;aantal;eenheid;streefdatum;voortgang;status;toelichting", lines)
    }

    /// The obstacles that are in the way in a quarter.
    private func asked(in quarter: Int) -> [(words: StoryWords.Obstacle, from: Int, length: Int, asksHelp: Bool)] {
        obstacles.filter { quarter >= $0.from && quarter < $0.from + $0.length }
    }

    private func obstacleLines(_ quarter: Int) -> String? {
        Self.table(
            "contractnummer;soort;fase;omschrijving;hulpvraag;actie;eigenaar",
            asked(in: quarter).map { obstacle, from, _, asksHelp in
                // What was tried is told from the second time on.
                "\(contract);\(obstacle.kind);uitvoering;\(Self.field(obstacle.words));\(asksHelp ? "ja" : "nee");\(quarter > from || !asksHelp ? Self.field(obstacle.action) : "");\(obstacle.owner)"
            })
    }

    /// What was learnt when an obstacle was out of the way.
    private func lessons(_ quarter: Int) -> String? {
        Self.table(
            "contractnummer;afspraak_id;wat_geprobeerd;wat_gebeurde;wat_geleerd;volgende_stap",
            obstacles.filter { $0.from + $0.length == quarter }.map { obstacle, _, _, _ in
                "\(contract);A-1;\(Self.field(obstacle.action));het werkte, na wat zoeken;\(Self.field(obstacle.lesson));zo ook op de andere locaties"
            })
    }

    /// A story in the quarter after somebody got permanent work.
    private func examples(_ quarter: Int, _ steps: [Career.Step]) -> String? {
        let period = Self.period(quarter)
        let gotWork = steps.contains {
            $0.outcome == "vast_werk" && ($0.end.map { $0 >= period.start && $0 <= period.end } ?? false)
        }
        guard gotWork, (number + quarter) % 2 == 0 else { return nil }
        let example = words.examples[quarter % words.examples.count]
        let isPublic = number % 3 != 0
        return Self.table(
            "contractnummer;titel;verhaal;deelbaar;toestemming_datum",
            [
                "\(contract);\(example.title);\(Self.field(example.words));\(isPublic ? "openbaar" : "intern");\(period.end.adding(days: -9).formatted(.dutch))"
            ])
    }

    /// The region in which the work is.
    private var home: (name: String, postcode: Int) {
        let region = StoryWords.regions[number / 3 % StoryWords.regions.count]
        return (region.0, region.1)
    }

    private func places(_ quarter: Int) -> String? {
        guard (number + quarter) % 3 == 0 else { return nil }
        // Of each category in each region some offer and some look.
        let isOffer = number / 5 % 2 == 0
        let kind = StoryWords.places[number / 10 % StoryWords.places.count]
        let from = Self.period(quarter).end.adding(days: 31 + number % 7 * 10)
        return Self.table(
            "richting;soort_plek;vak;regio;van;tot;aantal;contact",
            [
                "\(isOffer ? "aanbod" : "vraag");\(kind);\(words.place);\(home.name);\(from.formatted(.dutch));\(from.adding(days: 300).formatted(.dutch));\(1 + number % 2);leerplekken@verhaal\(number).example"
            ])
    }

    /// The invoices of social enterprises in a quarter.
    private func invoices(_ quarter: Int) -> [GeneratedInvoice] {
        guard approach == .valued || number % 5 == 0 else { return [] }
        var random = SeededGenerator(
            seed: generation.seed, part: number + Stream.invoices.rawValue + (quarter + 1) << 20)
        return (1...max(1, generation.rows / 10)).map { index in
            let partner = random.number(1...20)
            return GeneratedInvoice(
                partner: partner, name: "Sociale Onderneming \(partner)",
                number: "F\(number)-\(Self.name(quarter))-\(index)",
                day: random.number(0...80), euros: random.number(1_500...14_000), cents: random.number(0...99))
        }
    }

    private func purchases(_ quarter: Int) -> String? {
        let start = Self.period(quarter).start
        return Self.table(
            "contractnummer;partner_kvk;partner_naam;keten;omschrijving;factuurnummer;factuurdatum;bedrag_excl_btw;erkenning;erkenning_geldig_tot",
            invoices(quarter).map { invoice in
                let kvk = GeneratedSupplier.digits(80_000_000 + invoice.partner, 8)
                let day = start.adding(days: invoice.day).formatted(.dutch)
                return
                    "\(contract);\(kvk);\(invoice.name);onderaanneming;hulp bij het werk;\(invoice.number);\(day);\(invoice.euros),\(GeneratedSupplier.digits(invoice.cents, 2));regionaal;31-12-2029"
            })
    }
}
