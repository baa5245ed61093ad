// Rows → SQL: every INSERT of a build.

internal import Foundation
internal import GRDB

/// Fills the tables of a new index.
enum RowWriter {
  /// Writes platforms, documents, clauses, boilerplate and what was left out.
  static func write(
    _ input: IndexInput, _ rows: [DocumentRows], to database: Database, progress: (Int) -> Void
  ) throws {
    try writePlatforms(input.platforms, to: database)
    let numbers = Dictionary(
      uniqueKeysWithValues: input.platforms.enumerated().map { ($1.id, $0 + 1) })
    try writeDocuments(input.selection.documents, numbers, to: database)
    try writeClauses(rows, to: database, progress: progress)
    try writeBoilerplate(rows, to: database)
    let insert = try database.makeStatement(
      sql: "INSERT INTO left_out (platform, collection, path, reason, detail) VALUES (?, ?, ?, ?, ?)")
    for left in input.selection.leftOut {
      try insert.execute(arguments: [
        left.platform, left.collection, left.path, left.reason.rawValue, left.detail,
      ])
    }
  }

  private static func writePlatforms(_ platforms: [Platform], to database: Database) throws {
    let insert = try database.makeStatement(
      sql: """
        INSERT INTO platform (number, id, name, company, sector, country, services)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    for (index, platform) in platforms.enumerated() {
      try insert.execute(arguments: [
        index + 1, platform.id, platform.name, platform.company, platform.sector, platform.country,
        platform.servicesField,
      ])
    }
  }

  private static func writeDocuments(
    _ documents: [LoadedDocument], _ platforms: [String: Int], to database: Database
  ) throws {
    let insert = try database.makeStatement(
      sql: """
        INSERT INTO document (number, id, platform, collection, service, terms_type, path, source_url, sha256,
          commit_id, change_commit, first_recorded, last_changed, last_verified, versions, words, bytes)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (index, loaded) in documents.enumerated() {
      let document = loaded.document
      try insert.execute(arguments: [
        index + 1, document.id, platforms[document.platform], document.collection, document.service,
        document.termsType, document.path, document.sourceURL, document.sha256, document.commit,
        document.changeCommit,
        document.firstRecorded?.description, document.lastChanged?.description,
        document.lastVerified?.description, document.versions,
        document.words, loaded.bytes.count,
      ])
    }
  }

  private static func writeClauses(
    _ rows: [DocumentRows], to database: Database, progress: (Int) -> Void
  ) throws {
    let insert = try database.makeStatement(
      sql: """
        INSERT INTO clause (number, id, document, position, printed_number, title, heading, lead_in, text,
          sha256, first_byte, end_byte, first_line, last_line)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    var number = 0
    for (document, rows) in rows.enumerated() {
      for clause in rows.clauses {
        number += 1
        try insert.execute(arguments: [
          number, clause.id, document + 1, clause.position, clause.printedNumber, clause.title,
          clause.heading, clause.leadIn, clause.text, Data(clause.sha256), clause.bytes.lowerBound,
          clause.bytes.upperBound, clause.lines.lowerBound, clause.lines.upperBound,
        ])
        if number % 4096 == 0 { progress(number) }
      }
    }
    progress(number)
  }

  private static func writeBoilerplate(_ rows: [DocumentRows], to database: Database) throws {
    let insert = try database.makeStatement(
      sql: """
        INSERT INTO boilerplate (document, position, text, first_byte, end_byte, first_line, last_line)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """)
    for (document, rows) in rows.enumerated() {
      for passage in rows.boilerplate {
        try insert.execute(arguments: [
          document + 1, passage.position, passage.text, passage.bytes.lowerBound, passage.bytes.upperBound,
          passage.lines.lowerBound, passage.lines.upperBound,
        ])
      }
    }
  }

  /// Writes the postings and the arrays that have one element a clause.
  static func write(_ postings: PostingsBuilder, _ rows: [DocumentRows], to database: Database) throws {
    let insert = try database.makeStatement(
      sql: "INSERT INTO term (number, term, clauses, skips, postings) VALUES (?, ?, ?, ?, ?)")
    for (number, list) in postings.lists.enumerated() {
      try insert.execute(arguments: [
        number + 1, postings.vocabulary.terms[number], list.count,
        list.skips.isEmpty ? nil : list.skips.withUnsafeBytes { Data($0) }, Data(list.bytes),
      ])
    }
    let insertWord = try database.makeStatement(
      sql: "INSERT INTO word (word, term, occurrences) VALUES (?, ?, ?)")
    for word in postings.vocabulary.writtenWords().sorted(by: { $0.word < $1.word }) {
      try insertWord.execute(arguments: [word.word, Int(word.term) + 1, word.occurrences])
    }
    let documents = rows.enumerated().flatMap { document, rows in
      Array(repeating: UInt32(document), count: rows.clauses.count)
    }
    try writeArray("document", "uint32", documents, to: database)
    try writeArray("length", "uint32", postings.lengths, to: database)
    try writeArray("words", "uint32", postings.words, to: database)
    try writeArray("span", "uint32", postings.spans, to: database)
    let (norms, scores) = postings.normsAndScores()
    try writeArray("norm", "float32", norms, to: database)
    try writeArray("own_score", "float32", scores, to: database)
    try writeArray("vector", "int8", postings.vectors, to: database)
    try writeArray("vector_length", "float32", postings.vectorLengths, to: database)
    let vectors = ClauseVectorArray(
      dimensions: postings.wordVectors.dimensions, values: postings.vectors, lengths: postings.vectorLengths)
    try writeArray("crowding", "float32", Crowding(among: vectors).ofAll(vectors), to: database)
    let insertVector = try database.makeStatement(
      sql: "INSERT INTO word_vector (term, scale, vector) VALUES (?, ?, ?)")
    for (number, term) in postings.wordVectors.terms.enumerated() {
      let vector = postings.wordVectors.withRow(number) { Data(buffer: $0) }
      try insertVector.execute(arguments: [term, Double(postings.wordVectors.scales[number]), vector])
    }
  }

  /// Bytes in a part of an array: SQLite gathers a value from its pages before it gives it out, and what is gathered
  /// should still be in the processor's cache when it is copied.
  private static let partSize = 1 << 18

  /// Writes an array that answers read as a whole.
  static func writeArray<Element: BitwiseCopyable>(
    _ name: String, _ element: String, _ values: [Element], to database: Database
  ) throws {
    let insert = try database.cachedStatement(
      sql: "INSERT INTO clause_array (name, part, element, data) VALUES (?, ?, ?, ?)")
    try values.withUnsafeBytes { bytes in
      for (part, start) in stride(from: 0, to: max(1, bytes.count), by: partSize).enumerated() {
        let data = Data(bytes[start..<min(start + partSize, bytes.count)])
        try insert.execute(arguments: [name, part, element, data])
      }
    }
  }

  /// Writes what the index says of itself.
  static func write(
    _ input: IndexInput, clauses: Int, boilerplate: Int, contentHash: String,
    to database: Database
  ) throws {
    let facts = Dictionary(uniqueKeysWithValues: input.collections.map { ($0.id, $0) })
    for state in input.selection.collections {
      let collection = facts[state.id]
      try database.execute(
        sql: """
          INSERT INTO collection (id, name, repository, licence, attribution, commit_id, commit_date, documents)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          state.id, collection?.name ?? state.id, collection?.repository ?? "", collection?.licence ?? "",
          collection?.attribution ?? "", state.commit, state.date?.description, state.documents,
        ])
    }
    let meta: [(String, String)] = [
      ("schema", String(Schema.number)),
      ("program_version", Program.version),
      ("corpus_name", input.corpus.name),
      ("corpus_is_sample", input.corpus.isSample ? "1" : "0"),
      ("corpus_date", input.selection.collections.compactMap(\.date).max()?.description ?? ""),
      ("platforms", String(input.platforms.count)),
      ("documents", String(input.selection.documents.count)),
      ("clauses", String(clauses)),
      ("boilerplate", String(boilerplate)),
      ("left_out", String(input.selection.leftOut.count)),
      ("content_hash", contentHash),
      ("vector_dimensions", String(input.vectors.dimensions)),
    ]
    for (key, value) in meta {
      try database.execute(sql: "INSERT INTO meta (key, value) VALUES (?, ?)", arguments: [key, value])
    }
  }
}
