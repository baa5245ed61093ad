import Foundation
import Testing

@testable import ClauseIndex

@Suite("word vectors")
struct WordVectorsTests {
  private let dimensions = 16

  /// The bytes of a file with three words.
  private func file() -> [UInt8] {
    var bytes = Array("CLVEC001".utf8)
    let words = "arbitr\nclone\nvoic"
    for number in [UInt32(dimensions), 3, UInt32(words.utf8.count)] {
      withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
    }
    bytes += Array(words.utf8)
    for scale in [Float(0.5), 1, 2] { withUnsafeBytes(of: scale) { bytes += $0 } }
    for row in 0..<3 { bytes += (0..<dimensions).map { UInt8(bitPattern: Int8($0 % 3 == row ? 100 : -3)) } }
    return bytes
  }

  private func read(_ bytes: [UInt8]) throws -> WordVectors {
    let folder = try TemporaryFolder()
    let path = folder.path + "/words.bin"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    return try WordVectors(path: path)
  }

  @Test("a file is read as it was written")
  func reads() throws {
    let vectors = try read(file())
    #expect(vectors.dimensions == 16 && vectors.terms == ["arbitr", "clone", "voic"])
    #expect(vectors.scales == [0.5, 1, 2] && vectors.number(of: "voic") == 2)
    #expect(vectors.number(of: "parrot") == nil)
    #expect(vectors.withRow(1) { Array($0) } == (0..<16).map { $0 % 3 == 1 ? 100 : -3 })
  }

  @Test("a file that is cut off, too long, or another file is refused with its name and what to do")
  func refuses() throws {
    let whole = file()
    var other = whole
    other[3] = 0x20
    for bytes in [[], Array(whole.dropLast()), whole + [0], other, Array("hello".utf8), Array(whole[..<12])] {
      let error = try #require(throws: IndexError.self) { try read(bytes) }
      #expect(error.description.contains("words.bin") && error.description.contains("train-vectors"))
    }
    #expect(throws: IndexError.self) { try WordVectors(path: "/nowhere/words.bin") }
  }

  @Test("the vectors of the program are read, and like words lie closer than unlike ones")
  func program() throws {
    let path = try CorpusFolder(path: SharedData.package + "/Corpus").vectors
    let vectors = try WordVectors(path: path)
    #expect(vectors.dimensions > 0 && vectors.terms.count > 5_000)
    #expect(vectors.terms == vectors.terms.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    let vocabulary = try Vocabulary()
    let reader = ProfileReader(
      TextTermFacts([], words: vectors, vocabulary: vocabulary), vocabulary: vocabulary)
    func vector(_ text: String) throws -> TextVector { try reader.profile(text: text).vector }
    let arbitration = try vector("All disputes are settled by binding arbitration.")
    let arbitrator = try vector("An arbitrator, not a judge, decides any claim between us.")
    let cookies = try vector("We store small files on your device to remember your settings.")
    #expect(arbitration.cosine(to: arbitrator) > arbitration.cosine(to: cookies) + 0.2)
    #expect(try vector("zwirbel quoxnorf").length == 0)
    #expect(abs(arbitration.cosine(to: arbitration) - 1) < 0.001)
  }

  @Test("the pass over all vectors gives the cosine of each, on one core or many")
  func scan() {
    var chance = SeededGenerator(seed: 3)
    for count in [0, 1, 7, 5_000] {
      let vectors = (0..<count).map { row in
        TextVector(
          values: (0..<dimensions).map { _ in row == 5 ? 0 : Int8.random(in: -127...127, using: &chance) })
      }
      let array = ClauseVectorArray(
        dimensions: dimensions, values: vectors.flatMap(\.values), lengths: vectors.map(\.length))
      let query = TextVector(
        values: (0..<dimensions).map { _ in Int8.random(in: -127...127, using: &chance) })
      let found = array.cosines(to: query)
      #expect(found.count == count)
      for (row, vector) in vectors.enumerated() {
        #expect(abs(found[row] - query.cosine(to: vector)) < 1e-5)
        #expect(array.vector(ofRow: row + 1) == vector)
      }
    }
  }
}
