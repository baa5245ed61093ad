// By which words a platform's terms speak of the platform itself.

/// Words of the names of a platform, its services and its owner.
enum PlatformNames {
  /// The words, lower case, without those that say nothing of who is meant.
  static func words(of platform: Platform) -> Set<[UInt8]> {
    var words: Set<[UInt8]> = []
    let services = platform.services.joined().map(\.service)
    for name in [platform.name, platform.company] + services {
      for word in WordReader.words(of: Array(name.utf8)[...])
      where word.text.count > 1 || name.utf8.count == 1 {
        if !usual.contains(String(decoding: word.text, as: UTF8.self)) { words.insert(word.text) }
      }
    }
    return words
  }

  private static let usual: Set<String> = [
    "the", "and", "of", "for", "inc", "ltd", "llc", "gmbh", "ag", "plc", "co", "com", "org", "net", "group",
    "holdings", "international", "limited", "corporation", "foundation", "services", "service", "online",
    "app", "web", "privacy", "terms", "data", "for", "us", "eu", "uk", "in", "to", "a", "an", "my", "your",
    "new", "personal", "business", "security",
  ]
}
