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
  /// - Parameter kind: a word such as `annual`, or `annuelle`.
  /// - Returns: the paths written.
  /// - Throws: `BuildStopped` where the kind is unknown, the day is outside the Partnership's years,
  ///   the folder exists, or it cannot be written.
  public func meeting(on date: CalendarDate, kind word: String) throws(BuildStopped) -> [String] {
    guard let kind = MeetingKind.named(word) else {
      let words = MeetingKind.allCases.map(\.slug)
      throw stopped(
        .kindUnknown(
          words, nearest: nearestWord(to: word, among: words.flatMap { [$0.english, $0.french] })),
        at: "")
    }
    let compact = try catalogue()
    let (first, last) = (compact.clock.signed, compact.clock.end.adding(years: 1))
    if date < first || date > last { throw stopped(.dayOutside(from: first, to: last), at: "") }
    let folder = "\(content)/meetings/\(date.iso)-\(kind.rawValue)"
    if FileManager.default.fileExists(atPath: folder) { throw stopped(.alreadyThere, at: folder) }
    let note = ReadyNote(
      kind: kind, date: date, owner: compact.bodies.first?.code ?? "CODE",
      decision: nextDecision(in: date.year))
    return try both(folder) { note.text(in: $0) }
  }

  /// The first identifier of a year that no note mentions yet: `D-2026-04`.
  private func nextDecision(in year: Int) -> String {
    let folder = Folder(content + "/meetings")
    var last = 0
    for path in folder.files() where path.hasSuffix(".md") {
      let text = String(decoding: folder.bytes(of: path) ?? [], as: UTF8.self)
      for part in text.split(separator: "D-\(year)-").dropFirst() {
        if let number = Int(part.prefix { $0.isASCII && $0.isNumber }) { last = max(last, number) }
      }
    }
    let number = String(last + 1)
    return "D-\(year)-" + (number.count < 2 ? "0" + number : number)
  }

  // MARK: Pages

  /// `pages/NAME/en.md` and `fr.md`: a page in the committee's own words.
  ///
  /// - Parameter name: a word of an address, such as `how-to-read`.
  public func page(_ name: String) throws(BuildStopped) -> [String] {
    let isPlain = name.utf8.allSatisfy {
      (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
    }
    guard isPlain, !name.isEmpty else { throw stopped(.pageNameNotPlain, at: "") }
    let folder = "\(content)/pages/\(name)"
    if FileManager.default.fileExists(atPath: folder) { throw stopped(.pageThere, at: folder) }
    return try both(folder) { ReadyPage(name: name).text(in: $0) }
  }

  /// `en.md` and `fr.md` of a new folder.
  private func both(
    _ folder: String, _ text: (Language) -> String
  ) throws(BuildStopped) -> [String] {
    var written: [String] = []
    for language in Language.allCases {
      written.append(try write(text(language), to: "\(folder)/\(language.rawValue).md"))
    }
    return written
  }

  private func catalogue() throws(BuildStopped) -> Compact {
    var findings = Findings()
    guard let compact = CatalogueOf(content: content).compact(&findings) else {
      throw BuildStopped(findings: findings)
    }
    return compact
  }

  // MARK: Translations

  /// Records in a text that it follows the other language as it stands: its `translates:`.
  ///
  /// - Parameter note: `2025-12-09-annual/fr`, or `pages/how-to-read/fr`.
  public func translation(_ note: String) throws(BuildStopped) -> [String] {
    var parts = note.split(separator: "/").map(String.init)
    let place = ["meetings", "pages"].contains(parts.first) ? parts.removeFirst() : "meetings"
    guard parts.count == 2, let language = Language(rawValue: parts[1]) else {
      throw stopped(.noteNameMalformed, at: "\(content)/meetings/\(note).md")
    }
    let other: Language = language == .english ? .french : .english
    let own = "\(place)/\(parts[0])/\(language.rawValue).md"
    let twin = "\(place)/\(parts[0])/\(other.rawValue).md"
    let (path, original) = ("\(content)/\(own)", "\(content)/\(twin)")
    let folder = Folder(content)
    var findings = Findings()
    guard let source = folder.bytes(of: twin) else { throw stopped(.noFile, at: original) }
    guard let bytes = folder.bytes(of: own), let text = String(validating: bytes, as: UTF8.self)
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
    let compact = try catalogue()
    if compact.indicators.contains(where: { $0.code == code }) {
      throw stopped(.codeTaken(code), at: content + "/indicators.yml")
    }
    guard !code.isEmpty, code.utf8.allSatisfy(Self.isOfACode) else {
      throw stopped(.indicatorCodeNotPlain, at: content + "/indicators.yml")
    }
    let confidentiality = compact.classes.last { !$0.isNeverPublished && $0.threshold != nil }?.code
    let (fill, french) = (LeftToFill.words.english, LeftToFill.words.french)
    return [
      try append(
        """
          - code: \(code)
            # The objective it belongs to. / L’objectif dont il relève.
            objective: \(compact.objectives.first?.code ?? "CODE")
            name: {en: "\(fill) (Number of …)", fr: "\(french) (Nombre de…)"}
            level: committee
            # people, households, count, percent-change or milestone.
            # people (personnes), households (ménages), count (nombre), percent-change (variation) ou
            # milestone (étape).
            type: people
            # The noun that follows a figure. / Le nom qui suit un chiffre.
            unit:
              one: {en: "person", fr: "personne"}
              many: {en: "people", fr: "personnes"}
              feminine: true
            # up or down is better; context: neither.
            # up : plus il est haut, mieux c’est ; down : l’inverse ; context : ni l’un ni l’autre.
            direction: context
            # sum, snapshot, cumulative, stage or change: how years combine.
            # sum (somme), snapshot (niveau en fin d’année), cumulative (chacun compté une fois), stage
            # (étape) ou change (variation) : comment les années se combinent.
            combination: sum
            # Its class in confidentiality.yml. / Sa classe dans confidentiality.yml.
            class: \(confidentiality ?? "CODE")
            breakdowns: []
            reading: {en: "\(fill) (how to read it)", fr: "\(french) (comment le lire)"}
            caution: {en: "\(fill) (how not to read it)", fr: "\(french) (comment ne pas le lire)"}
            # What is left out is shown as “not yet set”. / Ce qui manque s’affiche « non encore fixé ».
            sheet: {}

        """, to: "indicators.yml")
    ]
  }

  private static func isOfACode(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == 0x2D
      || byte == 0x2E
  }

  /// Lines for the targets of a year at the end of `targets.yml`: one an indicator, commented out
  /// until a value is set.
  public func period(_ code: String) throws(BuildStopped) -> [String] {
    let compact = try catalogue()
    let known = compact.clock.periods.map(\.code)
    guard known.contains(code) else {
      throw stopped(.periodUnknown(known), at: content + "/targets.yml")
    }
    let rows = compact.indicators.map {
      "  # - {indicator: \($0.code), period: \(code), value: , decision: }"
    }
    let heading = """
        # Targets of \(code): write a value and the decision that adopted it, then take the ‘#’ away.
        # Cibles de \(code) : écrivez une valeur et la décision qui l’a adoptée, puis retirez le « # ».

      """
    return [try append(heading + rows.joined(separator: "\n") + "\n", to: "targets.yml")]
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
