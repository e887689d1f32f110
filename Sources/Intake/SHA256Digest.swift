import CLibCrypto

/// The SHA-256 of files, by OpenSSL's libcrypto, so that the distribution's security updates reach it.
public struct SHA256Digest: ~Copyable {
    private let context: OpaquePointer

    /// The digest of nothing yet.
    ///
    /// The corresponding C function is `EVP_DigestInit_ex`.
    package init() {
        // Two deliveries with no digest would pass for the same one.
        guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
            preconditionFailure("libcrypto makes no SHA-256.")
        }
        self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    /// Takes in what comes next.
    ///
    /// The corresponding C function is `EVP_DigestUpdate`.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        precondition(EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1, "libcrypto takes no more bytes.")
    }

    /// The digest of all that was taken in, in lower-case hexadecimal.
    ///
    /// The corresponding C function is `EVP_DigestFinal_ex`.
    package consuming func hexadecimal() -> String {
        var digest = [UInt8](repeating: 0, count: 32)
        precondition(EVP_DigestFinal_ex(context, &digest, nil) == 1, "libcrypto ends no SHA-256.")
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The digest of `bytes` in lower-case hexadecimal.
    public static func hexadecimal(of bytes: [UInt8]) -> String {
        var digest = SHA256Digest()
        bytes.withUnsafeBytes { digest.update($0) }
        return digest.hexadecimal()
    }

    /// The digest of the regular file at `path` in lower-case hexadecimal, and how many bytes it has; nil when it cannot be read.
    ///
    /// It is read a piece at a time, as the report of a large delivery is larger than all that it was made from.
    package static func ofFile(at path: String) -> (hexadecimal: String, bytes: Int)? {
        var digest = SHA256Digest()
        guard let count = FileSystem.forEachPiece(of: path, { digest.update($0) }) else { return nil }
        return (digest.hexadecimal(), count)
    }
}
