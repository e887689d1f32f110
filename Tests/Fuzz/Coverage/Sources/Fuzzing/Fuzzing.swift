import Foundation

/// The arguments of a program in C.
public typealias Arguments = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

/// One input of the fuzzer: what it hands over for each.
public typealias OneInput = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt

/// The fuzzer's own loop.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<Arguments?>, _ one: OneInput
) -> CInt

/// Hands over to the fuzzer, which calls `one` for each input.
public func runFuzzer(_ count: CInt, _ arguments: Arguments?, _ one: OneInput) -> CInt {
    var (count, arguments) = (count, arguments)
    return runDriver(&count, &arguments, one)
}

/// What is fuzzed in this process: the environment's FUZZ_TARGET. One that does not exist ends the process.
public func chosenTarget<Target: RawRepresentable<String> & CaseIterable>(_ type: Target.Type) -> Target {
    let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
    guard let target = Target(rawValue: name) else {
        fatalError("FUZZ_TARGET is none of \(Target.allCases.map(\.rawValue).joined(separator: ", ")): \(name)")
    }
    return target
}

/// Ends the process when a property does not hold, so that the fuzzer keeps the input. `property` says which.
public func require(_ holds: Bool, _ property: @autoclosure () -> String) {
    if !holds { fatalError("Does not hold: \(property())") }
}

/// Whether the inputs are seeds, each of which is sound: the environment's FUZZ_SEEDS.
private let areSeeds = ProcessInfo.processInfo.environment["FUZZ_SEEDS"] != nil

/// Notes that an input was refused, which is as good as being read; but a seed that is refused leads the fuzzer nowhere.
public func refused() { require(!areSeeds, "a seed is read") }

extension Sequence<UInt8> {
    /// A number that follows from the bytes alone: chooses which inputs a slow property is tried on, again on the next run.
    public var lot: Int {
        Int(truncatingIfNeeded: reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 } >> 13)
    }
}

/// The processor time that `work` takes in this thread, in seconds.
public func processorTime(of work: () -> Void) -> Double {
    func now() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    work()
    return now() - start
}

/// Sees to it that `work` takes time in proportion to how often `unit` stands in what it is handed: an input of a quarter of a million bytes
/// takes at most twice what four inputs of a quarter of that take, and what the clock cannot tell apart.
public func requireLinearTime(_ unit: [UInt8], _ work: ([UInt8]) -> Void) {
    let few = 65_536 / unit.count
    let (short, long) = (repeated(unit, few), repeated(unit, 4 * few))
    // Other work on the machine makes single measurements too long, so a failure is measured again.
    var times = (short: Double.infinity, long: Double.infinity)
    for _ in 0..<3 {
        times.short = min(times.short, processorTime { work(short) })
        times.long = min(times.long, processorTime { work(long) })
        if times.long <= 8 * times.short + 0.05 { return }
    }
    require(false, "time is linear: \(times.short) s for \(short.count) bytes, \(times.long) s for \(long.count)")
}

private func repeated(_ unit: [UInt8], _ count: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(unit.count * count)
    for _ in 0..<count { bytes += unit }
    return bytes
}
