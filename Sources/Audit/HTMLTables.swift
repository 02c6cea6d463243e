import Foundation

/// Reads the tables of a page as a reader copies them: rows of cells, and the data files that the
/// page offers beside them.
struct HTMLTables {
  struct Grid {
    let id: String
    /// The text of each cell, headings left out; one row a line that has any.
    let rows: [[String]]
  }

  let grids: [Grid]
  /// Codes of the tables whose files the page links.
  let linked: Set<String>
  let isFrench: Bool

  init(_ bytes: [UInt8]) {
    let page = String(decoding: bytes, as: UTF8.self)
    isFrench = page.contains("<html lang=\"fr\"")
    grids = Self.pieces(of: page, from: "<table", to: "</table>").compactMap { table in
      guard let head = table.firstIndex(of: ">"),
        let id = Self.pieces(of: String(table[..<head]), from: "id=\"", to: "\"").first
      else { return nil }
      let rows = Self.pieces(of: table, from: "<tr", to: "</tr>").map { row in
        Self.pieces(of: row, from: "<td", to: "</td>").map(Self.text)
      }
      return Grid(id: id, rows: rows.filter { !$0.isEmpty })
    }
    linked = Set(
      Self.pieces(of: page, from: "href=\"", to: "\"").compactMap { address in
        guard address.hasSuffix(".json"), let name = address.split(separator: "/").last
        else { return nil }
        return String(name.dropLast(5))
      })
  }

  /// The table that a grid shows, among those whose files its page links: by its identifier, or the
  /// undivided one where the grid goes with the page's chart.
  func table(shownBy grid: Grid, among tables: [String: OutsideTable]) -> OutsideTable? {
    let candidates = linked.sorted().compactMap { tables[$0] }
    if let named = candidates.first(where: { "t-" + Self.slug($0.code) == grid.id }) {
      return named
    }
    guard grid.id == "chart-table" else { return nil }
    let undivided = candidates.filter { $0.dimensions.count == 1 }
    return undivided.first { $0.code == $0.series } ?? undivided.first
  }

  /// What a grid says of a table: periods across, the other dimensions down, the last one fastest.
  ///
  /// - Returns: nil where the grid has another shape.
  func entries(of grid: Grid, as table: OutsideTable) -> [[String]: OutsideTable.Entry]? {
    guard let periods = table.dimensions.first?.categories.map(\.code) else { return nil }
    let paths = table.dimensions.dropFirst().reduce([[]] as [[String]]) { paths, dimension in
      paths.flatMap { path in dimension.categories.map { path + [$0.code] } }
    }
    guard grid.rows.count == paths.count, grid.rows.allSatisfy({ $0.count == periods.count })
    else { return nil }
    var entries: [[String]: OutsideTable.Entry] = [:]
    for (row, path) in zip(grid.rows, paths) {
      for (text, period) in zip(row, periods) {
        entries[[period] + path] = PublishedNumber.entry(
          text, measure: table.measure, decimalComma: isFrench)
      }
    }
    return entries
  }

  /// `I2.4-sex` is `i2-4-sex` in an address.
  private static func slug(_ code: String) -> String {
    String(code.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
  }

  /// The text of a cell: a mark as it stands, a qualifier's letter left out.
  private static func text(_ cell: String) -> String {
    guard let start = cell.firstIndex(of: ">") else { return "" }
    var text = String(cell[cell.index(after: start)...])
    while let open = text.range(of: "<abbr"),
      let close = text.range(of: "</abbr>", range: open.upperBound..<text.endIndex)
    {
      let inside = text[open.upperBound..<close.lowerBound].split(separator: ">").last ?? ""
      text.replaceSubrange(
        open.lowerBound..<close.upperBound, with: inside.hasPrefix("[") ? inside : "")
    }
    var plain = ""
    var isTag = false
    for character in text {
      if character == "<" { isTag = true }
      if !isTag { plain.append(character) }
      if character == ">" { isTag = false }
    }
    return plain.replacingOccurrences(of: "&nbsp;", with: " ")
  }

  private static func pieces(of text: String, from: String, to: String) -> [String] {
    var found: [String] = []
    var rest = text.startIndex..<text.endIndex
    while let open = text.range(of: from, range: rest),
      let close = text.range(of: to, range: open.upperBound..<text.endIndex)
    {
      found.append(String(text[open.upperBound..<close.lowerBound]))
      rest = close.upperBound..<text.endIndex
    }
    return found
  }
}
