import Plumbing

/// The words by which a heading is judged; see ``HeadingWords``. All are folded.
enum HeadingLists {
    private static func words(_ text: StaticString) -> Set<String> {
        Set(String(describing: text).words.map(String.init))
    }

    /// Names that only persons have.
    static let surelyNames = words(
        """
        voornaam voornamen achternaam achternamen familienaam familienamen roepnaam voorletter voorletters voorl initialen initials
        tussenvoegsel tussenvoegsels voorvoegsel voorvoegsels geboortenaam meisjesnaam tnv surname forename firstname lastname fullname
        middlename nachname vorname persoonsgegevens personalia geslachtsnaam geslachtsnamen anaam vnaam achtern voorn nickname
        gebruikersnaam username aanspreeknaam
        """)

    /// Names that other things have too.
    static let plainNames = words("naam namen name names bijnaam")

    /// Columns that hold a name although they do not say so.
    static let personsNamed = words("contactpersoon contactpersonen ondertekenaar")

    static let persons = words(
        """
        deelnemer deelnemers kandidaat kandidaten medewerker medewerkers medewerkster medew mdw mdwr mw werknemer werknemers werkneemster
        client clienten participant participants leerling leerlingen stagiair stagiaire stagiairs stagiaires persoon personen persoons
        werkzoekende werkzoekenden student studenten cursist cursisten sollicitant sollicitanten collega uitzendkracht uitzendkrachten
        arbeidskracht flexkracht zzper zzpers jongere jongeren statushouder statushouders vluchteling nieuwkomer inwoner burger ouder
        personeel personeels personeelslid personeelsleden staff gedetacheerde oproepkracht vrijwilliger bijstandsgerechtigde uitkeringsgerechtigde trainee
        contactpersoon contactpersonen jobcoach begeleider begeleidster werkbegeleider leidinggevende mentor consulent klantmanager
        casemanager teamleider voorman praktijkbegeleider ondertekenaar bewindvoerder
        employee employees candidate candidates worker workers person persons intern applicant jobseeker individual
        """)

    /// Words for persons that alone can ask for something else: `Intern` for ja or nee, `Personeel` for a number.
    static let alsoNoPersons = words("intern personeel personeels persoons staff ouder burger individual individueel")

    /// What else can have a name, an address or a telephone.
    static let things = words(
        """
        bedrijf bedrijven organisatie organisaties werkgever werkgevers leverancier leveranciers partner partners opdrachtgever
        opdrachtnemer opdrachtnemers aannemer onderaannemer inlener uitlener detacheerder afnemer ondernemer klant klanten firma
        onderneming instelling instantie stichting vereniging school scholen gemeente provincie rijk uwv kantoor filiaal vestiging
        vestigingen locatie locaties gebouw pand afdeling afdelingen team ploeg dienst sector branche groep keten bureau
        werk werkplek werkplekken werkplaats werkadres werklocatie leerplek leerplekken leerbedrijf stageplek stage project projecten
        traject trajecten programma opleiding opleidingen cursus training vak beroep functie functies rol taak taken activiteit
        activiteiten maatregel regeling subsidie contract contracten overeenkomst opdracht opdrachten perceel afspraak doel document
        documenten bestand bestanden map blad tabel bijlage brief verklaring certificaat keurmerk diploma product producten
        artikel merk model systeem applicatie website cao wet fonds plan rapport rapportage factuur order kostenplaats afgever
        uitgever aantal soort type straatmeubilair dienstverband doelgroep regio land stad plaats bezoekadres postadres receptie
        mailbox postbus helpdesk
        company employer supplier organisation organization department project school college file column field sheet table team
        location site customer contract product course training function role job client vendor agency branch
        """)

