// Texts for tests, all invented here.

/// Invented terms of services that don't exist.
enum Prose {
  private static let sentences = [
    "You may use the service for as long as your account is open and you follow these terms.",
    "We may change the terms at any time, and we will tell you about it before the change.",
    "If you do not agree with a change, you can close your account without any charge.",
    "The service is provided to you as it is, and we do not promise that it will be without errors.",
    "You are responsible for all that is done with your account by you or by others.",
    "These terms are governed by the law of the country in which we have our seat.",
  ]

  /// Terms in English; different subjects make different texts.
  static func terms(_ subject: String = "Examplia") -> String {
    "# Terms of \(subject)\n\nThese are the terms on which \(subject) is offered to you.\n\n"
      + sentences.joined(separator: "\n\n") + "\n"
  }

  static let french = """
    # Conditions d'utilisation

    Les présentes conditions régissent votre utilisation du service et de tous les produits que nous vous proposons.

    Vous êtes responsable de tout ce qui est fait avec votre compte par vous ou par une autre personne.

    Nous pouvons modifier les conditions à tout moment, et nous vous en informons avant que la modification ne soit
    appliquée à votre compte dans les pays où le service est proposé par nous ou par une société du groupe.

    Si vous ne souhaitez pas accepter une modification, vous pouvez fermer votre compte sans aucun frais pour vous.

    """

  static let chinese = String(repeating: "本条款适用于您对本服务的使用。您应当妥善保管您的账户。\n\n", count: 20)

  /// A page of links without a sentence.
  static let menu = (1...60).map { "*   [Product number \($0) for home](https://example.org/\($0))" }
    .joined(separator: "\n")
}
