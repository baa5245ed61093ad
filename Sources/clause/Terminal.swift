// The terminal: colour, width, wrapping, messages and progress.

internal import Foundation

enum Terminal {
  /// Whether standard output is a terminal that may be coloured.
  static let coloursOutput =
    isatty(STDOUT_FILENO) == 1 && (environment("NO_COLOR") ?? "").isEmpty && environment("TERM") != "dumb"

  /// Whether standard error is a terminal, so that progress may be shown.
  static let showsProgress = isatty(STDERR_FILENO) == 1 && environment("TERM") != "dumb"

  /// Columns of standard output; 100 where it is no terminal.
  static let width: Int = {
    var size = winsize()
    if ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 {
      return min(Int(size.ws_col), 120)
    }
    return environment("COLUMNS").flatMap(Int.init).map { min(max($0, 40), 200) } ?? 100
  }()

  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  static func bold(_ text: String) -> String { styled(text, "1") }
  static func dim(_ text: String) -> String { styled(text, "2") }
  static func colour(_ text: String, _ code: String) -> String { styled(text, code) }

  private static func styled(_ text: String, _ code: String) -> String {
    coloursOutput ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// Text with the words between `**` marks in bold where the terminal can, the marks kept elsewhere.
  static func marked(_ text: String) -> String {
    guard coloursOutput else { return text }
    var result = ""
    for (index, part) in text.components(separatedBy: "**").enumerated() {
      result += index % 2 == 1 ? "\u{1B}[1;33m\(part)\u{1B}[0m" : part
    }
    return result
  }

  /// Writes to standard error; where nobody can be told there is nothing else to do.
  static func write(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }

  /// A message to standard error.
  static func complain(_ message: String) {
    write("clause: \(message)\n")
  }

  /// A remark to standard error that is no failure.
  static func remark(_ message: String) {
    write("\(message)\n")
  }

  /// Lines of at most `width` columns, each after `indent`; paragraphs kept.
  static func wrap(_ text: String, indent: String = "", width: Int = Terminal.width) -> String {
    let paragraphs: [Substring] = text.split(separator: "\n" as Character, omittingEmptySubsequences: false)
    let wrapped: [String] = paragraphs.map { wrapParagraph($0, indent: indent, width: width) }
    return wrapped.joined(separator: "\n")
  }

  private static func wrapParagraph(_ paragraph: Substring, indent: String, width: Int) -> String {
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in paragraph.split(separator: " " as Character) {
      let length = columns(of: word)
      if !line.isEmpty, indent.count + used + 1 + length > width {
        lines.append(indent + line)
        (line, used) = ("", 0)
      }
      if !line.isEmpty {
        line += " "
        used += 1
      }
      line += word
      used += length
    }
    if !line.isEmpty || lines.isEmpty { lines.append(indent + line) }
    return lines.joined(separator: "\n")
  }

  /// Columns that a word takes, `**` marks left out.
  private static func columns(of word: Substring) -> Int {
    var (bytes, stars, previous) = (0, 0, UInt8(0))
    for byte in word.utf8 {
      // A character may be of several bytes, and "\r\n" is one.
      guard byte < 0x80, byte != 0x0D else { return word.replacing("**", with: "").count }
      bytes += 1
      if byte == UInt8(ascii: "*"), previous == byte {
        stars += 2
        previous = 0
      } else {
        previous = byte
      }
    }
    return bytes - stars
  }
}

/// A line of progress on standard error that rewrites itself; silent where that is no terminal.
final class ProgressLine: @unchecked Sendable {
  private let lock = NSLock()
  private var step = ""
  private var began = Date()
  private var shown = Date.distantPast

  /// Shows how far a step has come, with rate and time left.
  func show(_ step: String, _ done: Int, _ total: Int, _ unit: String) {
    guard Terminal.showsProgress else { return }
    lock.withLock {
      let now = Date()
      if step != self.step {
        self.step = step
        began = now
        shown = .distantPast
      }
      guard now.timeIntervalSince(shown) > 0.1 || done == total else { return }
      shown = now
      var line = "\(step)"
      if total > 0, done > 0 {
        let seconds = max(0.001, now.timeIntervalSince(began))
        let rate = Double(done) / seconds
        line += " \(done) of \(total) \(unit), \(Int(rate))/s, \(Int(Double(total - done) / rate)) s left"
      } else {
        line += " …"
      }
      Terminal.write("\r\u{1B}[K\(line)")
    }
  }

  /// Shows a line that has no count.
  func show(_ text: String) {
    guard Terminal.showsProgress else { return }
    lock.withLock { Terminal.write("\r\u{1B}[K\(text)") }
  }

  /// Takes the line away.
  func clear() {
    guard Terminal.showsProgress else { return }
    lock.withLock { Terminal.write("\r\u{1B}[K") }
  }
}
