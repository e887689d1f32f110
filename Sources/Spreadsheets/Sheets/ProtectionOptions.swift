import CLibXlsxWriter

/// What a reader may still do on a protected sheet, besides selecting cells and changing unlocked ones.
public struct ProtectionOptions: OptionSet, Hashable, Sendable {
    /// The options as bits.
    public let rawValue: UInt16

    /// The options with these bits.
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// Change how cells look.
    public static let formatCells = ProtectionOptions(rawValue: 1)
    /// Change the width of columns.
    public static let formatColumns = ProtectionOptions(rawValue: 2)
    /// Change the height of rows.
    public static let formatRows = ProtectionOptions(rawValue: 4)
    /// Insert rows.
    public static let insertRows = ProtectionOptions(rawValue: 8)
    /// Delete rows all of whose cells are unlocked.
    public static let deleteRows = ProtectionOptions(rawValue: 16)
    /// Sort unlocked cells.
    public static let sort = ProtectionOptions(rawValue: 32)
    /// Use the filters that are there.
    public static let useFilters = ProtectionOptions(rawValue: 64)
    /// Change notes and charts.
    public static let editObjects = ProtectionOptions(rawValue: 128)

    /// What reading needs: widths, heights and filters.
    public static let reading: ProtectionOptions = [.formatColumns, .formatRows, .useFilters]
}

extension Sheet {
    /// Locks all cells but those with an unlocked style, without a password: against slips, not against intent.
    public func protect(allowing options: ProtectionOptions = .reading) {
        var protection = lxw_protection()
        protection.format_cells = options.contains(.formatCells) ? 1 : 0
        protection.format_columns = options.contains(.formatColumns) ? 1 : 0
        protection.format_rows = options.contains(.formatRows) ? 1 : 0
        protection.insert_rows = options.contains(.insertRows) ? 1 : 0
        protection.delete_rows = options.contains(.deleteRows) ? 1 : 0
        protection.sort = options.contains(.sort) ? 1 : 0
        protection.autofilter = options.contains(.useFilters) ? 1 : 0
        protection.objects = options.contains(.editObjects) ? 1 : 0
        worksheet_protect(open, nil, &protection)
    }
}
