import Parameters
import Rules
import SocialReturnModel
import Valuations

/// Collects the lines of *Instellingen en bronnen*.
struct SettingLines: Bilingual {
    let report: Report
    private(set) var lines: [SettingLine] = []

    var language: Language { report.language }

    init(_ report: Report) {
        self.report = report
        addRules()
        let terms = report.context.terms.sorted { report.text($0.key) < report.text($1.key) }
        for (contract, terms) in terms { addContract(report.text(contract), terms) }
        var tables: [String: ValuationTable] = [:]
        for (_, terms) in terms {
            if let table = terms.tableInUse { tables[table.id] = table }
        }
        for table in tables.values.sorted(by: { $0.id < $1.id }) { addTable(table) }
        addSources()
    }

    mutating func append(_ line: SettingLine) { lines.append(line) }

    private mutating func addRules() {
        let subject = words("Regels en grenzen", "Rules and limits")
        let ruleSet = report.context.ruleSet
        let rules = report.context.judgingPositions.count
        lines += [
            SettingLine(
                subject, words("Versie van de regels", "Version of the rules"), .text(ruleSet.version),
                words(
                    "\(rules) regels, toegepast vanaf \(ruleSet.validFrom.formatted(.dutch))",
                    "\(rules) rules, applied from \(ruleSet.validFrom.formatted(.english))")),
            SettingLine(
                subject, words("Dag waarop is beoordeeld", "Day of the assessment"), .day(report.context.today, .day),
                words(
                    "SOURCE_DATE_EPOCH, anders opgesteld_op van het voorblad, anders het einde van de periode",
                    "SOURCE_DATE_EPOCH, else opgesteld_op of the cover, else the end of the period")),
        ]
        addLimits(subject)
        guard let register = report.context.register else {
            lines.append(
                SettingLine(
                    subject, words("Contractregister", "Contract register"),
                    .text(words("○ niet meegegeven", "○ not given"), .notTested),
                    words("regels die het nodig hebben, zijn niet getoetst", "rules that need it were not tested")))
            return
        }
        for file in register.files {
            lines.append(
                SettingLine(
                    words("Contractregister", "Contract register"), "SHA-256", .text(file.sha256),
                    words("bestand van inkoop", "file of the procurement department"), part: file.name))
        }
    }

    private mutating func addContract(_ contract: String, _ terms: ContractTerms) {
        func add<Value>(_ nl: String, _ en: String, _ setting: Setting<Value>?, _ cell: (Value) -> Cell) {
            guard let setting else { return }
            lines.append(SettingLine(contract, words(nl, en), cell(setting.value), setting.origin.name[language]))
        }
        let register = words("contractregister", "contract register")
        if let regime = terms.contract.regime {
            lines.append(SettingLine(contract, words("werkwijze", "approach"), .text(regime.name[language]), register))
        }
        for (number, obligation) in terms.obligations.enumerated() { addObligation(contract, number + 1, obligation) }
        lines.append(SettingLine(contract, words("waarderingstabel", "valuation table"), table(terms.table), register))
        add("rekenmethode", "method", terms.method) { .text($0.name[language]) }
        add("voltijd_uren per week", "full-time hours a week", terms.fullTimeHours) { .quantity($0, .rowNumber) }
        add("jaaruren", "full-time hours a year", terms.yearHours) { .quantity($0, .rowNumber) }
        add("minimum uren per week", "minimum hours a week", terms.minimumHours) { .quantity($0, .rowNumber) }
        add("terugkijkmaanden", "look-back in months", terms.lookBackMonths) { .integer($0, .leftInteger) }
        add("meetelduur in maanden", "counting duration in months", terms.countingMonths) { .integer($0, .leftInteger) }
        add("jaarbasis", "year basis", terms.yearBasis) { .text($0.name[language]) }
        add("afronding", "rounding", terms.rounding) { .text($0.name[language]) }
        add("toegestaan verschil", "tolerated difference", terms.valueTolerance) { .euros($0, .leftEuros) }
    }

    private mutating func addObligation(_ contract: String, _ number: Int, _ obligation: ResolvedObligation) {
        let part = "\(words("verplichting", "obligation")) \(number)"
        let register = words("contractregister", "contract register")
        if let status = obligation.row.status {
            lines.append(
                SettingLine(contract, words("stand", "status"), .text(status.name[language]), register, part: part))
        }
        if let amount = obligation.amount {
            lines.append(
                SettingLine(
                    contract, words("bedrag", "amount"), .euros(amount, .leftEuros),
                    obligation.explanation(language) ?? register, part: part))
        }
        if let target = obligation.target {
            lines.append(
                SettingLine(
                    contract, target.unit.name[language].lowercased(), .quantity(target.count, .rowNumber), register,
                    part: part))
        }
    }

    private func table(_ standing: TableStanding) -> Cell {
        switch standing {
        case .inUse(let table): .text(table.shownID[language])
        case .notNamed: .text(words("geen: het contract noemt er geen", "none: the contract names none"))
        default: .text("○ " + (standing.reason?.text[language] ?? ""), .notTested)
        }
    }
}
