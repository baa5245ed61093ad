// Documents of an index → their bytes in the version that was indexed.

extension Repository {
  /// The bytes of documents as they were indexed, in their order; nil for those that are not there.
  ///
  /// With history the version of the document's commit is read, whatever came after it; without, the file as it
  /// stands now.
  ///
  /// - Throws: `IndexError` where the collection as a whole can't be read.
  public func contents(of documents: [Document]) throws(IndexError) -> [[UInt8]?] {
    try contents(
      of: documents.map { document in
        // Git takes "<commit>:<path>" wherever it takes the id of a blob.
        RepositoryFile(
          path: document.path, size: 0, kind: .file, blob: "\(document.commit ?? "HEAD"):\(document.path)")
      })
  }
}
