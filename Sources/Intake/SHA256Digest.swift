import CLibCrypto

/// The SHA-256 of files, by OpenSSL's libcrypto, so that the distribution's security updates reach it.
public enum SHA256Digest {
    /// The digest of `bytes` in lower-case hexadecimal.
    ///
    /// The corresponding C function is `SHA256`.
    public static func hexadecimal(of bytes: [UInt8]) -> String {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        _ = SHA256(bytes, bytes.count, &digest)
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
