// SHA-256 of bytes, by the system's OpenSSL.

internal import COpenSSL

/// Fingerprints of bytes.
public enum Digest {
  /// The SHA-256 of the bytes: 32 bytes (FIPS 180-4).
  public static func sha256(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let fast = bytes.withContiguousStorageIfAvailable { digest(UnsafeRawBufferPointer($0)) }
    return fast ?? Array(bytes).withUnsafeBytes { digest($0) }
  }

  /// The SHA-256 of the bytes in lower-case hexadecimal: 64 characters.
  public static func sha256Hex(_ bytes: some Sequence<UInt8>) -> String { hex(sha256(bytes)) }

  /// Bytes in lower-case hexadecimal.
  public static func hex(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in bytes {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }

  private static func digest(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var result = [UInt8](repeating: 0, count: 32)
    var length: UInt32 = 0
    let done = EVP_Digest(bytes.baseAddress, bytes.count, &result, &length, EVP_sha256(), nil)
    // It fails only where OpenSSL itself is broken or out of memory: no digest is better than a wrong one.
    precondition(done == 1 && length == 32, "OpenSSL computed no SHA-256")
    return result
  }
}
