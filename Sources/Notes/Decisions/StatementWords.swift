import Diagnostics
import Languages
import Partnership

/// The keys of a tail, in either language.
enum TailKey {
  case owner, due, concerns, reporter

  static func words(_ language: Language) -> [String] {
    language == .english ? ["owner", "due", "concerns"] : ["responsable", "échéance", "concerne"]
  }

  static func meaning(of word: String) -> TailKey? {
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
enum Outcomes {
  private static let words: [(String, Decision.Outcome)] = [
    ("carried over", .carriedOver), ("reportée", .carriedOver), ("reporté", .carriedOver),
    ("replaced by", .replaced), ("remplacée par", .replaced), ("remplacé par", .replaced),
    ("withdrawn", .withdrawn), ("retirée", .withdrawn), ("retiré", .withdrawn),
    ("done", .done), ("faite", .done), ("fait", .done), ("réalisée", .done), ("exécutée", .done),
  ]

  /// Words that could also begin a decision: read after a colon only.
  private static let further: [(String, Decision.Outcome)] = [
    ("completed", .done), ("terminée", .done), ("terminé", .done), ("réalisé", .done),
    ("exécuté", .done), ("accomplie", .done), ("accompli", .done), ("postponed", .carriedOver),
    ("cancelled", .withdrawn), ("abandonnée", .withdrawn), ("abandonné", .withdrawn),
    ("annulée", .withdrawn), ("annulé", .withdrawn),
  ]

  /// `to 30 June 2027`, `au 30 juin 2027`: a new day outside parentheses, and what follows it.
  static func day(_ text: String) -> (day: String, rest: String)? {
    for word in ["to ", "until ", "au ", "jusqu’au ", "jusqu'au "] where text.hasPrefix(word) {
      let after = text.dropFirst(word.count)
      let day = after.prefix { !".;(:".contains($0) }
      guard DateWords.date(String(day).trimmed) != nil else { return nil }
      return (String(day).trimmed, String(after.dropFirst(day.count)))
    }
    return nil
  }

  static func match(_ text: String, afterColon: Bool) -> (Decision.Outcome, String)? {
    let folded = text.lowercased()
    for (word, outcome) in afterColon ? words + further : words where folded.hasPrefix(word) {
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

  /// The code of the body that a word was probably meant for: one of like spelling, or one whose
  /// name it begins.
  func nearestBody(to word: String) -> String? {
    let folded = word.lowercased()
    func names(_ body: Body) -> [String] {
      [
        body.code, body.acronym?.english, body.acronym?.french, body.name[.english],
        body.name[.french],
      ]
      .compactMap { $0 } + body.otherNames
    }
    if folded.count > 5,
      let body = bodies.first(where: { names($0).contains { $0.lowercased().hasPrefix(folded) } })
    {
      return body.code
    }
    return nearestWord(to: word, among: bodies.flatMap(names)).flatMap { bodyCode(named: $0) }
  }
}
