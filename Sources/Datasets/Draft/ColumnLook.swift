/// What was seen in one column of a file that no schema describes yet. CONFIDENTIAL: it holds values.
struct ColumnLook {
  /// Distinct values that are kept; a column with more holds no categories.
  static let mostValues = 500

  private(set) var filled = 0
  private(set) var empty = 0
  /// How often each value stands there, by its folded spelling.
  private(set) var values: [String: Int] = [:]
  /// Whether there were more distinct ones than are kept.
  private(set) var isCrowded = false
  private(set) var hasRepeats = false
  private(set) var isNumeric = true
  private(set) var decimals = 0
  /// What values look like, by how many do.
  private(set) var suspicions: [Suspicion: Int] = [:]

  var distinct: Int { values.count }

  /// Takes one field in.
  mutating func take(_ text: String, dialect: Dialect, suspects: SuspectValue) {
    let trimmed = Folding.trim(text)
    if trimmed.isEmpty {
      empty += 1
      return
    }
    filled += 1
    let folded = Folding.fold(trimmed)
    if let times = values[folded] {
      values[folded] = times + 1
      hasRepeats = true
    } else if values.count < Self.mostValues {
      values[folded] = 1
    } else {
      isCrowded = true
    }
    let number = number(in: trimmed, dialect)
    if let number { decimals = max(decimals, number.decimals) } else { isNumeric = false }
    let role: SuspectRole = number == nil ? .plain : .number
    if let suspicion = suspects.suspicion(of: trimmed, role: role, isOpen: false) {
      suspicions[suspicion, default: 0] += 1
    }
  }

  private func number(in text: String, _ dialect: Dialect) -> ScaledNumber? {
    do throws(ScaledNumber.Trouble) {
      return try ScaledNumber.read(
        text, decimal: dialect.decimal, isCertain: dialect.isDecimalCertain)
    } catch {
      // 1.234 may be either: a number all the same.
      return error == .ambiguous ? ScaledNumber(units: 0, decimals: 3) : nil
    }
  }
}

/// Looks at the first rows of a file, as many as tell what its columns are.
final class DraftConsumer: RowConsumer {
  static let mostRows = 100_000

  private let dialect: Dialect
  private let suspects: SuspectValue
  private(set) var columns: [ColumnLook]
  private(set) var rows = 0
  private(set) var raggedRows = 0

  init(dialect: Dialect, suspects: SuspectValue) {
    self.dialect = dialect
    self.suspects = suspects
    columns = dialect.header.map { _ in ColumnLook() }
  }

  func consume(_ block: RowBlock) -> Bool {
    var first = 0
    for row in 0..<block.rows {
      let end = unsafe Int(block.ends[row])
      let start = first
      first = end
      guard end - start == columns.count else {
        let (from, to) = block.field(start)
        if end - start > 1 || to > from { raggedRows += 1 }
        continue
      }
      let texts = columns.indices.map { text(of: block.field(start + $0), in: block) }
      if texts.allSatisfy(\.isEmpty) { continue }
      for (index, text) in texts.enumerated() {
        columns[index].take(text, dialect: dialect, suspects: suspects)
      }
      rows += 1
      if rows == Self.mostRows { return false }
    }
    return true
  }

  private func text(of field: (from: Int, to: Int), in block: RowBlock) -> String {
    let bytes = unsafe UnsafeBufferPointer(
      start: block.bytes + field.from, count: field.to - field.from)
    let unquoted = unsafe Folding.unquoted(bytes)
    return dialect.encoding.text(of: unquoted) ?? TextEncoding.windows1252.text(of: unquoted) ?? ""
  }
}
