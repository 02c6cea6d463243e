/// A plain comma-separated table: a first line of column names, fields without commas, optional
/// double quotes around a field.
struct CommaTable {
  let columns: [String]
  /// Lines with their numbers in the file (the first is 1).
  let rows: [(line: Int, fields: [String])]

  init(_ text: String, file: String) throws(SuppressionError) {
    var columns: [String]?
    var rows: [(line: Int, fields: [String])] = []
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      let line = number == 1 && line.first == "\u{FEFF}" ? line.dropFirst() : line
      if line.allSatisfy(\.isWhitespace) { continue }
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
        .map(Self.plain)
      guard let known = columns else {
        columns = fields
        continue
      }
      guard fields.count == known.count else {
        throw .unreadable(file: file, line: number)
      }
      rows.append((number, fields))
    }
    guard let columns else { throw .unreadable(file: file, line: 1) }
    self.columns = columns
    self.rows = rows
  }

  private static func plain(_ field: Substring) -> String {
    var trimmed = field.drop(while: \.isWhitespace)
    while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
    if trimmed.count >= 2, trimmed.first == "\"", trimmed.last == "\"" {
      trimmed = trimmed.dropFirst().dropLast()
    }
    return String(trimmed)
  }
}