    /// How words for such things end.
    static let thingEndings = [
        "bedrijf", "organisatie", "gever", "leverancier", "partner", "onderneming", "instelling", "instantie",
        "stichting", "school",
        "gemeente", "kantoor", "vestiging", "locatie", "afdeling", "bureau", "project", "traject", "programma",
        "opleiding", "cursus",
        "regeling", "subsidie", "contract", "overeenkomst", "opdracht", "document", "bestand", "verklaring",
        "certificaat", "systeem",
        "fonds", "groep", "plek", "werkplaats", "aannemer", "inlener", "detacheerder", "activiteit", "bijlage",
        "product",
    ]

    /// Words behind which a thing is a place and no owner.
    static let places = words("op volgens conform zoals bij in blijkens on as per")

    /// Where a person lives, whatever else the heading says.
    static let surelyHomes = words(
        """
        woonadres woonadressen thuisadres priveadres huisadres woonplaats woonpostcode woonstraat woonwijk postcodewoonadres
        postcodewoonplaats homeaddress
        """)

    /// How somebody is reached, or lives.
    static let contacts = words(
        """
        email emails emailadres emailadressen emailaddress mail mailadres mailaddress telefoon telefoonnummer telefoonnummers telefoonnr
        telnr tel telnummer mobiel mobielnummer mobielnr mob gsm 06 06nummer 06nr whatsapp whatsappnummer phone phonenumber mobile
        adres adressen adresgegevens address straat straatnaam straatenhuisnummer huisnummer huisnr huisnummertoevoeging street
        contactgegevens contactinfo contactinformatie
        """)

    static let accounts = words(
        """
        rekening rekeningnummer rekeningnr rekeningnummers bankrekening bankrekeningnummer bankrekeningnr banknummer gironummer girorekening
        rekeninghouder bankaccount
        """)

    static let numbers = words("nr nummer nrs no number")

    static let health = words(
        """
        diagnose diagnoses ziekte ziekten ziektes ziektebeeld aandoening aandoeningen medisch medische medicatie medicijn medicijnen
        medicijngebruik stoornis stoornissen gezondheid gezondheidstoestand diagnosis illness disease medication medical disability
        disabilities beperking beperkingen handicap handicaps gehandicapt chronisch chronische zwanger zwangerschap verslaving verslavingen
        verslavingsproblematiek psychisch psychische psychiatrisch psychiatrische allergie allergieen therapie therapeut behandelaar
        """)

    /// What else the law protects, or nobody needs: origin, belief, sex, family, convictions, debts.
    static let sensitive = words(
        """
        nationaliteit nationaliteiten geslacht sekse gender sex etniciteit etnisch etnische ras religie geloof godsdienst
        geloofsovertuiging levensovertuiging migratieachtergrond geaardheid gezinssituatie gezinssamenstelling gehuwd verblijfsstatus
        verblijfsvergunning verblijfstitel pasfoto strafblad detentieverleden vakbondslidmaatschap vakbondslid schulden schuldenlast
        nationality religion ethnicity race
        """)

    /// The same in more words than one.
    static let sensitivePairs = [
        "burgerlijkestaat", "huwelijksestaat", "landherkomst", "aantalkinderen", "lidvakbond", "justitieelverleden",
        "strafrechtelijkverleden", "politiekevoorkeur", "seksuelegeaardheid", "maritalstatus", "countryorigin",
    ]

    /// The words of which *M/V* is made.
    static let sexes = words("man vrouw mannelijk vrouwelijk mv vm mvx mvo male female")

    /// Of what a limitation, or a sex, is no person's.
    static let impersonal = words(
        """
        contract contracten werkgever leverancier bedrijf organisatie partner project opdracht opdrachtgever materiaal product school
        locatie gebouw werkgebied ontwerp
        """)

    /// Words that say how to fill a column in, or nothing.
    static let fillers = words(
        """
        verplicht verplichte required mandatory optioneel optional invullen vul svp graag voluit volledig volledige incl inclusief excl
        exclusief kolom veld vraag met en of de het een van vd vh der den door te aan wat wie is uw zijn haar hun the of and a
        """)
}
