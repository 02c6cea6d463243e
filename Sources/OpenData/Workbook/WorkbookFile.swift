import CXlsxWriter
import Foundation
import Synchronization

/// One workbook being written by libxlsxwriter: the only place that knows its C interface.
@safe struct WorkbookFile: ~Copyable {
  /// A cell's look.
  enum Style: Hashable {
    case plain, title, heading, wrapped, mark
    /// A number with so many decimals; marks stand beside it in its format, so that it stays a
    /// number.
    case number(decimals: Int, marks: String)
  }

  private let book: UnsafeMutablePointer<lxw_workbook>
  private let path: String
  private var formats: [Style: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  private var failed = false

  /// - Returns: nil where the machine has no room.
  init?() {
    path = NSTemporaryDirectory() + "vitrine-" + UUID().uuidString + ".xlsx"
    guard let book = unsafe workbook_new(path) else { return nil }
    unsafe self.book = unsafe book
  }

  /// - Parameter created: seconds since 1970; a workbook without it would bear the hour of its
  ///   making, and no two builds would be the same bytes.
  mutating func describe(title: String, author: String, comments: String, created: Int) {
    let title = String(Self.clean(title).prefix(200))
    let author = String(Self.clean(author).prefix(200))
    let result = unsafe cxlsx_set_properties(
      book, title, author, String(Self.clean(comments).prefix(200)), Int64(created))
    failed = failed || result != 0
  }

  mutating func addSheet(_ name: String) -> Sheet? {
    guard let sheet = unsafe workbook_add_worksheet(book, name) else {
      failed = true
      return nil
    }
    return unsafe Sheet(sheet: sheet)
  }

  @safe struct Sheet {
    fileprivate let sheet: UnsafeMutablePointer<lxw_worksheet>
  }

  mutating func write(_ text: String, row: Int, column: Int, _ style: Style, on sheet: Sheet) {
    let look = unsafe format(style)
    let result = unsafe worksheet_write_string(
      sheet.sheet, UInt32(row), UInt16(column), String(Self.clean(text).prefix(32_000)), look)
    failed = failed || result != LXW_NO_ERROR
  }

  mutating func write(
    _ value: Double, decimals: Int, marks: String, row: Int, column: Int, on sheet: Sheet
  ) {
    let look = unsafe format(.number(decimals: decimals, marks: marks))
    let result = unsafe worksheet_write_number(
      sheet.sheet, UInt32(row), UInt16(column), value, look)
    failed = failed || result != LXW_NO_ERROR
  }

  /// A link to the first cell of another sheet.
  mutating func link(to name: String, row: Int, column: Int, on sheet: Sheet) {
    let quoted = name.replacing("'", with: "''")
    var result = unsafe worksheet_write_url(
      sheet.sheet, UInt32(row), UInt16(column), "internal:'\(quoted)'!A1", nil)
    failed = failed || result != LXW_NO_ERROR
    result = unsafe worksheet_write_string(
      sheet.sheet, UInt32(row), UInt16(column), name, nil)
    failed = failed || result != LXW_NO_ERROR
  }

  mutating func widen(_ columns: ClosedRange<Int>, to width: Double, on sheet: Sheet) {
    let result = unsafe worksheet_set_column(
      sheet.sheet, UInt16(columns.lowerBound), UInt16(columns.upperBound), width, nil)
    failed = failed || result != LXW_NO_ERROR
  }

  /// Marks an area up as a table, its first row the headers: what a screen reader finds.
  mutating func markTable(
    _ name: String, rows: ClosedRange<Int>, columns: Int, headers: [String], on sheet: Sheet
  ) {
    let lines = headers.map { Self.clean($0).replacing("\n", with: " ") }.joined(separator: "\n")
    let result = unsafe cxlsx_add_table(
      sheet.sheet, UInt32(rows.lowerBound), 0, UInt32(rows.upperBound), UInt16(columns - 1), name,
      lines)
    failed = failed || result != 0
  }

  /// The library writes the creation date by `gmtime`, whose result all threads share: two workbooks
  /// closed at once would take each other's date.
  private static let closing = Mutex(())

  /// - Returns: nil where anything failed.
  consuming func finish() -> [UInt8]? {
    let closed = unsafe book
    let result = Self.closing.withLock { _ in unsafe workbook_close(closed) }
    defer { try? FileManager.default.removeItem(atPath: path) }
    guard result == LXW_NO_ERROR, !failed else { return nil }
    return FileManager.default.contents(atPath: path).map { [UInt8]($0) }
  }

  private mutating func format(_ style: Style) -> UnsafeMutablePointer<lxw_format>? {
    if let known = unsafe formats[style] { return unsafe known }
    guard let format = unsafe workbook_add_format(book) else {
      failed = true
      return nil
    }
    switch style {
    case .plain: break
    case .title:
      unsafe format_set_bold(format)
      unsafe format_set_font_size(format, 15)
    case .heading: unsafe format_set_bold(format)
    case .wrapped:
      unsafe format_set_text_wrap(format)
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .mark: unsafe format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
    case .number(let decimals, let marks):
      let digits = decimals > 0 ? "#,##0." + String(repeating: "0", count: decimals) : "#,##0"
      unsafe format_set_num_format(format, marks.isEmpty ? digits : digits + "\" \(marks)\"")
    }
    unsafe formats[style] = unsafe format
    return unsafe format
  }

  /// What no XML can carry would make the file one that needs a repair.
  private static func clean(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter(XMLWriter.isAllowed)))
  }
}
