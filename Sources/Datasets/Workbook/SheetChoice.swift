/// Which cells of a workbook are read.
public struct SheetChoice: Sendable, Hashable {
  /// The sheet's name; nil where the workbook shows one only.
  public var name: String?
  /// `B3:H200`, the header first; nil for every cell.
  public var range: String?

  public init(name: String? = nil, range: String? = nil) {
    self.name = name
    self.range = range
  }
}

/// A place of a cell, and a rectangle of them: rows and columns from 1.
struct CellReference: Hashable {
  var row: Int
  var column: Int

  static let lastRow = 1_048_576
  static let lastColumn = 16_384

  /// `B3`, `$B$3`; nil where it is none, or lies outside a sheet.
  init?(_ text: some StringProtocol) {
    var column = 0
    var row = 0
    for byte in text.utf8 where byte != 0x24 {
      switch byte {
      case 0x41...0x5A where row == 0: column = column * 26 + Int(byte) - 0x40
      case 0x61...0x7A where row == 0: column = column * 26 + Int(byte) - 0x60
      case 0x30...0x39: row = row * 10 + Int(byte) - 0x30
      default: return nil
      }
      if column > Self.lastColumn || row > Self.lastRow { return nil }
    }
    guard row > 0, column > 0 else { return nil }
    self.row = row
    self.column = column
  }
}

struct CellRange: Hashable {
  var rows: ClosedRange<Int>
  var columns: ClosedRange<Int>

  static let everything = CellRange(
    rows: 1...CellReference.lastRow, columns: 1...CellReference.lastColumn)

  init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  init?(_ text: String) {
    let corners = text.split(separator: ":").map { CellReference($0) }
    guard corners.count == 2, let first = corners[0], let last = corners[1],
      first.row <= last.row, first.column <= last.column
    else { return nil }
    rows = first.row...last.row
    columns = first.column...last.column
  }
}
