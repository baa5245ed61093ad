// Options of several verbs on clause types: which platforms and which documents are looked at.

internal import ArgumentParser
internal import Foundation

/// Which documents verdicts are taken from.
struct TermsOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "Look only at documents of these terms types, separated by commas.", valueName: "types"))
  var terms: String?

  /// The terms types; nil for all.
  var termsTypes: [String]? { terms?.commaSeparated }
}

/// Which platforms and documents verdicts are taken from.
struct ScopeOptions: ParsableArguments {
  @Option(name: .long, help: "Count only the platforms of this sector.")
  var sector: String?

  @OptionGroup var documents: TermsOptions

  /// The terms types; nil for all.
  var termsTypes: [String]? { documents.termsTypes }

  /// "of the sector social, in Privacy Policy", or nothing.
  static func words(_ sector: String?, _ termsTypes: [String]?) -> String? {
    let parts = [
      sector.map { "platforms of the sector \($0)" }, termsTypes.map { "only \($0.joined(separator: ", "))" },
    ].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }
}

extension String {
  /// What stands between the commas.
  var commaSeparated: [String] {
    split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }
}
