import Testing

@testable import ClauseIndex

struct RegistryTests {
  private let heading = "id\tname\tcompany\tsector\tcountry\tservices\n"

  private func read(_ rows: String, collections: [String]? = nil) throws -> Registry {
    let folder = try TemporaryFolder()
    return try Registry.read(
      platforms: folder.write(heading + rows, to: "platforms.tsv"), collections: collections)
  }

  /// What a person reads about a wrong table, without the folder.
  private func complaint(_ rows: String, collections: [String]? = nil) -> String {
    do {
      _ = try read(rows, collections: collections)
      return "no complaint"
    } catch {
      return String(
        "\(error)".split(separator: "/", maxSplits: .max).drop { !$0.hasPrefix("platforms.tsv") }.joined(
          separator: "/"))
    }
  }

  @Test("services apart by ';' are different, services apart by '|' are the same")
  func readsServices() throws {
    let registry = try read("one\tOne\tOne Ltd\tsocial\tUS\ta/One | b/One; a/One Ads\n")
    let platform = try #require(registry["one"])
    #expect(platform.name == "One")
    #expect(platform.services.map { $0.map(\.description) } == [["a/One", "b/One"], ["a/One Ads"]])
    #expect(registry["two"] == nil)
  }

  @Test("a table saved on Windows reads the same")
  func readsWindowsFile() throws {
    let folder = try TemporaryFolder()
    let text = "\u{FEFF}" + heading + "one\tOne\tOne Ltd\tsocial\tUS\ta/One\n\n"
    let path = try folder.write(text.replacing("\n", with: "\r\n"), to: "platforms.tsv")
    #expect(try Registry.read(platforms: path).platforms.map(\.id) == ["one"])
  }

  @Test(
    "a wrong row is named by its line, with what to do",
    arguments: [
      ("one\tOne\tA\ts\tUS\ta/One\none\tTwo\tA\ts\tUS\ta/Two\n", 3, "the platform one is already in line 2"),
      ("one\tOne\tA\ts\tUS\ta/One\ntwo\tTwo\tA\ts\tUS\ta/One\n", 3, "a/One already belongs to one in line 2"),
      ("one\tOne\tA\ts\tUS\n", 2, "5 fields where the heading has 6"),
      ("one\tOne\tA\ts\tUS\ta/One\textra\n", 2, "7 fields where the heading has 6"),
      ("one\tOne\t\ts\tUS\ta/One\n", 2, "the column company is empty"),
      ("one\tOne\tA\ts\tUS\tOne\n", 2, "'One' is no service"),
      ("one\tOne\tA\ts\tUS\ta/../b\n", 2, "'a/../b' is no service"),
      ("one\tOne\tA\ts\tUS\tc/One\n", 2, "c/One names no known collection"),
      ("One!\tOne\tA\ts\tUS\ta/One\n", 2, "the id 'One!' isn't plain"),
      ("one\tOne\tA\ts\tusa\ta/One\n", 2, "the country 'usa' is no ISO 3166 code"),
    ])
  func namesTheLine(_ rows: String, _ line: Int, _ problem: String) {
    let text = complaint(rows, collections: ["a", "b"])
    #expect(text.hasPrefix("platforms.tsv:\(line): "), "\(text)")
    #expect(text.contains(problem), "\(text)")
  }

  @Test("a line that isn't UTF-8 is named")
  func namesBadEncoding() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array(heading.utf8) + [0x6f, 0xff, 0x0a], to: "platforms.tsv")
    #expect(
      throws: IndexError.badRow(
        file: path, line: 2, problem: "the line is not UTF-8", remedy: "Save the file as UTF-8")
    ) {
      try Registry.read(platforms: path)
    }
  }

  @Test("a missing column and a missing file are told apart")
  func missingColumnAndFile() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("id\tname\n", to: "platforms.tsv")
    #expect(throws: IndexError.self) { try Registry.read(platforms: path) }
    let none = folder.path + "/none.tsv"
    #expect(throws: IndexError.unreadable(path: none, reason: "no such file")) {
      try Registry.read(platforms: none)
    }
  }
}
