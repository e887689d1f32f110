import Intake
import SocialReturnModel

/// An organisation, known by its KvK number, has one name. Case, accents, blanks and full stops do not count.
enum OneNamePerOrganisation: SubmissionRule {
    static let facts = RuleMetadata(
        "IDN-11", since: .v2026_1, .signal, level: .acrossTables, basis: .own,
        traits: [.quotesThirdPartyNames, .foundAcrossReports(.severalNames)],
        name: Text(nl: "Zelfde organisatie, twee schrijfwijzen", en: "Same organisation, two spellings"),
        message: Text(
            nl: "'{value}' heeft hetzelfde KvK-nummer als '{detail}'.",
            en: "'{value}' has the same KvK number as '{detail}'."),
        remedy: Text(nl: "Gebruik steeds dezelfde naam.", en: "Always use the same name."),
        why: Text(
            nl: "Met twee namen lijkt het in overzichten om twee organisaties te gaan.",
            en: "With two names it looks in overviews as if there were two organisations."),
        examples: [
            .triggers(
                "sociale_inkoop: partner_kvk=90000001; partner_naam=Voorbeeld Sociaal Werk B.V.",
                "sociale_inkoop: partner_kvk=90000001; partner_naam=Stichting Anders; factuurnummer=F-2"),
            .triggers(
                "voorblad: leverancier_naam=Voorbeeld Schoon B.V.",
                "leveranciers: kvk=12345678; naam=Iets Anders B.V."),
            .triggers(
                "voorblad: leverancier_naam=Voorbeeld Groen B.V.",
                "leveranciers: kvk=12345678; naam=Voorbeeld Schoon B.V.",
                "leveranciers: kvk=87654321; naam=Voorbeeld Groen B.V."),
            .passes(
                "sociale_inkoop: partner_kvk=90000001; partner_naam=Voorbeeld Sociaal Werk B.V.",
                "sociale_inkoop: partner_kvk=90000001; partner_naam=VOORBEELD SOCIAAL WERK BV; factuurnummer=F-2"),
        ])

    static let wordings = [
        Wording(
            Text(
                nl: "'{value}' staat in het register bij een ander KvK-nummer. Bij dit nummer hoort '{detail}'.",
                en: "'{value}' is in the register at another KvK number. '{detail}' belongs to this number."),
            remedy: Text(
                nl: "Van welke organisatie is deze rapportage? Verbeter de naam of het KvK-nummer op het voorblad.",
                en: "Which organisation is this report of? Correct the name or the KvK number on the cover."))
    ]

    static func check(_ context: RuleContext, _ report: inout FindingCollector) {
        var names = NamesOfOrganisations()
        if let register = context.register {
            let named = Set(
                [context.submission.coverRow.supplierKvK].compactMap { $0 }
                    + (context.submission.purchases?.rows ?? []).compactMap(\.partner))
            func add<Row: TableRow>(
                _ table: TableData<Row>?, _ number: KeyPath<Row, KvKNumber?>, _ name: KeyPath<Row, TextCell>
            ) {
                guard let table else { return }
                let rows = register.positions(in: table.source.id, of: named)
                names.add(table, rows, number: number, name: name, isRegister: true)
            }
            add(register.suppliers, \.kvk, \.name)
            add(register.partners, \.kvk, \.name)
        }
        if let table = context.submission.cover {
            names.add(table, table.rows.indices, number: \.supplierKvK, name: \.supplierName)
        }
        if let table = context.submission.purchases {
            names.add(table, table.rows.indices, number: \.partner, name: \.partnerName)
        }
        let ofOther = nameOfOther(context)
        for double in names.doubles where double.place != ofOther?.place {
            report.found(at: double.place, report.text(double.first, from: .thirdParty))
        }
        if let ofOther {
            report.found(
                at: ofOther.place, report.text(ofOther.name, from: .thirdParty), severity: .warning, variant: 1)
        }
    }

    /// The name on the cover, where the register has it at another supplier and not at the cover's own number: then one of the two is
    /// wrong, and the whole report may be another's.
    private static func nameOfOther(_ context: RuleContext) -> (place: Place, name: String)? {
        guard let register = context.register, let suppliers = register.suppliers, let cover = context.submission.cover,
            let kvk = context.submission.coverRow.supplierKvK
        else { return nil }
        let written = FoldedName.fold(cover.source.text(context.submission.coverRow.supplierName))
        guard !written.isEmpty else { return nil }
        let own = register.positions(in: .suppliers, of: [kvk]).map { suppliers.source.text(suppliers.rows[$0].name) }
        guard let name = own.first, FoldedName.fold(name) != written,
            suppliers.rows.contains(where: { row in
                row.kvk != nil && row.kvk != kvk && FoldedName.fold(suppliers.source.text(row.name)) == written
            })
        else { return nil }
        return (cover.place(0, ColumnReference(\Cover.supplierName)), name)
    }
}

/// The names that were seen of each organisation, and where a second one turned up.
private struct NamesOfOrganisations {
    private(set) var doubles: [(place: Place, first: String)] = []
    private var first: [KvKNumber: String] = [:]
    private var spellings = SymbolTable()
    private var seen: Set<Key> = []

    private struct Key: Hashable {
        let organisation: KvKNumber
        let spelling: Symbol
    }

    /// Adds the names in `rows` of `table`. Those of the register are there to compare with and are not reported.
    mutating func add<Row: TableRow>(
        _ table: TableData<Row>, _ rows: some Sequence<Int>, number: KeyPath<Row, KvKNumber?>,
        name: KeyPath<Row, TextCell>, isRegister: Bool = false
    ) {
        let nameColumn = Row.table.index(of: name)
        let (names, numbers) = (Field(name), Field(number))
        table.source.cells.withAllBytes { bytes in
            for index in rows {
                let cell = names.value(in: table.rows[index])
                guard let organisation = numbers.value(in: table.rows[index]), !cell.isEmpty else { continue }
                let spelling = spellings.intern(UnsafeBufferPointer(rebasing: bytes[cell.range]))
                guard seen.insert(Key(organisation: organisation, spelling: spelling)).inserted else { continue }
                guard let known = first[organisation] else {
                    first[organisation] = spellings[spelling]
                    continue
                }
                guard !isRegister, FoldedName.fold(known) != FoldedName.fold(spellings[spelling]) else { continue }
                doubles.append((table.place(index, .known(nameColumn)), known))
            }
        }
    }
}
