/// The submission and register that every example starts from, in the words of an example.
///
/// A cleaning company reports on the second quarter of 2026 under one contract: one person at work, one invoice of a social
/// enterprise, and a row of every other table. All tables are there with all their columns, and no rule finds anything above a
/// signal. Organisations and numbers are made up.
///
/// | what | values that an example may lean on |
/// |---|---|
/// | supplier | KvK 12345678, Voorbeeld Schoon B.V. |
/// | period | 2026-Q2, finished on 10-07-2026 |
/// | contract | BZK-2026-0147, service, regime maatwerk, not reserved, 01-03-2026 to 28-02-2030, published 01-09-2025, awarded 15-01-2026 |
/// | obligation | 5 % of wage sum 640,000 = 32,000; table HAAGLANDEN-2023-07 (36 hours), method contract, look-back 12 months, minimum 12 hours, tolerance 1.00 |
/// | placement | P-001, D-0001, PW, employer 12345678, fixed-term employment, 01-03-2026 to 28-02-2027, 24 hours a week, 312 worked; value 6648.40 = 40,000 x 24/36 x 91/365 |
/// | evidence | B-001 for P-001 (benefit statement seen), B-002 for invoice F-2026-118 |
/// | purchase | partner 90000001 (PSO 30+, share 41.5), F-2026-118 of 15-05-2026, 4250.00 |
/// | subcontractor | 90000002 |
///
/// Tables with more than one row here: uren (three months), bewijs, gesprekken. A line of an example changes the first row.
enum SoundSubmission {
    /// The tables of the submission.
    static let submission = [
        """
        voorblad: leverancier_kvk=12345678; leverancier_naam=Voorbeeld Schoon B.V.; periode=2026-Q2; sjabloonversie=1; \
        opgesteld_op=10-07-2026; ontvangen_op=12-07-2026; deelnemers_geinformeerd=ja; slotrapportage=nee; \
        contact=socialreturn@voorbeeldschoon.example
        """,
        """
        inzet: inzet_id=P-001; contractnummer=BZK-2026-0147; deelnemercode=D-0001; doelgroep=PW; leeftijdsklasse=27-49; \
        werkgever_kvk=12345678; soort_inzet=dienstverband; contractvorm=bepaald; begindatum=01-03-2026; \
        einddatum=28-02-2027; uren_per_week=24,0; gewerkte_uren=312,0; eerder_in_dienst=nee; \
        verband_opdracht=direct: schoonmaak van kantoren; telt_banenafspraak=nee; opgegeven_waarde=6648,40; \
        werkpostcode=2511
        """,
        "uren: inzet_id=P-001; periode=2026-04; gewerkte_uren=104,0",
        "uren: inzet_id=P-001; periode=2026-05; gewerkte_uren=104,0",
        "uren: inzet_id=P-001; periode=2026-06; gewerkte_uren=104,0",
        """
        sociale_inkoop: contractnummer=BZK-2026-0147; partner_kvk=90000001; partner_naam=Voorbeeld Sociaal Werk B.V.; \
        keten=levering; omschrijving=bedrijfskleding; factuurnummer=F-2026-118; factuurdatum=15-05-2026; \
        bedrag_excl_btw=4250,00; waarvan_arbeid=3100,00; erkenning=pso30; erkenning_geldig_tot=30-06-2027; \
        aandeel_doelgroep=41,5; aandeel_peildatum=01-01-2026; telwijze=fte; hoofddoel_integratie=ja
        """,
        """
        activiteiten: contractnummer=BZK-2026-0147; soort=gastles; datum=20-05-2026; uren=6,0; aantal_medewerkers=2; \
        kosten_excl_btw=350,00; bereikte_deelnemers=18; goedgekeurd_door_opdrachtgever=ja
        """,
        """
        bewijs: bewijs_id=B-001; hoort_bij=P-001; soort=uitkeringsspecificatie_gezien; afgever=gemeente; \
        datum_document=20-02-2026; gezien_op=27-02-2026; bewaard_bij=leverancier; ingezien_door_inkoop=steekproef; \
        verwijzing=map 12, nr. 3
        """,
        """
        bewijs: bewijs_id=B-002; hoort_bij=F-2026-118; soort=factuur; afgever=Voorbeeld Sociaal Werk B.V.; \
        datum_document=15-05-2026; gezien_op=20-05-2026; bewaard_bij=leverancier; ingezien_door_inkoop=ja; \
        verwijzing=map 12, nr. 4
        """,
        """
        gesprekken: contractnummer=BZK-2026-0147; datum=07-05-2026; fase=uitvoering; \
        deelnemende_rollen=contractmanager, projectleider; uitkomst=twee extra leerplekken afgesproken
        """,
        """
        gesprekken: contractnummer=BZK-2026-0147; datum=10-11-2025; fase=voor_gunning; \
        deelnemende_rollen=inkoper, accountmanager; uitkomst=plan van aanpak besproken
        """,
        """
        afspraken: afspraak_id=A-01; contractnummer=BZK-2026-0147; doel=vier leerplekken in de schoonmaak; eigenaar=samen; \
        aantal=4; eenheid=plekken; streefdatum=31-12-2026; voortgang=50; status=loopt; \
        toelichting=twee plekken zijn bezet
        """,
        """
        knelpunten: contractnummer=BZK-2026-0147; soort=geen_kandidaten; fase=uitvoering; \
        omschrijving=geen kandidaten met rijbewijs; hulpvraag=ja; actie=gesprek met het werkgeversservicepunt; \
        eigenaar=samen
        """,
        """
        leerpunten: contractnummer=BZK-2026-0147; afspraak_id=A-01; wat_geprobeerd=open dag met twee scholen; \
        wat_gebeurde=acht leerlingen, twee leerplekken; wat_geleerd=eerder met de school beginnen; \
        volgende_stap=in mei plannen met de school
        """,
        """
        voorbeelden: contractnummer=BZK-2026-0147; titel=Van leerplek naar werk; \
        verhaal=Iemand die bij ons begon op een leerplek leidt nu anderen op.; deelbaar=intern; \
        toestemming_datum=02-06-2026
        """,
        """
        leerplekken: richting=aanbod; soort_plek=leerplek; vak=medewerker schoonmaak; regio=Haaglanden; van=01-09-2026; \
        tot=28-02-2027; aantal=2; contact=leerplekken@voorbeeldschoon.example
        """,
    ]

