// A heat map → a page of HTML: a real table, coloured, with slanted heads; it prints, and follows light and dark.

internal import ClauseIndex
internal import Foundation

extension HeatMap {
  /// The map as one self-contained page.
  var html: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title.escaped)</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    <header>
    <h1>\(title.escaped)</h1>
    <p>\(subtitle.escaped)<br>\(sums.escaped)</p>
    <ul class="legend" aria-label="Legend">
    \(HeatMap.legend.map(legendItem).joined(separator: "\n"))
    </ul>
    </header>
    <main>
    <table>
    <caption class="v">\(title.escaped). Rows are clause types, columns are platforms.</caption>
    \(tableHead)
    \(groups.map(tableBody).joined(separator: "\n"))
    \(tableFoot)
    </table>
    </main>
    <footer>
    \(HeatMap.notes.map { "<p>\($0.escaped)</p>" }.joined(separator: "\n"))
    </footer>
    </body>
    </html>

    """
  }

  private func legendItem(_ item: (shade: String, mark: VerdictMark, text: String)) -> String {
    "<li><span class=\"x \(item.shade)\" aria-hidden=\"true\">\(item.mark.rawValue)</span> \(item.text.escaped)</li>"
  }

  private var tableHead: String {
    let heads = answer.platforms.map { platform in
      """
      <th scope="col" class="h" title="\(platform.company.escaped), \(platform.sector.escaped)"><span>\
      \(platform.name.cut(to: HeatMap.longestHead).escaped)</span></th>
      """
    }
    return """
      <thead><tr><th scope="col" class="n"><span class="v">Type</span></th><th scope="col" class="g">severity</th>\
      \(heads.joined())<th scope="col" class="h o" colspan="2"><span>of these</span></th>\
      <th scope="col" class="h o"><span>of all platforms</span></th></tr></thead>
      """
  }

  private func tableBody(_ group: Group) -> String {
    let span = answer.platforms.count + 5
    let rows = group.rows.map { row in
      let cells = zip(row.cells, answer.platforms).map { cell, platform in
        let mark = VerdictMark(cell)
        return """
          <td class="\(HeatMap.shade(cell))" title="\(words(cell, row, platform).escaped)">\
          <span aria-hidden="true">\(mark.rawValue)</span><span class="v">\(spoken(cell))</span></td>
          """
      }
      let able = row.sharing + row.lacking
      let share = able == 0 ? 0 : Int((Double(row.sharing) / Double(able) * 100).rounded())
      return """
        <tr><th scope="row" class="n" title="\(row.type)">\(row.name.escaped)</th>\
        <td class="g \(row.severity.rawValue)">\(row.severity.rawValue)</td>\(cells.joined())\
        <td class="b" aria-hidden="true"><i><i style="width:\(share)%"></i></i></td>\
        <td class="o">\(row.sharing) of \(able)</td><td class="o a">\(VerdictTable.share(row))</td></tr>
        """
    }
    return """
      <tbody><tr class="k"><th scope="rowgroup" class="n" colspan="\(span)">\(group.name.escaped)</th></tr>
      \(rows.joined(separator: "\n"))
      </tbody>
      """
  }

  /// What a screen reader says of a cell; row and column it knows by the heads.
  private func spoken(_ cell: TypeComparison.Cell) -> String {
    switch VerdictMark(cell) {
    case .shares: "shares"
    case .sharesLessSurely: "shares, less sure"
    case .lacks: "lacks"
    case .unknown: "can't be told"
    }
  }

  private var tableFoot: String {
    let totals: [(mark: VerdictMark, text: String, count: (TypeComparison.Column) -> Int)] = [
      (.shares, "types shared", { $0.sharing }), (.lacks, "types lacked", { $0.lacking }),
      (.unknown, "can't be told", { $0.unknown }),
    ]
    let rows = totals.map { total in
      let cells = answer.platforms.map { "<td><span>\(total.count($0))</span></td>" }
      return """
        <tr><th scope="row" class="g" colspan="2">\(total.text.escaped) <span aria-hidden="true">\
        \(total.mark.rawValue)</span></th>\(cells.joined())<td colspan="3"></td></tr>
        """
    }
    return "<tfoot>\n\(rows.joined(separator: "\n"))\n</tfoot>"
  }

  // MARK: Style

  /// Height of the slanted heads.
  private var headHeight: Int {
    let widest = answer.platforms.map { HeatMap.width(of: $0.name.cut(to: HeatMap.longestHead), size: 12) }
      .max()
    return max(84, Int((widest ?? 0) * 0.71) + 16)
  }

  /// Width of the table, in CSS pixels.
  private var tableWidth: Int {
    let names = answer.types.map { HeatMap.width(of: $0.name, size: 12) }.max() ?? 0
    return Int(names) + 80 + answer.platforms.count * cellWidth + 230
  }

  /// Pages as large as they must be: A4 across, A3 across, else as wide as the map.
  private var page: String {
    let (a4, a3) = (1046, 1511)
    // Below two thirds of its size the text can't be read on paper.
    if tableWidth * 2 <= a4 * 3 { return pageRule("A4 landscape", a4) }
    if tableWidth * 2 <= a3 * 3 { return pageRule("A3 landscape", a3) }
    return pageRule("\(tableWidth + 80)px \(max(800, tableWidth / 2))px", tableWidth)
  }

  private func pageRule(_ size: String, _ width: Int) -> String {
    let zoom = min(1, Double(width) / Double(max(1, tableWidth)))
    return "@page{size:\(size);margin:10mm}@media print{table{zoom:\(String(format: "%.2f", zoom))}}"
  }

  private var style: String {
    func colours(_ isDark: Bool) -> String {
      let tones =
        isDark
        ? "--bg:#15181b;--ink:#eceff1;--pale:#a9b1b8;--line:#3a4148;--high:#ff9b8f;--medium:#f0c36a;--bar:#76b3e8"
        : "--bg:#fff;--ink:#1c1f22;--pale:#5b6269;--line:#d5d9dd;--high:#a8231a;--medium:#855a00;--bar:#1b62a5"
      let shades = HeatMap.shades.map { shade in
        let (fill, mark) = isDark ? shade.dark : shade.light
        return ".\(shade.name){background:\(fill);color:\(mark)}"
      }
      return ":root{\(tones)}" + shades.joined()
    }
    let isUpright = cellWidth < 18 && answer.types.count > 9 || cellWidth < 12
    let upright = isUpright ? "tfoot td span{writing-mode:vertical-rl;transform:rotate(180deg)}" : ""
    return """
      \(colours(false))
      @media screen and (prefers-color-scheme:dark){\(colours(true))}
      :root{color-scheme:light dark}
      *{box-sizing:border-box}
      body{margin:24px;background:var(--bg);color:var(--ink);font:12px/1.35 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
      h1{font-size:18px;margin:0 0 6px}header p,footer p{margin:0 0 4px;color:var(--pale);max-width:75em}
      .legend{list-style:none;margin:10px 0 0;padding:0;display:flex;flex-wrap:wrap;gap:4px 16px;color:var(--pale);font-size:11px}
      .x{display:inline-block;width:16px;height:16px;line-height:16px;text-align:center;border-radius:2px}
      table{border-collapse:separate;border-spacing:1px;margin:0 60px 12px 0}
      th{font-weight:400;text-align:left;padding:0}
      thead{position:sticky;top:0;z-index:2;background:var(--bg)}
      thead th{height:\(headHeight)px;vertical-align:bottom;white-space:nowrap}
      .h{position:relative;min-width:\(cellWidth)px;width:\(cellWidth)px}
      .h span{position:absolute;left:50%;bottom:4px;transform-origin:0 100%;transform:translateX(6px) rotate(-45deg)}
      .h.o span{left:auto;right:0;transform:translateX(calc(100% - 14px)) rotate(-45deg);color:var(--pale)}
      .n{position:sticky;left:0;z-index:1;background:var(--bg);white-space:nowrap;padding-right:12px}
      thead .n{z-index:1}
      .g{text-align:right;padding-right:8px;font-size:11px;color:var(--pale);white-space:nowrap}
      thead .g{padding-bottom:2px}
      .high{color:var(--high)}.medium{color:var(--medium)}
      .k th{font-weight:600;font-size:13px;padding:8px 0 3px;border-bottom:1px solid var(--line)}
      td{height:\(rowHeight)px;padding:0;text-align:center;line-height:\(rowHeight - 2)px;font-size:\(cellWidth < 12 ? 8 : 11)px}
      td.u{font-size:\(cellWidth < 12 ? 8 : 10)px}
      .b{padding-left:10px}.b>i{display:block;width:64px;height:6px;background:var(--line)}.b>i>i{display:block;height:6px;background:var(--bar)}
      .o{text-align:right;padding-left:8px;font-size:11px;white-space:nowrap}.a{color:var(--pale)}
      tfoot th,tfoot td{color:var(--ink);font-size:\(cellWidth < 16 ? 9 : 11)px}tfoot tr:first-child>*{border-top:1px solid var(--line)}
      tfoot .g{color:var(--pale)}\(upright)
      .v{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
      td:hover{outline:2px solid var(--ink);outline-offset:-1px}
      \(page)
      @media print{body{margin:0}*{-webkit-print-color-adjust:exact;print-color-adjust:exact}thead,.n{position:static}
      tr{break-inside:avoid}.k{break-after:avoid}tfoot{display:table-row-group}td:hover{outline:0}}
      """
  }
}
