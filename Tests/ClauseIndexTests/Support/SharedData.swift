// Where the real collections lie, for the tests that read them.

import Foundation
import Testing

/// The folder with real terms; they are never part of the package.
enum SharedData {
  /// `$CLAUSE_SHARED`, else the folder `shared` beside the package.
  static let path: String = {
    if let named = ProcessInfo.processInfo.environment["CLAUSE_SHARED"], !named.isEmpty { return named }
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
      "../../..")
    return package.appendingPathComponent("../shared").standardizedFileURL.path
  }()

  /// The folder of bundles, which serves as a mirror.
  static var mirror: String { path + "/ota" }

  static var isThere: Bool { FileManager.default.fileExists(atPath: mirror) }

  static let absent: Comment =
    "the real collections aren't here: set CLAUSE_SHARED to the folder that holds ota/"

  /// The root of the package.
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../..").standardizedFileURL.path
}
