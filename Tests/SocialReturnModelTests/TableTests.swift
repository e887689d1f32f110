import SocialReturnModel
import Testing

@Suite struct TableTests {
    /// The tables as the interface gives them; `*` marks a column that every row must have.
    static let expected: [(TableID, String, String)] = [
        (
            .cover, "voorblad.csv",
            """
            *leverancier_kvk *leverancier_naam *periode *sjabloonversie opgesteld_op ontvangen_op correctie_op \
            deelnemers_geinformeerd slotrapportage contact toelichting
            """
        ),
        (
            .placements, "inzet.csv",
            """
            *inzet_id *contractnummer *deelnemercode *doelgroep duurklasse leeftijdsklasse *werkgever_kvk *soort_inzet \
            *contractvorm *begindatum einddatum *uren_per_week gewerkte_uren niveau eerder_in_dienst *verband_opdracht \
            telt_banenafspraak bonussen opgegeven_waarde uitkomst reden_einde werkpostcode toelichting
            """
        ),
        (.hours, "uren.csv", "*inzet_id *periode *gewerkte_uren"),
        (
            .purchases, "sociale_inkoop.csv",
            """
            *contractnummer *partner_kvk *partner_naam keten omschrijving *factuurnummer *factuurdatum *bedrag_excl_btw \
            waarvan_arbeid erkenning erkenning_geldig_tot aandeel_doelgroep aandeel_peildatum telwijze \
            hoofddoel_integratie toelichting
            """
        ),
        (
            .activities, "activiteiten.csv",
            """
            *contractnummer *soort *datum uren aantal_medewerkers kosten_excl_btw bereikte_deelnemers \
            goedgekeurd_door_opdrachtgever toelichting
            """
        ),
        (
            .evidence, "bewijs.csv",
            """
            *bewijs_id *hoort_bij *soort afgever datum_document gezien_op bewaard_bij ingezien_door_inkoop verwijzing
            """
        ),
        (.conversations, "gesprekken.csv", "*contractnummer *datum *fase deelnemende_rollen uitkomst"),
        (
            .commitments, "afspraken.csv",
            """
            *afspraak_id *contractnummer *doel *eigenaar aantal eenheid streefdatum voortgang *status toelichting
            """
        ),
        (.obstacles, "knelpunten.csv", "*contractnummer *soort fase *omschrijving hulpvraag actie eigenaar"),
        (
            .lessons, "leerpunten.csv",
            "*contractnummer afspraak_id wat_geprobeerd wat_gebeurde *wat_geleerd volgende_stap"
        ),
        (.examples, "voorbeelden.csv", "*contractnummer *titel *verhaal *deelbaar toestemming_datum"),
        (.learningPlaces, "leerplekken.csv", "*richting *soort_plek vak *regio *van tot *aantal *contact"),
        (
            .contracts, "contracten.csv",
            """
            *contractnummer *titel opdrachtgever_oin *categorie *leverancier_kvk *soort_opdracht cpv tenderned_kenmerk \
            publicatiedatum gunningsdatum *ingangsdatum *einddatum contractwaarde *regime *voorbehoud *contractmanager \
            *rapportagefrequentie bewaren_tot voorbehoud_aankondiging voorbehoud_uitvoering onderaannemers_melden aanvaard_bewijs \
            plan_uiterlijk_op plan_ontvangen_op rapportage_binnen_dagen verlengd_op \
            raamovereenkomst percelen
            """
        ),
        (
            .obligations, "verplichtingen.csv",
            """
            *contractnummer percentage grondslag grondslag_bedrag maximum verplichting_bedrag doel_aantal doel_eenheid \
            tabel_id rekenmethode peildatum_soort terugkijkmaanden pso_korting *status jaarbasis afronding min_uren \
            meetelduur voltijd_uren jaaruren waarde_tolerantie reden_vrijstelling \
            vastgesteld_op aandeel_arbeid keurmerken gelijkwaardig_bewijs telt_vanaf fte_maat max_fte
            """
        ),
        (
            .suppliers, "leveranciers.csv",
            """
            *kvk *naam rechtsvorm erkenning erkenning_geldig_tot aandeel_doelgroep aandeel_peildatum telwijze \
            hoofddoel_integratie contact
            """
        ),
        (
            .partners, "partners.csv",
            """
            *kvk *naam rechtsvorm erkenning erkenning_geldig_tot aandeel_doelgroep aandeel_peildatum telwijze \
            hoofddoel_integratie
            """
        ),
        (.subcontractors, "onderaannemers.csv", "*contractnummer *kvk *naam keten gepland_aandeel"),
        (.settings, "instellingen.csv", "contractnummer *sleutel *waarde geldig_vanaf geldig_tot toelichting"),
        (.words, "woordenlijsten.csv", "*lijst *woord *vorm geldig_vanaf geldig_tot toelichting"),
        (.headings, "kolommen.csv", "*kvk *tabel *kop *kolom toelichting"),
        (.stories, "verhalen.csv", "*contractnummer *titel *gedeeld_door gedeeld_op"),
        (.regions, "regios.csv", "*naam alias postcodes plaatsen buren"),
        (.trades, "vakken.csv", "*vak vakveld woorden"),
        (.helpAnswers, "hulpantwoorden.csv", "contractnummer *soort *antwoord *beantwoord_op beantwoord_door"),
        (
            .recordedDecisions, "besluiten.csv",
            "contractnummer *onderwerp *periode afspraak wie voor_wanneer toelichting vastgelegd_op bron"
        ),
        (
            .valuationLines, "waarderingstabel.csv",
            """
            *soort_regel *tabel_id eerder_id naam bron bron_url zekerheid ingelezen_op geldig_vanaf geldig_tot \
            volledigheid volledigheid_reden voltijd_uren jaaruren terugkijkmaanden blok_code bonus_code omschrijving invoertabel \
            doelgroep duurklasse niveau soort_inzet voorwaarde waarde bonus_waarde eenheid meetelduur min_uren \
            max_per_periode stapelbaar naar_rato opmerking
            """
        ),
    ]

