// A few clause types about birds and weather, and an index whose clauses are of them.

import Foundation

@testable import ClauseIndex

/// Invented clause types.
enum SmallTypes {
  /// Three types in two categories, as files would have them.
  static func catalogue() throws -> TypeCatalogue {
    let folder = try TemporaryFolder()
    try folder.write(
      "id\tname\tjurisdiction\nbird-act\tBird Act\tZZ\nhail-code\tHail Code\tEU\n", to: "regulations.tsv")
    try folder.write(birds, to: "birds.yaml")
    try folder.write(weather, to: "weather.yaml")
    return try TypeCatalogue.read(folder: folder.path)
  }

  private static let birds = """
    category: birds
    name: Birds
    types:
      - id: parrot-orders
        name: Orders by parrots
        definition: Says whether an order that a parrot places binds its keeper.
        not: A mere mention of a parrot.
        terms_types: [Terms of Service]
        severity:
          level: medium
          reason: The keeper pays for the parrot.
          conditions:
            - {when: 'pays double', level: high, reason: The keeper pays twice.}
        why_it_matters: Parrots talk.
        what_it_means_for_you: You may have to pay for what your parrot says.
        regulations: [{id: bird-act, article: s. 1}, {id: bird-act, article: s. 7}]
        related: [goose-feeding]
        search: [parrot, mynah]
        parameters: [{kind: duration, id: return_period}]
        rules:
          strong: ['order* ..6 parrot* ..6 (bind|binds|binding)', 'parrot* ..12 contract*']
          likely: ['talking bird*']
          heading: []
        model_clauses: [Orders that a parrot places are binding.]
        near_misses: [A parrot is a bird.]
      - id: goose-feeding
        name: Feeding geese
        definition: Forbids to feed geese.
        not: Feeding ducks.
        terms_types: [Terms of Service, Community Guidelines]
        severity: {level: low, reason: Geese find grass.}
        why_it_matters: Geese come back.
        what_it_means_for_you: Keep your bread.
        search: [goose]
        rules: {strong: ['not feed ..4 (goose|geese)']}
        model_clauses: [You must not feed the geese.]
        near_misses: [You may feed the geese.]
    """

  private static let weather = """
    category: weather
    name: Weather
    types:
      - id: hail-warning
        name: Warning of hail
        definition: Promises to warn of hail.
        not: Rain.
        terms_types: [Privacy Policy]
        severity: {level: high, reason: Hail hurts.}
        why_it_matters: Hail falls.
        what_it_means_for_you: You will be told.
        regulations: [hail-code]
        search: [hail]
        rules: {strong: ['(warn*|tell) ..6 hail']}
        model_clauses: [We warn you of hail.]
        near_misses: [Hail is ice.]
    """

  /// Alpha, Beta and Epsilon have clauses on parrots, Beta the harsh one and Epsilon in words of its own; Delta has
  /// terms without, but a bird that talks; Gamma has a privacy policy alone; of Silent there is nothing.
  static func index() throws -> SmallIndex {
    let parrots = """
      ## Parrots

      Orders that your parrot places with us are binding on you as the keeper of the parrot. You can return \
      whatever was delivered within thirty days of the day on which it came.
      """
    return try SmallIndex(
      [
        SmallDocument(
          "Alpha",
          "# Terms\n\n\(parrots)\n\n## Geese\n\nYou must not feed the geese.\n\n## Hours\n\nThe office opens at nine.\n"
        ),
        SmallDocument(
          "Beta",
          "# Terms\n\n\(parrots) The keeper pays double.\n\n## Lamps\n\nLamps are lit at dusk by our staff.\n"
        ),
        SmallDocument("Beta", "Privacy Policy", "# Privacy\n\n## Hail\n\nWe warn you of hail by letter.\n"),
        SmallDocument("Gamma", "Privacy Policy", "# Privacy\n\n## Sun\n\nWe hold no data on sunshine.\n"),
        SmallDocument(
          "Delta", "# Terms\n\n## Pets\n\nA talking bird is welcome in the shop on Mondays.\n"),
        SmallDocument(
          "Epsilon",
          "# Terms\n\n## Animals\n\nNothing a parrot utters at our counter makes a contract. Cats, dogs and snails "
            + "are treated alike by the manager of each branch.\n"),
      ], further: ["Silent"], types: catalogue(),
      sectors: ["Alpha": "social", "Beta": "social", "Gamma": "ai", "Delta": "ai"])
  }
}
