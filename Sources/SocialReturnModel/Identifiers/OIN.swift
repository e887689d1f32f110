/// The number of an organisation in digital government: a prefix of eight digits, a main number and zeros, together twenty
/// positions.
public enum OIN {
    /// What a text is as an OIN.
    public enum Outcome: Sendable, Hashable {
        case valid
        /// Not twenty positions.
        case wrongLength
        /// The first eight positions are none of 00000001 to 00000004.
        case unknownPrefix
        /// The main number is not one of the kind that the prefix names.
        case wrongMainNumber
        /// The positions after the main number are not zeros.
        case wrongSuffix
    }

    /// Checks `text`, without blanks around it.
    public static func check(_ text: some Collection<UInt8>) -> Outcome {
        guard text.count == 20 else { return .wrongLength }
        let prefix = text.prefix(8)
        guard prefix.dropLast().allSatisfy({ $0 == 0x30 }), let kind = text.dropFirst(7).first,
            (0x31...0x34).contains(kind)
        else { return .unknownPrefix }
        // A KvK number (kind 3) has eight positions and four zeros after it, the others nine and three.
        let mainLength = kind == 0x33 ? 8 : 9
        let main = text.dropFirst(8).prefix(mainLength)
        guard text.dropFirst(8 + mainLength).allSatisfy({ $0 == 0x30 }) else { return .wrongSuffix }
        let isRight =
            switch kind {
            case 0x31: ElevenTest.passesRSIN(main)
            case 0x33: main.allSatisfy { (0x30...0x39).contains($0) }
            default: main.allSatisfy(isLetterOrDigit)
            }
        return isRight ? .valid : .wrongMainNumber
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }
}
