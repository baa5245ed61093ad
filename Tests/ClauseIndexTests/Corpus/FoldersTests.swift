import Testing

@testable import ClauseIndex

struct FoldersTests {
  @Test("the data folder is CLAUSE_HOME, else XDG_DATA_HOME/clause, else ~/.local/share/clause")
  func dataFolder() throws {
    let all = ["CLAUSE_HOME": "/c", "XDG_DATA_HOME": "/x", "HOME": "/h"]
    #expect(try DataFolder.standard(environment: all).path == "/c")
    #expect(try DataFolder.standard(environment: ["XDG_DATA_HOME": "/x", "HOME": "/h"]).path == "/x/clause")
    #expect(
      try DataFolder.standard(environment: ["XDG_DATA_HOME": "x", "HOME": "/h"]).path
        == "/h/.local/share/clause")
    #expect(
      try DataFolder.standard(environment: ["CLAUSE_HOME": "", "HOME": "/h"]).path == "/h/.local/share/clause"
    )
    #expect(throws: IndexError.dataFolderUnknown) { try DataFolder.standard(environment: [:]) }
    let folder = DataFolder(path: "/c/")
    #expect(folder.index == "/c/index.sqlite")
    #expect(folder.repository(of: "pga") == "/c/collections/pga.git")
  }

  @Test("the corpus is found from any folder below it")
  func findsCorpus() throws {
    let folder = try TemporaryFolder()
    try folder.write("id\n", to: "Corpus/platforms.tsv")
    try folder.write("", to: "a/b/file")
    let found = try CorpusFolder.find(environment: [:], starts: [folder.path + "/a/b"])
    #expect(found.path == folder.path + "/Corpus")
    let named = try CorpusFolder.find(environment: ["CLAUSE_CORPUS": folder.path + "/Corpus"], starts: [])
    #expect(named.path == found.path)
  }

  @Test("a corpus that is named and isn't there is not searched for elsewhere")
  func namedCorpusIsMissing() throws {
    let folder = try TemporaryFolder()
    try folder.write("id\n", to: "Corpus/platforms.tsv")
    #expect(throws: IndexError.corpusNotFound(searched: [folder.path + "/none"])) {
      try CorpusFolder.find(folder.path + "/none", starts: [folder.path])
    }
    let error = #expect(throws: IndexError.self) { try CorpusFolder.find(environment: [:], starts: ["/"]) }
    #expect(error?.description.contains("CLAUSE_CORPUS") == true)
  }

  @Test(
    "a moment survives writing and reading",
    arguments: [0, 951_826_800, 1_787_403_636, 4_102_444_799, -86_401])
  func timestamps(_ seconds: Int) throws {
    let moment = Timestamp(seconds: seconds)
    #expect(Timestamp(moment.description) == moment)
  }

  @Test("moments are written in UTC, and nonsense isn't read")
  func timestampForms() {
    #expect(Timestamp(seconds: 1_787_403_636).description == "2026-08-22T13:00:36Z")
    #expect(Timestamp("2026-08-22")?.description == "2026-08-22T00:00:00Z")
    #expect(Timestamp("2026-08-22T13:00:36Z")?.day == "2026-08-22")
    for text in ["", "2026", "2026-13-01", "2026-08-22 13:00:36Z", "2026-08-22T25:00:00Z", "20x6-08-22"] {
      #expect(Timestamp(text) == nil, "\(text)")
    }
  }
}
