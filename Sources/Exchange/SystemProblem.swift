import FoundationEssentials
import Glibc
import SocialReturnModel

/// What the operating system says, in words that a reader can do something with: what is the matter and what to do.
public enum SystemProblem {
    /// The words for an `errno`.
    public static func text(_ errorNumber: Int32) -> Text {
        known[errorNumber]
            ?? Text(
                nl: "het systeem geeft fout \(errorNumber). Probeer het opnieuw of vraag uw beheerder",
                en: "the system gives error \(errorNumber). Try again or ask your administrator")
    }

    /// The words for what `strerror` says, where only that is at hand.
    public static func text(saying reason: String) -> Text {
        known.first { String(cString: strerror($0.key)) == reason }?.value
            ?? Text(nl: "het lukt niet", en: "it does not work")
    }

    private static let full = Text(
        nl: "de schijf is vol. Maak ruimte of kies een andere map",
        en: "the disk is full. Make room or choose another folder")
    private static let denied = Text(
        nl: "u heeft daar geen rechten voor. Vraag toegang of kies een andere map",
        en: "you have no permission for that. Ask for access or choose another folder")
    private static let tooManyFiles = Text(
        nl: "er mogen niet meer bestanden tegelijk open zijn. Verhoog de grens met: ulimit -n 1024",
        en: "no more files may be open at a time. Raise the limit with: ulimit -n 1024")
    private static let broken = Text(
        nl: "de schijf of het netwerk geeft een fout. Controleer de schijf en probeer het opnieuw",
        en: "the disk or the network fails. Check the disk and try again")

    private static let known: [Int32: Text] = [
        ENOSPC: full, EDQUOT: full,
        EACCES: denied, EPERM: denied,
        EROFS: Text(
            nl: "de schijf kan alleen worden gelezen. Kies een andere map",
            en: "the disk is read-only. Choose another folder"),
        ENOENT: Text(
            nl: "de map of het bestand bestaat niet (meer). Controleer het pad",
            en: "the folder or file does not exist (any more). Check the path"),
        ENOTDIR: Text(
            nl: "op het pad staat een bestand waar een map hoort. Kies een andere map",
            en: "a file stands on the path where a folder belongs. Choose another folder"),
        EISDIR: Text(
            nl: "daar staat een map en geen bestand. Kies een andere naam",
            en: "there is a folder and no file. Choose another name"),
        EEXIST: Text(
            nl: "daar staat al iets anders. Kies een andere naam",
            en: "something else is there already. Choose another name"),
        ENOTEMPTY: Text(
            nl: "daar staat al iets anders. Kies een andere naam",
            en: "something else is there already. Choose another name"),
        EMFILE: tooManyFiles, ENFILE: tooManyFiles,
        ENAMETOOLONG: Text(
            nl: "de naam is te lang. Kies een kortere naam of map",
            en: "the name is too long. Choose a shorter name or folder"),
        EFBIG: Text(
            nl: "het bestand wordt groter dan hier mag. Kies een andere schijf",
            en: "the file becomes larger than is allowed here. Choose another disk"),
        ELOOP: Text(
            nl: "de verwijzingen op het pad lopen rond. Controleer het pad",
            en: "the links on the path go round. Check the path"),
        EIO: broken, ESTALE: broken, ETIMEDOUT: broken,
        EBADF: Text(
            nl: "er is niets waar zij heen kan. Laat de standaarduitvoer open",
            en: "there is nowhere for it to go. Leave standard output open"),
        ENOMEM: Text(
            nl: "er is te weinig geheugen. Sluit andere programma's of verdeel het werk",
            en: "there is too little memory. Close other programs or divide the work"),
        EBUSY: Text(
            nl: "het wordt door een ander programma gebruikt. Sluit dat en probeer het opnieuw",
            en: "another program uses it. Close that and try again"),
    ]
}
