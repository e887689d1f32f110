import Consolidations
import SocialReturnModel
import Workbooks

/// The words of *Leeswijzer* in the ministry's workbook.
enum MinistryGuide {
    /// What the figures mean, and what is not shown.
    static func figures(_ overview: Overview) -> [(name: Text, meaning: Text)] {
        let steps = RoundingSteps()
        let precision =
            overview.precision == .rounded
            ? (
                Text(nl: "Afgerond", en: "Rounded"),
                Text(
                    nl: """
                        Cijfers over mensen zijn afgerond, zodat niemand te herkennen is: personen op \(steps.persons.nl), fte op \(steps.fte.nl), uren op \(steps.hours.nl) \
                        en gerealiseerde euro's op \(steps.euros.nl). Elk cijfer is uit zijn eigen exacte waarde afgerond, ook een totaal: het kan \
                        afwijken van de som van afgeronde rijen. Er staat alleen 0 waar niemand is. Hoe een contract ervoor staat, is met \
                        de exacte cijfers bepaald; zou dat woord een klein aantal verraden of botsen met de afgeronde cijfers, dan staat er dat het is begonnen of op koers is. Kleine \
                        aantallen mensen in afspraken en verhalen zijn "enkele".
                        """,
                    en: """
                        Figures of people are rounded, so that nobody can be recognised: persons to \(steps.persons.en), FTE to \(steps.fte.en), hours to \(steps.hours.en) \
                        and realised euros to \(steps.euros.en). Each figure is rounded from its own exact value, totals too: they can differ from the \
                        sum of rounded rows. There is 0 only where nobody is. How a contract stands was settled by the exact figures; where that word would tell a small \
                        number, or contradict the rounded figures, it says that it has begun or is on course. Small numbers of people in commitments and stories are "enkele" (a few).
                        """)
            )
            : (
                Text(nl: "Vertrouwelijk", en: "Confidential"),
                Text(
                    nl: "De cijfers zijn niet afgerond. Kleine groepen kunnen herkenbaar zijn: deel dit werkboek niet.",
                    en: "The figures are not rounded. Small groups may be recognisable: do not share this workbook.")
            )
        let isExact = overview.precision == .exact
        let first: [(name: Text, meaning: Text)] = [
            (
                Text(nl: "Personen", en: "Persons"),
                Text(
                    nl: """
                        Een deelnemer van één leverancier telt één keer, ook bij meer perioden, groepen of contracten. Daarom kan een \
                        totaal kleiner zijn dan de som; dan staat er een getal in plaats van een formule.
                        """,
                    en: """
                        A participant of one supplier counts once, also with several periods, groups or contracts. So a total may be \
                        less than the sum; then there is a number instead of a formula.
                        """)
            ),
            (
                Text(nl: "Plekken", en: "Places"),
                Text(
                    nl: "Verschillende plaatsingen (inzet_id) per leverancier, over alle perioden.",
                    en: "Different placements (inzet_id) of a supplier, over all periods.")
            ),
            (
                Text(nl: "Fte", en: "FTE"),
                Text(
                    nl:
                        "Gemiddeld over de laatste gerapporteerde periode van elk contract, en geen som van perioden. Wie onder meer contracten werkt, is bij elk contract ten hoogste 1 fte, en samen soms meer. Op Dashboard staat bij Trend hoeveel fte er op de laatste dag werkte.",
                    en:
                        "The average over the last reported period of each contract, and no sum of periods. Who works under several contracts is 1 FTE at most under each, and at times more together. On Dashboard the trend has the FTE at work on the last day."
                )
            ),
        ]
        // A warning comes first. How figures are rounded takes five lines, and on paper the short ones fill the page before it.
        return (isExact ? [precision] + first : first + [precision]) + [
            (
                Text(nl: "Vast werk, onbepaalde tijd", en: "Permanent job, permanent contract"),
                Text(
                    nl:
                        "Twee cijfers naast elkaar: wie na de inzet vast werk kreeg, en wie een arbeidsovereenkomst zonder einddatum heeft.",
                    en:
                        "Two figures beside each other: who found a permanent job after the placement, and who has an employment contract without an end."
                )
            ),
            (
                Text(nl: "Verplichting, gerealiseerd, nog te doen", en: "Obligation, realised, still to do"),
                Text(
                    nl: """
                        In euro's, alleen waar het contract een waarderingstabel noemt. Gerealiseerd is inzet, sociale inkoop en \
                        activiteiten volgens die tabel, over alle gerapporteerde perioden. Wat een contract te veel deed, telt niet bij \
                        een ander: Nog te doen en Behaald gaan per contract tot de afspraak, en wat erboven komt staat bij Boven de \
                        afspraak. Wat in overleg is, staat ernaast en telt pas als de opdrachtgever het aanvaardt.
                        """,
                    en: """
                        In euros, only where the contract names a valuation table. Realised is placements, social purchases and \
                        activities by that table, over all reported periods. What one contract did too much does not count for another: Still to do and Achieved go up to \
                        what each contract agreed, and what comes above stands at Above agreed. What is in consultation stands \
                        beside it and counts when the client accepts it.
                        """)
            ),
            (
                Text(nl: "Welke rapportage telt", en: "Which report counts"),
                Text(
                    nl: """
                        Een correctie, of een latere rapportage over dezelfde periode met hetzelfde contract, vervangt de eerdere. De cijfers \
                        van wat is vervangen, staan alleen op Trend. Een afgekeurde rapportage telt niet en vervangt niets.
                        """,
                    en: """
                        A correction, or a later report on the same period with the same contract, replaces the earlier one. The figures \
                        of what was replaced stand on Trend only. A rejected report does not count and replaces nothing.
                        """)
            ),
            (
                Text(nl: "Wat hier niet staat", en: "What is not here"),
                Text(
                    nl:
                        "Geen deelnemers, geen facturen en geen losse rijen: die staan in de open gegevens van elk resultaat.",
                    en: "No participants, no invoices and no single rows: those stand in the open data of each result.")
            ),
        ]
    }
}
