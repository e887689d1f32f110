/// Takes a size to the nearest one that a sheet can have.
///
/// Sizes follow from data: a heading of a page high, a note of a hundred lines. A sheet that shows them clipped is worth more than no
/// workbook, so this is the one place for all sheets where sizes are made to fit, and none of them is refused.
enum Fitting {
    /// The height of a row in points.
    static func rowHeight(_ points: Double) -> Double { fit(points, 1...409) }
    /// The width of a column in characters.
    static func columnWidth(_ characters: Double) -> Double { fit(characters, 0...255) }
    /// The size on the screen in percent.
    static func zoom(_ percent: Int) -> Int { fit(percent, 10...400) }
    /// A side of a note in pixels.
    static func noteSide(_ pixels: Int) -> Int { fit(pixels, 20...2_000) }
    /// A side of a chart in pixels.
    static func chartSide(_ pixels: Int) -> Int { fit(pixels, 100...4_000) }
    /// A number of printed pages.
    static func pages(_ count: Int) -> Int { fit(count, 0...32_767) }
    /// A margin in centimetres.
    static func margin(_ centimetres: Double) -> Double { fit(centimetres, 0...20) }
    /// The size of letters in points.
    static func fontSize(_ points: Double) -> Double { fit(points, 1...409) }
    /// An indentation in steps.
    static func indent(_ steps: Int) -> Int { fit(steps, 0...15) }

    private static func fit<Size: Comparable>(_ size: Size, _ range: ClosedRange<Size>) -> Size {
        // What is not a number compares with nothing, and becomes the smallest size.
        size >= range.lowerBound ? min(size, range.upperBound) : range.lowerBound
    }
}
