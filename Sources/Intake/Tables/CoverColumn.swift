import SocialReturnModel

/// A column of the cover in a table that is a whole submission.
struct CoverColumn: Sendable, Hashable {
    /// The field of the file.
    let field: Int
    /// The column of the cover's definition.
    let index: Int
    /// The heading as it may be shown.
    let heading: String
    /// Whether the heading is the template's own name, and no word that can stand for something else as well.
    let isOfTemplate: Bool
    /// Why its values may not be delivered: beside a person, `e-mail` is that person's and not the supplier's mailbox.
    let refusal: RefusedHeading?

    init(field: Int, index: Int, heading: String, in table: TableID) {
        self.field = field
        self.index = index
        self.heading = Masking.safeHeading(heading)
        let name = Cover.table.facts.columns[index].name
        isOfTemplate = FoldedName.fold(heading) == FoldedName.fold(name)
        refusal = isOfTemplate ? nil : RefusedHeading(heading: heading, in: table)
    }
}
