// The arguments of a command line → the text of one query.

internal import ArgumentParser
internal import ClauseIndex

/// The words of a query as one text.
///
/// Of several arguments, one with spaces after a filter's colon is that filter's value: the shell took its quotes
/// away. One argument alone is the whole query as it stands, unless only filters are taken.
///
/// - Throws: a usage error for what looks like an option that does not exist.
func queryText(_ arguments: [String], onlyFilters: Bool = false) throws -> String {
  if let slip = arguments.first(where: { $0.hasPrefix("--") && $0.count > 2 }) {
    throw ValidationError("unknown option “\(slip)”; put a query that begins so in quotation marks")
  }
  if arguments.count == 1, !onlyFilters { return arguments[0] }
  return arguments.map { argument in
    guard argument.contains(" "), !argument.contains("\""), let colon = argument.firstIndex(of: ":"),
      Filter.Key(rawValue: argument[..<colon].lowercased()) != nil
    else { return argument }
    return "\(argument[...colon])\"\(argument[argument.index(after: colon)...])\""
  }.joined(separator: " ")
}