    @Test(arguments: expected)
    func columnsAreThoseOfTheInterface(id: TableID, file: String, columns: String) {
        let facts = AllTables.facts(id)
        #expect(facts.id == id)
        #expect(facts.fileName == file)
        #expect(
            facts.columns.map { ($0.isRequired ? "*" : "") + $0.name } == columns.split(separator: " ").map(String.init)
        )
    }

    @Test func tablesStandInTheOrderOfTheirNumbers() {
        #expect(AllTables.facts.map(\.id.rawValue) == Array(0..<UInt8(AllTables.facts.count)))
        #expect(Self.expected.map(\.0) == TableID.submission + TableID.register + [.valuationLines])
        #expect(TableID.submission.count == 12 && TableID.register.count == 13)
        #expect(Set(AllTables.facts.map { FoldedName.fold($0.fileName) }).count == AllTables.facts.count)
    }

    @Test(arguments: AllTables.facts.map(\.id))
    func headingsNameOneColumn(id: TableID) {
        let table = AllTables.facts(id)
        var owners: [String: String] = [:]
        for column in table.columns {
            for heading in [column.name] + column.aliases {
                let owner = owners.updateValue(column.name, forKey: FoldedName.fold(heading))
                #expect(owner == nil, "\(heading) names \(owner ?? "") and \(column.name)")
            }
        }
        #expect(table.columns.indices.allSatisfy { table.index(of: table.columns[$0].name) == $0 })
        #expect(table.index(of: "bestaat_niet") == nil)
    }

    /// A single `inzet.csv` may carry the cover's columns too.
    @Test func headingsOfTheCoverAreFreeAmongPlacements() {
        let placements = AllTables.facts(.placements).columns
        let taken = Set(placements.flatMap { [$0.name] + $0.aliases }.map(FoldedName.fold))
        for column in AllTables.facts(.cover).columns where column.isRequired {
            #expect(taken.isDisjoint(with: ([column.name] + column.aliases).map(FoldedName.fold)), "\(column.name)")
        }
    }

    @Test(arguments: AllTables.facts.map(\.id))
    func columnsAreExplained(id: TableID) {
        let table = AllTables.facts(id)
        #expect(
            !table.title.nl.isEmpty && !table.title.en.isEmpty && !table.meaning.nl.isEmpty && !table.meaning.en.isEmpty
        )
        for column in table.columns {
            #expect(column.meaning.nl.count > 9 && column.meaning.nl.count < 120, "\(column.name)")
            #expect(column.meaning.en.count > 9 && column.meaning.en != column.meaning.nl, "\(column.name)")
            #expect(!column.isRequired || !column.example.isEmpty, "\(column.name)")
            #expect((column.codes != nil) == (column.kind == .code || column.kind == .codes), "\(column.name)")
            if let codes = column.codes { #expect(codes.rawValue(for: column.example) != nil, "\(column.name)") }
        }
    }

    /// Only typed identifiers of organisations are not searched for a BSN. Their names are: a number can stand in any of them.
    @Test func organisationsAndPseudonymsAreMarked() {
        #expect(columns(of: .organisation) == ["opdrachtgever_oin", "cpv", "tenderned_kenmerk", "kvk"])
        #expect(columns(of: .pseudonym) == ["deelnemercode"])
        let searched = columns(of: .plain)
        for name in ["leverancier_naam", "partner_naam", "contractmanager", "naam"] {
            #expect(searched.contains(name), "\(name)")
        }
    }

    private func columns(of privacy: PrivacyClass) -> [String] {
        AllTables.facts.flatMap(\.columns).filter { $0.kind != .kvk && $0.privacy == privacy }.map(\.name)
    }
}
