import Diagnostics
import Languages
import Partnership

/// What the front matter of one note states, whatever its language.
struct FrontMatterFacts: Equatable {
  var kind: MeetingKind?
  var date: CalendarDate?
  var chair: String?
  var participants: [String] = []
  var isAdopted = false
  var isDemonstration = false
  var documents = 0

  /// Keys whose facts another note states otherwise; what could not be read has its own finding.
  func keysThatDiffer(from other: Self) -> [String] {
    let rows: [(key: String, differs: Bool)] = [
      ("type", kind != nil && other.kind != nil && kind != other.kind),
      ("date", date != nil && other.date != nil && date != other.date),
      ("chair", chair != nil && other.chair != nil && chair != other.chair),
      ("participants", Set(participants) != Set(other.participants)),
      ("status", isAdopted != other.isAdopted),
      ("demonstration", isDemonstration != other.isDemonstration),
      ("documents", documents != other.documents),
    ]
    return rows.filter(\.differs).map(\.key)
  }
}

/// Reads the front matter of one note, with a finding for each key that says nothing.
struct FrontMatterReading {
  let compact: Compact
  let front: FrontMatter
  let file: String

  static let required = ["type", "date", "place", "title", "chair", "participants", "status"]
  static let known = required + ["demonstration", "documents", "translation", "translates"]

  func facts(_ findings: inout Findings) -> FrontMatterFacts {
    for key in Self.required where front.values[key] == nil {
      findings.add(.frontMatterMissing(key), at: start)
    }
    for key in front.values.keys.sorted() where !Self.known.contains(key) {
      findings.add(
        .frontMatterUnknown(nearest: nearestWord(to: key, among: Self.known)), at: place(key))
    }
    return FrontMatterFacts(
      kind: kind(&findings), date: date(&findings),
      chair: front.text("chair").flatMap { body($0, "chair", &findings) },
      participants: front.list("participants").compactMap { body($0, "participants", &findings) },
      isAdopted: isAdopted(&findings), isDemonstration: front.text("demonstration") == "true",
      documents: front.list("documents").count)
  }

  private var start: Place { Place(file: file, line: 1, column: 1) }

  private func place(_ key: String) -> Place { front.places[key] ?? start }

  private func kind(_ findings: inout Findings) -> MeetingKind? {
    guard let word = front.text("type") else { return nil }
    if let kind = MeetingKind(rawValue: word) { return kind }
    let words = MeetingKind.allCases.map(\.rawValue)
    findings.add(
      .meetingTypeUnknown(nearest: nearestWord(to: word, among: words)), at: place("type"))
    return nil
  }

  private func date(_ findings: inout Findings) -> CalendarDate? {
    guard let text = front.text("date") else { return nil }
    guard let date = DateWords.date(text) else {
      findings.add(.dateUnreadable, at: place("date"))
      return nil
    }
    if date < compact.clock.signed || date > compact.clock.end.adding(years: 1) {
      findings.add(.dateOutsidePartnership, at: place("date"))
    }
    return date
  }

  private func body(_ name: String, _ key: String, _ findings: inout Findings) -> String? {
    if let code = compact.bodyCode(named: name) { return code }
    findings.add(
      .unknownBody(nearest: nearestWord(to: name, among: compact.bodies.map(\.code))),
      at: place(key))
    return nil
  }

  private func isAdopted(_ findings: inout Findings) -> Bool {
    let status = front.text("status") ?? "draft"
    if !["draft", "adopted"].contains(status) {
      findings.add(.noteStatusUnknown, at: place("status"))
    }
    return status == "adopted"
  }
}
