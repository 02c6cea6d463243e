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
    front.checkKeys(required: Self.required, known: Self.known, in: file, &findings)
    front.checkTranslation(file, &findings)
    return FrontMatterFacts(
      kind: kind(&findings), date: date(&findings),
      chair: front.text("chair").flatMap { body($0, "chair", rank: nil, &findings) },
      participants: front.list("participants").enumerated().compactMap {
        body($0.element, "participants", rank: $0.offset + 1, &findings)
      },
      isAdopted: isAdopted(&findings), isDemonstration: front.isDemonstration,
      documents: front.list("documents").count)
  }

  private var start: Place { Place(file: file, line: 1, column: 1) }

  private func place(_ key: String) -> Place { front.places[key] ?? start }

  private func kind(_ findings: inout Findings) -> MeetingKind? {
    guard let word = front.text("type") else { return nil }
    if let kind = MeetingKind.named(word) { return kind }
    let words = MeetingKind.allCases.flatMap { [$0.slug.english, $0.slug.french] }
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
    let (first, last) = (compact.clock.signed, compact.clock.end.adding(years: 1))
    if date < first || date > last {
      findings.add(.dateOutsidePartnership(from: first, to: last), at: place("date"))
    }
    return date
  }

  private func body(
    _ name: String, _ key: String, rank: Int?, _ findings: inout Findings
  ) -> String? {
    if let code = compact.bodyCode(named: name) { return code }
    if LeftToFill.isIn(name) { return nil }
    findings.add(.unknownBody(rank ?? 0 > 100 ? nil : name, compact, rank: rank), at: place(key))
    return nil
  }

  private func isAdopted(_ findings: inout Findings) -> Bool {
    let status = front.text("status")?.lowercased() ?? "draft"
    if ["adopted", "adopté", "adoptée", "adopte"].contains(status) { return true }
    if !["draft", "projet"].contains(status) {
      findings.add(.noteStatusUnknown, at: place("status"))
    }
    return false
  }
}

extension FrontMatter {
  var isDemonstration: Bool { ["true", "oui", "yes"].contains(text("demonstration")) }

  /// What a text says of its translation; nil where it says something unknown.
  var translation: TranslationStatus? {
    switch text("translation")?.lowercased() {
    case nil, "official", "officielle": .official
    case "working", "de travail": .working
    case "pending", "en attente": .pending
    default: nil
    }
  }

  /// `translation:` is one of a few words, in a note as on a page.
  func checkTranslation(_ file: String, _ findings: inout Findings) {
    guard translation == nil else { return }
    findings.add(
      .translationStateUnknown,
      at: places["translation"] ?? Place(file: file, line: 1, column: 1))
  }
}
