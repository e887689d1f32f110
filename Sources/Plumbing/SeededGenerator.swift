/// A stream of random numbers that is the same for the same seed on every machine (SplitMix64).
public struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    /// The stream of `seed`, apart from the streams of other `part`s of the same seed.
    public init(seed: UInt64, part: Int = 0) {
        state = seed &+ UInt64(part) &* 0xd134_2543_de82_ef95
        _ = next()
    }

    /// The next number, any of them as likely.
    public mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// A number in `range`.
    public mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// One of `choices`, which are not empty.
    public mutating func pick<Element>(_ choices: [Element]) -> Element { choices[number(0...choices.count - 1)] }

    /// True in a share `rate` of cases.
    public mutating func happens(_ rate: Double) -> Bool { Double.random(in: 0..<1, using: &self) < rate }
}
