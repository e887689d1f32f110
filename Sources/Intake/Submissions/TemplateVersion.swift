/// The versions of the template that can be read.
public enum TemplateVersion {
    /// The version that a new template carries.
    public static let current = "1"
    /// All that are read; a spreadsheet may have made `1,0` of it.
    static let supported: Set<String> = ["1", "1.0", "1,0"]
}
