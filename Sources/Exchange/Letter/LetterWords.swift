import Assessments
import Rules
import SocialReturnModel

/// The words of a letter.
struct LetterWords: Bilingual {
    private let assessment: Assessment
    private let summary: SubmissionSummary
    let language: Language
    private let view: SupplierView

    init(_ assessment: Assessment, _ summary: SubmissionSummary, _ language: Language) {
        self.assessment = assessment
        self.summary = summary
        self.language = language
        view = SupplierView(assessment)
    }

    var blocks: [Letter.Block] {
        [.title(words("Terugkoppeling op uw rapportage social return", "Feedback on your report on social return"))]
            + greeting + status + scores + tasks + notTested + next
    }

    /// To the organisation. The contact of the cover can be a person, and stays out.
    private var greeting: [Letter.Block] {
        let cover = assessment.submission.coverRow
        let name = assessment.submission.cover.map { $0.source.text(cover.supplierName) } ?? ""
        let period = cover.period.map { words(" over \($0)", " on \($0)") } ?? ""
        return [
            .paragraph(
                name.onOneLine.isEmpty || name.contains("*")
                    ? words("Beste leverancier,", "Dear supplier,")
                    : words("Beste mensen van \(name),", "Dear people of \(name),")),
            .paragraph(
                words(
                    "Dank u wel voor uw rapportage\(period). Wij hebben alles gelezen en nagekeken.",
                    "Thank you for your report\(period). We read and checked all of it.")),
        ]
    }

    private var status: [Letter.Block] {
        let status = summary.status
        let meaning =
            status == .approvedWithRemarks && view.causes.isEmpty
            ? words(
                "Wij kunnen uw rapportage gebruiken. Uw contractmanager kijkt nog naar een paar punten; u hoeft niets te doen.",
                "We can use your report. Your contract manager still looks at a few points; you do not need to do anything."
            )
            : status.supplierMeaning[language]
        return [
            .heading(words("Hoe staat het ervoor?", "How does it stand?")),
            .points([Letter.Point(lead: words("Status", "Status"), text: status.name[language] + ". " + meaning)]),
            .paragraph(
                words(
                    "De status is een voorstel; uw contractmanager beslist.",
                    "The status is a proposal; your contract manager decides.")),
        ] + assessment.tablesSetAside.map { .paragraph($0.sentence[language]) }
    }

    private var scores: [Letter.Block] {
        [
            .heading(words("Drie beelden naast elkaar", "Three pictures side by side")),
            .points([
                Letter.Point(
                    lead: CompletenessScore.name[language], text: summary.completeness.sentence[language]),
                Letter.Point(
                    lead: RealisationScore.name[language], text: view.realisation(summary).sentence[language]),
                Letter.Point(lead: LearningScore.name[language], text: summary.learning.sentence[language]),
            ]),
        ]
    }

    private var tasks: [Letter.Block] {
        let causes = view.causes
        let heading = Letter.Block.heading(words("Wat kunt u doen?", "What can you do?"))
        guard !causes.isEmpty else {
            return [
                heading,
                .paragraph(
                    words("U hoeft niets te herstellen. Mooi werk!", "You do not need to mend anything. Well done!")),
            ]
        }
        let toMend = causes.count { $0.group.severity == .error }
        let toDiscuss = causes.count - toMend
        var points = causes.prefix(Letter.shownCauses).map(point)
        let rest = causes.count - points.count
        if rest > 0 {
            points.append(
                Letter.Point(
                    text: words(
                        "… en nog \(rest). Die staan op het blad 'Lees dit eerst' van terugkoppeling.xlsx.",
                        "… and \(rest) more. They are on the sheet 'Lees dit eerst' of terugkoppeling.xlsx.")))
        }
        return [
            heading,
            .paragraph(
                words(
                    "Te herstellen: \(toMend). Te bespreken: \(toDiscuss). Eén punt is één oorzaak; met één aanpassing lost u vaak "
                        + "veel rijen tegelijk op.",
                    "To mend: \(toMend). To discuss: \(toDiscuss). One point is one cause; one change often solves many rows at "
                        + "once.")),
            .points(Array(points)),
        ]
    }

    private func point(_ cause: SupplierCause) -> Letter.Point {
        let group = cause.group
        let first = assessment.describe(assessment.findings.all[group.firstFindings[0]], language)
        var place = [first.file]
        if let column = first.column { place.append(words("kolom \(column)", "column \(column)")) }
        if let row = first.row {
            place.append(
                group.count > 1
                    ? words(
                        "rij \(row) en andere, \(number(group.count)) keer",
                        "row \(row) and others, \(number(group.count)) times")
                    : words("rij \(row)", "row \(row)"))
        }
        let benefit = cause.benefit.map { " " + $0[language] } ?? ""
        return Letter.Point(
            lead: "\(group.severity.supplierWord[language]) (\(place.joined(separator: ", ")))",
            text: "\(first.message) \(first.remedy)\(benefit)")
    }

    private func number(_ count: Int) -> String { Quantity(count).formatted(language) }

    /// What could not be tested as the supplier did not send it.
    private var notTested: [Letter.Block] {
        guard !view.notTested.isEmpty else { return [] }
        return [
            .heading(words("Wat konden wij niet toetsen?", "What could we not test?")),
            .points(
                view.notTested.map { group in
                    let supply = group.supply.map { " " + $0[language] } ?? ""
                    return Letter.Point(text: group.reason[language] + supply)
                }),
        ]
    }

    /// How to go on, and by when: only what the register says.
    private var next: [Letter.Block] {
        var blocks: [Letter.Block] = [.heading(words("Zo gaat u verder", "How to go on"))]
        if !view.causes.isEmpty {
            blocks.append(
                .steps([
                    words(
                        "Open terugkoppeling.xlsx en lees het blad 'Lees dit eerst'. Verander de gekleurde cellen, of schrijf uw "
                            + "verbetering in de kolom 'Correctie'. Wilt u iets uitleggen? Schrijf dat in 'Uw antwoord'.",
                        "Open terugkoppeling.xlsx and read the sheet 'Lees dit eerst'. Change the coloured cells, or write your "
                            + "correction in the column 'Correctie'. Do you want to explain something? Write it in 'Your answer'."
                    ),
                    words("Bewaar het bestand.", "Save the file."),
                    words(
                        "Stuur het bestand terug. Het is uw verbeterde rapportage.",
                        "Send the file back. It is your corrected report."),
                ]))
            if let day = SupplierView.lastDay(assessment) {
                blocks.append(
                    .paragraph(
                        words(
                            "Volgens uw contract is \(day.formatted(language)) de laatste dag voor deze rapportage.",
                            "By your contract \(day.formatted(language)) is the last day for this report.")))
            }
        } else {
            blocks.append(
                .paragraph(
                    words(
                        "Bewaar terugkoppeling.xlsx bij uw stukken. U hoeft het niet terug te sturen.",
                        "Keep terugkoppeling.xlsx with your papers. You do not need to send it back.")))
        }
        return blocks + [
            .paragraph(
                words(
                    "Komt u er niet uit? Neem contact op met uw contractmanager. Wij helpen graag.",
                    "Questions? Please contact your contract manager. We are glad to help.")),
            .paragraph(
                words(
                    "Nagekeken met regelset \(assessment.context.ruleSet.version).",
                    "Checked with rule set \(assessment.context.ruleSet.version).")),
            .paragraph(words("Met vriendelijke groet,", "Kind regards,")),
        ]
    }
}
