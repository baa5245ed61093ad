import Foundation
import Testing

@testable import ClauseIndex

@Suite("The catalogue of clause types")
struct TypeCatalogueTests {
  /// Types that labels and the sample's truth are about, and the one that the README's session asks for.
  static let promised = [
    "binding-arbitration", "class-action-waiver", "arbitration-opt-out", "jury-trial-waiver", "governing-law",
    "exclusive-forum", "claim-limitation-period", "warranty-disclaimer", "liability-cap",
    "consequential-damages-exclusion", "user-indemnification", "force-majeure", "user-content-licence",
    "user-content-ownership", "feedback-licence", "copyright-complaints", "scraping-prohibition",
    "reverse-engineering-prohibition", "content-removal-discretion", "minimum-age", "account-security",
    "termination-without-notice", "unilateral-terms-change", "change-notice", "service-discontinuance",
    "auto-renewal", "no-refunds", "price-changes", "entire-agreement", "severability",
    "assignment-by-platform", "export-control", "ai-training-on-user-data", "ai-output-disclaimer",
    "automated-decision-making", "sale-of-data", "targeted-advertising", "law-enforcement-disclosure",
    "business-transfer", "cross-border-transfer", "data-retention", "data-deletion-right",
    "data-portability-right", "supervisory-authority-complaint", "children-data", "biometric-data",
    "precise-location", "do-not-track", "data-breach-notification", "third-party-links",
    "synthetic-media-and-voice-cloning",
  ]

  @Test("holds the types that are promised, and more than a hundred in all")
  func extent() throws {
    let catalogue = try CorpusTypes.catalogue
    let ids = Set(catalogue.types.map(\.id))
    #expect(Set(Self.promised).count == 51 && Self.promised.filter { !ids.contains($0) } == [])
    #expect(ids.count == catalogue.types.count && ids.count >= 110)
    #expect(catalogue.categories.count >= 14)
    for category in catalogue.categories {
      #expect(catalogue.types.contains { $0.category == category.id }, "\(category.id) has no types")
      let file = CorpusTypes.folder + "/\(category.id).yaml"
      #expect(FileManager.default.fileExists(atPath: file), "a category's file bears its name")
    }
  }

  @Test("tells of each type what it is, what it is not, why it matters and where it stands")
  func facts() throws {
    let catalogue = try CorpusTypes.catalogue
    let ids = Set(catalogue.types.map(\.id))
    let laws = Set(catalogue.regulations.map(\.id))
    #expect(laws.count == catalogue.regulations.count)
    for type in catalogue.types {
      #expect(type.modelClauses.count >= 4, "\(type.id)")
      #expect(type.nearMisses.count >= 2, "\(type.id)")
      #expect(Set(type.modelClauses).count == type.modelClauses.count, "\(type.id)")
      #expect(type.regulations.allSatisfy { laws.contains($0.id) }, "\(type.id)")
      #expect(Set(type.regulations).count == type.regulations.count, "\(type.id)")
      #expect(type.related.allSatisfy { ids.contains($0) && $0 != type.id }, "\(type.id)")
      #expect(Set(type.related).count == type.related.count, "\(type.id)")
      #expect(Set(type.parameters.map(\.id)).count == type.parameters.count, "\(type.id)")
      #expect(!type.search.isEmpty, "\(type.id)")
      #expect(type.definition.hasSuffix(".") && type.not.hasSuffix("."), "\(type.id)")
      #expect(type.whyItMatters.count > 80 && type.whatItMeansForYou.count > 80, "\(type.id)")
    }
    let names = catalogue.types.map { $0.name.lowercased() }
    #expect(Set(names).count == names.count, "two types of one name can't be told apart")
  }

  @Test(
    "knows its own model clauses and none of its near misses",
    arguments: (try? CorpusTypes.catalogue.types.map(\.id)) ?? [])
  func complaints(_ id: String) throws {
    #expect(try CorpusTypes.catalogue.only([id]).complaints().map(\.description) == [])
  }

