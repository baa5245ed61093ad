// Everything that answers are made from → one SHA-256.

/// The content hash of an index: equal for two builds of the same input, on any machine.
///
/// SHA-256 over the SHA-256 of each part: the registry's rows, each document with its dates and hash, each
/// clause with its id, place and text hash, each document that was left out with the reason, the clause types and the word vectors.
enum ContentHash {
  static func of(_ input: IndexInput, _ rows: [DocumentRows]) -> String {
    var parts: [UInt8] = []
    func add(_ fields: [String]) {
      parts += Digest.sha256(Array(fields.joined(separator: "\u{1F}").utf8))
    }
    for platform in input.platforms {
      add([
        platform.id, platform.name, platform.company, platform.sector, platform.country,
        platform.servicesField,
      ])
    }
    for (loaded, rows) in zip(input.selection.documents, rows) {
      let document = loaded.document
      add([
        document.id, document.platform, document.collection, document.service, document.termsType,
        document.path, document.sourceURL ?? "", document.sha256, document.commit ?? "",
        document.changeCommit ?? "",
        document.firstRecorded?.description ?? "", document.lastChanged?.description ?? "",
        document.lastVerified?.description ?? "",
        document.versions.map(String.init) ?? "",
      ])
      for clause in rows.clauses {
        add([
          clause.id, clause.printedNumber ?? "", clause.title, clause.heading, clause.leadIn,
          Digest.hex(clause.sha256), "\(clause.bytes)", "\(clause.lines)",
        ])
      }
      for passage in rows.boilerplate { add([passage.text, "\(passage.bytes)", "\(passage.lines)"]) }
    }
    for left in input.selection.leftOut {
      add([left.platform ?? "", left.collection, left.path, left.reason.rawValue, left.detail])
    }
    add([input.types.digest, input.vectors.digest])
    return Digest.hex(Digest.sha256(parts))
  }
}
