import Testing

@testable import ClauseIndex

struct DigestTests {
  @Test(
    "SHA-256 gives the values of FIPS 180-4",
    arguments: [
      ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
    ])
  func knownDigests(_ text: String, _ digest: String) {
    #expect(Digest.sha256Hex(Array(text.utf8)) == digest)
    #expect(Digest.sha256Hex(text.utf8) == digest)
  }

  @Test("base 32 writes five bits a character, most significant first")
  func base32() {
    #expect(RecordID.base32([0x00], length: 1) == "0")
    #expect(RecordID.base32([0xff, 0xff, 0xff, 0xff, 0xff], length: 8) == "ZZZZZZZZ")
    #expect(RecordID.base32([0x84, 0x21, 0x08, 0x42, 0x10], length: 8) == "GGGGGGGG")
    #expect(RecordID.base32([0x84, 0x21], length: 8) == "GGG")
  }

  @Test("ids are made from what a record is, part by part")
  func ids() {
    let id = RecordID.document(platform: "examplia", service: "Examplia", termsType: "Privacy Policy")
    // printf 'examplia\x1fExamplia\x1fPrivacy Policy' | sha256sum, first 50 bits
    #expect(id == "D-X1V2FDDGNS")
    #expect(id != RecordID.document(platform: "examplia", service: "Examplia Privacy", termsType: "Policy"))
    let clause = RecordID.clause(platform: "examplia", termsType: "Privacy Policy", normalizedText: "we ask")
    #expect(clause.hasPrefix("CL-"))
    #expect(clause.count == 13)
  }
}
