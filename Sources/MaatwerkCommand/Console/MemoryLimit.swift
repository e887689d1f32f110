import Glibc

/// How much memory the process may still have.
///
/// Where the libraries under it took nearly all that it may have (`ulimit -v`), the process would end by a signal at its first word. So this asks before
/// there is one, and tells it without asking for memory.
enum MemoryLimit {
    /// What is needed to tell what is wrong, twice over: a child that runs out is told of by its parent.
    private static let needed = 8 << 20

    /// Whether there is that much.
    static func isEnough() -> Bool {
        guard let room = mmap(nil, needed, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0),
            room != MAP_FAILED
        else { return false }
        munmap(room, needed)
        return true
    }

    /// Says so in both languages: which was asked for, nobody has read yet.
    static func tell() {
        let words: StaticString = """
            Het systeem geeft maatwerk te weinig geheugen. Geef meer: ulimit -v
            The system gives maatwerk too little memory. Give more: ulimit -v

            """
        _ = write(STDERR_FILENO, words.utf8Start, words.utf8CodeUnitCount)
    }
}
