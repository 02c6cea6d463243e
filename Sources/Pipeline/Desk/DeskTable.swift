import Datasets
public import Diagnostics

/// `vitrine tabulate`: exact counts of a file, for the committee's own desk. CONFIDENTIAL.
public struct DeskTable {
  public enum Form: String, Sendable, CaseIterable {
    case csv, json
  }

  let tabulator: Tabulator

  public init(
    file: String, by: [String], sum: String?, isCube: Bool, sheet: String?, range: String?
  ) {
    tabulator = Tabulator(
      path: file, by: by, sum: sum, isCube: isCube,
      sheet: SheetChoice(name: sheet, range: range))
  }

  /// - Parameter progress: told how many bytes are done, of how many.
  /// - Returns: the table, and how many cells and rows; nil where anything found is an error.
  public func text(
    as form: Form, into findings: inout Findings, progress: ((Int, Int) -> Void)?
  ) -> (text: String, cells: Int, rows: Int)? {
    guard let table = tabulator.tabulate(into: &findings, progress: progress) else { return nil }
    return (
      form == .csv ? table.commaSeparated : table.json, table.cells.count, table.rows
    )
  }
}
