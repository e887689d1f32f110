import Archives

/// Why a workbook is not read.
public enum WorkbookError: Error, Hashable, Sendable {
    /// The archive that every workbook is, or an entry of it, cannot be read.
    case archive(ArchiveError)
    /// The part is missing, is not well-formed XML, or has cells out of order.
    case damaged(part: String)
    /// It is an archive, but holds no workbook.
    case notAWorkbook
    /// It is a workbook in the binary form of Excel (xlsb).
    case binaryWorkbook
    /// The workbook asks for a password.
    case encrypted
    /// The part declares a document type. No workbook needs one, and entities can be hidden in it.
    case documentType(part: String)
    /// The part has more of something than ``WorkbookLimits`` allow.
    case tooLarge(part: String, limit: PassedLimit)
    /// There is not enough memory.
    case outOfMemory
}

extension WorkbookError {
    /// The error of an archive.
    init(_ error: ArchiveError) {
        switch error {
        case .encrypted: self = .encrypted
        case .outOfMemory: self = .outOfMemory
        default: self = .archive(error)
        }
    }
}
