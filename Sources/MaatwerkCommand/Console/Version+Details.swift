import CDeflate
import Maatwerk

extension Version {
    /// The version in one line.
    static var line: String {
        "maatwerk \(tool), \(Say.text(nl: "regelset", en: "rule set")) \(RuleSet.newest.version)"
    }

    /// The version, and what differs from one machine to the next without a difference in what stands in a workbook.
    static var details: String {
        let zlib = "zlib \(String(cString: maatwerk_zlib_version()))"
        let compressor =
            maatwerk_compressor_in_use() == MAATWERK_COMPRESSOR_ISAL
            ? Say.text(
                nl: "ISA-L voor de eerste megabyte van een onderdeel, daarna \(zlib)",
                en: "ISA-L for the first megabyte of a part, then \(zlib)")
            : zlib
        return """
            \(line)
            \(Say.text(nl: "werkmappen inpakken", en: "compressing workbooks")): \(compressor)
            """
    }
}
