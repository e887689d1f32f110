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
            + greeting + status + scores + tasks + agreements + next
    }

    /// To the organisation. The contact of the cover can be a person, and stays out.
    private var greeting: [Letter.Block] {
        let cover = assessment.submission.coverRow
        let name = assessment.submission.cover.map { $0.source.text(cover.supplierName) } ?? ""
        let isKnown = !name.onOneLine.isEmpty && !name.contains("*")
        let of = isKnown ? words(" van \(name)", " of \(name)") : ""
        let period = cover.period.map { words(" over \($0.words.nl)", " on \($0.words.en)") } ?? ""
        // A name that ends in a full stop (B.V.) ends the sentence too.
        let stop = (of + period).hasSuffix(".") ? "" : "."
        var thanks = words(
            "Dank u wel voor de rapportage\(of)\(period)\(stop) Wij hebben die bekeken.",
            "Thank you for the report\(of)\(period)\(stop) We have looked at it.")
        if let mended = MendedCells(assessment, view).thanks { thanks += " " + mended[language] }
        return [.paragraph(words("Geachte heer, mevrouw,", "Dear Sir or Madam,")), .paragraph(thanks)]
    }

    private var status: [Letter.Block] {
        let status = summary.status
        return [
            .paragraph(
                "Status: \(status.name[language]). \(view.meaning(of: status)[language]) "
                    + words(
                        "Dit is een voorstel; uw contractmanager beslist.",
                        "This is a proposal; your contract manager decides."))
        ] + assessment.tablesSetAside.map { .paragraph($0.sentence[language]) }
    }

    /// The three pictures. As long as there is something to correct they say little, and stand in the feedback only.
    private var scores: [Letter.Block] {
        guard view.request != .correction else { return [] }
        return [
            .points([
                Letter.Point(
                    lead: CompletenessScore.name[language], text: summary.completeness.sentence[language]),
                Letter.Point(
                    lead: RealisationScore.name[language], text: view.realisation(summary).sentence[language]),
                Letter.Point(lead: LearningScore.name[language], text: summary.learning.sentence[language]),
            ])
        ]
    }

    private var tasks: [Letter.Block] {
        let causes = view.causes
        guard !causes.isEmpty else { return [] }
        let heading =
            view.request == .conversation
            ? words("Waarover praten wij graag?", "What would we like to talk about?")
            : words("Wat kunt u doen?", "What can you do?")
        var blocks: [Letter.Block] = [.heading(heading)]
        blocks.append(
            .paragraph(
                view.request == .conversation
                    ? words(
                        "Deze punten hoeven nu niet. Neem ze mee naar het volgende gesprek.",
                        "These points can wait. Bring them to the next conversation.")
                    : view.counts[language]))
        blocks.append(.steps(causes.prefix(Letter.shownCauses).map(point)))
        let rest = causes.count - Letter.shownCauses
        if rest > 0 {
            blocks.append(
                .paragraph(
                    rest == 1
                        ? words(
                            "Nog één punt staat op het blad 'Lees dit eerst' van terugkoppeling.xlsx.",
                            "One more point is on the sheet 'Lees dit eerst' of terugkoppeling.xlsx.")
                        : words(
                            "Nog \(rest) punten staan op het blad 'Lees dit eerst' van terugkoppeling.xlsx.",
                            "\(rest) more points are on the sheet 'Lees dit eerst' of terugkoppeling.xlsx.")))
        }
        return blocks
    }

    private func point(_ cause: SupplierCause) -> String {
        let group = cause.group
        let finding = assessment.findings.all[group.firstFindings[0]]
        let first = assessment.describe(finding, language, isOnSheets: true)
        var place = view.feedbackPlace(of: finding, assessment)?.words[language] ?? first.file
        if let column = first.column { place += ", " + FindingText.columnWords(column)[language] }
        if group.count > 1 {
            let count = Quantity(group.count).formatted(language)
            place += words("; \(count) keer", "; \(count) times")
        }
        let benefit = cause.benefit.map { " " + $0[language] } ?? ""
        // Where nothing is asked now, what to fill in is left out; a question is what there is to talk about.
        let remedy = view.request == .conversation && !first.remedy.contains("?") ? "" : " " + first.remedy
        return "\(group.severity.supplierWord[language]) (\(place)): \(first.message)\(remedy)\(benefit)"
    }

    /// What was agreed in the last conversation about each of the supplier's own contracts, as far as it concerns the supplier.
    private var agreements: [Letter.Block] {
        guard let register = assessment.context.register,
            let supplier = assessment.submission.coverRow.supplierKvK
        else { return [] }
        let agreed = register.decisions.forSupplier(
            contracts: register.contracts(of: supplier).map { register.symbols[$0] },
            supplier: supplier.description, through: assessment.context.period
        ).flatMap(\.self)
        guard !agreed.isEmpty else { return [] }
        var points: [Letter.Point] = []
        var seen: Set<Letter.Point> = []
        for decision in agreed {
            let place = decision.contract.isEmpty ? decision.period : "\(decision.contract), \(decision.period)"
            let point = Letter.Point(
                lead: "\(decision.topic.name[language]) (\(place))", text: decision.sentence[language])
            // One topic of several contracts was agreed about once for each.
            if seen.insert(point).inserted { points.append(point) }
        }
        var blocks: [Letter.Block] = [
            .heading(words("Wat spraken wij af?", "What did we agree?")),
            .points(Array(points.prefix(Letter.shownAgreements))),
        ]
        let rest = points.count - Letter.shownAgreements
        if rest > 0 {
            blocks.append(
                .paragraph(
                    words(
                        "Wij spraken nog \(rest) andere dingen af. Vraag uw contractmanager om de lijst.",
                        "We agreed \(rest) more. Ask your contract manager for the list.")))
        }
        return blocks
    }

    /// How to go on, and by when: only what the register says.
    private var next: [Letter.Block] {
        var blocks: [Letter.Block] = []
        switch view.request {
        case .nothing:
            blocks.append(
                .paragraph(
                    words(
                        "U hoeft niets te doen. Bewaar terugkoppeling.xlsx bij uw stukken.",
                        "No action is needed. Keep terugkoppeling.xlsx with your papers.")))
        case .conversation:
            blocks.append(
                .paragraph(
                    words(
                        "U hoeft niets terug te sturen. Bewaar terugkoppeling.xlsx bij uw stukken.",
                        "You need not send anything back. Keep terugkoppeling.xlsx with your papers.")))
        case .explanation:
            blocks.append(
                .paragraph(
                    words(
                        "Wilt u iets aanvullen of uitleggen? Doe dat in terugkoppeling.xlsx, in de gekleurde "
                            + "cellen of in 'Uw antwoord', "
                            + "en stuur dat bestand naar ons toe.",
                        "Do you want to add or explain something? Do so in terugkoppeling.xlsx, in the "
                            + "coloured cells or in 'Your "
                            + "answer', and send us that file.")))
        case .correction:
            blocks.append(.heading(words("Zo gaat u verder", "How to go on")))
            blocks.append(
                .paragraph(
                    words(
                        "Open terugkoppeling.xlsx. Vul de gekleurde cellen in of verander ze. Klopt iets al? "
                            + "Schrijf dat in 'Uw "
                            + "antwoord'. Bewaar het bestand en stuur het terug: dat is uw verbeterde rapportage.",
                        "Open terugkoppeling.xlsx. Fill in the coloured cells, or change them. Is something "
                            + "right already? Write so in "
                            + "'Your answer'. Save the file and send it back: that is your corrected report.")))
            if let day = SupplierView.lastDay(assessment) {
                blocks.append(
                    .paragraph(
                        words(
                            "Volgens uw contract is \(day.formatted(language)) de laatste dag voor deze rapportage.",
                            "By your contract \(day.formatted(language)) is the last day for this report.")))
            }
        }
        return blocks + [
            .paragraph(
                words(
                    "Komt u er niet uit? Neem contact op met uw contractmanager. Wij helpen graag.",
                    "Questions? Please contact your contract manager. We are glad to help.")
                    + words(
                        " Nagekeken met regelset \(assessment.context.ruleSet.version).",
                        " Checked with rule set \(assessment.context.ruleSet.version).")),
            .paragraph(words("Met vriendelijke groet,", "Kind regards,")),
            .paragraph(words("uw contractmanager", "your contract manager")),
        ]
    }
}
