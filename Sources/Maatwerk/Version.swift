/// The version of this toolkit, by semantic versioning.
public enum Version {
    /// The version of the library and the command.
    public static let tool = "1.0.0-rc1"
}
