import Testing

@testable import ClauseIndex

@Suite("The types of the sample's clauses")
struct SampleTruthTests {
  @Test("are those that its makers wrote into its documents")
  func truth() throws {
    let known = Set(try CorpusTypes.catalogue.types.map(\.id))
    let labels = try GoldLabel.read(SharedData.package + "/Corpus/sample/truth.tsv", types: known)
    let found = try TypeEvaluation(labels, verdictsOf: SampleIndex.searcher)
    #expect(found.all.pairs > 20_000 && found.leftOut == 0)
    #expect(found.all.accuracy >= 0.98, "\(found.all)")
    #expect(found.all.f1 >= 0.9, "\(found.all)")
  }

  @Test("are read from a table with a no for every pair that is not there, and from lines of JSON")
  func labels() throws {
    let folder = try TemporaryFolder()
    let table = try folder.write(
      "platform\tkind\theading\na\tx\tOne\na\tsale-of-data-no\tTwo\nb\ty\tThree\n", to: "truth.tsv")
    let known: Set = ["x", "sale-of-data", "z"]
    let labels = try GoldLabel.read(table, types: known)
    #expect(
      labels.map { "\($0.platform) \($0.type) \($0.isPresent)" } == [
        "a sale-of-data true", "a x true", "b sale-of-data false", "b x false",
      ])
    let lines = try folder.write(
      """
      {"platform": "a", "type": "x", "present": true, "evidence": ["CL-1", {"document": "d", "quote": "You may"}]}

      {"platform": "b", "type": "x", "present": false}

      """, to: "gold.jsonl")
    let read = try GoldLabel.read(lines, types: known)
    #expect(read.map(\.evidence) == [["CL-1", "You may"], []] && read.map(\.isPresent) == [true, false])
  }

  @Test("are measured by verdict and by evidence")
  func evaluation() throws {
    func clause(_ platform: String, _ id: String, _ confidence: Double, _ text: String = "") -> TypedClause {
      TypedClause(
        clause: id, platform: platform, termsType: "Terms of Service", type: "x", confidence: confidence,
        because: "", heading: "", text: text)
    }
    func label(_ platform: String, _ isPresent: Bool, _ evidence: [String] = []) -> GoldLabel {
      GoldLabel(platform: platform, type: "x", isPresent: isPresent, evidence: evidence)
    }
    let found = TypeEvaluation(
      labels: [
        label("a", true, ["CL-1"]), label("b", true, ["you  MAY feed"]), label("c", true, ["Else"]),
        label("d", true),
        label("e", false), label("f", false), label("g", true), label("nobody", true),
      ],
      clauses: [
        clause("a", "CL-1", 0.8), clause("b", "CL-2", 0.5, "Here you may feed geese."),
        clause("c", "CL-3", 0.9, "No."), clause("d", "CL-4", 0.9), clause("e", "CL-5", 0.5),
        clause("f", "CL-6", 0.49), clause("g", "CL-7", 0.2), clause("g", "CL-8", 0.4),
      ], platforms: ["a", "b", "c", "d", "e", "f", "g"], known: ["x"])
    #expect(found.all.pairs == 7 && found.leftOut == 1)
    #expect(found.all.truePositives == 4 && found.all.falsePositives == 1)
    #expect(found.all.falseNegatives == 1 && found.all.trueNegatives == 1)
    #expect(abs(found.all.accuracy - 5.0 / 7) < 1e-9 && found.all.precision == 0.8 && found.all.recall == 0.8)
    #expect(found.all.f1 == 0.8 && found.all.f1Lacks == 0.5 && found.macroF1 == 0.8)
    #expect(found.withEvidence == 3 && found.evidenceFound == 2)
    #expect(found.misses.map { "\($0.platform) \($0.nearest?.clause ?? "-")" } == ["e CL-5", "g CL-8"])
  }
}
