// Whether contrary provisions are held apart, and the same ones in other words are not.

import Testing

@testable import ClauseIndex

@Suite("Polarity") struct PolarityTests {
  private func opposition(_ first: String, _ second: String) -> Double {
    Polarity(first).opposition(to: Polarity(second))
  }

  private func areContrary(_ first: String, _ second: String) -> Bool {
    opposition(first, second) >= Polarity.contrary
  }

  // MARK: The pairs

  @Test("Nine in ten pairs are told apart, in each split and of both relations")
  func pairsAreToldApart() throws {
    let pairs = try PolarityPair.all()
    #expect(pairs.count >= 200)
    for split in [PolarityPair.Split.build, .test] {
      for relation in [PolarityPair.Relation.opposed, .same] {
        let some = pairs.filter { $0.split == split && $0.relation == relation }
        let right = some.filter(\.isRight).count
        let share = Double(right) / Double(some.count)
        print("polarity: \(split) \(relation) \(right) of \(some.count)")
        #expect(some.count >= 40)
        #expect(share >= 0.90, "\(split) \(relation)")
      }
    }
    for pair in pairs where !pair.isRight {
      // The pairs of the test split stay unread, so that they stay a test.
      let text = pair.split == .build ? "\(pair.first) | \(pair.second)" : "(kept unread)"
      print("polarity: missed \(pair.split) \(pair.relation) \(pair.kind): \(text)")
    }
  }

  @Test("Opposition is the same both ways round, and nothing is contrary to itself")
  func isSymmetric() throws {
    for pair in try PolarityPair.all() {
      #expect(opposition(pair.first, pair.second) == opposition(pair.second, pair.first))
      #expect(opposition(pair.first, pair.first) == 0, "\(pair.first)")
      #expect((0...1).contains(pair.opposition))
    }
  }

  // MARK: Constructions

  @Test(
    "A negation of the decisive verb makes the contrary",
    arguments: [
      ("We sell your personal data to brokers.", "We don't sell your personal data to brokers."),
      ("We will keep your recordings.", "We won\u{2019}t keep your recordings."),
      ("You can withdraw your consent in the settings.", "You cannot withdraw your consent in the settings."),
      ("Private messages are read by our staff.", "Private messages are never read by our staff."),
      ("We give refunds for late deliveries.", "We give no refunds for late deliveries."),
      ("The use of bots is permitted on the platform.", "The use of bots is prohibited on the platform."),
      (
        "We exclude liability for lost profits.",
        "Nothing in these terms excludes liability for lost profits."
      ),
      (
        "Refusing cookies may limit your use of the site.",
        "Refusing cookies will not limit your use of the site."
      ),
      ("Deposits are refundable.", "Deposits are non-refundable."),
    ])
  func contrary(_ pair: (String, String)) {
    #expect(areContrary(pair.0, pair.1), "\(opposition(pair.0, pair.1))")
  }

  @Test(
    "The same provision in other words isn't contrary",
    arguments: [
      ("We do not sell your personal data.", "Your personal data is never sold by us."),
      ("You may not use bots on the platform.", "The use of bots on the platform is prohibited."),
      ("It is not forbidden to share links.", "You may share links."),
      ("We share your profile only with your consent.", "We do not share your profile without your consent."),
      ("Deposits cannot be refunded.", "Deposits are non-refundable."),
      ("We are not liable for lost profits.", "We exclude liability for lost profits."),
      ("You may close your account at any time.", "Your account can be closed by you at any time."),
    ])
  func same(_ pair: (String, String)) {
    #expect(!areContrary(pair.0, pair.1), "\(opposition(pair.0, pair.1))")
  }

  @Test("A negation that doesn't bear on the matter counts for nothing")
  func negationElsewhere() {
    #expect(
      opposition(
        "If you do not agree to the changes, you may close your account.",
        "You may close your account if you agree to leave.") < Polarity.contrary)
    #expect(
      opposition(
        "We collect usage data, including but not limited to clicks.",
        "We collect usage data, such as clicks.")
        == 0)
    #expect(
      opposition(
        "Our site honours Do Not Track signals.", "Our site honours signals of the browser to track nothing.")
        < Polarity.contrary)
  }

  @Test("Two who are each responsible for their own part don't contradict each other")
  func responsibilities() {
    #expect(
      opposition("You are responsible for your content.", "We are not responsible for your content.") == 0)
    #expect(areContrary("We are responsible for your content.", "We are not responsible for your content."))
  }

  @Test("What follows a list's lead stands under its negation")
  func listsUnderALead() {
    let denied = Polarity(
      "You may not:\n• sell tickets to other people;\n• copy the videos of other members.")
    #expect(denied.opposition(to: Polarity("You may copy the videos of other members.")) >= Polarity.contrary)
    #expect(denied.opposition(to: Polarity("You may not copy the videos of other members.")) == 0)
    let item = Polarity("copy the videos of other members.", leadIn: "You agree not to:")
    #expect(item.opposition(to: Polarity("You may copy the videos of other members.")) >= Polarity.contrary)
  }

  @Test("One who acts in place of the other makes another provision")
  func actors() {
    #expect(
      areContrary("We may end this agreement for any reason.", "You may end this agreement for any reason."))
    #expect(!areContrary("Either party may end this agreement.", "You may end this agreement."))
  }

  @Test("Texts of other matters are not contrary, whatever they deny")
  func otherMatters() {
    #expect(opposition("We do not sell your data.", "Parcels are delivered within a week.") == 0)
    #expect(opposition("", "We do not sell your data.") == 0)
    #expect(opposition("You may not sell the reports.", "You may copy the reports.") == 0)
  }

  @Test("A text of any length and of any bytes can be read")
  func robustness() {
    let long = String(
      repeating: "We do not sell your data, and you may not copy it; (a) no, (b) not. ", count: 2_000)
    let reading = Polarity(long)
    #expect(reading.statements.count <= Polarity.mostStatements + 2)
    #expect(reading.opposition(to: reading) < Polarity.contrary)
    for text in [
      "\u{2019}", "n\u{2019}t", "((((", "not", "no no not never without", "été — naïve’s", "a.b.c.", "🙂🙂",
    ] {
      #expect(opposition(text, "We do not sell your data.") < Polarity.contrary)
    }
  }
}
