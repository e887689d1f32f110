/// A bar or column chart of cells on the sheets of the workbook.
public struct Chart: Hashable, Sendable {
    /// What the bars look like.
    public enum Kind: Hashable, Sendable {
        /// Bars lying next to each other.
        case bars
        /// Bars lying, their parts in one line.
        case stackedBars
        /// Columns standing next to each other.
        case columns
        /// Columns standing, their parts on top of each other.
        case stackedColumns
    }

    /// Where the names of the series stand.
    public enum Legend: Hashable, Sendable {
        /// Nowhere.
        case none
        /// Below the chart.
        case bottom
        /// Above the chart.
        case top
        /// At the right.
        case right
    }

    /// Numbers that belong together.
    public struct Series: Hashable, Sendable {
        /// What the numbers are.
        public var name: String
        /// The sheet with the numbers and their categories.
        public var sheet: String
        /// The numbers, a part of one row or column.
        public var values: CellRange
        /// What each number belongs to, as many cells.
        public var categories: CellRange
        /// The colour of the bars.
        public var color: Color
        /// The numbers as they are now, so that readers that do not calculate show the chart too; as many as there are
        /// cells, or none.
        public var cachedValues: [Double]
        /// The categories as they are now; as many as there are cells, or none.
        public var cachedCategories: [String]

        /// A series of cells on one sheet.
        public init(
            name: String, sheet: String, values: CellRange, categories: CellRange, color: Color,
            cachedValues: [Double] = [], cachedCategories: [String] = []
        ) {
            self.name = name
            self.sheet = sheet
            self.values = values
            self.categories = categories
            self.color = color
            self.cachedValues = cachedValues
            self.cachedCategories = cachedCategories
        }
    }

    /// What the bars look like.
    public var kind: Kind
    /// The title; empty for none.
    public var title: String
    /// What the chart shows, in words, for who cannot see it; at most 500 UTF-16 units, what is more is cut and recorded.
    public var description: String
    /// The series, at least one.
    public var series: [Series]
    /// The name along the categories; empty for none.
    public var categoryAxisTitle = ""
    /// The name along the numbers; empty for none.
    public var valueAxisTitle = ""
    /// The number format along the numbers; at most 127 bytes.
    public var valueFormat = "General"
    /// Where the numbers begin and end; `nil` lets the program choose.
    public var valueRange: ClosedRange<Double>?
    /// Whether each bar shows its number.
    public var showsValues = false
    /// Where the names of the series stand.
    public var legend = Legend.bottom
    /// The width in pixels, taken to 100 to 4,000.
    public var width = 640
    /// The height in pixels, taken to 100 to 4,000.
    public var height = 360

    /// A chart of `series`, with words for who cannot see it.
    public init(_ kind: Kind, title: String, description: String, series: [Series]) {
        self.kind = kind
        self.title = title
        self.description = description
        self.series = series
    }
}

extension Chart {
    /// The same with sizes that a chart can have, 0 for numbers that are none, and an axis that the program chooses where its ends
    /// are none.
    fileprivate var fitting: Chart {
        var chart = self
        chart.width = Fitting.chartSide(width)
        chart.height = Fitting.chartSide(height)
        for index in chart.series.indices {
            chart.series[index].cachedValues = series[index].cachedValues.map { $0.isFinite ? $0 : 0 }
        }
        if let range = valueRange, !(range.lowerBound.isFinite && range.upperBound.isFinite) { chart.valueRange = nil }
        return chart
    }
}

/// A chart with its place, kept until the file is closed.
struct PlacedChart {
    let chart: Chart
    let row: Int
    let column: Int
}

extension Sheet {
    /// Puts a chart on the sheet, its top left corner on a cell. The sheets it refers to may be added later.
    public func chart(_ chart: Chart, row: Int, column: Int) throws(SpreadsheetError) {
        if chart.series.isEmpty { throw .chart(sheet: name, .noSeries) }
        if chart.description.allSatisfy(\.isWhitespace) { throw .chart(sheet: name, .noDescription) }
        try require(CellRange(CellReference(row: row, column: column)))
        let isSound = (1...127).contains(chart.valueFormat.utf8.count)
        guard isSound else { throw .chart(sheet: name, .badFormat) }
        for series in chart.series {
            for (range, found) in [
                (series.values, series.cachedValues.count), (series.categories, series.cachedCategories.count),
            ] where found > 0 && found != range.count {
                throw .chart(sheet: name, .cacheCount(expected: range.count, found: found))
            }
        }
        charts.append(PlacedChart(chart: chart.fitting, row: row, column: column))
    }
}
