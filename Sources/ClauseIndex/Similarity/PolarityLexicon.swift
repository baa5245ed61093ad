// The words that polarity turns on, and which words say the same here.

/// Looks words up by the hash of their lower-case letters.
final class PolarityLexicon: Sendable {
  static let shared = PolarityLexicon()

  // Open addressing; a key of 0 is free. Words are kept under their own hash, stems under `stemSalt` as well.
  // A key and its value lie side by side; the table is never freed, and never written to after it is made.
  nonisolated(unsafe) private let table: UnsafePointer<(key: UInt64, value: UInt64)>
  private let mask: Int

  /// A word that plays a part by itself; nil where it is content to be stemmed.
  @inline(__always) func word(_ hash: UInt64) -> PolarityToken? {
    value(hash).map(Self.unpacked)
  }

  /// The token of a content word by the hash of its stem.
  @inline(__always) func content(stem hash: UInt64) -> PolarityToken {
    value(hash ^ Self.stemSalt).map(Self.unpacked)
      ?? PolarityToken(part: .content, weight: 8, stem: UInt32(truncatingIfNeeded: hash ^ hash >> 32))
  }

  private static let stemSalt: UInt64 = 0x9e37_79b9_7f4a_7c15

  @inline(__always) private func value(_ key: UInt64) -> UInt64? {
    var slot = Int(truncatingIfNeeded: key ^ key >> 29) & mask
    while table[slot].key != 0 {
      if table[slot].key == key { return table[slot].value }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private init() {
    var entries: [UInt64: UInt64] = [:]
    for (part, words) in Self.parts {
      for word in words.split(separator: " ") {
        entries[PolarityStem.hash(word)] = Self.packed(PolarityToken(part: part))
      }
    }
    for group in Self.groups {
      let words = group.words.split(separator: " ")
      let first = PolarityStem.stemHash(words[0])
      let token = PolarityToken(
        part: .content, weight: group.weight, trait: group.trait,
        stem: UInt32(truncatingIfNeeded: first ^ first >> 32))
      for word in words { entries[PolarityStem.stemHash(word) ^ Self.stemSalt] = Self.packed(token) }
    }
    for word in Self.commonWords.split(separator: " ") {
      let hash = PolarityStem.stemHash(word)
      let stem = UInt32(truncatingIfNeeded: hash ^ hash >> 32)
      let key = hash ^ Self.stemSalt
      if entries[key] == nil {
        entries[key] = Self.packed(PolarityToken(part: .content, weight: 3, stem: stem))
      }
    }
    for (part, pairs) in Self.bases {
      for pair in pairs.split(separator: " ") {
        let words = pair.split(separator: ":")
        let hash = PolarityStem.stemHash(words[1])
        let base = entries[hash ^ Self.stemSalt].map(Self.unpacked)
        var token =
          base ?? PolarityToken(part: part, weight: 8, stem: UInt32(truncatingIfNeeded: hash ^ hash >> 32))
        token.part = part
        entries[PolarityStem.hash(words[0])] = Self.packed(token)
      }
    }
    var size = 1
    while size < entries.count * 3 { size *= 2 }
    let table = UnsafeMutablePointer<(key: UInt64, value: UInt64)>.allocate(capacity: size)
    table.initialize(repeating: (0, 0), count: size)
    for (key, value) in entries {
      var slot = Int(truncatingIfNeeded: key ^ key >> 29) & (size - 1)
      while table[slot].key != 0 { slot = (slot + 1) & (size - 1) }
      table[slot] = (key, value)
    }
    self.table = UnsafePointer(table)
    mask = size - 1
  }

  private static func packed(_ token: PolarityToken) -> UInt64 {
    UInt64(token.stem) << 32 | UInt64(token.trait.rawValue) << 16 | UInt64(token.part.rawValue) << 8
      | UInt64(token.weight)
  }

  @inline(__always) private static func unpacked(_ value: UInt64) -> PolarityToken {
    PolarityToken(
      part: PolarityPart(rawValue: UInt8(truncatingIfNeeded: value >> 8)) ?? .filler,
      weight: UInt8(truncatingIfNeeded: value),
      trait: PolarityTrait(rawValue: UInt16(truncatingIfNeeded: value >> 16)),
      stem: UInt32(truncatingIfNeeded: value >> 32))
  }
}
