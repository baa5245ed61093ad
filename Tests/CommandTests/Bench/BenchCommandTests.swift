import Foundation
import Testing

@testable import clause_bench

@Suite("clause-bench")
struct BenchCommandTests {
  private static let binary =
    URL(fileURLWithPath: Clause.binary).deletingLastPathComponent().appendingPathComponent("clause-bench")
    .path

  private func bench(_ arguments: String...) throws -> Clause.Run {
    try Clause.run(Self.binary, arguments, environment: Clause.sample.variables)
  }

  @Test("asks every question of the sample once, and writes figures and what other engines need")
  func smoke() throws {
    let folder = try TemporaryFolder()
    let (json, export) = (folder.path + "/report.json", folder.path + "/export")
    let run = try bench("--smoke", "--json", json, "--export", export, "--markdown")
    try #require(run.status == 0, "\(run.errors)")

    let report = try object(Data(contentsOf: URL(fileURLWithPath: json)))
    #expect(
      Set(report.keys) == ["schema", "corpus", "seed", "machine", "index", "peak_memory_kb", "workloads"])
    let machine = try #require(report["machine"] as? [String: Any])
    #expect(
      Set(machine.keys).subtracting(["commit"])
        == ["cores", "cpu", "memory_mb", "sqlite", "date", "is_optimized"])
    #expect(try #require(report["peak_memory_kb"] as? Int) > 10_000)
    let index = try #require(report["index"] as? [String: Any])
    let parts = try #require(index["parts"] as? [String: Int])
    let bytes = try #require(index["bytes"] as? Int)
    #expect(
      parts.values.reduce(0, +) <= bytes && (parts["term"] ?? 0) > 0 && (parts["clause_fts_data"] ?? 0) > 0)

    let workloads = try #require(report["workloads"] as? [[String: Any]])
    #expect(workloads.map { $0["name"] as? String } == WorkloadName.allCases.map(\.rawValue))
    for workload in workloads {
      let name = workload["name"] as? String ?? ""
      for route in ["ours", "fts5"] {
        guard let figures = workload[route] as? [String: Any] else {
          #expect(route == "fts5", "\(name)")
          continue
        }
        #expect(figures["queries"] as? Int == 3 && figures["passes"] as? Int == 1, "\(name) \(route)")
        #expect(try #require(figures["mean_results"] as? Double) > 0, "\(name) \(route)")
        for times in ["wall_ms", "cpu_ms", "all_threads_cpu_ms"] {
          let spread = try #require(figures[times] as? [String: Double], "\(name) \(route) \(times)")
          #expect(try #require(spread["median"]) > 0 && spread["p99"]! >= spread["median"]!)
        }
      }
      #expect(run.output.contains("| \(name) | 3 |"), "\(run.output)")
    }

    let clauses = try lines(export + "/clauses.jsonl")
    #expect(clauses.count == index["clauses"] as? Int)
    #expect(Set(try #require(clauses.first).keys) == ["row", "title", "heading", "text", "stems"])
    let queries = try lines(export + "/queries.jsonl")
    #expect(Set(queries.compactMap { $0["kind"] as? String }) == ["all", "any", "phrase", "near", "similar"])
    for query in queries {
      let words = try #require(query["words"] as? [String])
      #expect((query["stems"] as? [String])?.count == words.count, "\(words)")
      #expect(try !#require(query["ours"] as? [Int]).isEmpty && !#require(query["fts5"] as? [Int]).isEmpty)
      #expect(
        (query["weights"] as? [Double])?.count == (query["kind"] as? String == "similar" ? words.count : nil))
    }
  }

  @Test("measures only the workloads that were named, and refuses others by telling which there are")
  func workloads() throws {
    let run = try bench("--smoke", "--workloads", "near, open")
    #expect(run.status == 0)
    let names = run.output.split(separator: "\n").compactMap {
      $0.split(separator: " ").first.map(String.init)
    }
    #expect(Array(names.prefix(3)) == ["workload", "near", "open"])
    let wrong = try bench("--workloads", "nearer")
    #expect(wrong.status == 64 && wrong.errors.contains("nearer") && wrong.errors.contains("search-all"))
  }

  @Test("invented terms are the same every time, and give about as many clauses as were asked for")
  func makesCorpus() throws {
    let folder = try TemporaryFolder()
    let (one, two) = (folder.path + "/one", folder.path + "/two")
    for terms in [one, two] {
      let run = try bench("--make-corpus", terms, "--clauses", "600", "--seed", "5")
      try #require(run.status == 0, "\(run.errors)")
      #expect(run.output.contains("7 documents"))
    }
    let document = "/Service 2/Privacy Policy.md"
    let text = try Data(contentsOf: URL(fileURLWithPath: one + document))
    #expect(try text == Data(contentsOf: URL(fileURLWithPath: two + document)))

    let built = try Clause().run(["build", "--collection", one, "--index", folder.path + "/index.sqlite"])
    let clauses = try #require(Self.clauses(in: built.output), "\(built.errors)")
    #expect((480...720).contains(clauses), "\(clauses) clauses")

    let again = try bench("--make-corpus", one)
    #expect(again.status == 2 && again.errors.contains(one))
  }

  /// The number before "clauses" in the summary of a build.
  private static func clauses(in output: String) -> Int? {
    output.firstMatch(of: /(\d+) clauses/).flatMap { Int($0.1) }
  }

  @Test("an index that is not there is named")
  func noIndex() throws {
    let run = try bench("--smoke", "--index", "/nowhere/index.sqlite")
    #expect(run.status == 2 && run.errors.contains("/nowhere/index.sqlite"))
  }

  private func object(_ data: Data) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func lines(_ path: String) throws -> [[String: Any]] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { try object(Data($0.utf8)) }
  }
}
