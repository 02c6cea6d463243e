import Diagnostics
import Languages
import Partnership

/// Reads the grammar of decisions, follow-ups and activity reports: forgiving in spaces and
/// typography, strict in meaning. The manual's page “meeting notes” shows it with examples.
struct StatementParser {
  let place: Place
  /// Whether findings name the nearest known word.
  let proposes: Bool
  private(set) var findings = Findings()
  private let vocabulary: NoteVocabulary

  init(_ vocabulary: NoteVocabulary, place: Place, proposes: Bool = true) {
    self.vocabulary = vocabulary
    self.place = place
    self.proposes = proposes
  }

  private var compact: Compact { vocabulary.compact }
  private var language: Language { vocabulary.language }

  private func nearest(to word: String, among known: [String]) -> String? {
    proposes ? nearestWord(to: word, among: known) : nil
  }

  /// - Parameter text: an item's first paragraph, as plain words.
  /// - Returns: nil where the item is an ordinary one.
  mutating func parse(_ text: String) -> Statement? {
    // Every statement begins with a code, and nearly no item does.
    if vocabulary.codesHaveDigits, !Self.beginsWithDigits(text) { return nil }
    let start = String(
      text.drop { " \t\u{A0}\u{202F}".contains($0) }.prefix {
        !$0.isWhitespace && !":;,(".contains($0)
      })
    guard DecisionCode.isOne(start) || vocabulary.activities.contains(start) else {
      if let meant = DecisionCode.meant(by: start) {
        findings.add(.decisionCodeMalformed(meant), at: place)
      }
      return nil
    }
    let text = text.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ").trimmed
    let first = String(text.prefix { !$0.isWhitespace && !":;,(".contains($0) })
    let rest = String(text.dropFirst(first.count)).trimmed
    if DecisionCode.isOne(first) { return decision(first, rest) }
    if vocabulary.activities.contains(first) { return activity(first, rest) }
    return nil
  }

  /// Whether a digit stands before the first space of ASCII or mark, but for spaces at the start.
  private static func beginsWithDigits(_ text: String) -> Bool {
    var isInWord = false
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39: return true
      case 0x09, 0x0A, 0x20: if isInWord { return false }
      case 0x28, 0x2C, 0x3A, 0x3B: return false
      // No-break spaces are of bytes beyond ASCII, and may stand at the start.
      case 0x80...0xFF: break
      default: isInWord = true
      }
    }
    return false
  }

  /// Whether a paragraph was meant to state a decision or what became of one, and is none, since it
  /// is not an item of a list.
  static func isStatement(_ text: String, _ vocabulary: NoteVocabulary) -> Bool {
    guard text.first == "D" else { return false }
    var parser = StatementParser(vocabulary, place: Place(file: ""), proposes: false)
    switch parser.parse(text)?.kind {
    case .decision(_, let tail): return !tail.owners.isEmpty || tail.due != nil
    case .followUp: return true
    default: return false
    }
  }

  // MARK: Decisions and follow-ups

  private mutating func decision(_ code: String, _ rest: String) -> Statement {
    var rest = rest
    let hasColon = [":", "—", "–", "-"].contains { rest.hasPrefix($0) }
    if hasColon { rest = String(rest.dropFirst()).trimmed }
    if let (outcome, after) = Outcomes.match(rest, afterColon: hasColon) {
      return followUp(code, outcome, after)
    }
    let (text, parts) = Self.tail(of: rest)
    var tail = Statement.Tail()
    for (key, value) in parts {
      switch TailKey.meaning(of: key) {
      case .owner: tail.owners = bodies(value)
      case .due: tail.due = date(value)
      case .concerns: tail.concerns = concerns(value)
      default:
        findings.add(
          .tailUnknownKey(nearest: nearest(to: key, among: TailKey.words(language))), at: place)
      }
    }
    let namesOwner = parts.contains { TailKey.meaning(of: $0.0) == .owner }
    if tail.owners.isEmpty, !namesOwner { findings.add(.decisionWithoutOwner, at: place) }
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
    if outcome == .carriedOver, let (day, after) = Outcomes.day(rest) {
      due = date(day)
      rest = after
    }
    let opened = rest.trimmed
    if opened.hasPrefix("("), let close = opened.firstIndex(of: ")") {
      let inside = opened[opened.index(after: opened.startIndex)..<close]
      for (key, value) in Self.pairs(String(inside)) where TailKey.meaning(of: key) == .due {
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
    guard rest.hasPrefix("("), let close = rest.firstIndex(of: ")") else {
      if let status = Self.status(beginning: rest) {
        findings.add(.statusUnread(code, status), at: place)
      }
      return nil
    }
    let inside = String(rest[rest.index(after: rest.startIndex)..<close])
    var status: ActivityStatus?
    var reporter: String?
    for part in inside.split(whereSeparator: { ";,".contains($0) }).map({ String($0).trimmed }) {
      if let pair = Self.pairs(part).first, TailKey.meaning(of: pair.0) == .reporter {
        reporter = bodies(pair.1).first
      } else if let found = ActivityStatus.allCases.first(where: { candidate in
        Language.allCases.contains { candidate.word[$0].lowercased() == part.lowercased() }
      }) {
        status = found
      } else {
        let words = ActivityStatus.allCases.map { $0.word[language] }
        findings.add(.statusUnknown(nearest: nearest(to: part, among: words)), at: place)
        return nil
      }
    }
    guard let status else { return nil }
    let after = rest.suffix(from: close).dropFirst()
    let text = String(after.drop { " .:;,—–-".contains($0) }).trimmed
    return Statement(
      kind: .activity(code: code, status, reportedBy: reporter), text: text, place: place)
  }

  /// The state with whose word a text begins, after a colon or a dash.
  private static func status(beginning text: String) -> ActivityStatus? {
    let words = text.drop { ":—–- ".contains($0) }.lowercased()
    return ActivityStatus.allCases.first { status in
      Language.allCases.contains { language in
        let word = status.word[language].lowercased()
        return words.hasPrefix(word) && words.dropFirst(word.count).first?.isLetter != true
      }
    }
  }

  // MARK: Parts

  /// The last parenthesis of a text, where it holds known keys, and the text before it.
  private static func tail(of text: String) -> (String, [(String, String)]) {
    var end = text
    while let last = end.last, last == "." || last == " " { end.removeLast() }
    guard end.hasSuffix(")"), let open = end.lastIndex(of: "(") else { return (text, []) }
    let inside = end[end.index(after: open)..<end.index(before: end.endIndex)]
    let found = pairs(String(inside))
    guard found.contains(where: { TailKey.meaning(of: $0.0) != nil }) else { return (text, []) }
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
      findings.add(.unknownBody(proposes ? name : nil, compact), at: place)
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
      findings.add(.unknownConcern(nearest: nearest(to: code, among: known)), at: place)
      return nil
    }
  }

  private mutating func date(_ text: String) -> CalendarDate? {
    guard let date = DateWords.date(text) else {
      findings.add(.dateUnreadable, at: place)
      return nil
    }
    let (first, last) = (compact.clock.signed, compact.clock.end.adding(years: 1))
    if date < first || date > last {
      findings.add(.dateOutsidePartnership(from: first, to: last), at: place)
    }
    return date
  }
}
