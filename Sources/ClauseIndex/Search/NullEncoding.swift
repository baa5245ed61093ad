// A key of an answer that has no value is written as null, so that readers find every promised key.

extension KeyedEncodingContainer {
  // The compiler writes `encodeIfPresent` for optional properties, and within this module it finds these methods
  // before the standard library's, which leave the key out.

  /// Writes a text or null.
  mutating func encodeIfPresent(_ value: String?, forKey key: Key) throws { try encode(value, forKey: key) }

  /// Writes a whole number or null.
  mutating func encodeIfPresent(_ value: Int?, forKey key: Key) throws { try encode(value, forKey: key) }

  /// Writes a number or null.
  mutating func encodeIfPresent(_ value: Double?, forKey key: Key) throws { try encode(value, forKey: key) }

  /// Writes a value or null.
  mutating func encodeIfPresent(_ value: (some Encodable)?, forKey key: Key) throws {
    try encode(value, forKey: key)
  }
}
