/// The number of a legal entity or partnership in the tax and business registers: nine digits that pass the elfproef.
public enum RSIN {
    /// What a text is as an RSIN.
    public enum Outcome: Sendable, Hashable {
        case valid, notNineDigits, failsElevenTest
    }

    /// Checks `text`, without blanks around it.
    public static func check(_ text: some Collection<UInt8>) -> Outcome {
        guard text.count == 9, text.allSatisfy({ (0x30...0x39).contains($0) }) else { return .notNineDigits }
        return ElevenTest.passesRSIN(text) ? .valid : .failsElevenTest
    }
}
