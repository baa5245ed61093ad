// A folder for one test, gone with it.

import Foundation

/// A temporary folder that is removed when the test lets go of it.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory.appendingPathComponent("clause-command-\(UUID().uuidString)")
      .path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Removes a folder that a static holds when the process ends; for one folder only.
  static func removeAtExit(_ folder: TemporaryFolder) {
    kept = strdup(folder.path)
    atexit {
      if let path = TemporaryFolder.kept {
        try? FileManager.default.removeItem(atPath: String(cString: path))
      }
    }
  }

  private nonisolated(unsafe) static var kept: UnsafeMutablePointer<CChar>?

  /// Writes a file, making the folders above it; returns its path.
  @discardableResult
  func write(_ data: Data, to name: String) throws -> String {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
    return url.path
  }

  /// Writes a text file; returns its path.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String { try write(Data(text.utf8), to: name) }
}
