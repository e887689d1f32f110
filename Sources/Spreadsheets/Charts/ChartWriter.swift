import CLibXlsxWriter
import Glibc

/// Gives the charts of a sheet to libxlsxwriter; called when the file is closed, as charts belong to the whole workbook.
struct ChartWriter {
    let workbook: UnsafeMutablePointer<lxw_workbook>
    /// The font of all texts in charts.
    let font: Font

    /// Makes one chart and puts it on its sheet.
    func write(
        _ placed: PlacedChart, on sheet: Sheet, sheets: Set<String>
    ) throws(SpreadsheetError) {
        let chart = placed.chart
        guard let target = workbook_add_chart(workbook, chart.kind.value) else {
            throw .library(code: LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue, function: "workbook_add_chart")
        }
        var kinds: ReplacementKinds = []
        for series in chart.series {
            guard sheets.contains(series.sheet) else { throw .chart(sheet: sheet.name, .missingSheet(series.sheet)) }
            try add(series, of: chart, to: target, &kinds)
        }
        setTexts(chart, target, &kinds)
        let strings = CStrings()
        var options = lxw_chart_options()
        // The library's chart has 480 by 288 pixels.
        options.x_scale = Double(chart.width) / 480
        options.y_scale = Double(chart.height) / 288
        options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
        options.description = strings.copy(TextBuffer.cleaned(chart.description, limit: 500, escapesHex: false, &kinds))
        sheet.record(kinds, .chart, row: placed.row, column: placed.column)
        let error = withExtendedLifetime(strings) {
            worksheet_insert_chart_opt(
                sheet.open, lxw_row_t(placed.row), lxw_col_t(placed.column), target, &options)
        }
        try check(error, "worksheet_insert_chart_opt")
    }

    private func add(
        _ series: Chart.Series, of chart: Chart, to chartTarget: UnsafeMutablePointer<lxw_chart>,
        _ kinds: inout ReplacementKinds
    ) throws(SpreadsheetError) {
        let values = series.values.reference(in: series.sheet)
        let categories = series.categories.reference(in: series.sheet)
        guard let target = chart_add_series(chartTarget, categories, values) else {
            throw .library(code: LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue, function: "chart_add_series")
        }
        let name = TextBuffer.cleaned(series.name, limit: 255, escapesHex: false, &kinds)
        chart_series_set_name(target, name.hasPrefix("=") ? " " + name : name)
        var fill = lxw_chart_fill()
        fill.color = series.color.value
        chart_series_set_fill(target, &fill)
        if chart.showsValues {
            chart_series_set_labels(target)
            // In stacked charts the numbers stand on the bars.
            let isOnBar = chart.kind == .stackedBars || chart.kind == .stackedColumns
            let color = isOnBar && series.color.isDark ? Color.white : .black
            withFont(size: 9, color: color) { chart_series_set_labels_font(target, $0) }
        }
        fillCache(target.pointee.values, series.cachedValues.count, sheet: series.sheet) { point, index in
            point.number = series.cachedValues[index]
        }
        let texts = series.cachedCategories.map { TextBuffer.cleaned($0, limit: 255, escapesHex: false, &kinds) }
        fillCache(target.pointee.categories, texts.count, sheet: series.sheet) { point, index in
            point.string = strdup(texts[index])
            point.is_string = 1
        }
        target.pointee.categories.pointee.has_string_cache = 1
    }

    /// Puts what the cells show now into the chart. The library would read the cells back, but they are in a temporary file.
    private func fillCache(
        _ range: UnsafeMutablePointer<lxw_series_range>?, _ count: Int, sheet: String,
        _ fill: (inout lxw_series_data_point, Int) -> Void
    ) {
        guard let range else { return }
        // A range with a sheet's name is not parsed again; the parser does not understand doubled apostrophes and complains.
        range.pointee.sheetname = strdup(sheet)
        let zeros = [UInt8](repeating: 0, count: min(count, Int(UInt16.max)))
        _ = zeros.withUnsafeBufferPointer {
            lxw_chart_add_data_cache(range, UnsafeMutablePointer(mutating: $0.baseAddress), UInt16($0.count), 1, 0)
        }
        var point = range.pointee.data_cache.pointee.stqh_first
        var index = 0
        while let here = point {
            fill(&here.pointee, index)
            point = here.pointee.list_pointers.stqe_next
            index += 1
        }
    }

