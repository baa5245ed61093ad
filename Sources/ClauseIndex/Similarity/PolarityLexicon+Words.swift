// The tables of the lexicon of polarity.

extension PolarityLexicon {
  /// Words that play a part by themselves.
  static let parts: [(PolarityPart, String)] = [
    (.and, "and"), (.or, "or"), (.but, "but"),
    (.relative, "that which who whose whom how why because although though whereas excluding rather instead"),
    (
      .condition,
      "if where when while once whether provided"
    ),
    (.exception, "unless except excepting"), (.before, "before"),
    (.after, "after until upon since whenever wherever"),
    (.we, "we"), (.us, "us"), (.you, "you"), (.pronoun, "it they he she i"), (.by, "by"),
    (
      .agree, "agree agrees agreed agreeing acknowledge acknowledges understand understands certify certifies"
    ),
    (.this, "this these"), (.any, "any"), (.such, "such including like eg"),
    (.modal, "may might can could will would shall should must"),
    (.be, "is are was were am"), (.bare, "be been being"), (.auxiliary, "do does did has have had having"),
    (.not, "not neither"), (.never, "never"), (.nor, "nor"), (.no, "no none nobody nothing noone"),
    (.without, "without"),
    (
      .turn,
      "prohibit prohibits prohibiting forbid forbids forbidding ban bans banning exclude excludes disclaim disclaims "
        + "disclaiming waive waives waiving waiver preclude precludes refrain refrains refraining abstain abstains exclusion exclusions"
    ),
    (
      .turnPredicate,
      "prohibited forbidden banned barred unlawful illegal impossible unable excluded disclaimed waived precluded"
    ),
    (.turnTo, "refuse refuses fail fails failed decline declines refused neglect"),
    (.non, "non"), (.only, "only"), (.even, "even also"), (.regardless, "regardless irrespective"),
    (.to, "to"), (.from, "from"), (.of, "of"), (.than, "than"), (.other, "other"), (.means, "means"),
    (.with, "with at for"),
    (.out, "out"), (.into, "in"),
    (.more, "more less later longer fewer greater matter questions doubt sooner earlier"),
    (.sole, "sole solely"), (.free, "free"), (.opt, "opt opts opting opted"), (.time, "time"),
    (
      .filler,
      "a an the those all each every some same either both our ours your yours their theirs its "
        + "his her my mine them him me itself themselves yourself ourselves one ones own there here then so too very on "
        + "into onto under over above below between among through during within about against as per via off up down "
        + "toward towards outside inside across along beyond near regarding concerning include includes "
        + "included just still yet already ever always often again once otherwise however therefore thereby hereby "
        + "herein thereof hereof etc ie now well far back away together else what much many most least "
        + "several certain possible able permitted permit permits permitting allowed allow allows allowing entitled "
        + "entitle entitles authorised authorise authorized authorize right rights reserve reserves reserved liberty "
        + "welcome required require requires requiring requirement obliged obligated obligation obligations duty duties "
        + "need needs needed disagree "
        + "full entire whole kind kinds sort sorts type types way ways event events circumstance "
        + "circumstances case cases extent purpose purposes order anyone anybody someone everyone everything "
        + "anything something another others first last next long soon ago whatever whichever whoever "
        + "strict express applicable relevant respective prior written please help subject accordance respect "
        + "relation connection behalf basis set wish want like liked"
    ),
    (
      .filler,
      "0 1 2 3 4 5 6 7 8 9 one two three four five six seven eight nine ten fourteen thirty sixty ninety"
    ),
  ]

