// The program's own name and version.

/// Facts about this program.
public enum Program {
  /// Version of library and command.
  public static let version = "0.1.0"
}
