// A name that no type has → the types that may be meant.

extension TypeCatalogue {
  /// Ids of types that come near what was typed: by spelling, else by its words in their ids, names and search words.
  func typesNear(_ typed: String, limit: Int = 5) -> [String] {
    let near = Spelling.nearest(to: typed, among: types.map(\.id))
    guard near.isEmpty else { return near }
    let wanted = Self.words(of: typed)
    let scored = types.enumerated().map { place, type in
      let own = Self.words(of: ([type.id, type.name] + type.search).joined(separator: " "))
      return (held: wanted.count { word in own.contains { $0.hasPrefix(word) } }, place: place)
    }
    guard let most = scored.map(\.held).max(), most > 0 else { return [] }
    return scored.filter { $0.held == most }.prefix(limit).map { types[$0.place].id }
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.filter { $0.count > 2 }.map(String.init)
  }
}