    /// The tables of the register.
    static let register = [
        """
        contracten: contractnummer=BZK-2026-0147; titel=Schoonmaak kantoren; opdrachtgever_oin=00000003900000040000; \
        categorie=SCHOONMAAK; leverancier_kvk=12345678; soort_opdracht=dienst; cpv=90910000-9; tenderned_kenmerk=345678; \
        publicatiedatum=01-09-2025; gunningsdatum=15-01-2026; ingangsdatum=01-03-2026; einddatum=28-02-2030; \
        contractwaarde=1850000,00; regime=maatwerk; voorbehoud=geen; contractmanager=contractmanagement@bzk.example; \
        rapportagefrequentie=kwartaal; bewaren_tot=31-12-2037
        """,
        """
        verplichtingen: contractnummer=BZK-2026-0147; percentage=5,0; grondslag=loonsom; grondslag_bedrag=640000,00; \
        verplichting_bedrag=32000,00; tabel_id=HAAGLANDEN-2023-07; rekenmethode=contract; peildatum_soort=start_inzet; \
        terugkijkmaanden=12; status=in_uitvoering; min_uren=12; waarde_tolerantie=1,00
        """,
        "leveranciers: kvk=12345678; naam=Voorbeeld Schoon B.V.; rechtsvorm=bv",
        """
        partners: kvk=90000001; naam=Voorbeeld Sociaal Werk B.V.; rechtsvorm=bv; erkenning=pso30; \
        erkenning_geldig_tot=30-06-2027; aandeel_doelgroep=41,5; aandeel_peildatum=01-01-2026; telwijze=fte; \
        hoofddoel_integratie=ja
        """,
        "onderaannemers: contractnummer=BZK-2026-0147; kvk=90000002; naam=Voorbeeld Transport B.V.",
    ]

    /// A few codes of the official list, in place of the whole of it.
    static let cpvList = "code\n33700000-7\n90910000-9\n90911200-8\n"
}
