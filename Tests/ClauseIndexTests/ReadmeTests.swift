// The README's library snippet: compiled here, run here, and held against the README word for word.

import ClauseIndex
import Foundation
import Testing

/// The snippet as the README has it, from the first line after the import to the last.
private func readmeSnippet(path: String) throws {
  // snippet begins
  let searcher = try Searcher(path: path)  // an index that `clause build` made

  let found = try searcher.search(Query("\"class action\" waiver sector:social"), limit: 3)
  for hit in found.hits {
    print(hit.platformName, hit.termsType, hit.clause)
  }

  let answer = try searcher.prevalence(
    ofText: "You may not clone or imitate another person's voice without that person's consent.")
  print(answer.headline)
  for row in answer.platforms where row.verdict == .shares {
    print(row.platform, row.score ?? 0, row.excerpt ?? "")
  }
  // snippet ends
  #expect(!found.hits.isEmpty)
  #expect(answer.sharing > 0)
}

@Suite("The README")
struct ReadmeTests {
  @Test("the library snippet runs over the sample")
  func runs() throws {
    try readmeSnippet(path: try SampleIndex.built.path)
  }

  @Test("the library snippet is the code that was run")
  func isTheSame() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    func lines(_ text: String, from start: String, to end: String) -> [String] {
      text.split(separator: "\n", omittingEmptySubsequences: false).map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      .drop { $0 != start }.dropFirst().prefix { $0 != end }.filter { !$0.isEmpty }
    }
    let readme = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
    let source = try String(contentsOf: URL(fileURLWithPath: #filePath), encoding: .utf8)
    let shown = lines(readme, from: "```swift", to: "```")
    let run = lines(source, from: "// snippet begins", to: "// snippet ends")
    #expect(shown == ["import ClauseIndex"] + run)
    #expect(run.count > 5)
  }
}
