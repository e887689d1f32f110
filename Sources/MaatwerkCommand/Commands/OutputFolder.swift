import FoundationEssentials
import Glibc
import Maatwerk
import Plumbing

/// The folder that a command writes into, looked at before anything is written.
enum OutputFolder {
    /// Refuses a folder that has no name, is no folder, is a link, or lies in one of the `inputs`.
    ///
    /// - Throws: an ``Outcome`` after the reason was said.
    static func require(_ path: String, inputs: [SubmissionList.Entry] = []) throws {
        guard path.contains(where: { !$0.isWhitespace }) else {
            Console.message(
                Say.text(
                    nl: "--output is leeg. Geef een map voor de resultaten.",
                    en: "--output is empty. Give a folder for the results."))
            throw Outcome.wrongUsage
        }
        var status = stat()
        if lstat(PathName(path).withoutTrailingSlashes, &status) == 0 {
            switch status.st_mode & S_IFMT {
            case S_IFDIR: break
            case S_IFLNK:
                Console.message(
                    Say.text(
                        nl:
                            "\(Failure.safe(path)) is een verwijzing (link). Geef de map zelf, zodat er geen resultaten ergens anders belanden.",
                        en:
                            "\(Failure.safe(path)) is a link. Give the folder itself, so that no results end up elsewhere."
                    ))
                throw Outcome.wrongUsage
            default:
                Console.message(
                    Say.text(
                        nl: "\(Failure.safe(path)) is een bestand en geen map. Geef een map voor de resultaten.",
                        en: "\(Failure.safe(path)) is a file and no folder. Give a folder for the results."))
                throw Outcome.unreadableOrUnwritable
            }
        }
        let place = realPath(path)
        for entry in inputs where entry.path != SubmissionList.standardInput {
            let input = realPath(entry.path)
            let result = place + "/" + ResultName.folder(entry.name)
            guard isWithin(place, input) || isWithin(result, input) else { continue }
            Console.message(
                Say.text(
                    nl:
                        "\(Failure.safe(path)) ligt in of op de inzending \(Failure.safe(entry.path)). Kies een map daarbuiten.",
                    en:
                        "\(Failure.safe(path)) lies in or on the submission \(Failure.safe(entry.path)). Choose a folder outside it."
                ))
            throw Outcome.wrongUsage
        }
    }

    /// Whether `path` is `folder` or lies in it.
    private static func isWithin(_ path: String, _ folder: String) -> Bool {
        Array(path.utf8) == Array(folder.utf8) || path.utf8.starts(with: (folder + "/").utf8)
    }

    /// Where a path leads to, links followed; what does not exist yet is taken as it is written.
    private static func realPath(_ path: String) -> String {
        if let real = realpath(path, nil) {
            defer { free(real) }
            return String(cString: real)
        }
        // A folder that was deleted while work is done in it leads nowhere.
        guard path != "." else { return path }
        let name = PathName(path)
        return PathName(realPath(name.folder.isEmpty ? "." : name.folder)).appending(name.last)
    }
}
