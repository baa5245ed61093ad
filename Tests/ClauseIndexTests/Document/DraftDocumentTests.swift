import Testing

@testable import ClauseIndex

@Suite("Drafts")
struct DraftDocumentTests {
  private static let sentence =
    "You may use the service for as long as your account is open and you follow these terms."

  private func draft(_ text: String, name: String = "draft.md") throws -> DraftDocument {
    try DraftDocument(Array(text.utf8), name: name)
  }

  @Test(
    "what can't be checked is refused with the reason and what to do",
    arguments: [
      ([], "holds no text", "Markdown"), (Array(" \n\t".utf8), "holds no text", "Markdown"),
      (Array("Terms\u{0}of".utf8), "NUL byte in line 1, byte 6", "UTF-8"),
      ([0x41, 0x0A, 0x42, 0xE9, 0x43], "0xe9 in line 2", "iconv"),
      ([0xFF, 0xFE, 0x41, 0x00], "UTF-16", "iconv"),
      (Array("%PDF-1.7 …".utf8), "a PDF", "pdftotext"), (Array("PK\u{3}\u{4}…".utf8), "zip", "pandoc"),
      (Array("{\\rtf1 …".utf8), "RTF", "pandoc"),
      (Array("\n<!DOCTYPE html><html><p>Terms</p></html>".utf8), "web page", "pandoc"),
      ([UInt8](repeating: 0x61, count: DraftDocument.sizeLimit + 1), "the limit is 5 MB", "in parts"),
      (Array("Terms".utf8), "no clause was found", "whole sentences"),
      (
        Array(
          String(
            repeating: "Vous pouvez utiliser le service et les données que nous avons pour vous. ", count: 9
          ).utf8),
        "not in English (French)", "English"
      ),
    ] as [([UInt8], String, String)])
  func refused(_ bytes: [UInt8], _ reason: String, _ remedy: String) throws {
    let error = try #require(throws: IndexError.self) { try DraftDocument(bytes, name: "x.md") }
    #expect(error.description.hasPrefix("can't check x.md: "))
    #expect(error.description.contains(reason) && error.description.contains(remedy), "\(error)")
  }

  @Test(
    "the kind is read off the title, else the name, else assumed",
    arguments: [
      ("# Brindle Privacy Policy", "a.md", "Privacy Policy", CheckedDraft.Source.title),
      ("# Cookie Notice", "a.md", "Trackers Policy", .title),
      ("# Data Protection Notice", "a.md", "Privacy Policy", .title),
      ("# General Conditions", "a.md", "Terms of Service", .title),
      ("# API Terms of Use", "a.md", "Developer Terms", .title),
      ("# Code of Conduct", "a.md", "Community Guidelines", .title),
      ("# Brindle", "privacy-2026.md", "Privacy Policy", .name),
      ("# Brindle", "x.md", "Terms of Service", .assumed),
    ])
  func kind(_ title: String, _ name: String, _ type: String, _ source: CheckedDraft.Source) throws {
    let known = [
      "Community Guidelines", "Developer Terms", "Privacy Policy", "Terms of Service", "Trackers Policy",
    ]
    let found = try draft("\(title)\n\n\(Self.sentence)\n", name: name).termsType(among: known)
    #expect(found.termsType == type && found.from == source)
  }

  @Test(
    "the name of the company is read off the title where it has one",
    arguments: [
      ("Brindle Terms of Service", "Brindle"), ("Terms of Service for Brindle Labs", "Brindle Labs"),
      ("Privacy Policy of Brindle", "Brindle"), ("Terms of Service", ""),
      ("General Terms and Conditions", ""),
      ("Privacy Policy for Users of the App", ""), ("End User License Agreement", ""),
    ])
  func name(_ title: String, _ name: String) throws {
    #expect(try draft("# \(title)\n\n\(Self.sentence)\n").nameInTitle == name)
  }

  @Test("plain text that is indented is no code; lines keep their numbers, and a byte order mark is no text")
  func plainText() throws {
    let text =
      "\u{FEFF}Brindle Terms of Use\n\n        \(Self.sentence)\n\n\tYou must be thirteen years old to open an account with us.\n"
    let draft = try draft(text)
    #expect(draft.rows.clauses.map(\.text).first == Self.sentence)
    #expect(draft.rows.clauses.map(\.lines) == [3...3, 5...5])
    #expect(draft.title == "Brindle Terms of Use" && draft.nameInTitle == "Brindle")
  }

  @Test("Windows line ends make no difference")
  func lineEnds() throws {
    let text = "# Terms\n\n## One\n\n\(Self.sentence)\n\n## Two\n\n\(Self.sentence) Twice.\n"
    let (unix, windows) = (try draft(text), try draft(text.replacing("\n", with: "\r\n")))
    #expect(unix.rows.clauses.map(\.text) == windows.rows.clauses.map(\.text))
    #expect(unix.rows.clauses.map(\.lines) == windows.rows.clauses.map(\.lines))
  }

  @Test(
    "a clause that only says what a word means is a definition",
    arguments: [
      ("“Content” means text, images and recordings that you upload.", true),
      ("\"Account\" shall mean your registration with the service.", true),
      ("Being a member means that you must pay each month in advance.", false),
      ("You may not use the service by any means other than the app.", false),
    ])
  func definitions(_ text: String, _ isDefinition: Bool) throws {
    let rows = try draft("# Terms\n\n## General\n\n\(text)\n\n\(Self.sentence)\n").rows
    #expect(rows.clauses.first { $0.text == text }?.isDefinition == isDefinition)
  }
}
