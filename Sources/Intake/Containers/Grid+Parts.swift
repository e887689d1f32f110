import DelimitedText
import SocialReturnModel
import WorksheetReading

/// A table that stands on several sheets of a workbook: one that is longer than a sheet, or a sheet for each quarter.
extension Grid {
    /// This grid with the rows of `parts` behind its own, each value under its own heading; columns that only a part has come last. Nil
    /// when a part cannot be joined without doubt: it holds several tables, or rows above its headings.
    ///
    /// All parts are joined at once: one after the other would copy the first rows again for each of them.
    func joined(with parts: [Grid]) -> Grid? {
        guard !parts.isEmpty else { return self }
        guard correction == nil, ([self] + parts).allSatisfy({ $0.isSimple }) else { return nil }
        var headings = names(of: regions[0].header)
        var fields: [[Int]] = []
        for part in parts {
            guard let columns = part.columns(among: &headings) else { return nil }
            fields.append(columns)
        }
        var builder = TableBuilder(detection: cells.detection)
        var (facts, whole) = (sheet, file)
        var titlesWithin = regions[0].titlesWithin
        do throws(DelimitedTextError) {
            for record in 0..<cells.recordCount {
                for field in 0..<cells.fieldCount(of: record) { try builder.append(record, field, of: cells) }
                if sheet == nil, record > regions[0].header, cells.fieldCount(of: record) == headingCount {
                    // In a file of text a value stands under its heading by its position.
                    for _ in headingCount..<headings.count { try builder.append("") }
                }
                if record == regions[0].header {
                    for heading in headings.dropFirst(cells.fieldCount(of: record)) { try builder.append(heading.text) }
                }
                builder.endRecord(
                    row: cells.row(of: record), line: cells.line(of: record), isDamaged: cells.isDamaged(record))
            }
            var count = cells.recordCount
            for (part, columns) in zip(parts, fields) {
                let titles = part.regions[0].titles.filter {
                    $0 < part.regions[0].header && !part.cells.isBlank($0)
                }
                if part.sheet == nil || part.file.shownName != file.shownName { whole.add(part.file, from: count) }
                for record in titles {
                    for field in 0..<part.cells.fieldCount(of: record) {
                        try builder.append(record, field, of: part.cells)
                    }
                    builder.endRecord(
                        row: part.cells.row(of: record), line: part.cells.line(of: record),
                        isDamaged: part.cells.isDamaged(record))
                    titlesWithin.insert(count)
                    count += 1
                }
                if let sheet = part.sheet {
                    facts?.add(
                        sheet, after: part.regions[0].header, from: count, titles: titles.count, columns: columns)
                }
                for record in part.regions[0].records {
                    if part.regions[0].titlesWithin.contains(record) { titlesWithin.insert(count) }
                    for field in columns {
                        if field >= 0 {
                            try builder.append(record, field, of: part.cells)
                        } else {
                            try builder.append("")
                        }
                    }
                    // What stands beyond the headings stays beyond them.
                    for field in part.headingCount..<max(part.cells.fieldCount(of: record), part.headingCount) {
                        try builder.append(record, field, of: part.cells)
                    }
                    builder.endRecord(
                        row: part.cells.row(of: record), line: part.cells.line(of: record),
                        isDamaged: part.cells.isDamaged(record))
                    count += 1
                }
            }
        } catch {
            return nil
        }
        let joined = builder.finish(damages: cells.damages)
        var region = TableRegion.only(regions[0].table, in: joined, knownHeadings)
        region.titlesWithin = titlesWithin
        var grid = Grid(joined, of: whole, on: facts, basis, [region], knownHeadings)
        grid.part = part
        return grid
    }

    /// This grid with all of its regions of one table joined to one; nil when they cannot be.
    ///
    /// Somebody put two lists below each other, whose columns differ in their order.
    func unified() -> Grid? {
        let own = regions.filter { $0.table == regions[0].table }
        guard own.count > 1 else { return self }
        guard regions.count == own.count, own.allSatisfy({ $0.header >= 0 && $0.rowsAbove.isEmpty }) else { return nil }
        let sorted = own.sorted { $0.header < $1.header }
        var parts: [Grid] = []
        for (index, region) in sorted.enumerated() {
            var builder = TableBuilder(detection: cells.detection)
            let first = index == 0 ? 0 : region.header
            do throws(DelimitedTextError) {
                for record in first..<region.records.upperBound {
                    for field in 0..<cells.fieldCount(of: record) { try builder.append(record, field, of: cells) }
                    builder.endRecord(
                        row: cells.row(of: record), line: cells.line(of: record), isDamaged: cells.isDamaged(record))
                }
            } catch {
                return nil
            }
            let part = builder.finish(damages: index == 0 ? cells.damages : [])
            let header = region.header - first
            let only = TableRegion(
                table: region.table, header: header, records: header + 1..<max(part.recordCount, header + 1),
                titles: Array(0...header))
            parts.append(Grid(part, of: file, on: sheet, basis, [only], knownHeadings))
        }
        return parts[0].joined(with: Array(parts.dropFirst()))
    }

    private var isSimple: Bool { regions.count == 1 && regions[0].header >= 0 && regions[0].rowsAbove.isEmpty }

    private var headingCount: Int { cells.fieldCount(of: regions[0].header) }

    /// A heading, and what it is compared by: the column that it names, or else its text.
    struct JoinedHeading {
        let text: String
        let key: String
    }

    private func names(of header: Int) -> [JoinedHeading] {
        let table = regions[0].table
        return (0..<cells.fieldCount(of: header)).map { field in
            let text = cells.text(header, field)
            let name = HeadingName(text)
            let column = knownHeadings.column(name, of: table)
            return JoinedHeading(text: text, key: column.map { "\($0)" } ?? "=" + FoldedName.fold(text))
        }
    }

    /// The field of this part for each of `headings`, -1 where it lacks one; headings of its own are added. Nil when one stands twice.
    private func columns(among headings: inout [JoinedHeading]) -> [Int]? {
        var positions: [String: Int] = [:]
        for (index, heading) in headings.enumerated() where positions[heading.key] == nil {
            positions[heading.key] = index
        }
        var fields: [Int] = Array(repeating: -1, count: headings.count)
        for (field, heading) in names(of: regions[0].header).enumerated() {
            // Columns without a heading have nothing in common but that.
            let isNamed = heading.key != "="
            if let position = positions[heading.key], isNamed || fields[position] < 0 {
                guard fields[position] < 0 else { return nil }
                fields[position] = field
            } else {
                positions[heading.key] = headings.count
                headings.append(heading)
                fields.append(field)
            }
        }
        return fields
    }
}
