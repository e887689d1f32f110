import SocialReturnModel

/// A sheet of a workbook, declared once, in its own file. Two of them are the same when they stand in the same place.
package protocol WorkbookSheet: Hashable, Sendable {
    /// What is told in the workbook.
    associatedtype Contents

    /// The name on the tab.
    var name: String { get }
    /// Its place among the tabs; with room in between.
    var position: Int { get }
    /// What is on the sheet, in a sentence; nil for the sheet that says so.
    var meaning: Text? { get }
    /// Whether it tells how the others were written, and so is the last.
    var isLast: Bool { get }
    /// Adds the sheet. What is returned writes it; nil when it was written already, or is not there.
    var prepare: @Sendable (Contents) throws -> SheetTask? { get }
}

extension WorkbookSheet {
    package static func == (left: Self, right: Self) -> Bool { left.position == right.position }

    package func hash(into hasher: inout Hasher) { hasher.combine(position) }

    /// Adds and writes `sheets`; those that tell how the others were written after them.
    package static func write(_ sheets: [Self], of contents: Contents) throws {
        for isLast in [false, true] {
            try SheetTask.run(sheets.filter { $0.isLast == isLast }.compactMap { try $0.prepare(contents) })
        }
    }
}
