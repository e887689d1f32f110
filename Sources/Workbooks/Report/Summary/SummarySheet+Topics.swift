import Assessments
import SocialReturnModel
import Spreadsheets

/// What to talk about, whose turn it is, and what to celebrate.
extension SummarySheet {
    /// The commitments by whose they are, and beside them what went well.
    func writeCommitments() throws {
        let right = layout.praiseColumn
        try page.sheet.rowHeight(20, row: layout.commitmentSection)
        try page.text(
            page.words("Afspraken: wie is aan zet?", "Commitments: whose turn is it?"), layout.commitmentSection, 0,
            PageStyle.section)
        try page.text(page.words("Om te vieren", "To celebrate"), layout.commitmentSection, right, PageStyle.section)
        try page.sheet.rowHeight(18, row: layout.commitmentHeading)
        let headings: [(Int, Text)] = [
            (0, Text(nl: "Van wie", en: "Whose")),
            (1, Text(nl: "Wat staat open, voor wanneer", en: "What is open, by when")),
            (layout.openColumn, Text(nl: "Nog open", en: "Still open")),
            (layout.lateColumn, Text(nl: "Te laat", en: "Late")),
            (layout.metColumn, Text(nl: "Gehaald", en: "Achieved")),
        ]
        try page.blanks(layout.commitmentHeading, 0..<right, PageStyle.headingRest)
        for (column, text) in headings {
            try page.text(
                text[language], layout.commitmentHeading, column,
                column == 0
                    ? PageStyle.heading
                    : column == 1 ? PageStyle.headingRest.with { $0.wrapsText = false } : PageStyle.numberHeading)
        }
        let praise = topics.praise
        for position in 0..<SummaryLayout.ownerRows {
            let row = layout.row(ofOwner: position)
            try page.sheet.rowHeight(17, row: row)
            let owner = SummaryFormulas.owners.indices.contains(position) ? SummaryFormulas.owners[position] : nil
            try page.blanks(row, 0..<right)
            try page.text(
                owner?.name[language] ?? page.words("Alle afspraken", "All commitments"), row, 0,
                owner == nil ? PageStyle.strong : PageStyle.text)
            if let owner { try page.text(openWords(of: owner), row, 1, PageStyle.text) }
            for (column, figure) in [
                (layout.openColumn, SummaryFormulas.CommitmentFigure.open), (layout.lateColumn, .overdue),
                (layout.metColumn, .met),
            ] {
                try page.figure(
                    formulas.commitments(owner, figure), row, column,
                    PageStyle.count.with { $0.isBold = owner == nil })
            }
            try highlightLate(row)
            try celebrate(
                praise.indices.contains(position) ? praise[position] : nil, isEmpty: position == 0 && praise.isEmpty,
                row)
        }
    }

    /// What is open for `owner` and by when, as far as its line has room; how much that is stands beside it.
    private func openWords(of owner: Owner) -> String {
        let room = layout.columns[1..<layout.openColumn].reduce(0) { $0 + layout.width($1) }
        let goals = topics.open.lazy.filter { $0.owner == owner && !$0.what.isEmpty }.map { item in
            (item.due.map { $0.formatted(language) + ": " } ?? "") + item.what
        }
        return WrappedText.cut(goals.prefix(3).joined(separator: "; "), Int(1.1 * room))
    }

    /// A line of what went well, beside the commitments.
    private func celebrate(_ praise: Praise?, isEmpty: Bool, _ row: Int) throws {
        let column = layout.praiseColumn
        if let praise {
            let words = praise.words.first ?? ""
            // What somebody said follows a colon; what there is to know besides does not explain what stands before it.
            let told = [praise.subject, words].filter { !$0.isEmpty }
                .joined(separator: words.hasPrefix("“") ? ": " : "; ")
            try page.text(
                WrappedText.cut(praise.mark.text[language] + " · " + told, celebrationWidth), row, column,
                PageStyle.text.with { $0.border = Border() })
        } else if isEmpty {
            try page.text(
                page.words("Nog niets gemeld: vraag ernaar.", "Nothing reported yet: ask about it."), row, column,
                PageStyle.muted.with { $0.border = Border() })
        }
    }

