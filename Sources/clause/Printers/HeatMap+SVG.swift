// A heat map → SVG: one self-contained picture, light and dark.

internal import ClauseIndex
internal import Foundation

extension HeatMap {
  /// The picture as SVG.
  var svg: String { SVGDrawing(self).text }
}

/// Lays the map out and writes it.
private struct SVGDrawing {
  private static let margin = 24.0
  private static let nameSize = 12.0
  private static let severityWidth = 58.0
  private static let groupHeight = 26.0
  private static let barWidth = 64.0
  private static let countWidth = 74.0
  private static let overallWidth = 50.0
  private static let legendHeight = 24.0
  private let map: HeatMap
  private let answer: TypeComparison
  private let cell: Double
  private let row: Double
  private let left: Double
  private let headHeight: Double
  private let overhang: Double
  private var body = ""

  init(_ map: HeatMap) {
    self.map = map
    answer = map.answer
    (cell, row) = (Double(map.cellWidth), Double(map.rowHeight))
    let names = map.answer.types.map { HeatMap.width(of: $0.name, size: Self.nameSize) }
    let groups = map.groups.map { HeatMap.width(of: $0.name, size: 13) }
    left = Self.margin + max(150, (names + groups).max() ?? 0) + 12 + Self.severityWidth
    let heads = map.answer.platforms.map {
      HeatMap.width(of: $0.name.cut(to: HeatMap.longestHead), size: Self.nameSize)
    }
    headHeight = max(70, (heads.max() ?? 0) * 0.71 + 18)
    overhang = (HeatMap.width(of: "of all platforms", size: Self.nameSize)) * 0.71
  }

  /// Right end of the cells.
  private var right: Double { left + cell * Double(answer.platforms.count) }

  private var width: Double {
    max(right + 14 + Self.barWidth + Self.countWidth + Self.overallWidth + overhang * 0.4 + Self.margin, 760)
  }

  var text: String {
    var drawing = self
    let height = drawing.draw()
    let size = "width=\"\(number(width))\" height=\"\(number(height))\""
    return """
      <svg xmlns="http://www.w3.org/2000/svg" \(size) viewBox="0 0 \(number(width)) \(number(height))" role="img" \
      aria-labelledby="map-title map-desc">
      <title id="map-title">\(map.title.escaped)</title>
      <desc id="map-desc">\(description.escaped)</desc>
      <style>\(style)</style>
      <rect class="bg" width="100%" height="100%"/>
      \(drawing.body)</svg>

      """
  }

  private var description: String {
    "\(map.subtitle). \(map.sums). Types are rows, by category; platforms are columns. "
      + answer.types.prefix(200).map {
        "\($0.name): \($0.sharing) of \($0.sharing + $0.lacking)"
      }.joined(separator: "; ") + "."
  }

  private var style: String {
    func rules(_ isDark: Bool) -> String {
      let colours =
        isDark
        ? (
          bg: "#15181b", ink: "#eceff1", pale: "#a9b1b8", line: "#3a4148", high: "#ff9b8f", medium: "#f0c36a"
        )
        : (
          bg: "#ffffff", ink: "#1c1f22", pale: "#5b6269", line: "#d5d9dd", high: "#a8231a", medium: "#855a00"
        )
      var text =
        ".bg{fill:\(colours.bg)}.t{fill:\(colours.ink)}.p{fill:\(colours.pale)}.r{stroke:\(colours.line)}"
        + ".high{fill:\(colours.high)}.medium{fill:\(colours.medium)}.low{fill:\(colours.pale)}"
        + ".b{fill:\(colours.line)}.f{fill:\(isDark ? "#76b3e8" : "#1b62a5")}"
      for shade in HeatMap.shades {
        let (fill, mark) = isDark ? shade.dark : shade.light
        text += ".\(shade.name){fill:\(fill)}.k\(shade.name){fill:\(mark)}"
      }
      return text
    }
    return "text{font-family:system-ui,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif;font-size:12px}"
      + ".h1{font-size:18px;font-weight:600}.h2{font-size:13px;font-weight:600}.sm{font-size:11px}"
      + ".e{text-anchor:end}.c{text-anchor:middle}\n" + rules(false)
      + "\n@media screen and (prefers-color-scheme:dark){\(rules(true))}"
  }