    private func setTexts(_ chart: Chart, _ target: UnsafeMutablePointer<lxw_chart>, _ kinds: inout ReplacementKinds) {
        let clean = { (text: String, kinds: inout ReplacementKinds) -> String in
            let cleaned = TextBuffer.cleaned(text, limit: 255, escapesHex: false, &kinds)
            return cleaned.hasPrefix("=") ? " " + cleaned : cleaned
        }
        if chart.title.isEmpty {
            chart_title_off(target)
        } else {
            chart_title_set_name(target, clean(chart.title, &kinds))
            withFont(size: 12, isBold: true) { chart_title_set_name_font(target, $0) }
        }
        // In lying bars the library calls the categories y and the numbers x, and the first category is at the bottom.
        let isLying = chart.kind == .bars || chart.kind == .stackedBars
        let categories = isLying ? target.pointee.y_axis : target.pointee.x_axis
        let values = isLying ? target.pointee.x_axis : target.pointee.y_axis
        if isLying {
            chart_axis_set_reverse(categories)
            chart_axis_set_label_position(values, UInt8(LXW_CHART_AXIS_LABEL_POSITION_HIGH.rawValue))
        }
        for (axis, title) in [(categories, chart.categoryAxisTitle), (values, chart.valueAxisTitle)] {
            if !title.isEmpty {
                chart_axis_set_name(axis, clean(title, &kinds))
                withFont(size: 9) { chart_axis_set_name_font(axis, $0) }
            }
            withFont(size: 9) { chart_axis_set_num_font(axis, $0) }
        }
        chart_axis_set_num_format(values, clean(chart.valueFormat, &kinds))
        var gridline = lxw_chart_line()
        gridline.color = 0xD9D9D9
        gridline.width = 0.75
        chart_axis_major_gridlines_set_line(values, &gridline)
        if let range = chart.valueRange {
            chart_axis_set_min(values, range.lowerBound)
            chart_axis_set_max(values, range.upperBound)
        }
        chart_legend_set_position(target, chart.legend.value)
        withFont(size: 9) { chart_legend_set_font(target, $0) }
    }

    private func withFont(
        size: Double, isBold: Bool = false, color: Color = .black, _ use: (UnsafeMutablePointer<lxw_chart_font>) -> Void
    ) {
        let strings = CStrings()
        var chartFont = lxw_chart_font()
        chartFont.name = strings.copy(font.name)
        chartFont.size = size
        chartFont.color = color.value
        // 0 leaves it to the theme, which is bold for titles; 2 says no.
        chartFont.bold = UInt8((isBold ? LXW_TRUE : LXW_EXPLICIT_FALSE).rawValue)
        withExtendedLifetime(strings) { use(&chartFont) }
    }
}

extension Chart.Kind {
    fileprivate var value: UInt8 {
        switch self {
        case .bars: UInt8(LXW_CHART_BAR.rawValue)
        case .stackedBars: UInt8(LXW_CHART_BAR_STACKED.rawValue)
        case .columns: UInt8(LXW_CHART_COLUMN.rawValue)
        case .stackedColumns: UInt8(LXW_CHART_COLUMN_STACKED.rawValue)
        }
    }
}

extension Chart.Legend {
    fileprivate var value: UInt8 {
        switch self {
        case .none: UInt8(LXW_CHART_LEGEND_NONE.rawValue)
        case .bottom: UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue)
        case .top: UInt8(LXW_CHART_LEGEND_TOP.rawValue)
        case .right: UInt8(LXW_CHART_LEGEND_RIGHT.rawValue)
        }
    }
}
