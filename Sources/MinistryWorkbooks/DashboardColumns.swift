/// The columns of *Dashboard*: a wide one, and a grid over which texts run on and in which blocks stand beside each other.
///
/// The narrow columns in the middle are there for the periods of the trend. Where those are fewer, two become one: who reads with the ears, or
/// walks over the cells, would meet a column with nothing in it.
struct DashboardColumns {
    /// The width of each column in characters. Together they fit a window of 1366 pixels at the zoom of the sheet, also beside the side bar of
    /// LibreOffice, up to the day by which somebody has to act.
    let widths: [Double]
    /// The first columns of a topic's place and of what there is to know.
    static let place = 1, note = 4
    /// The first column of the trend, and of its periods, which end beside whose turn it is.
    let trend = 4, firstPoint: Int
    /// How an approach stands; behind it, as for topics, the words.
    let status = 6, words: Int
    /// The first columns of whose turn it is, and of a topic's owner and date.
    let turn: Int, owner: Int, due: Int

    private static let one = 11.0, both = 22.0

    /// The columns for so many periods of the trend, from 0 to 4.
    init(points: Int) {
        // What was agreed has the longest heading above numbers, what is expected can do with less.
        var widths = [30.0, Self.one, Self.one + 2, Self.one, Self.one, Self.one - 2]
        widths += points > 2 ? [Self.one, Self.one] : [Self.both]
        words = widths.count
        widths += points > 1 ? [Self.one, Self.one] : [Self.both]
        (turn, firstPoint) = (widths.count, widths.count - points)
        widths.append(Self.both)
        owner = widths.count
        widths += [Self.one, Self.one]
        due = widths.count
        self.widths = widths + [Self.one, 9]
    }
}
