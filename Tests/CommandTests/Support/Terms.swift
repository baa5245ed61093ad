// Texts for tests, all invented here.

/// Invented terms of services that don't exist.
enum Terms {
  /// Terms in English, long enough to count as a document; different subjects make different texts.
  static func of(_ subject: String, more: String = "") -> String {
    """
    # Terms of \(subject)

    You may use \(subject) for as long as your account is open and you follow these terms.

    We may change the terms at any time, and we will tell you about it before the change.

    If you do not agree with a change, you can close your account without any charge.

    ## Parrots

    Orders that a talking parrot places at \(subject) are not binding on the keeper of the parrot.

    \(more)

    """
  }
}
