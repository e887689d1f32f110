import ArgumentParser
import Exchange
import Maatwerk

/// The address that `--mail` names.
enum MailOption {
    /// Refuses what is no address.
    ///
    /// - Throws: `ValidationError`.
    static func require(_ text: String?) throws {
        guard let text, MailAddress(text) == nil else { return }
        throw ValidationError(
            Say.text(
                nl:
                    "'\(Failure.safe(text))' is geen mailadres. Schrijf bijvoorbeeld --mail socialreturn@voorbeeld.example.",
                en: "'\(Failure.safe(text))' is no address. Write for example --mail socialreturn@voorbeeld.example."))
    }
}