  @Test("complains of a model clause that is not found and of a near miss that is")
  func complaint() throws {
    var catalogue = try SmallTypes.catalogue().only(["goose-feeding"])
    catalogue.types[0].modelClauses.append(ModelClause(heading: "", leadIn: "", text: "Geese fast."))
    catalogue.types[0].nearMisses.append(
      ModelClause(heading: "", leadIn: "You must not", text: "feed a goose of stone."))
    let complaints = try catalogue.complaints()
    #expect(complaints.map(\.isModel) == [true, false])
    #expect(complaints[0].text == "Geese fast." && complaints[0].confidence == 0)
    #expect(complaints[1].because == ["not feed ..4 (goose|geese)"] && complaints[1].confidence == 0.8)
    #expect(
      "\(complaints[1])".hasPrefix("goose-feeding: near miss is taken for the type (0.8): feed a goose"))
  }
}

/// A folder of clause types that a test writes down.
struct TypeFiles {
  let folder: TemporaryFolder

  init(_ files: [String: String] = [:], laws: String = "bird-act\tBird Act\tZZ\n") throws {
    folder = try TemporaryFolder()
    try folder.write("id\tname\tjurisdiction\n" + laws, to: "regulations.tsv")
    for (name, text) in files { try folder.write(text, to: name) }
  }

  func catalogue() throws -> TypeCatalogue { try TypeCatalogue.read(folder: folder.path) }

  /// A file that is right: line 4 begins its one type, line 12 its severity, line 15 its rules.
  static let right = """
    category: birds
    name: Birds
    types:
      - id: goose-feeding
        name: Feeding geese
        definition: Forbids to feed geese.
        not: Feeding ducks.
        terms_types: [Terms of Service]
        regulations: [{id: bird-act, article: s. 1}]
        related: []
        search: [goose]
        severity: {level: low, reason: Geese find grass.}
        why_it_matters: Geese come back.
        what_it_means_for_you: Keep your bread.
        rules:
          strong:
            - 'not feed ..4 (goose|geese)'
          exclude:
            - 'ducks only'
        model_clauses: [You must not feed the geese.]
        near_misses: [You may feed the geese.]

    """
}

@Suite("Files of clause types")
struct TypeFilesTests {
  /// A fault: what is written in the place of what, and what is then said of which line.
  struct Fault: Sendable, CustomStringConvertible {
    var old: String
    var new: String
    var line: Int
    var says: String
    var description: String { "\(old) → \(new)" }

    init(_ old: String, _ new: String, line: Int, _ says: String) {
      (self.old, self.new, self.line, self.says) = (old, new, line, says)
    }
  }

  @Test("that are right are read whole, in the order of the files' names")
  func right() throws {
    let other = TypeFiles.right.replacing("birds", with: "ants").replacing(
      "goose-feeding", with: "ant-feeding")
    let catalogue = try TypeFiles(["b.yaml": TypeFiles.right, "a.yaml": other, "notes.txt": "no types"])
      .catalogue()
    #expect(catalogue.types.map(\.id) == ["ant-feeding", "goose-feeding"])
    #expect(catalogue.categories.map(\.id) == ["ants", "birds"])
    let type = try #require(catalogue["goose-feeding"])
    #expect(type.regulations == [RegulationReference(id: "bird-act", article: "s. 1")])
    #expect(type.rules.exclude == ["ducks only"] && type.severity.level == .low)
    #expect(catalogue.regulation("bird-act")?.name == "Bird Act")
  }

