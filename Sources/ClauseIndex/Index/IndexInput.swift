// What a build starts from.

/// The documents of an index, with the facts that stand beside them.
public struct IndexInput: Sendable {
  /// Name and kind of the corpus.
  public var corpus: CorpusDescription
  /// All platforms, with or without documents: the "325" in "n of 325".
  public var platforms: [Platform]
  /// Facts of the collections.
  public var collections: [TermsCollection]
  /// The documents, and an account of all that were left out.
  public var selection: Selection

  /// The clause types that clauses are given.
  public var types: TypeCatalogue

  /// The word vectors that clauses are compared by.
  public var vectors: WordVectors

  /// An input from its parts.
  public init(
    corpus: CorpusDescription, platforms: [Platform], collections: [TermsCollection], selection: Selection,
    types: TypeCatalogue = .empty, vectors: WordVectors = .empty
  ) {
    self.corpus = corpus
    self.platforms = platforms
    self.collections = collections
    self.selection = selection
    self.types = types
    self.vectors = vectors
  }
}
