// Runs the built command as a person would, in a data folder of its own.

import Foundation
import Testing

/// The command with a data folder.
struct Clause {
  /// `$CLAUSE_HOME`.
  let home: TemporaryFolder
  /// Further variables.
  var environment: [String: String] = [:]

  /// What one run left.
  struct Run {
    var status: Int32
    var bytes: Data
    var errors: String

    /// Standard output.
    var output: String { String(decoding: bytes, as: UTF8.self) }

    func json() throws -> [String: Any] {
      try #require(
        try JSONSerialization.jsonObject(with: bytes) as? [String: Any], "\(output.prefix(200)) \(errors)")
    }
  }

  init() throws { home = try TemporaryFolder() }

  init(home: TemporaryFolder) { self.home = home }

  /// The data folder with the sample's index, built once for all tests of a run by the command itself.
  static var sample: Clause { get throws { try sampleResult.get() } }

  private static let sampleResult = Result {
    let clause = try Clause()
    TemporaryFolder.removeAtExit(clause.home)
    let run = try clause("build", "--sample")
    try #require(run.status == 0, "\(run.errors)")
    return clause
  }

  /// The binary, beside the test bundle in the products folder.
  static let binary: String = {
    let here =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: here).deletingLastPathComponent().appendingPathComponent("clause").path
  }()

  /// The root of the package.
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../..").standardizedFileURL.path

  var index: String { home.path + "/index.sqlite" }

  func callAsFunction(_ arguments: String..., input: Data? = nil) throws -> Run {
    try run(arguments, input: input)
  }

  func run(_ arguments: [String], input: Data? = nil) throws -> Run {
    try Clause.run(Clause.binary, arguments, environment: variables, input: input)
  }

  var variables: [String: String] {
    var variables = ProcessInfo.processInfo.environment
    for name in ["CLAUSE_CORPUS", "XDG_DATA_HOME", "COLUMNS"] { variables[name] = nil }
    variables["CLAUSE_HOME"] = home.path
    return variables.merging(environment) { $1 }
  }

  /// Runs a program to its end; outputs go through files, so that no pipe can fill.
  static func run(
    _ program: String, _ arguments: [String], environment: [String: String]? = nil, input: Data? = nil,
    in folder: String? = nil
  ) throws -> Run {
    let files = try TemporaryFolder()
    let process = try start(
      program, arguments, environment: environment, input: input, in: folder, files: files)
    process.waitUntilExit()
    return Run(
      // A signal's number as a shell gives it.
      status: process.terminationStatus + (process.terminationReason == .uncaughtSignal ? 128 : 0),
      bytes: try Data(contentsOf: URL(fileURLWithPath: files.path + "/output")),
      errors: String(
        decoding: try Data(contentsOf: URL(fileURLWithPath: files.path + "/errors")), as: UTF8.self))
  }

  static func start(
    _ program: String, _ arguments: [String], environment: [String: String]? = nil, input: Data? = nil,
    in folder: String? = nil, files: TemporaryFolder
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = environment
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    try files.write(input ?? Data(), to: "input")
    try files.write(Data(), to: "output")
    try files.write(Data(), to: "errors")
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: files.path + "/input"))
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: files.path + "/output"))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: files.path + "/errors"))
    try process.run()
    return process
  }

  /// The record id of the best hit of a search.
  func firstHit(_ query: String) throws -> String {
    let hits =
      try self("search", query, "--format", "json", "--limit", "1").json()["hits"] as? [[String: Any]]
    return try #require(hits?.first?["clause"] as? String)
  }
}
