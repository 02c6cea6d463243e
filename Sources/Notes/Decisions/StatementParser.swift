import Diagnostics
import Languages
import Partnership

/// Reads the grammar of decisions, follow-ups and activity reports: forgiving in spaces and
/// typography, strict in meaning. The manual's page “meeting notes” shows it with examples.
struct StatementParser {
  let compact: Compact
  let language: Language
  let place: Place
  private(set) var findings = Findings()

  private let vocabulary: NoteVocabulary

  init(compact: Compact, _ vocabulary: NoteVocabulary, place: Place) {
    self.compact = compact
    self.vocabulary = vocabulary
    self.language = vocabulary.language
    self.place = place
  }

  /// - Parameter text: an item's first paragraph, as plain words.
  /// - Returns: nil where the item is an ordinary one.
  mutating func parse(_ text: String) -> Statement? {
    // Every statement begins with a code, and nearly no item does.
    let start = String(
      text.drop { " \t\u{A0}\u{202F}".contains($0) }.prefix {
        !$0.isWhitespace && !":;,(".contains($0)
      })
    guard DecisionCode.isOne(start) || vocabulary.activities.contains(start) else { return nil }
    let text = text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ").trimmed
    let first = String(text.prefix { !$0.isWhitespace && !":;,(".contains($0) })
    let rest = String(text.dropFirst(first.count)).trimmed
    if DecisionCode.isOne(first) { return decision(first, rest) }
    if vocabulary.activities.contains(first) { return activity(first, rest) }
    return nil
  }

  // MARK: Decisions and follow-ups

  private mutating func decision(_ code: String, _ rest: String) -> Statement {
    var rest = rest
    let hasColon = [":", "—", "–", "-"].contains { rest.hasPrefix($0) }
    if hasColon { rest = String(rest.dropFirst()).trimmed }
    if let (outcome, after) = Outcomes.match(rest) {
      return followUp(code, outcome, after)
    }
    let (text, parts) = Self.tail(of: rest)
    var tail = Statement.Tail()
    for (key, value) in parts {
      switch Keys.meaning(of: key) {
      case .owner: tail.owners = bodies(value)
      case .due: tail.due = date(value)
      case .concerns: tail.concerns = concerns(value)
      default: findings.add(.tailUnknownKey, at: place)
      }
    }
    if tail.owners.isEmpty { findings.add(.decisionWithoutOwner, at: place) }
    return Statement(kind: .decision(code: code, tail), text: text, place: place)
  }

  private mutating func followUp(
    _ code: String, _ outcome: Decision.Outcome, _ rest: String
  ) -> Statement {
    var rest = rest
    var replacement: String?
    if outcome == .replaced {
      let word = String(rest.prefix { !$0.isWhitespace && !":;,.(".contains($0) })
      if DecisionCode.isOne(word) {
        replacement = word
        rest = String(rest.dropFirst(word.count))
      } else {
        findings.add(.replacementMissing, at: place)
      }
    }
    var due: CalendarDate?
    let opened = rest.trimmed
    if opened.hasPrefix("("), let close = opened.firstIndex(of: ")") {
      let inside = opened[opened.index(after: opened.startIndex)..<close]
      for (key, value) in Self.pairs(String(inside)) where Keys.meaning(of: key) == .due {
        due = date(value)
      }
      rest = String(opened[opened.index(after: close)...])
    }
    let text = rest.drop { " .:;,—–-".contains($0) }
    return Statement(
      kind: .followUp(code: code, outcome, replacement: replacement, due: due),
      text: String(text).trimmed, place: place)
  }

  // MARK: Activities

  private mutating func activity(_ code: String, _ rest: String) -> Statement? {
    guard rest.hasPrefix("("), let close = rest.firstIndex(of: ")") else { return nil }
    let inside = String(rest[rest.index(after: rest.startIndex)..<close])
    var status: ActivityStatus?
    var reporter: String?
    for part in inside.split(separator: ";").map({ String($0).trimmed }) {
      if let pair = Self.pairs(part).first, Keys.meaning(of: pair.0) == .reporter {
        reporter = bodies(pair.1).first
      } else if let found = ActivityStatus.allCases.first(where: { candidate in
        Language.allCases.contains { candidate.word[$0].lowercased() == part.lowercased() }
      }) {
        status = found
      } else {
        let words = ActivityStatus.allCases.map { $0.word[language] }
        findings.add(.statusUnknown(nearest: nearestWord(to: part, among: words)), at: place)
        return nil
      }
    }
    guard let status else { return nil }
    let after = rest.suffix(from: close).dropFirst()
    let text = String(after.drop { " .:;,—–-".contains($0) }).trimmed
    return Statement(
      kind: .activity(code: code, status, reportedBy: reporter), text: text, place: place)
  }

  // MARK: Parts