  /// Words that say the same here, by their stems, with how much they say and what else is known of them.
  static let groups: [(weight: UInt8, trait: PolarityTrait, words: String)] = [
    (8, [], "sell sold sale sales selling"),
    (8, [.liability], "liable liability liabilities responsible responsibility accountable"),
    (8, [.decisive], "notice notify notification notified tell told inform advise"),
    (8, [.decisive, .consent], "consent permission approval authorisation authorization"),
    (8, [.decisive], "reason reasons cause explanation"),
    (8, [.decisive], "fee fees charge charges cost costs penalty"),
    (8, [.decisive, .participle], "pay paid payment payments"),
    (8, [.decisive], "compensation compensate reimburse reimbursed"),
    (8, [.participle], "share shared disclose disclosed disclosure pass passed"),
    (8, [.participle], "store stored storage keep kept retain retained retention"),
    (8, [.participle], "delete deleted deletion erase erased erasure"),
    (8, [.participle], "change changes changed modify modified modification amend amended amendment alter"),
    (
      8, [.participle],
      "end ended terminate terminated termination close closed cancel cancelled cancellation canceled"
    ),
    (8, [], "refund refunds refunded refundable"),
    (8, [.opensClause], "warrant warrants warranty warranties guarantee guarantees guaranteed"),
    (
      3, [.opensClause],
      "remember aware affirm affirms notes promise promises promised represent represents ensure ensures"
    ),
    (8, [], "monitor monitors monitored screen screened"),
    (3, [.participle], "collect collects collected collection gather"),
    (2, [.participle], "use uses used using usage"),
    (8, [.participle], "transfer transferred transfers assign assigned assignment"),
    (8, [], "indemnify indemnified indemnification indemnity indemnities"),
    (8, [], "licence license licences licensed licensing"),
    (8, [], "train trained training"),
    (8, [.participle], "remove removed removal"),
    (8, [.participle], "send sent sends"),
    (8, [.participle], "lose lost loss losses"),
    (8, [.participle], "buy bought purchase purchased"),
    (8, [.participle], "take takes taken took"),
    (2, [], "data information"),
    (2, [], "terms agreement contract policy"),
    (2, [], "service services site website platform app application"),
    (8, [], "ad ads advert adverts advertising advertisement advertisements advertiser advertisers"),
    (8, [], "email emails mail"),
    (
      1, [.passesOn],
      "give gives given gave giving grant grants granted provide provides provided offer offers offered enable enables"
    ),
    (
      1, [], "get gets got getting receive receives received make makes made making accept accepts accepted"
    ),
    (1, [], "come comes go goes become becomes bear bears"),
    (
      1, [.customer],
      "user users member members customer customers subscriber subscribers guest guests buyer buyers player "
        + "players consumer consumers"
    ),
    (1, [.seller], "seller sellers host hosts merchant merchants vendor vendors"),
    (1, [.provider], "company"),
    (1, [], "companies party parties person people individual"),
  ]

  /// Stems that most documents hold: they say half as much.
  static let commonWords =
    "account access content product legal section law process term condition page apply privacy require follow "
    + "business activity act manage feature name detail list support create other related general time date day "
    + "month year claim material request part personal third example property authority government individual"

  /// Words that stand for another, turned over: as attribute the word itself, as predicate the whole statement.
  static let bases: [(PolarityPart, String)] = [
    (
      .turned,
      "irrevocable:revocable nonrefundable:refundable nontransferable:transferable nonexclusive:exclusive "
        + "unavailable:available uninterrupted:interrupted unlimited:limited unrestricted:restricted "
        + "unenforceable:enforceable inaccurate:accurate incomplete:complete unencrypted:encrypted "
        + "unconditional:conditional untransferable:transferable"
    ),
    (
      .turnOwn,
      "limit:limit limits:limit limitations:limit restrict:limit restricts:limit "
        + "restricting:limit affect:limit affects:limit"
    ),
    (
      .turnFrom,
      "stop:stop stops:stop stopped:stop prevent:prevent prevents:prevent prevented:prevent bar:bar bars:bar "
        + "keep:keep keeps:keep"
    ),
    (.limitation, "limitation:limit limiting:limit"),
    (.turnOwnPredicate, "limited:limit restricted:limit affected:limit"),
  ]
}
