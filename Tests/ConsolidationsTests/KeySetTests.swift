import Foundation
import Testing

@testable import Consolidations

/// Sets of hashes, and the hashes themselves.
@Suite struct KeySetTests {
    @Test func holdsEachKeyOnceInOrder() {
        #expect(KeySet([5, 1, 5, 3]).keys == [1, 3, 5])
        #expect(KeySet([1, 3]).union(KeySet([2, 3])).keys == [1, 2, 3])
    }

    @Test(arguments: [[], [0], [.max, 1, 0x0123_4567_89ab_cdef]] as [[UInt64]])
    func comesBackFromJSON(_ keys: [UInt64]) throws {
        let set = KeySet(keys)
        #expect(try JSONDecoder().decode(KeySet.self, from: JSONEncoder().encode(set)) == set)
    }

    @Test(arguments: ["\"12\"", "\"000000000000000g\"", "\"00000000000000010\"", "3"])
    func refusesDamagedText(_ json: String) {
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(KeySet.self, from: Data(json.utf8)) }
    }

    /// Summaries of yesterday and of another machine must match those of today.
    @Test func hashesAreTheSameForEver() {
        #expect(StableHash.of("persoon", "12345678", "D-0001") == StableHash.of("persoon", "12345678", "d-0001"))
        #expect(StableHash.of("ab", "c") != StableHash.of("a", "bc"))
        #expect(StableHash.of("a", "") != StableHash.of("a"))
    }
}
