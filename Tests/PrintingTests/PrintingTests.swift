import CPrinting
import Glibc
import Plumbing
import Testing

/// What is printed in the C library's place has the same bytes.
@Suite struct PrintingTests {
    /// What `print` makes of a format, in a buffer of `size` bytes; its zero is not among them.
    private static func text(
        size: Int = 4096, _ format: String, _ values: [any CVarArg],
        by print: (UnsafeMutablePointer<CChar>?, Int, UnsafePointer<CChar>, CVaListPointer) -> Int32
    ) -> (text: String, length: Int32) {
        var bytes = [CChar](repeating: 0x7F, count: size + 1)
        let length = bytes.withUnsafeMutableBufferPointer { buffer in
            withVaList(values) { print(buffer.baseAddress, size, format, $0) }
        }
        #expect(bytes[size] == 0x7F)
        let written = size == 0 ? [] : bytes[..<min(size - 1, Int(length))].map { UInt8(bitPattern: $0) }
        #expect(size == 0 || bytes[written.count] == 0)
        return (String(decoding: written, as: UTF8.self), length)
    }

    private static func expectSame(_ format: String, _ values: [any CVarArg], size: Int = 4096) {
        let own = text(size: size, format, values) { maatwerk_vsnprintf($0, $1, $2, $3) }
        let other = text(size: size, format, values) { vsnprintf($0, $1, $2, $3) }
        #expect(own == other, "\(format) \(values)")
    }

    private static func expectSame(_ number: Double) {
        expectSame("%.16G", [number])
        expectSame("%.16G", [-number])
    }

    @Test(arguments: 0..<4)
    func numbersHaveTheSameDigits(_ seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<1_000 {
            // What sheets hold: amounts, hours in ten-thousandths, shares, days, moments.
            let whole = Int.random(in: 0...(1 << Int.random(in: 1...60, using: &generator)), using: &generator)
            for divisor in [1, 2, 3, 7, 24, 100, 365, 1e4, 86_400, 1e12] { Self.expectSame(Double(whole) / divisor) }
            // Any number there is, also those that are none.
            Self.expectSame(Double(bitPattern: UInt64.random(in: 0...UInt64.max, using: &generator)))
        }
    }

    /// Where the form of a number changes: sixteen digits, an exponent, halves to be rounded, the ends of what there is.
    @Test func numbersHaveTheSameDigitsAtTheEdges() {
        for exponent in -330...310 {
            let power = strtod("1e\(exponent)", nil)
            for number in [power, power.nextUp, power.nextDown, 5 * power, 9.999_999_999_999_999_5 * power] {
                Self.expectSame(number)
            }
        }
        for exponent in 40...63 {
            for step in -3...3 {
                Self.expectSame(Double(1 << exponent) + Double(step))
                Self.expectSame((Double(1 << exponent) + Double(step)) / 2)
                Self.expectSame((Double(1 << exponent) + Double(step)) / 1024)
            }
        }
        for number in [
            0, 9.3, 0.1, 0.5, 0.000_1, 0.000_099_999_999_999_999_99, 1e15, 1e16, .infinity, .nan,
            .leastNonzeroMagnitude,
        ] {
            Self.expectSame(number)
        }
    }

    /// The formats of cells, and those that are left to the C library, also where there is no room.
    @Test(arguments: [0, 1, 2, 17, 30, 31, 4096])
    func textsAreTheSame(_ size: Int) {
        let long = String(repeating: "é", count: 1_500)
        for style: Int32 in [.min, -1, 0, 7, .max] {
            for value in ["", "A1", long] {
                withExtendedLifetime(value) {
                    value.withCString { text in
                        let text = OpaquePointer(text)
                        Self.expectSame(
                            "<c r=\"%s\" s=\"%d\" t=\"inlineStr\"><is><t>%s</t></is></c>", [text, style, text],
                            size: size)
                        Self.expectSame(
                            "<c r=\"%s\" s=\"%d\"><f>%s</f><v>%.16G</v></c>", [text, style, text, 0.07], size: size)
                        Self.expectSame("%s%s", [text, text], size: size)
                    }
                }
            }
            Self.expectSame("%d%%", [style], size: size)
            Self.expectSame("%05d %x %ld %.2f", [style, style, Int(style), 2.345], size: size)
        }
        Self.expectSame("", [], size: size)
        Self.expectSame("geen plaats voor iets", [], size: size)
    }

    /// A file gets what a buffer gets, and says when it could not take it.
    @Test func filesHaveTheSameBytes() throws {
        let file = try #require(tmpfile())
        defer { fclose(file) }
        var expected = ""
        for length in [0, 1, 100, 511, 512, 513, 1_025, 40_000] {
            let value = String(repeating: "w", count: length)
            let written = value.withCString { text in
                withVaList([OpaquePointer(text), Int32(length), 1.5]) {
                    maatwerk_vfprintf(file, "<c r=\"%s\" s=\"%d\">%.16G</c>", $0)
                }
            }
            let cell = "<c r=\"\(value)\" s=\"\(length)\">1.5</c>"
            #expect(Int(written) == cell.utf8.count)
            expected += cell
            #expect(withVaList([Int32(length)]) { maatwerk_vfprintf(file, "%08d", $0) } == 8)
            let digits = String(length)
            expected += String(repeating: "0", count: 8 - digits.count) + digits
        }
        rewind(file)
        var bytes = [UInt8](repeating: 0, count: expected.utf8.count + 1)
        #expect(fread(&bytes, 1, bytes.count, file) == expected.utf8.count)
        #expect(bytes.dropLast() == Array(expected.utf8)[...])
        let full = try #require(fopen("/dev/full", "w"))
        defer { fclose(full) }
        setvbuf(full, nil, _IONBF, 0)
        #expect(withVaList([Int32(1)]) { maatwerk_vfprintf(full, "%d", $0) } < 0)
    }
}
