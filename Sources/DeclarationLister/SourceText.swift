/// A file of source text.
struct SourceText {
    let path: String
    let text: String
}
