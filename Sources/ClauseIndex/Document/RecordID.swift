// Ids that stay the same from one build of the index to the next.

/// Stable ids of documents and clauses, made from what they are and not from where they stand in the index.
///
/// An id is a prefix and ten characters of Crockford's base 32 (50 bits of a SHA-256): it can be read aloud, holds no
/// I, L, O or U, and two of a million clauses share one with a chance of 1 in 2,000.
public enum RecordID {
  private static let characters = 10
  private static let separator: UInt8 = 0x1f

  /// The id of a document: `D-` and ten characters.
  ///
  /// - Parameters:
  ///   - platform: id of the platform.
  ///   - service: the service, as its collection names it.
  ///   - termsType: the terms type, as `Privacy Policy`.
  public static func document(platform: String, service: String, termsType: String) -> String {
    "D-" + code([platform, service, termsType])
  }

  /// The id of a clause: `CL-` and ten characters; it outlives edits elsewhere in the document.
  ///
  /// - Parameters:
  ///   - platform: id of the platform.
  ///   - termsType: the terms type, as `Privacy Policy`.
  ///   - normalizedText: the clause's text in lower case, letters and digits only, one space between words.
  public static func clause(platform: String, termsType: String, normalizedText: String) -> String {
    "CL-" + code([platform, termsType, normalizedText])
  }

  /// Bytes in Crockford's base 32, most significant bit first, cut to `length` characters.
  ///
  /// Alphabet: Douglas Crockford, "Base 32", https://www.crockford.com/base32.html
  static func base32(_ bytes: [UInt8], length: Int) -> String {
    let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    var text: [UInt8] = []
    var held = 0
    var bits = 0
    for byte in bytes {
      held = (held << 8 | Int(byte)) & 0xfff
      bits += 8
      while bits >= 5 && text.count < length {
        bits -= 5
        text.append(alphabet[held >> bits & 31])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func code(_ parts: [String]) -> String {
    let bytes = Array(parts.map { Array($0.utf8) }.joined(separator: [separator]))
    return base32(Digest.sha256(bytes), length: characters)
  }
}
