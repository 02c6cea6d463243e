public import Diagnostics
import Foundation
public import Languages
import Notes
import Partnership

/// Files ready to fill for something new in the content: what an author would otherwise copy from
/// another and forget to change.
public struct ReadyFiles: Sendable {
  let content: String

  public init(content: String) { self.content = content }

  // MARK: Meetings

  /// `meetings/DATE-KIND/en.md` and `fr.md`, with the sections that such a note has.
  ///
  /// - Parameter kind: a word such as `annual`.
  /// - Returns: the paths written.
  /// - Throws: `BuildStopped` where the kind is unknown, the folder exists, or it cannot be written.
  public func meeting(on date: CalendarDate, kind word: String) throws(BuildStopped) -> [String] {
    guard let kind = MeetingKind(rawValue: word) else {
      let words = MeetingKind.allCases.map(\.rawValue)
      throw stopped(.kindUnknown(words, nearest: nearestWord(to: word, among: words)), at: "")
    }
    var findings = Findings()
    guard
      let compact = CatalogueOf(content: content).compact(&findings)
    else { throw BuildStopped(findings: findings) }
    let folder = "\(content)/meetings/\(date.iso)-\(kind.rawValue)"
    if FileManager.default.fileExists(atPath: folder) { throw stopped(.alreadyThere, at: folder) }
    let chair = compact.bodies.first?.code ?? "CODE"
    let year = date.year
    var written: [String] = []
    for language in Language.allCases {
      let text = note(kind, date, chair: chair, year: year, in: language)
      written.append(try write(text, to: "\(folder)/\(language.rawValue).md"))
    }
    return written
  }

  private func note(
    _ kind: MeetingKind, _ date: CalendarDate, chair: String, year: Int, in language: Language
  ) -> String {
    let isEnglish = language == .english
    let title = kind.name[language].prefix(1).uppercased() + kind.name[language].dropFirst()
    let decision =
      isEnglish
      ? "- D-\(year)-01 Say what was decided. (owner: \(chair); due: \(date.adding(years: 1).iso))"
      : "- D-\(year)-01 Dire ce qui a été décidé. (responsable : \(chair) ; échéance : "
        + "\(date.adding(years: 1).iso))"
    let sections: [(String, String)] =
      kind == .annual
      ? (isEnglish
        ? [
          ("Accomplishments", "What was done in the year."),
          ("Challenges", "What stood in the way."),
          ("Planned activities", "What comes next."), ("Decisions", decision),
        ]
        : [
          ("Réalisations", "Ce qui a été fait dans l’année."),
          ("Difficultés", "Ce qui y a fait obstacle."),
          ("Activités prévues", "Ce qui vient ensuite."), ("Décisions", decision),
        ])
      : (isEnglish
        ? [("Summary", "What was said."), ("Decisions", decision)]
        : [("Résumé", "Ce qui a été dit."), ("Décisions", decision)])
    return """
      ---
      type: \(kind.rawValue)
      date: \(date.iso)
      place: \(isEnglish ? "Place" : "Lieu")
      title: \(title)
      chair: \(chair)
      participants: [\(chair)]
      status: draft
      ---

      \(sections.map { "## \($0.0)\n\n\($0.1)" }.joined(separator: "\n\n"))

      """
  }

  // MARK: Translations

