import Consolidations
import SocialReturnModel

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
                        de exacte cijfers bepaald; zou dat woord een klein aantal verraden, dan staat er dat het is begonnen. Kleine \
                        aantallen mensen in afspraken en verhalen zijn "enkele".
                        """,
                    en: """
                        Figures of people are rounded, so that nobody can be recognised: persons to \(steps.persons.en), FTE to \(steps.fte.en), hours to \(steps.hours.en) \
                        and realised euros to \(steps.euros.en). Each figure is rounded from its own exact value, totals too: they can differ from the \
                        sum of rounded rows. There is 0 only where nobody is. How a contract stands was settled by the exact figures; where that word would tell a small \
                        number, it says that it has begun. Small numbers of people in commitments and stories are "enkele" (a few).
                        """)
            )
            : (
                Text(nl: "Vertrouwelijk", en: "Confidential"),
                Text(
                    nl: "De cijfers zijn niet afgerond. Kleine groepen kunnen herkenbaar zijn: deel dit werkboek niet.",
                    en: "The figures are not rounded. Small groups may be recognisable: do not share this workbook.")
            )
        return [
            precision,
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
                    nl: "Een stand en geen som: per contract telt de laatste gerapporteerde periode.",
                    en: "A level and no sum: for each contract the last reported period counts.")
            ),
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
                        Een correctie, of een latere rapportage over dezelfde periode met hetzelfde contract, vervangt de eerdere. Wat is \
                        vervangen staat alleen op Trend. Een afgekeurde rapportage telt niet en vervangt niets.
                        """,
                    en: """
                        A correction, or a later report on the same period with the same contract, replaces the earlier one. What was \
                        replaced stands on Trend only. A rejected report does not count and replaces nothing.
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

extension MinistrySheet {
    /// What is on the sheet, in a sentence.
    var meaning: Text {
        switch self {
        case .readingGuide: Text(nl: "Wat waar staat.", en: "What stands where.")
        case .dashboard:
            Text(
                nl: "De stand in één oogopslag, en waarover u nu kunt praten.",
                en: "How things stand at a glance, and what to talk about now.")
        case .response:
            Text(
                nl: "Per contract en periode: verwacht, ontvangen, afgekeurd, ontbreekt.",
                en: "For each contract and period: expected, received, rejected, missing.")
        case .learning:
            Text(
                nl: "Wat leveranciers probeerden, wat er gebeurde en wat zij leerden.",
                en: "What suppliers tried, what happened and what they learned.")
        case .clients: Text(nl: "De contracten per opdrachtgever.", en: "The contracts by client.")
        case .categories: Text(nl: "De contracten per inkoopcategorie.", en: "The contracts by category.")
        case .suppliers:
            Text(
                nl: "De contracten per leverancier, met de stand van de laatste rapportage.",
                en: "The contracts by supplier, with the state of the last report.")
        case .contracts:
            Text(
                nl: "Per contract: afgesproken, gerealiseerd, nog te doen, en wanneer.",
                en: "For each contract: agreed, realised, still to do, and by when.")
        case .targetGroups:
            Text(nl: "De inzet per doelgroep en per soort.", en: "The placements by target group and kind.")
        case .data:
            Text(
                nl: "De cijfers per contract en periode, om zelf mee te rekenen.",
                en: "The figures by contract and period, to calculate with.")
        case .purchases:
            Text(
                nl: "De inkoop per contract, partner en periode.", en: "The purchases by contract, partner and period.")
        case .commitments:
            Text(
                nl: "Wat samen is afgesproken, met streefdatum en stand.",
                en: "What was agreed together, with target date and status.")
        case .trend:
            Text(
                nl: "Elke periode naast de vorige: eerst samen wie elke periode meldde, dan per contract.",
                en: "Each period beside the one before: first together who reported every period, then by contract.")
        case .regions:
            Text(
                nl: "Mensen, kansen, plekken en wensen per arbeidsmarktregio.",
                en: "People, chances, places and wishes by labour market region.")
        case .tables:
            Text(
                nl: "Wat dezelfde inzet waard is volgens andere gemeenten, en wat zij anders belonen.",
                en: "What the same efforts are worth by other municipalities, and what they reward differently.")
        case .matches:
            Text(
                nl: "Leerplekken die bij een wens van een ander passen.", en: "Learning places that fit another's wish."
            )
        case .examples: Text(nl: "Verhalen die gedeeld mogen worden.", en: "Stories that may be shared.")
        case .obstacles:
            Text(
                nl: "Wie hulp vraagt, wat lastig is, en wat elders hielp.",
                en: "Who asks for help, what is hard, and what helped elsewhere.")
        case .control:
            Text(
                nl: "Wat pas opvalt als rapportages naast elkaar liggen, en de bevindingen per regel.",
                en: "What only shows when reports are laid beside each other, and the findings by rule.")
        case .provenance:
            Text(
                nl: "Welke resultaten zijn gebruikt, vervangen of niet bruikbaar, en waarmee dit werkboek is gemaakt.",
                en: "Which results were used, replaced or could not be used, and what this workbook was made with.")
        }
    }
}