  @Test(
    "that are wrong are refused with file, line and what to do",
    arguments: [
      Fault("[Terms of Service]", "[Terms of Service", line: 9, "no YAML"),
      Fault("Forbids to", "Forbids: to", line: 6, "no YAML"),
      Fault("    search:", "\tsearch:", line: 11, "no YAML"),
      Fault("    name: Feeding", "   name: Feeding", line: 5, "no YAML"),
      Fault("name: Birds", "category: ants", line: 1, "given twice"),
      Fault("    search: [goose]", "    serach: [goose]", line: 11, "Did you mean search?"),
      Fault("    search: [goose]", "    zoo: [goose]", line: 11, "Use id, name, definition"),
      Fault("name: Birds", "names: Birds", line: 2, "Did you mean name?"),
      Fault("      strong:", "      strnog:", line: 17, "Did you mean strong?"),
      Fault("reason: Geese", "reasons: Geese", line: 12, "Did you mean reason?"),
      Fault("article: s. 1", "artikel: s. 1", line: 9, "there is no key `artikel`"),
      Fault("    definition: Forbids to feed geese.\n", "", line: 4, "the key `definition` is missing"),
      Fault("    severity: {level: low, reason: Geese find grass.}\n", "", line: 4, "`severity` is missing"),
      Fault("level: low, ", "", line: 12, "`level` is missing"),
      Fault("    terms_types: [Terms of Service]\n", "", line: 4, "has no terms_types"),
      Fault("category: birds\n", "", line: 1, "the key `category` is missing"),
      Fault("types:\n", "kinds:\n", line: 4, "there is no key `kinds`"),
      Fault("id: goose-feeding", "id: Goose Feeding", line: 4, "isn't plain"),
      Fault("definition: Forbids to feed geese.", "definition: ''", line: 6, "the value is empty"),
      Fault("search: [goose]", "search: goose", line: 11, "a list is expected"),
      Fault("name: Feeding geese", "name: [Feeding]", line: 5, "a text is expected"),
      Fault("id: bird-act,", "id: brid-act,", line: 9, "Did you mean bird-act?"),
      Fault(
        "[{id: bird-act, article: s. 1}]", "[fish-act]", line: 9, "the law fish-act is not in regulations.tsv"
      ),
      Fault("related: []", "related: [goose-feedin]", line: 10, "Did you mean goose-feeding?"),
      Fault("level: low", "level: grave", line: 12, "Use low, medium, high"),
      Fault("(goose|geese)'", "(goose|geese'", line: 17, "'(' without ')'"),
      Fault("(goose|geese)'", "{birds}'", line: 17, "there is no set {birds}"),
      Fault("(goose|geese)'", "(goose|)'", line: 17, "an empty alternative"),
      Fault("(goose|geese)'", "(a ..2 goose|geese)'", line: 17, "between brackets"),
      Fault("..4", "..400", line: 17, "no gap"),
      Fault("'ducks only'", "'ducks &'", line: 19, "asks for no word"),
      Fault(
        "search: [goose]", "parameters: [lenght]", line: 11, "Use duration, amount, law, forum, age, provider"
      ),
      Fault("search: [goose]", "parameters: [{id: period}]", line: 11, "the key `kind` is missing"),
      Fault(
        "search: [goose]", "parameters: [{kind: age, near: '(a'}]", line: 11, "'(' without ')'"),
      Fault(
        "search: [goose]", "parameters: [age, {kind: duration, id: age}]", line: 11, "age"),
      Fault(
        "reason: Geese find grass.", "reason: a, conditions: [{when: '{x}', level: high, reason: b}]",
        line: 12, "there is no set {x}"),
      Fault(
        "reason: Geese find grass.", "reason: a, conditions: [{level: high, reason: b}]", line: 12,
        "a text is expected"),
      Fault("[You may feed the geese.]", "[{txt: You may.}]", line: 21, "Did you mean text?"),
      Fault("[You may feed the geese.]", "[{heading: Geese}]", line: 21, "the key `text` is missing"),
    ])
  func wrong(_ fault: Fault) throws {
    try #require(TypeFiles.right.contains(fault.old))
    let files = try TypeFiles(["birds.yaml": TypeFiles.right.replacing(fault.old, with: fault.new)])
    let error = try #require(throws: IndexError.self) { try files.catalogue() }
    guard case .badRow(let file, let line, _, let remedy) = error else {
      Issue.record("\(error)")
      return
    }
    #expect(file == files.folder.path + "/birds.yaml" && line == fault.line, "\(error)")
    #expect("\(error)".contains(fault.says), "\(error)")
    #expect(!remedy.isEmpty)
  }

  @Test("without rules are refused, with the line of the rules or the type")
  func noRules() throws {
    let (head, _) = try #require(TypeFiles.right.splitOnce(at: "    rules:"))
    for (rules, line, says) in [
      ("", 4, "the key `rules` is missing"),
      ("    rules: {heading: [geese]}\n", 15, "no strong and no likely pattern"),
    ] {
      let files = try TypeFiles(["birds.yaml": head + rules])
      let error = try #require(throws: IndexError.self) { try files.catalogue() }
      #expect("\(error)".contains("birds.yaml:\(line): ") && "\(error)".contains(says), "\(error)")
    }
  }