  /// Records in a note that it follows the other language as it stands: its `translates:`.
  ///
  /// - Parameter note: `2025-12-09-annual/fr`.
  public func translation(_ note: String) throws(BuildStopped) -> [String] {
    let parts = note.split(separator: "/")
    let path = "\(content)/meetings/\(note).md"
    guard parts.count == 2, let language = Language(rawValue: String(parts[1])) else {
      throw stopped(.noteNameMalformed, at: path)
    }
    let other: Language = language == .english ? .french : .english
    let original = "\(content)/meetings/\(parts[0])/\(other.rawValue).md"
    let folder = Folder(content)
    var findings = Findings()
    guard let source = folder.bytes(of: "meetings/\(parts[0])/\(other.rawValue).md") else {
      throw stopped(.noFile, at: original)
    }
    guard let own = folder.bytes(of: "meetings/\(note).md"),
      let text = String(validating: own, as: UTF8.self)
    else { throw stopped(.noFile, at: path) }
    guard let marks = NoteSource(bytes: source, file: original, into: &findings)?.marks else {
      throw BuildStopped(findings: findings)
    }
    let line = "translates: [" + marks.map { "\"\($0)\"" }.joined(separator: ", ") + "]"
    guard let renewed = Self.setting(line, in: text) else {
      throw stopped(.noFrontMatterHere, at: path)
    }
    return [try write(renewed, to: path)]
  }

  /// A note with the line in its front matter, in place of the one that was there.
  static func setting(_ line: String, in text: String) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
      return nil
    }
    if let old = lines[1..<end].firstIndex(where: { $0.hasPrefix("translates:") }) {
      lines[old] = line
    } else {
      lines.insert(line, at: end)
    }
    return lines.joined(separator: "\n")
  }

  // MARK: The plan

  /// An indicator at the end of `indicators.yml`, ready to fill; what is not known is “not yet set”.
  public func indicator(_ code: String) throws(BuildStopped) -> [String] {
    var findings = Findings()
    guard let compact = CatalogueOf(content: content).compact(&findings) else {
      throw BuildStopped(findings: findings)
    }
    if compact.indicators.contains(where: { $0.code == code }) {
      throw stopped(.codeTaken(code), at: content + "/indicators.yml")
    }
    return [
      try append(
        """
          - code: \(code)
            objective: \(compact.objectives.first?.code ?? "CODE")
            name: {en: "Number of …", fr: "Nombre de…"}
            level: committee
            type: count
            unit:
              one: {en: "case", fr: "cas"}
              many: {en: "cases", fr: "cas"}
              feminine: false
            direction: context
            combination: sum
            class: \(compact.classes.last { !$0.isNeverPublished && $0.threshold != nil }?.code ?? "CODE")
            breakdowns: []
            reading: {en: "How to read it.", fr: "Comment le lire."}
            caution: {en: "How not to read it.", fr: "Comment ne pas le lire."}
            sheet: {}

        """, to: "indicators.yml")
    ]
  }

  /// Lines for the targets of a year at the end of `targets.yml`: one an indicator, commented out
  /// until a value is set.
  public func period(_ code: String) throws(BuildStopped) -> [String] {
    var findings = Findings()
    guard let compact = CatalogueOf(content: content).compact(&findings) else {
      throw BuildStopped(findings: findings)
    }
    let known = compact.clock.periods.map(\.code)
    guard known.contains(code) else {
      throw stopped(.periodUnknown(known), at: content + "/targets.yml")
    }
    let rows = compact.indicators.map {
      "  # - {indicator: \($0.code), period: \(code), value: , decision: }"
    }
    return [try append(rows.joined(separator: "\n") + "\n", to: "targets.yml")]
  }

  // MARK: Writing

  private func append(_ text: String, to file: String) throws(BuildStopped) -> String {
    let path = "\(content)/\(file)"
    guard let bytes = Folder(content).bytes(of: file) else { throw stopped(.noFile, at: path) }
    var whole = String(decoding: bytes, as: UTF8.self)
    if !whole.hasSuffix("\n") { whole += "\n" }
    return try write(whole + text, to: path)
  }

  private func write(_ text: String, to path: String) throws(BuildStopped) -> String {
    do {
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try text.write(toFile: path, atomically: true, encoding: .utf8)
      return path
    } catch {
      throw stopped(.cannotWriteFile(path), at: path)
    }
  }

  private func stopped(_ message: Finding.Message, at path: String) -> BuildStopped {
    var findings = Findings()
    findings.add(message, at: path.isEmpty ? nil : Place(file: path))
    return BuildStopped(findings: findings)
  }
}
