// What is asked about: a clause of the index or a pasted passage.

/// The passage that `similar` and `prevalence` ask about.
struct Probe {
  var title: String
  var heading: String
  var leadIn: String
  var text: String
  /// Row of the clause, where the passage is a clause of the index.
  var row: Int?
  /// Its clause types where they are known; else they are looked up or found.
  var types: TypeShares?
  /// Platform to leave out, as index into the platforms.
  var ownPlatform: Int?

  init(text: String, ownPlatform: Int?) {
    title = ""
    heading = ""
    leadIn = ""
    self.text = text
    self.ownPlatform = ownPlatform
  }

  init(_ clause: StoredClause, platform: Int) {
    title = clause.title
    heading = clause.heading
    leadIn = clause.leadIn
    text = clause.text
    row = clause.row
    ownPlatform = platform
  }
}
