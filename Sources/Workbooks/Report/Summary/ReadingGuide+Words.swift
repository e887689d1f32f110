import Assessments
import Rules
import SocialReturnModel

/// What symbols, colours and words mean, and how certain they are.
extension ReadingGuide {
    var symbols: Section {
        let kinds: [(Topic.Kind, Text)] = [
            (
                .helpRequest,
                Text(
                    nl: "De leverancier vraagt hulp. Dit staat altijd bovenaan.",
                    en: "The supplier asks for help. This always comes first.")
            ),
            (
                .followUp,
                Text(
                    nl: "Hierover is de vorige keer iets afgesproken. Vraag of het klaar is.",
                    en: "Something was agreed about this the last time. Ask whether it is done.")
            ),
            (
                .progress,
                Text(
                    nl: "Hoe het met een contract of afspraak gaat.",
                    en: "How a contract or commitment is going.")
            ),
            (
                .error,
                Text(
                    nl: "De rij of het bestand is zo niet te gebruiken. De rij is apart gezet en telt niet mee.",
                    en: "The row or file cannot be used as it is. The row was set aside and does not count.")
            ),
            (
                .chance,
                Text(
                    nl: "Goed nieuws dat meer kan worden: vast werk, een match, een mooi resultaat.",
                    en: "Good news that can become more: permanent work, a match, a fine result.")
            ),
            (
                .warning,
                Text(
                    nl: "Iemand moet hiernaar kijken. De rij telt mee.",
                    en: "A person must look at this. The row counts.")
            ),
            (
                .signal,
                Text(
                    nl: "Informatie, of het begin van een gesprek. De rij telt mee.",
                    en: "Information, or the start of a conversation. The row counts.")
            ),
            (
                .notTested,
                Text(
                    nl: "Deze regels konden wij niet toetsen. Er staat bij waarom, en wat u kunt aanleveren.",
                    en: "These rules could not be tested. It says why, and what you can supply.")
            ),
        ]
        return Section(
            title: Text(nl: "Symbolen en kleuren", en: "Symbols and colours"),
            headings: (Text(nl: "Zo ziet het eruit", en: "What it looks like"), Text(nl: "Betekenis", en: "Meaning")),
            entries: kinds.map { Entry(Mark($0), $1) } + [
                Entry(Mark.inOrder, Text(nl: "Hier is niets te doen.", en: "There is nothing to do here.")),
                Entry(
                    Text(nl: "blauwe cel", en: "blue cell"),
                    Text(
                        nl:
                            "Hier vult u zelf iets in: op Gesprek, Meer onderwerpen, Controle of Register. Wie de rapporten maakt, neemt het over in het register (opdracht: maatwerk "
                            + "decisions). Een nieuw rapport gooit het nooit weg.",
                        en:
                            "Here you fill something in yourself: on Gesprek, Meer onderwerpen, Controle or Register. Whoever makes the reports takes it into the register (command: maatwerk "
                            + "decisions). A new report never throws it away."),
                    .information),
            ])
    }

    var standings: Section {
        Section(
            title: Text(nl: "Hoe het staat", en: "How it stands"),
            headings: (Text(nl: "Woord", en: "Word"), Text(nl: "Betekenis", en: "Meaning")),
            entries: SubmissionStatus.allCases.map { status in
                Entry(Mark(status), status.meaning)
            } + [
                Entry(
                    Text(nl: "Voorstel", en: "Proposal"),
                    Text(
                        nl: "De status is een voorstel op grond van de bevindingen. U beslist als contractmanager.",
                        en: "The status is a proposal on the ground of the findings. You decide as contract manager."))
            ] + Standing.allCases.map { Entry(Mark($0), $0.meaning) })
    }

    var certainty: Section {
        Section(
            title: Text(nl: "Hoe zeker is het?", en: "How certain is it?"),
            headings: (
                Text(
                    nl: "Waar het vandaan komt",
                    en: "Where it comes from"), Text(nl: "Wat dat betekent", en: "What that means")
            ),
            entries: [
                Entry(
                    Text(nl: "Wet", en: "Law"),
                    Text(
                        nl: """
                            Staat vast. Bijvoorbeeld: ten minste 30% bij een voorbehouden opdracht, en geen BSN in \
                            een rapportage.
                            """,
                        en: """
                            Fixed. For example: at least 30% for a reserved contract, and no citizen service number \
                            in a report.
                            """)),
                Entry(
                    Text(nl: "Beleid van het Rijk", en: "Government policy"),
                    Text(
                        nl: """
                            De keuze van het Rijk, geen wet. Bijvoorbeeld: boven € 250.000 en ten minste 6 maanden \
                            in de klassieke variant. Maatwerk voor Mensen kent geen vast getal.
                            """,
                        en: """
                            The choice of the State, no law. For example: above €250,000 and at least 6 months in \
                            the classic variant. Maatwerk voor Mensen has no fixed number.
                            """)),
                Entry(
                    Text(nl: "Contract of regionale tabel", en: "Contract or regional table"),
                    Text(
                        nl: """
                            Geldt omdat het contract het zegt: percentage, grondslag, waarden in euro's, \
                            voltijduren, meetelduur. Het contract gaat boven dit hulpmiddel.
                            """,
                        en: """
                            Holds because the contract says so: percentage, base, values in euros, full-time hours, \
                            counting duration. The contract goes before this tool.
                            """)),
                Entry(
                    Text(nl: "Keuze van dit hulpmiddel", en: "Choice of this tool"),
                    Text(
                        nl: """
                            Een grens die nergens vastligt. Bijvoorbeeld: 'Loopt achter' vanaf 15 procentpunt, en \
                            groepen van minder dan 5 personen. Zie Instellingen en bronnen.
                            """,
                        en: """
                            A limit that is laid down nowhere. For example: 'Behind' from 15 points on, and groups \
                            of fewer than 5 persons. See Instellingen en bronnen.
                            """)),
                Entry(
                    Text(nl: "Niet getoetst", en: "Not tested"),
                    Text(
                        nl: "Een regel waarvoor gegevens ontbraken. Dat is niet hetzelfde als in orde. Zie Regels.",
                        en: "A rule for which data were missing. That is not the same as in order. See Regels.")),
            ])
    }
}
