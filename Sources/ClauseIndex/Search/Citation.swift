// A clause's record → a reference to it in the forms that writers use.

internal import Foundation

/// A form of reference.
public enum CitationStyle: String, Sendable, CaseIterable, Codable {
  /// A sentence to paste.
  case plain
  /// BibTeX, entry type `misc`.
  case bibtex
  /// CSL-JSON, one item in an array, type `document`.
  case cslJSON = "csl-json"
  /// RIS, type `ELEC`.
  case ris
}

extension ClauseRecord {
  /// The reference to this clause.
  ///
  /// Author is the company, the date is that of the document's last recorded change, and the record id and the
  /// hash of the document let a reader check that it is the same text.
  public func citation(_ style: CitationStyle) -> String {
    switch style {
    case .plain: plainCitation
    case .bibtex: bibtexCitation
    case .cslJSON: cslCitation
    case .ris: risCitation
    }
  }

  private var place: String {
    let parts = [number, title.isEmpty ? nil : "“\(title)”"].compactMap { $0 }
    return parts.isEmpty ? "lines \(lines[0])–\(lines[1])" : parts.joined(separator: " ")
  }

  private var version: String { lastChanged.map { "version of \($0.day)" } ?? "undated version" }

  private var note: String {
    "ClauseIndex record \(id)\(corpus == CorpusDescription.sample.name ? " (sample corpus: invented terms)" : ""); "
      + "\(collection)/\(path)\(commit.map { " at commit \($0)" } ?? ""); document SHA-256 \(documentSHA256)"
  }

  private var plainCitation: String {
    let address = sourceURL.map { " \($0)." } ?? ""
    let verified = lastVerified.map { " Last verified \($0.day)." } ?? ""
    return "\(company), \(platformName) \(termsType), \(place), \(version).\(address)\(verified) \(note)."
      .singleLine
  }

  private var bibtexCitation: String {
    var fields = [
      ("author", "{\(company.bibtex)}"),
      ("title", "\(platformName.bibtex) \(termsType.bibtex), \(place.bibtex)"),
    ]
    if let date = lastChanged?.day {
      fields += [("year", String(date.prefix(4))), ("month", String(Int(date.dropFirst(5).prefix(2)) ?? 1))]
      fields.append(("version", date))
    }
    if let sourceURL { fields.append(("howpublished", "\\url{\(sourceURL)}")) }
    if let verified = lastVerified?.day { fields.append(("urldate", verified)) }
    fields.append(("note", note.bibtex))
    let lines = fields.map { "  \($0) = {\($1)}" }.joined(separator: ",\n")
    return "@misc{\(id.lowercased().replacing("-", with: "")),\n\(lines)\n}"
  }

  private var cslCitation: String {
    struct Item: Encodable {
      struct Name: Encodable { var literal: String }
      struct Date: Encodable {
        var parts: [[Int]]
        init?(_ moment: Timestamp?) {
          guard let moment else { return nil }
          parts = [moment.day.split(separator: "-").compactMap { Int($0) }]
        }
        enum CodingKeys: String, CodingKey { case parts = "date-parts" }
      }
      var id: String
      var type = "document"
      var title: String
      var author: [Name]
      var issued: Date?
      var accessed: Date?
      var url: String?
      var note: String
      enum CodingKeys: String, CodingKey {
        case id, type, title, author, issued, accessed, note
        case url = "URL"
      }
    }
    let item = Item(
      id: id, title: "\(platformName) \(termsType), \(place)", author: [.init(literal: company)],
      issued: .init(lastChanged), accessed: .init(lastVerified), url: sourceURL, note: note)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return (try? encoder.encode([item])).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
  }

  private var risCitation: String {
    var rows = [("TY", "ELEC"), ("AU", company), ("TI", "\(platformName) \(termsType), \(place)")]
    if let date = lastChanged?.day {
      rows += [("PY", String(date.prefix(4))), ("DA", date.replacing("-", with: "/"))]
    }
    if let sourceURL { rows.append(("UR", sourceURL)) }
    if let verified = lastVerified?.day { rows.append(("Y2", verified.replacing("-", with: "/"))) }
    rows += [("ID", id), ("N1", note), ("ER", "")]
    return rows.map { "\($0)  - \($1.singleLine)" }.joined(separator: "\n")
  }
}

extension String {
  /// The text with the characters that BibTeX reads as marks escaped.
  fileprivate var bibtex: String {
    var result = ""
    for character in self {
      switch character {
      case "&", "%", "$", "#", "_": result += "\\\(character)"
      // BibTeX counts a brace also where a backslash stands before it.
      case "{": result += "\\textbraceleft{}"
      case "}": result += "\\textbraceright{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      case "\\": result += "\\textbackslash{}"
      default: result.append(character)
      }
    }
    return result
  }
}
