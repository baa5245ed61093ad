// This machine and this process → what a figure must be read with.

internal import Foundation
internal import GRDB

/// Where and with what was measured.
struct Machine: Codable {
  var cores: Int
  var cpu: String
  var memoryMb: Int
  var sqlite: String
  /// Commit of the checkout that was measured in, "-dirty" where files differ from it; nil elsewhere.
  var commit: String?
  /// Day, ISO 8601.
  var date: String
  /// Whether this program was built for speed.
  var isOptimized: Bool

  static func here(_ database: Database) throws -> Machine {
    Machine(
      cores: ProcessInfo.processInfo.activeProcessorCount,
      cpu: field("model name", of: "/proc/cpuinfo") ?? "unknown",
      memoryMb: Int(ProcessInfo.processInfo.physicalMemory >> 20),
      sqlite: try String.fetchOne(database, sql: "SELECT sqlite_version()") ?? "",
      commit: commit(), date: String(Date().ISO8601Format().prefix(10)), isOptimized: isOptimized)
  }

  /// The most memory that this process held at once, in KiB (`VmHWM`); mapped parts of the index count.
  static var peakMemoryKb: Int {
    field("VmHWM", of: "/proc/self/status")
      .flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
  }

  private static func field(_ name: String, of path: String) -> String? {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
    for line in text.split(separator: "\n") where line.hasPrefix(name) {
      return line.split(separator: ":", maxSplits: 1).last.map { $0.trimmingCharacters(in: .whitespaces) }
    }
    return nil
  }

  private static func commit() -> String? {
    let git = Process()
    git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    git.arguments = ["git", "describe", "--always", "--dirty", "--exclude=*", "--abbrev=12"]
    let output = Pipe()
    git.standardOutput = output
    git.standardError = FileHandle.nullDevice
    guard (try? git.run()) != nil else { return nil }
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    git.waitUntilExit()
    let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    return git.terminationStatus == 0 && !text.isEmpty ? text : nil
  }

  private static var isOptimized: Bool {
    #if DEBUG
      false
    #else
      true
    #endif
  }
}