  /// The last parenthesis of a text, where it holds known keys, and the text before it.
  private static func tail(of text: String) -> (String, [(String, String)]) {
    var end = text
    while let last = end.last, last == "." || last == " " { end.removeLast() }
    guard end.hasSuffix(")"), let open = end.lastIndex(of: "(") else { return (text, []) }
    let inside = end[end.index(after: open)..<end.index(before: end.endIndex)]
    let found = pairs(String(inside))
    guard found.contains(where: { Keys.meaning(of: $0.0) != nil }) else { return (text, []) }
    return (String(end[..<open]).trimmed, found)
  }

  /// `owner: CNS; due: 2025-03-31`.
  private static func pairs(_ text: String) -> [(String, String)] {
    text.split(separator: ";").compactMap { part in
      guard let colon = part.firstIndex(of: ":") else { return nil }
      return (
        String(part[..<colon]).trimmed, String(part.suffix(from: colon).dropFirst()).trimmed
      )
    }
  }

  private mutating func bodies(_ text: String) -> [String] {
    text.split(separator: ",").compactMap { part in
      let name = String(part).trimmed
      if let code = compact.bodyCode(named: name) { return code }
      findings.add(
        .unknownBody(nearest: nearestWord(to: name, among: compact.bodies.map(\.code))),
        at: place)
      return nil
    }
  }

  private mutating func concerns(_ text: String) -> [String] {
    let known =
      compact.activities.map(\.code) + compact.indicators.map(\.code)
      + compact.obligations.map(\.code) + compact.objectives.map(\.code)
    return text.split { ", ".contains($0) }.compactMap { part in
      let code = String(part)
      if known.contains(code) { return code }
      if ["et", "and"].contains(code) { return nil }
      findings.add(.unknownConcern(nearest: nearestWord(to: code, among: known)), at: place)
      return nil
    }
  }

  private mutating func date(_ text: String) -> CalendarDate? {
    if let date = DateWords.date(text) { return date }
    findings.add(.dateUnreadable, at: place)
    return nil
  }
}

/// The keys of a tail, in either language.
private enum Keys {
  case owner, due, concerns, reporter

  static func meaning(of word: String) -> Keys? {
    switch word.lowercased() {
    case "owner", "owners", "responsable", "responsables": .owner
    case "due", "échéance", "echeance": .due
    case "concerns", "concerne": .concerns
    case "reported by", "source", "rapporté par": .reporter
    default: nil
    }
  }
}

/// The words by which a later note says what became of a decision.
private enum Outcomes {
  private static let words: [(String, Decision.Outcome)] = [
    ("carried over", .carriedOver), ("reportée", .carriedOver), ("reporté", .carriedOver),
    ("replaced by", .replaced), ("remplacée par", .replaced), ("remplacé par", .replaced),
    ("withdrawn", .withdrawn), ("retirée", .withdrawn), ("retiré", .withdrawn),
    ("done", .done), ("faite", .done), ("fait", .done), ("réalisée", .done), ("exécutée", .done),
  ]

  static func match(_ text: String) -> (Decision.Outcome, String)? {
    let folded = text.lowercased()
    for (word, outcome) in words where folded.hasPrefix(word) {
      let rest = text.dropFirst(word.count)
      if let next = rest.first, next.isLetter { continue }
      return (outcome, String(rest).trimmed)
    }
    return nil
  }
}

/// Dates as notes write them.
enum DateWords {
  private static let months = [
    ["january", "janvier"], ["february", "février"], ["march", "mars"], ["april", "avril"],
    ["may", "mai"], ["june", "juin"], ["july", "juillet"], ["august", "août"],
    ["september", "septembre"], ["october", "octobre"], ["november", "novembre"],
    ["december", "décembre"],
  ]

  /// `2025-03-31`, `31 March 2025`, `March 31, 2025`, `31 mars 2025`, `1er avril 2025`. Figures
  /// with slashes are not read: which is the month would be a guess.
  static func date(_ text: String) -> CalendarDate? {
    if let date = CalendarDate(iso: text) { return date }
    let words = text.lowercased().split { " ,\u{A0}\u{202F}".contains($0) }.map(String.init)
    guard words.count == 3, let year = Int(words[2]) else { return nil }
    for (day, month) in [(words[0], words[1]), (words[1], words[0])] {
      if let number = months.firstIndex(where: { $0.contains(month) }),
        let day = Int(day == "1er" ? "1" : day)
      {
        return CalendarDate(year: year, month: number + 1, day: day)
      }
    }
    return nil
  }
}

extension Compact {
  /// A body by its code, acronym or any recorded name, in either language.
  func bodyCode(named name: String) -> String? {
    let folded = name.lowercased()
    return bodies.first { body in
      ([
        body.code, body.acronym?.english, body.acronym?.french, body.name[.english],
        body.name[.french],
      ].compactMap { $0 } + body.otherNames)
      .contains { $0.lowercased() == folded }
    }?.code
  }
}
