import Foundation
import Languages

/// Writes the cells of a sheet as comma-separated text, a line a row, so that one scanner sees to
/// whatever is wrong with them.
final class SheetReader: MarkupReader {
  private(set) var text: [UInt8] = []
  private(set) var trouble: WorkbookTrouble?

  private let range: CellRange
  private let shared: [String]
  private let areDates: [Bool]
  private let countsFrom1904: Bool
  private var row = 0
  private var column = 0
  private var written = 0
  /// Fields of the header: shorter rows are filled up.
  private var width = 0
  private var fields = 0
  private var type = ""
  private var style = 0
  private var value: [UInt8] = []
  private var isValue = false
  private var isPhonetic = false

  init(range: CellRange, shared: [String], areDates: [Bool], countsFrom1904: Bool) {
    self.range = range
    self.shared = shared
    self.areDates = areDates
    self.countsFrom1904 = countsFrom1904
  }

  func start(_ name: String, _ attributes: [String: String]) {
    if trouble != nil { return }
    switch name {
    case "row":
      let next = attributes["r"].map { Int($0) ?? 0 } ?? row + 1
      guard next > row, next <= CellReference.lastRow else {
        trouble = .broken
        return
      }
      row = next
      column = 0
      fields = 0
    case "c":
      let reference = attributes["r"].map { CellReference($0) }
      if let reference {
        guard let reference, reference.row == row, reference.column > column else {
          trouble = .broken
          return
        }
        column = reference.column
      } else {
        column += 1
      }
      type = attributes["t"] ?? "n"
      style = attributes["s"].flatMap { Int($0) } ?? 0
      value = []
    case "v", "t": isValue = true
    case "rPh": isPhonetic = true
    default: break
    }
  }

  func end(_ name: String) {
    if trouble != nil { return }
    switch name {
    case "v", "t": isValue = false
    case "rPh": isPhonetic = false
    case "c": cell()
    case "row": endRow()
    default: break
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {
    if isValue, !isPhonetic { unsafe value.append(contentsOf: text) }
  }

  private func cell() {
    guard range.rows.contains(row), range.columns.contains(column), !value.isEmpty else { return }
    let words = String(decoding: value, as: UTF8.self)
    let content: String
    switch type {
    case "s":
      guard let index = Int(words), shared.indices.contains(index) else {
        trouble = .broken
        return
      }
      content = shared[index]
    case "e":
      trouble = .cellError(row: row, column: column)
      return
    case "b": content = words == "1" ? "true" : "false"
    case "str", "inlineStr", "d": content = words
    default:
      guard let number = Double(words), number.isFinite else {
        trouble = .broken
        return
      }
      let isDate = areDates.indices.contains(style) && areDates[style]
      content = isDate ? date(number) : Self.decimal(number)
    }
    if content.isEmpty { return }
    beginRow()
    let place = column - range.columns.lowerBound
    while fields <= place {
      if fields > 0 { text.append(0x2C) }
      fields += 1
    }
    append(content)
    if text.count > ZipArchive.mostUnpacked / 2 { trouble = .tooLarge }
  }

  /// Rows that the sheet leaves out are lines without anything.
  private func beginRow() {
    while written < row - range.rows.lowerBound {
      text.append(0x0A)
      written += 1
    }
  }

  private func endRow() {
    guard fields > 0 else { return }
    if width == 0 { width = fields }
    while fields < width {
      text.append(0x2C)
      fields += 1
    }
    text.append(0x0A)
    written += 1
    if text.count > ZipArchive.mostUnpacked / 2 { trouble = .tooLarge }
  }

  /// In quotes where need be; a line end within a cell becomes a space, so that lines are rows.
  private func append(_ content: String) {
    let bytes = content.utf8
    guard bytes.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else {
      text.append(contentsOf: bytes)
      return
    }
    text.append(0x22)
    for byte in bytes {
      if byte == 0x22 { text.append(0x22) }
      text.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
    }
    text.append(0x22)
  }

  /// As Excel shows it: 15 digits, no exponent.
  static func decimal(_ number: Double) -> String {
    if number == number.rounded(), number.magnitude < 1e15 { return String(Int(number)) }
    guard number.magnitude < 1e15, number.magnitude >= 1e-6 else { return "\(number)" }
    let whole = number.magnitude < 1 ? 1 : String(Int(number.magnitude)).count
    var text = String(format: "%.\(15 - whole)f", number)
    while text.last == "0" { text.removeLast() }
    if text.last == "." { text.removeLast() }
    return text
  }

  /// The day as `2024-03-05`, and the minute where it has one. Excel's calendar has a 29 February
  /// 1900 that never was.
  private func date(_ serial: Double) -> String {
    guard serial >= 0, serial < 3_000_000 else { return Self.decimal(serial) }
    let minutes = (serial * 1440).rounded()
    var day = Int(minutes / 1440)
    let minute = Int(minutes) % 1440
    if !countsFrom1904, day < 60 { day += 1 }
    let date = CalendarDate(daysSinceEpoch: day - (countsFrom1904 ? 24_107 : 25_569))
    if minute == 0 { return date.iso }
    return date.iso + String(format: "T%02d:%02d", minute / 60, minute % 60)
  }
}
