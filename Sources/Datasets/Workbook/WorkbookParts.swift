/// The sheets of a workbook and how it counts days: `xl/workbook.xml`.
final class SheetListReader: MarkupReader {
  private(set) var sheets: [(name: String, relation: String, isHidden: Bool)] = []
  private(set) var countsFrom1904 = false
  let trouble: WorkbookTrouble? = nil

  func start(_ name: String, _ attributes: [String: String]) {
    if name == "workbookPr" {
      countsFrom1904 = ["1", "true"].contains(attributes["date1904"] ?? "")
    }
    guard name == "sheet", let title = attributes["name"] else { return }
    let relation = attributes.first { $0.key.hasSuffix(":id") }?.value ?? ""
    let isHidden = attributes["state"].map { $0 != "visible" } ?? false
    sheets.append((title, relation, isHidden))
  }

  func end(_ name: String) {}
  func text(_ text: UnsafeBufferPointer<UInt8>) {}
}

/// Where the parts that a part names are: `_rels/*.rels`.
final class RelationReader: MarkupReader {
  private(set) var targets: [String: String] = [:]
  /// By the last word of their type: `worksheet`, `sharedStrings`, `styles`.
  private(set) var byType: [String: String] = [:]
  let trouble: WorkbookTrouble? = nil

  func start(_ name: String, _ attributes: [String: String]) {
    guard name == "Relationship", let target = attributes["Target"] else { return }
    if let id = attributes["Id"] { targets[id] = target }
    if let type = attributes["Type"]?.split(separator: "/").last { byType[String(type)] = target }
  }

  func end(_ name: String) {}
  func text(_ text: UnsafeBufferPointer<UInt8>) {}

  /// The path of a target from the folder of the part that names it.
  static func path(_ target: String, from folder: String) -> String {
    if target.hasPrefix("/") { return String(target.dropFirst()) }
    var parts = folder.split(separator: "/").map(String.init)
    for part in target.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(String(part)) }
    }
    return parts.joined(separator: "/")
  }
}

/// Texts that cells share: `xl/sharedStrings.xml`. Readings aids of East Asian text are left out.
final class SharedTextReader: MarkupReader {
  private(set) var texts: [String] = []
  private(set) var trouble: WorkbookTrouble?
  private var current: [UInt8] = []
  private var isText = false
  private var isPhonetic = false

  func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "si": current = []
    case "t": isText = true
    case "rPh": isPhonetic = true
    default: break
    }
  }

  func end(_ name: String) {
    switch name {
    case "si":
      texts.append(String(decoding: current, as: UTF8.self))
      if texts.count > 20_000_000 { trouble = .tooLarge }
    case "t": isText = false
    case "rPh": isPhonetic = false
    default: break
    }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {
    if isText, !isPhonetic { unsafe current.append(contentsOf: text) }
  }
}

/// Which styles of cells show a date: `xl/styles.xml`.
final class StyleReader: MarkupReader {
  /// For each style of cells, whether its number is a date.
  private(set) var areDates: [Bool] = []
  let trouble: WorkbookTrouble? = nil
  private var custom: [Int: Bool] = [:]
  private var isCellStyles = false

  func start(_ name: String, _ attributes: [String: String]) {
    switch name {
    case "numFmt":
      if let id = attributes["numFmtId"].flatMap({ Int($0) }) {
        custom[id] = Self.isDate(attributes["formatCode"] ?? "")
      }
    case "cellXfs": isCellStyles = true
    case "xf" where isCellStyles:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      areDates.append(custom[id] ?? Self.builtIn.contains(id))
    default: break
    }
  }

  func end(_ name: String) {
    if name == "cellXfs" { isCellStyles = false }
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {}

  /// ECMA-376 part 1, 18.8.30: dates and times among the formats that need no definition.
  private static let builtIn = Set([14...22, 27...36, 45...47, 50...58].flatMap { Array($0) })

  /// Whether a format writes a day, month, year or time: outside quotes, brackets and escapes.
  static func isDate(_ format: String) -> Bool {
    var isQuoted = false
    var isBracketed = false
    var isEscaped = false
    for character in format.lowercased() {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" || character == "_" || character == "*" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if isQuoted {
        continue
      } else if character == "[" {
        isBracketed = true
      } else if character == "]" {
        isBracketed = false
      } else if !isBracketed, "dmyhs".contains(character) {
        return true
      } else if character == ";" {
        return false
      }
    }
    return false
  }
}
