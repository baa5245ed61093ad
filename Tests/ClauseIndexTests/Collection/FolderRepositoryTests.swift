import Foundation
import Testing

@testable import ClauseIndex

struct FolderRepositoryTests {
  @Test("a folder gives its files, hidden ones left aside, and no dates")
  func files() throws {
    let folder = try TemporaryFolder()
    try folder.write("b\n", to: "B/Privacy Policy.md")
    try folder.write("aa\n", to: "A/Terms.md")
    try folder.write("x\n", to: "A/.hidden.md")
    try folder.write("x\n", to: ".cache/Terms.md")
    try folder.write("x\n", to: "README.md")
    let repository = try openRepository(at: folder.path)
    let files = try repository.files()
    #expect(files.map(\.path) == ["A/Terms.md", "B/Privacy Policy.md", "README.md"])
    #expect(files.map(\.size) == [3, 2, 2])
    #expect(files[0].document?.service == "A")
    #expect(files[0].document?.termsType == "Terms")
    #expect(files[2].document == nil)
    #expect(try repository.state() == RepositoryState(commit: nil, date: nil, isShallow: false))
  }

  @Test("a link is never followed, a folder too deep is listed, and a file that is gone is nil")
  func linksAndGoneFiles() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("a\n", to: "A/Terms.md")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/A/Link.md", withDestinationPath: "/dev/zero")
    try folder.write("a\n", to: "A/Deeper/Terms.md")
    let repository = try openRepository(at: folder.path)
    let files = try repository.files()
    #expect(files.map(\.path) == ["A/Deeper", "A/Link.md", "A/Terms.md"])
    #expect(files.map(\.kind) == [.other, .link, .file])
    try FileManager.default.removeItem(atPath: path)
    #expect(try repository.contents(of: [files[2]]) == [nil])
  }
}
