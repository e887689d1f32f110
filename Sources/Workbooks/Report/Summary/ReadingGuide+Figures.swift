import Assessments
import SocialReturnModel

/// What the figures do and do not say.
extension ReadingGuide {
    var figures: Section {
        Section(
            title: Text(nl: "Wat de cijfers wel en niet zeggen", en: "What the figures do and do not say"),
            headings: (Text(nl: "Onderwerp", en: "Subject"), Text(nl: "Uitleg", en: "Explanation")),
            entries: [
                Entry(
                    Text(nl: "Drie beelden", en: "Three pictures"),
                    Text(
                        nl: """
                            Volledigheid, realisatie en leren staan naast elkaar en worden nooit opgeteld. Er is \
                            geen eindcijfer. Leren en samenwerken wordt geteld en niet beoordeeld.
                            """,
                        en: """
                            Completeness, realisation and learning stand side by side and are never added up. There \
                            is no final grade. Learning and working together is counted and not judged.
                            """)),
                Entry(
                    Text(nl: "Alleen wat meetelt", en: "Only what counts"),
                    Text(
                        nl: """
                            Elk cijfer telt de rijen die zijn aangenomen. Rijen met een fout staan op Afgekeurde \
                            rijen en tellen nergens mee.
                            """,
                        en: """
                            Every figure counts the rows that were accepted. Rows with an error are on Afgekeurde \
                            rijen and count nowhere.
                            """)),
                Entry(Text(nl: "Gerealiseerd", en: "Realised"), realised),
                Entry(
                    Text(nl: "Euro's", en: "Euros"),
                    Text(
                        nl: """
                            Een bedrag is er alleen als het contract een waarderingstabel noemt. Het is een \
                            rekenwaarde van inspanning, geen loon en geen betaling. Zonder tabel staan er personen, \
                            fte en uren.
                            """,
                        en: """
                            There is an amount only where the contract names a valuation table. It is a notional \
                            value of effort, no wage and no payment. Without a table there are persons, FTE and \
                            hours.
                            """)),
                Entry(
                    Text(nl: "Verschillende eenheden", en: "Different units"),
                    Text(
                        nl: """
                            Euro's, plekken, personen, fte en uren worden nooit bij elkaar opgeteld. Eén persoon \
                            met twee inzetten telt bij personen één keer.
                            """,
                        en: """
                            Euros, places, persons, FTE and hours are never added up. One person with two \
                            placements counts once among persons.
                            """)),
                Entry(
                    Text(nl: "Nog te doen", en: "Still to do"),
                    Text(
                        nl: """
                            Het verschil met de afspraak. Dit hulpmiddel rekent nooit uit wat een leverancier zou \
                            moeten betalen; dat is aan contract en gesprek.
                            """,
                        en: """
                            The difference with what was agreed. This tool never calculates what a supplier would \
                            have to pay; that is for the contract and the conversation.
                            """)),
                Entry(
                    Text(nl: "Looptijd voorbij", en: "Term passed"),
                    Text(
                        nl: """
                            Welk deel van de looptijd van het contract voorbij is op de laatste dag van de periode, of op de dag bij \
                            'Stand op' als die eerder is. Een correctie die later komt, verandert dat niet. Wat groeit, zoals \
                            personen of euro's, houdt dat deel bij als het op koers is.
                            """,
                        en: """
                            Which part of the contract's term has passed on the last day of the period, or on the day at 'State on' \
                            where that comes first. A correction that comes later does not change it. What grows, such as \
                            persons or euros, keeps up with that part when it is on course.
                            """)),
                Entry(
                    Text(nl: "Volgende datum", en: "Next date"),
                    Text(
                        nl: """
                            De eerste streefdatum van een afspraak die nog openstaat; zonder zo'n afspraak het \
                            einde van het contract. Met ▲ ervoor, en bij 'Te laat', was die dag voorbij op de dag bij 'Stand op'. \
                            Een correctie die later komt, kijkt dus vanaf die latere dag.
                            """,
                        en: """
                            The first target date of a commitment that is still open; without one the end of the \
                            contract. With ▲ before it, and at 'Late', it had passed on the day at 'State on'. A correction that \
                            comes later looks from that later day.
                            """)),
                Entry(
                    Text(nl: "Formules", en: "Formulas"),
                    Text(
                        nl: """
                            Cijfers zijn formules: klik op een cel om te zien uit welke rijen zij komen. Een 1 \
                            in 'telt als persoon' of 'zonder bewijs' telt die rij daar mee.
                            """,
                        en: """
                            Figures are formulas: click a cell to see which rows they come from. A 1 in \
                            'counts as person' or 'without evidence' counts that row there.
                            """)),
                Entry(
                    Text(nl: "Mensen", en: "People"),
                    Text(
                        nl: """
                            Deelnemers staan er met een code. Namen, nummers en gegevens over gezondheid horen hier \
                            niet in; wat daarop lijkt, is bedekt met *.
                            """,
                        en: """
                            Participants stand here by a code. Names, numbers and data about health do not belong \
                            here; what looks like them is covered with *.
                            """)),
            ])
    }

    private var realised: Text {
        summary.hasHistory
            ? Text(
                nl: """
                    Deze periode plus de eerdere rapportages die zijn meegegeven. Fte en afspraken zijn een stand: \
                    daar telt de laatste rapportage.
                    """,
                en: """
                    This period plus the earlier reports that were given. FTE and commitments are a level at one moment: there \
                    the last report counts.
                    """)
            : Text(
                nl: """
                    Alleen deze periode: er zijn geen eerdere rapportages meegegeven (--previous). Liep het \
                    contract al langer, dan is er mogelijk meer gedaan dan hier staat.
                    """,
                en: """
                    Only this period: no earlier reports were given (--previous). If the contract ran before, more \
                    may have been done than is shown here.
                    """)
    }
}