  // MARK: Drawing

  /// Draws everything from top to bottom; returns the height.
  private mutating func draw() -> Double {
    var y = Self.margin + 16
    for line in lines(map.title, size: 18) {
      write(Self.margin, y, "t h1", line)
      y += 24
    }
    y -= 2
    for line in lines(map.subtitle, size: Self.nameSize) + lines(map.sums, size: Self.nameSize) {
      write(Self.margin, y, "p", line)
      y += 17
    }
    y = drawLegend(y + 6)
    y += headHeight
    drawHeads(y)
    for group in map.groups {
      write(Self.margin, y + 18, "t h2", group.name)
      line(Self.margin, right, y + Self.groupHeight - 2)
      y += Self.groupHeight
      for row in group.rows {
        draw(row, y)
        y += self.row
      }
    }
    y = drawTotals(y + 6) + 22
    for note in HeatMap.notes {
      for part in lines(note, size: 11) {
        write(Self.margin, y, "p sm", part)
        y += 15
      }
    }
    return y + Self.margin - 15
  }

  private mutating func drawLegend(_ top: Double) -> Double {
    var (x, y) = (Self.margin, top)
    for item in HeatMap.legend {
      let needed = 22 + HeatMap.width(of: item.text, size: 11) + 14
      if x + needed > width - Self.margin {
        (x, y) = (Self.margin, y + 22)
      }
      body +=
        "<rect class=\"\(item.shade)\" x=\"\(number(x))\" y=\"\(number(y))\" width=\"16\" height=\"16\" rx=\"2\"/>"
      drawMark(item.mark, item.shade, x + 8, y + 8, 16)
      write(x + 22, y + 12, "p sm", item.text)
      x += needed
    }
    return y + Self.legendHeight
  }

  private mutating func drawHeads(_ y: Double) {
    // The name's foot stands over the middle of its column, on the line of the first cells.
    for (place, platform) in answer.platforms.enumerated() {
      slanted(
        left + cell * (Double(place) + 0.5) + 4, y + 14, platform.name.cut(to: HeatMap.longestHead), "t")
    }
    slanted(right + 14 + Self.barWidth + 22, y + 14, "of these", "p")
    slanted(right + 14 + Self.barWidth + Self.countWidth + 10, y + 14, "of all platforms", "p")
    write(left - 8, y + 18, "p sm e", "severity")
  }

  private mutating func draw(_ type: TypeComparison.Row, _ y: Double) {
    let base = y + row / 2 + 4
    write(Self.margin, base, "t", type.name)
    write(left - 8, base, "\(type.severity.rawValue) sm e", type.severity.rawValue)
    let isSpoken = answer.types.count * answer.platforms.count <= HeatMap.mostWords
    for (place, cell) in type.cells.enumerated() {
      let x = left + self.cell * Double(place)
      let shade = HeatMap.shade(cell)
      if isSpoken {
        body += "<g><title>\(map.words(cell, type, answer.platforms[place]).escaped)</title>"
      }
      body +=
        "<rect class=\"\(shade)\" x=\"\(number(x + 0.5))\" y=\"\(number(y + 0.5))\" width=\"\(number(self.cell - 1))\" "
      body += "height=\"\(number(row - 1))\"/>"
      drawMark(VerdictMark(cell), shade, x + self.cell / 2, y + row / 2, min(self.cell, row))
      body += isSpoken ? "</g>\n" : "\n"
    }
    let able = type.sharing + type.lacking
    let x = right + 14
    let full = able == 0 ? 0 : Double(type.sharing) / Double(able)
    body +=
      "<rect class=\"b\" x=\"\(number(x))\" y=\"\(number(y + row / 2 - 3))\" width=\"\(number(Self.barWidth))\" height=\"6\"/>"
    if full > 0 {
      body += "<rect class=\"f\" x=\"\(number(x))\" y=\"\(number(y + row / 2 - 3))\" "
      body += "width=\"\(number(Self.barWidth * full))\" height=\"6\"/>"
    }
    write(x + Self.barWidth + Self.countWidth - 12, base, "t sm e", "\(type.sharing) of \(able)")
    write(
      x + Self.barWidth + Self.countWidth + Self.overallWidth - 14, base, "p sm e", VerdictTable.share(type))
    body += "\n"
  }

