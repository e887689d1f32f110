import Glibc

/// The guard against locales: libxlsxwriter writes numbers with `printf`, so under a Dutch locale with a comma, and
/// readers then silently lose the decimals.
enum LocaleDecimalPoint {
    /// Throws ``SpreadsheetError/decimalSign(_:)`` unless numbers are written with a point on this thread.
    static func requirePoint() throws(SpreadsheetError) {
        // The thread-safe way of asking for what `localeconv` gives.
        guard let sign = nl_langinfo(nl_item(RADIXCHAR)), sign[0] == 0x2E, sign[1] == 0 else {
            throw .decimalSign(nl_langinfo(nl_item(RADIXCHAR)).map { String(cString: $0) } ?? "")
        }
    }
}