  @Test("may not give a type, a category, a set or a law twice, in one file or in two")
  func twice() throws {
    let types = try #require(TypeFiles.right.splitOnce(at: "types:\n")).1
    let again = TypeFiles.right + types
    let cases: [([String: String], String, Int, String)] = [
      (["birds.yaml": again], "birds.yaml", 22, "already in"),
      (
        ["birds.yaml": TypeFiles.right, "geese.yaml": TypeFiles.right.replacing("birds", with: "geese")],
        "geese.yaml", 4, "birds.yaml, line 4"
      ),
      (
        ["birds.yaml": TypeFiles.right, "more.yaml": TypeFiles.right.replacing("goose-f", with: "duck-f")],
        "more.yaml", 1, "the category birds is in another file"
      ),
      (
        ["birds.yaml": TypeFiles.right, "s.yaml": "sets:\n  a: b\n", "t.yaml": "sets:\n\n  a: c\n"], "t.yaml",
        3, "{a} is already defined"
      ),
    ]
    for (files, name, line, says) in cases {
      let error = try #require(throws: IndexError.self) { try TypeFiles(files).catalogue() }
      #expect("\(error)".contains("/\(name):\(line): ") && "\(error)".contains(says), "\(error)")
    }
    let laws = "bird-act\tBird Act\tZZ\nbird-act\tBird Act\tEU\n"
    let error = try #require(throws: IndexError.self) {
      try TypeFiles(["birds.yaml": TypeFiles.right], laws: laws).catalogue()
    }
    #expect("\(error)".contains("/regulations.tsv:3: "), "\(error)")
  }

  @Test("that are empty, no text, or not there at all are told as such")
  func noTypes() throws {
    for text in ["", "\n\n", "# nothing yet\n"] {
      let error = try #require(throws: IndexError.self) { try TypeFiles(["birds.yaml": text]).catalogue() }
      #expect("\(error)".contains("/birds.yaml:1: the file is empty"), "\(error)")
    }
    let files = try TypeFiles()
    let without = IndexError.unreadable(path: files.folder.path, reason: "it holds no .yaml file")
    #expect(throws: without) { try files.catalogue() }
    try files.folder.write([0x61, 0x3A, 0x20, 0xFF, 0x0A], to: "birds.yaml")
    let error = try #require(throws: IndexError.self) { try files.catalogue() }
    #expect("\(error)".contains("/birds.yaml:1: the file is not UTF-8"), "\(error)")
    #expect(throws: IndexError.self) { try TypeCatalogue.read(folder: files.folder.path + "/none") }
    try FileManager.default.removeItem(atPath: files.folder.path + "/regulations.tsv")
    #expect(throws: IndexError.self) { try files.catalogue() }
  }

  @Test("may define sets that the patterns of other files use")
  func sets() throws {
    let files = try TypeFiles([
      "birds.yaml": TypeFiles.right.replacing("(goose|geese)", with: "{waterfowl}"),
      "z-sets.yaml": "sets:\n  waterfowl: goose|geese|{duck}\n  duck: duck*\n",
    ])
    var catalogue = try files.catalogue()
    #expect(try catalogue.complaints() == [])
    catalogue.types[0].modelClauses = [ModelClause(heading: "", leadIn: "", text: "Do not feed the ducks.")]
    #expect(try catalogue.complaints() == [])
  }

  @Test("of one's own beside the others are found by a build: the new type is in the index and finds clauses")
  func own() throws {
    let folder = try TemporaryFolder()
    for name in try FileManager.default.contentsOfDirectory(atPath: CorpusTypes.folder) {
      try folder.write(
        try String(contentsOfFile: CorpusTypes.folder + "/" + name, encoding: .utf8), to: name)
    }
    try folder.write(
      TypeFiles.right.replacing("    regulations: [{id: bird-act, article: s. 1}]\n", with: ""),
      to: "birds.yaml")
    let catalogue = try TypeCatalogue.read(folder: folder.path)
    let usual = try CorpusTypes.catalogue
    #expect(catalogue.types.count == usual.types.count + 1)
    let text = "# Terms\n\n## Birds\n\nYou must not feed the geese on our lawn.\n"
    let searcher = try SmallIndex([SmallDocument("Alpha", text)], types: catalogue).searcher()
    #expect(try searcher.catalogue().types.map(\.id) == catalogue.types.map(\.id))
    #expect(try searcher.prevalence(ofType: "goose-feeding").sharing == 1)
    #expect(try searcher.search(Query("category:birds")).hits.map(\.platform) == ["alpha"])
  }
}

extension String {
  /// The text before and after the first `mark`; nil where there is none.
  fileprivate func splitOnce(at mark: String) -> (String, String)? {
    guard let range = range(of: mark) else { return nil }
    return (String(self[..<range.lowerBound]), String(self[range.upperBound...]))
  }
}
