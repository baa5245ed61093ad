// Many documents → their rows, on all cores.

internal import Dispatch

extension DocumentRows {
  /// Segments documents on all cores; the order of the result is that of the documents.
  ///
  /// - Parameter progress: receives the number of documents done, from any thread.
  static func all(
    of documents: [LoadedDocument], progress: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> [DocumentRows] {
    let results = Gathered<DocumentRows>(count: documents.count)
    // The longest first, so that no core is left with one at the end.
    let order = documents.indices.sorted { documents[$0].bytes.count > documents[$1].bytes.count }
    DispatchQueue.concurrentPerform(iterations: documents.count) { turn in
      let index = order[turn]
      let done = results.set(DocumentRows(documents[index]), at: index)
      if done % 16 == 0 || done == documents.count { progress(done) }
    }
    return results.all()
  }

  /// Gives each clause an id of its own.
  ///
  /// Where a platform has the same words twice under one terms type, the later ones get "-2", "-3" … in the order
  /// of the documents.
  static func tellApartSameTexts(_ rows: inout [DocumentRows]) {
    var seen: [String: Int] = [:]
    for document in rows.indices { rows[document].tellApart(from: &seen) }
  }

  /// Gives the clauses ids that none before them has; `seen` counts how often each text came up so far.
  mutating func tellApart(from seen: inout [String: Int]) {
    for index in clauses.indices {
      let id = clauses[index].id
      let count = seen[id, default: 0] + 1
      seen[id] = count
      if count > 1 { clauses[index].id = "\(id)-\(count)" }
    }
  }
}
