import Datasets
public import Diagnostics
import Foundation
public import Languages
import Partnership

/// A schema drafted from a data file, to be corrected by hand: `Content/data/NAME.yml`.
public struct ReadyDataset: Sendable {
  let content: String
  let file: String
  let name: String
  let sheet: String?
  let range: String?

  /// - Parameter name: that of the dataset; taken from the file's where it is nil.
  public init(content: String, file: String, name: String?, sheet: String?, range: String?) {
    self.content = content
    self.file = file
    self.name = name ?? Self.name(of: file)
    self.sheet = sheet
    self.range = range
  }

  /// What was written where, and what was seen: no value of the file.
  public struct Receipt: Sendable {
    public let path: String
    public let seen: Localized<String>
    /// One line a column.
    public let columns: [Localized<String>]
    public let refused: Int
  }

  /// - Throws: `BuildStopped` where the file cannot be read, or the schema is there already.
  public func write() throws(BuildStopped) -> Receipt {
    var findings = Findings()
    let path = "\(content)/data/\(name).yml"
    guard !name.isEmpty, name.utf8.allSatisfy(Self.isOfName) else {
      throw stopped(.datasetNameMalformed, at: nil)
    }
    if FileManager.default.fileExists(atPath: path) { throw stopped(.schemaThere, at: path) }
    guard let compact = CatalogueOf(content: content).compact(&findings) else {
      throw BuildStopped(findings: findings)
    }
    let draft = DatasetDraft.look(
      at: file, sheet: SheetChoice(name: sheet, range: range), compact: compact, into: &findings)
    guard let draft else { throw BuildStopped(findings: findings) }
    let text = yaml(of: draft, compact)
    try? FileManager.default.createDirectory(
      atPath: content + "/data", withIntermediateDirectories: true)
    guard NewFile.write(Array(text.utf8), to: path) else {
      throw stopped(errno == EEXIST ? .schemaThere : .cannotWriteFile(path), at: path)
    }
    return Receipt(
      path: path, seen: Self.seen(draft), columns: draft.columns.map(Self.line),
      refused: draft.columns.count { $0.isRefused })
  }

  // MARK: Words

  private static func seen(_ draft: DatasetDraft) -> Localized<String> {
    let english = NumberFormat.of(.english).text(draft.rows)
    let french = NumberFormat.of(.french).text(draft.rows)
    return Localized(
      english: "\(draft.dialect.english); \(english) \(draft.rows == 1 ? "row" : "rows") looked at",
      french: "\(draft.dialect.french) ; "
        + "\(french) \(draft.rows == 1 ? "ligne examinée" : "lignes examinées")")
  }

  private static func line(_ column: DatasetDraft.Column) -> Localized<String> {
    let list = column.nomenclature.map { " (\($0))" } ?? ""
    func line(_ remark: String?, _ colon: String) -> String {
      column.isRefused
        ? "\(column.name)\(colon)\(remark ?? "")"
        : "\(column.name)\(colon)\(column.role.rawValue)\(list)" + (remark.map { ", \($0)" } ?? "")
    }
    return Localized(
      english: line(column.remark?.english, ": "), french: line(column.remark?.french, " : "))
  }

  // MARK: The schema

  private func yaml(of draft: DatasetDraft, _ compact: Compact) -> String {
    let seen = Self.seen(draft)
    let strictest = compact.classes.filter { !$0.isNeverPublished }
      .max { ($0.threshold ?? 0) < ($1.threshold ?? 0) }
    var lines = [
      "# A draft by ‘vitrine new dataset’: read each line, correct it, then take these comments out.",
      "# Une ébauche de « vitrine new dataset » : relisez et corrigez chaque ligne, puis retirez ces "
        + "commentaires.",
      "#",
      "# \(seen.english)",
      "# \(seen.french)",
      "",
      "title: {en: \(Self.quoted(name)), fr: \(Self.quoted(name))}",
      "source: \(compact.bodies.first?.code ?? "CODE")  # who supplies it / qui le fournit",
      "class: \(strictest?.code ?? "CODE")  # the strictest of all, until decided / la plus stricte, en attendant",
      "kind: \(draft.kind.rawValue)",
      "file: \(Self.quoted((file as NSString).lastPathComponent))",
    ]
    if let sheet { lines.append("sheet: \(Self.quoted(sheet))") }
    if let range { lines.append("range: \(Self.quoted(range))") }
    lines += ["version: \(dayOfFile.iso)", "", "columns:"]
    for column in draft.columns {
      if let remark = column.remark {
        lines.append("  # \(remark.english)")
        lines.append("  # \(remark.french)")
      }
      let name = Self.quoted(column.name)
      var entry = "name: \(name), role: \(column.role.rawValue)"
      if let code = column.nomenclature { entry += ", nomenclature: \(code)" }
      if column.decimals > 0 { entry += ", decimals: \(column.decimals)" }
      lines.append("  - {\(entry), title: {en: \(name), fr: \(name)}}")
    }
    lines += [
      "",
      "# Which indicators it feeds / les indicateurs qu’il alimente :",
      "#   - {code: I2.4, function: count, breakdowns: [[region], [sex, age]]}",
      "measures: []", "",
    ]
    return lines.joined(separator: "\n")
  }

  /// A text in double quotes, on one line.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: quoted += "\\\""
      case 0x5C: quoted += "\\\\"
      case 0..<0x20, 0x7F, 0x85, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: quoted += " "
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// The version is the day on which the file was written, until somebody says otherwise.
  private var dayOfFile: CalendarDate {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    let date = attributes?[.modificationDate] as? Date
    return CalendarDate(
      daysSinceEpoch: Int(((date?.timeIntervalSince1970 ?? 0) / 86_400).rounded(.down)))
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D
  }

  /// `Victimes 2025 (v2).xlsx` is `victimes-2025-v2`.
  static func name(of file: String) -> String {
    let stem = ((file as NSString).lastPathComponent as NSString).deletingPathExtension
    let plain = stem.folding(
      options: [.diacriticInsensitive, .caseInsensitive], locale: Locale(identifier: "en_US"))
    return plain.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
      .joined(separator: "-")
  }

  private func stopped(_ message: Finding.Message, at path: String?) -> BuildStopped {
    var findings = Findings()
    findings.add(message, at: path.map { Place(file: $0) })
    return BuildStopped(findings: findings)
  }
}
