import Assessments
import SocialReturnModel
import Spreadsheets

/// What to talk about: the most important topics, of every kind at least one.
extension SummarySheet {
    func writeTopics() throws {
        try page.sheet.rowHeight(20, row: layout.topicSection)
        try page.text(
            page.words("Waarover gaat het gesprek?", "What is the conversation about?"), layout.topicSection, 0,
            PageStyle.section)
        let more = discussion.lines.count - layout.topicCount
        if more > 0 {
            try page.link(
                page.words("alle \(discussion.lines.count) onderwerpen →", "all \(discussion.lines.count) topics →"),
                to: discussion.extent.top, layout.topicSection, layout.position(.standing),
                PageStyle.link.with { $0.border = Border() })
        }
        try page.sheet.rowHeight(20, row: layout.topicHeading)
        try page.blanks(layout.topicHeading, 0...layout.last, PageStyle.headingRest)
        let headings: [(SummaryLayout.Column, Text)] = [
            (.contract, Text(nl: "Soort", en: "Kind")), (.title, Text(nl: "Onderwerp", en: "Topic")),
            (.regime, Text(nl: "Hoeveel", en: "How many")),
            (.agreed, Text(nl: "Contract", en: "Contract")), (.realised, Text(nl: "Advies", en: "Advice")),
            (.due, Text(nl: "Naar de rijen", en: "To the rows")),
        ]
        for (column, text) in headings {
            try page.text(text[language], layout.topicHeading, layout.position(column), PageStyle.heading)
        }
        guard !discussion.lines.isEmpty else {
            try page.sheet.rowHeight(20, row: layout.row(ofTopic: 0))
            try page.blanks(layout.row(ofTopic: 0), 0...layout.last)
            return try page.text(
                "✓ " + page.words("Geen onderwerpen: alles is op orde.", "No topics: everything is in order."),
                layout.row(ofTopic: 0), 0, PageStyle.text)
        }
        for (position, topic) in shownTopics.enumerated() {
            try write(discussion.lines[topic], topic, layout.row(ofTopic: position))
        }
    }

    /// The first topic of each kind, then the second of each, until there is no more room; in their order.
    private var shownTopics: [Int] {
        var turns: [Topic.Kind: Int] = [:]
        let ranked = summary.topics.prefix(discussion.lines.count).enumerated().map { position, topic in
            turns[topic.kind, default: 0] += 1
            let turn = turns[topic.kind, default: 0]
            // What was not tested has a row of its own above; one reason is enough where there is more to talk about.
            return (turn: topic.kind == .notTested && turn > 1 ? turn + summary.topics.count : turn, position: position)
        }
        return ranked.sorted { ($0.turn, $0.position) < ($1.turn, $1.position) }.prefix(layout.topicCount).map(
            \.position
        )
        .sorted()
    }

    private func write(_ line: TopicLine, _ topic: Int, _ row: Int) throws {
        try page.sheet.rowHeight(20, row: row)
        try page.blanks(row, 0...layout.last)
        try page.text(line.mark.text[language], row, 0, PageStyle.mark(line.mark.look))
        try page.text(Self.cut(line.subject, 38), row, layout.position(.title), PageStyle.strong)
        try writeCount(line, topic, row)
        try page.text(line.contract, row, layout.position(.agreed), PageStyle.text)
        try page.text(Self.cut(line.advice, 88), row, layout.position(.realised), PageStyle.text)
        let places = line.shortPlaces(language)
        let target = line.places.first?.target ?? discussion.extent.target(line: topic)
        try page.link(
            places.isEmpty ? page.words("Te bespreken →", "Te bespreken →") : places, to: target, row,
            layout.position(.due))
    }

    /// How many rows the topic is about, from *Te bespreken*.
    private func writeCount(_ line: TopicLine, _ topic: Int, _ row: Int) throws {
        guard let count = line.count, let reference = discussion.extent.reference("aantal", line: topic) else { return }
        let unit = UnitFormat.counted(page.words("rij", "row"), page.words("rijen", "rows"))
        try page.formula(
            reference, .number(Double(count)), row, layout.position(.regime),
            PageStyle.text.with { $0.numberFormat = unit })
    }

    /// The text, cut where the next column begins; the whole of it stands on *Te bespreken*.
    private static func cut(_ text: String, _ longest: Int) -> String {
        text.count > longest ? text.prefix(longest - 1) + "…" : text
    }
}