    /// Tints the number of late commitments while there are any; the heading says what it is.
    private func highlightLate(_ row: Int) throws {
        try page.sheet.highlight(
            CellRange(rows: row...row, column: layout.lateColumn), where: .above(0),
            as: report.writer.file.highlight(Style(fill: Palette.orangeTint)))
    }

    private var celebrationWidth: Int {
        Int(1.15 * layout.columns[layout.praiseColumn...].reduce(0) { $0 + layout.width($1) })
    }

    func writeTopics() throws {
        try page.sheet.rowHeight(SummaryLayout.gap, row: layout.topicSection - 1)
        try page.sheet.rowHeight(20, row: layout.topicSection)
        try page.text(
            page.words("Waarover gaat het gesprek?", "What is the conversation about?"), layout.topicSection, 0,
            PageStyle.section)
        if topics.count > 0 {
            try page.link(
                topics.count == 1
                    ? page.words("1 onderwerp op Gesprek →", "1 topic on Gesprek →")
                    : page.words(
                        "alle \(topics.count) onderwerpen op Gesprek →", "all \(topics.count) topics on Gesprek →"),
                to: LinkTarget(sheet: ReportSheet.conversation.name), layout.topicSection, layout.position(.share),
                PageStyle.link.with { $0.border = Border() })
        }
        try page.sheet.rowHeight(18, row: layout.topicHeading)
        try page.blanks(layout.topicHeading, 0...layout.last, PageStyle.headingRest)
        let headings: [(SummaryLayout.Column, Text)] = [
            (.contract, Text(nl: "Soort", en: "Kind")), (.title, Text(nl: "Onderwerp", en: "Topic")),
            (.share, Text(nl: "Aan zet", en: "Whose turn")),
            (
                .standing,
                Text(nl: "Wat de leverancier schreef, of wat opviel", en: "What the supplier wrote, or what stood out")
            ),
        ]
        for (column, text) in headings {
            try page.text(
                text[language], layout.topicHeading, layout.position(column),
                PageStyle.headingRest.with { $0.wrapsText = false })
        }
        guard layout.topicCount > 0 else {
            try page.sheet.rowHeight(20, row: layout.row(ofTopic: 0))
            try page.blanks(layout.row(ofTopic: 0), 0...layout.last)
            return try page.text(
                "✓ " + page.words("Geen onderwerpen: alles is op orde.", "No topics: everything is in order."),
                layout.row(ofTopic: 0), 0, PageStyle.text)
        }
        let chosen = ReportTopics.firstOfEachKind(topics.page, layout.topicCount)
        for (position, topic) in chosen.enumerated() { try write(topics.page[topic], layout.row(ofTopic: position)) }
    }

    private func write(_ line: TopicLine, _ row: Int) throws {
        try page.sheet.rowHeight(18, row: row)
        try page.blanks(row, 0...layout.last)
        try page.text(line.mark.text[language], row, 0, PageStyle.mark(line.mark.look))
        let contract = summary.named(line.contract, before: " · ")
        let room = layout.columns[layout.position(.title)..<layout.position(.share)].reduce(0) { $0 + layout.width($1) }
        try page.text(
            WrappedText.cut(contract + line.subject, Int(room)), row, layout.position(.title),
            PageStyle.strong)
        try page.text(line.turn[language], row, layout.position(.share), PageStyle.text)
        let rest = layout.columns[layout.position(.standing)...].reduce(0) { $0 + layout.width($1) }
        let quotes = SupplierQuotes.onOneLine(line.quotesOrSeen)
        try page.text(WrappedText.cut(quotes, Int(1.15 * rest)), row, layout.position(.standing), PageStyle.text)
    }
}
