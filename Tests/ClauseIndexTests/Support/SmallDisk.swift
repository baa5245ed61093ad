// A disk that is soon full, for one test.

import Foundation

@testable import ClauseIndex

/// A tmpfs of a given size; only root may mount one.
final class SmallDisk {
  let path: String
  private let folder: TemporaryFolder

  static let isAllowed: Bool = (try? SmallDisk(kilobytes: 64)) != nil

  init(kilobytes: Int) throws {
    folder = try TemporaryFolder()
    path = folder.path + "/disk"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try SmallDisk.run("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path)
  }

  deinit { try? SmallDisk.run("umount", "--lazy", path) }

  private static func run(_ arguments: String...) throws {
    let output = try ChildProcess.run(
      "/usr/bin/env", arguments, environment: ProcessInfo.processInfo.environment, input: [], progress: nil)
    if output.status != 0 { throw GitFixture.Problem(message: output.standardError) }
  }
}