  /// Three rows: how many of the types each platform shares, lacks, and can't be told.
  private mutating func drawTotals(_ top: Double) -> Double {
    line(Self.margin, right, top)
    let isUpright = cell < 18 && answer.types.count > 9 || cell < 12
    let height = isUpright ? 24.0 : 18.0
    let totals: [(mark: VerdictMark, text: String, count: (TypeComparison.Column) -> Int)] = [
      (.shares, "types shared", { $0.sharing }), (.lacks, "types lacked", { $0.lacking }),
      (.unknown, "can't be told", { $0.unknown }),
    ]
    var y = top + 2
    for total in totals {
      write(left - 8, y + height / 2 + 4, "p sm e", "\(total.text)  \(total.mark.rawValue)")
      for (place, platform) in answer.platforms.enumerated() {
        let x = left + cell * (Double(place) + 0.5)
        let count = "\(total.count(platform))"
        if isUpright {
          body +=
            "<text class=\"t sm c\" transform=\"translate(\(number(x + 4)) \(number(y + height / 2))) rotate(-90)\">"
          body += "\(count)</text>"
        } else {
          write(x, y + height / 2 + 4, "t sm c", count)
        }
      }
      body += "\n"
      y += height
    }
    return y
  }

  /// A mark that needs no colour: a large dot, a small one, a dash, a question mark.
  private mutating func drawMark(
    _ mark: VerdictMark, _ shade: String, _ x: Double, _ y: Double, _ size: Double
  ) {
    switch mark {
    case .shares, .sharesLessSurely:
      let radius = size * (mark == .shares ? 0.25 : 0.13)
      body += "<circle class=\"k\(shade)\" cx=\"\(number(x))\" cy=\"\(number(y))\" r=\"\(number(radius))\"/>"
    case .lacks:
      let (width, height) = (size * 0.42, max(1.2, size * 0.09))
      body += "<rect class=\"k\(shade)\" x=\"\(number(x - width / 2))\" y=\"\(number(y - height / 2))\" "
      body += "width=\"\(number(width))\" height=\"\(number(height))\"/>"
    case .unknown:
      body += "<text class=\"k\(shade) c\" x=\"\(number(x))\" y=\"\(number(y + size * 0.22))\" "
      body += "style=\"font-size:\(number(size * 0.6))px\">?</text>"
    }
  }

  private mutating func write(_ x: Double, _ y: Double, _ classes: String, _ text: String) {
    body += "<text class=\"\(classes)\" x=\"\(number(x))\" y=\"\(number(y))\">\(text.escaped)</text>\n"
  }

  private mutating func slanted(_ x: Double, _ y: Double, _ text: String, _ classes: String) {
    body += "<text class=\"\(classes)\" transform=\"translate(\(number(x)) \(number(y))) rotate(-45)\">"
    body += "\(text.escaped)</text>\n"
  }

  private mutating func line(_ from: Double, _ to: Double, _ y: Double) {
    body +=
      "<line class=\"r\" x1=\"\(number(from))\" x2=\"\(number(to))\" y1=\"\(number(y))\" y2=\"\(number(y))\"/>\n"
  }

  /// A text in lines that fit the picture.
  private func lines(_ text: String, size: Double) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last,
        HeatMap.width(of: "\(last) \(word)", size: size) <= width - 2 * Self.margin
      {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  private func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(Double(tenths) / 10)"
  }
}
