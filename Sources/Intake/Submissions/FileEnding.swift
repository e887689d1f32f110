/// What the ending of a name tells of a file.
enum FileEnding {
    /// Whether a file called `name` can hold tables. What has an ending that we do not know is looked into.
    static func canHoldTables(_ name: String) -> Bool { !others.contains(SubmissionFiles.ending(of: name)) }

    /// Endings of files that hold no tables we read: documents, mail, pictures, sound, film, programs, other archives.
    private static let others: Set<String> = [
        "pdf", "doc", "docx", "docm", "dot", "dotx", "odt", "rtf", "pages", "ppt", "pptx", "pptm", "odp", "key", "odg",
        "msg",
        "eml", "pst", "ics", "vcf", "jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "heic", "webp", "svg", "ico",
        "psd",
        "mp3", "wav", "m4a", "ogg", "flac", "mp4", "mov", "avi", "mkv", "wmv", "webm", "exe", "dll", "msi", "bat",
        "cmd", "ps1",
        "js", "jar", "iso", "dmg", "db", "mdb", "accdb", "sqlite", "url", "webloc", "lnk", "md", "bak", "lock",
    ]
}
