import Assessments
import Consolidations
import SocialReturnModel
import Spreadsheets

/// The contracts to talk about first.
extension DashboardSheet {
    /// The positions of the contracts to talk about, the most urgent first: commitments overdue, lagging the term, nothing reported,
    /// help asked, then open commitments; within each the first due date first.
    var urgent: [Int] {
        func urgency(_ contract: ContractLine) -> Int? {
            if contract.commitments.overdue > 0 { return 0 }
            if contract.standing == .behind { return 1 }
            if contract.isBehind { return 2 }
            if contract.helpRequests > 0 { return 3 }
            return contract.commitments.open > 0 ? 4 : nil
        }
        let far = Day(daysSince1970: .max)
        return overview.contracts.indices.compactMap { position in
            urgency(overview.contracts[position]).map { (position, $0) }
        }.sorted { left, right in
            (left.1, overview.contracts[left.0].nextDue ?? far, left.0)
                < (right.1, overview.contracts[right.0].nextDue ?? far, right.0)
        }.prefix(Self.mostContracts).map(\.0)
    }

    func writeFollowUp(_ urgent: [Int]) throws {
        let section = Self.followUpSection
        try page.sheet.rowHeight(20, row: section)
        try page.text(page.words("Waarover eerst praten", "What to talk about first"), section, 0, PageStyle.section)
        let headings: [Text] = [
            Text(nl: "Contract", en: "Contract"), Text(nl: "Naam en leverancier", en: "Name and supplier"),
            Text(nl: "Categorie", en: "Category"), Text(nl: "Uiterlijk", en: "Due"),
            Text(nl: "Hoe het staat", en: "How it stands"), Text(nl: "Open afspraken", en: "Open commitments"),
            Text(nl: "Te laat", en: "Overdue"), Text(nl: "Hulpvragen", en: "Requests for help"),
            Text(nl: "Nog te doen", en: "Still to do"), Text(nl: "Laatste gesprek", en: "Last conversation"),
        ]
        try page.sheet.rowHeight(32, row: section + 1)
        for (column, heading) in headings.enumerated() {
            try page.text(
                heading[language], section + 1, column,
                (5...8).contains(column) ? PageStyle.numberHeading : PageStyle.heading)
        }
        guard !urgent.isEmpty else {
            return try page.text(
                page.words("Niets dat nu aandacht vraagt.", "Nothing that asks for attention now."), section + 2, 0,
                PageStyle.text)
        }
        for (number, position) in urgent.enumerated() { try write(position, section + 2 + number) }
    }

    private func write(_ position: Int, _ row: Int) throws {
        let contract = overview.contracts[position]
        guard let extent = ministry.extents[.contracts] else { return }
        let name = [contract.facts.title, contract.supplierName].filter { !$0.isEmpty }.joined(separator: " · ")
        let mark = Mark(contract)
        let standing = mark.text[language]
        let lines = max(
            RowHeight.lines(name, width: Self.widths[1] - 2), RowHeight.lines(standing, width: Self.widths[4] - 2))
        try page.sheet.rowHeight(max(20, RowHeight.points(lines: min(3, lines)) + 2), row: row)
        try page.link(
            contract.facts.id, to: ministry.target(ofContract: position),
            tip: page.words("Naar dit contract", "To this contract"), row, 0)
        try page.text(name, row, 1, PageStyle.wrapped)
        try page.text(Ministry.key(contract.facts.category), row, 2, PageStyle.wrapped)
        func reference(_ key: String) -> String { extent.reference(key, line: position) ?? "0" }
        if let due = contract.nextDue {
            try page.formula(
                reference("uiterlijk"), .number(Double(due.spreadsheetSerial)), row, 3,
                contract.commitments.overdue > 0 ? PageStyle.overdueDay : PageStyle.day)
        } else {
            try page.text("", row, 3, PageStyle.text)
        }
        try page.text(
            standing, row, 4, PageStyle.mark(mark.look).with { $0.wrapsText = true })
        for (column, key, value) in [
            (5, "afspraken", contract.commitments.open), (6, "te_laat", contract.commitments.overdue),
            (7, "hulp", contract.helpRequests),
        ] {
            try page.formula(reference(key), .number(Double(value)), row, column, PageStyle.count)
        }
        if let toDo = contract.toDo {
            try page.formula(
                reference("nog_te_doen"), .scaled(toDo.rawValue, decimals: 2), row, 8,
                PageStyle.number(UnitFormat.euros))
        } else {
            try page.text("", row, 8, PageStyle.words)
        }
        try page.day(contract.lastConversation, row, 9)
    }
}
