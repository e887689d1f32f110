import SocialReturnModel

/// A file of a delivery that was not opened.
public struct StrayFile: Sendable, Hashable {
    /// Why a file was not opened.
    public enum Reason: Sendable, Hashable {
        /// By its name it is a document, picture or other file that holds no tables.
        case cannotHoldTables
        /// It is a link to another place.
        case link
        /// It is no file: a pipe, a device, a socket.
        case notAFile
        /// It has more bytes than the limit.
        case tooLarge(limit: Int)
        /// It is a zip within a zip within a zip.
        case nestedTooDeep
        /// It is a zip that cannot be read, or an entry of one.
        case badArchive(ContainerProblem)
    }

    /// The name without folders.
    public let name: String
    /// The folders of the delivery in which it lies.
    public let folder: String
    /// Size in bytes, as far as known.
    public let byteCount: Int
    /// Why it was not opened.
    public let reason: Reason

    /// The name with its folders, as it may be shown.
    public var shownName: String { SourceFile.shownName(name, in: folder) }

    /// Why it was not opened, as a sentence that begins after its name; nil when its name says it.
    var text: Text? {
        switch reason {
        case .cannotHoldTables: nil
        case .link:
            Text(
                nl: "is een verwijzing naar een andere plek. Zet er een kopie van het bestand zelf neer.",
                en: "is a link to another place. Put a copy of the file itself there.")
        case .notAFile: ContainerProblem(.notAFile).text
        case .tooLarge(let limit): DeliveryLimit.bytes(limit).text
        case .nestedTooDeep: ContainerProblem(.nestedTooDeep).text
        case .badArchive(let problem): problem.text
        }
    }
}
