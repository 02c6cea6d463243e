import Languages
import Partnership

/// Acronyms of the glossary that differ by language: a French text says MNR where an English one says
/// NRM.
struct TermWords: Sendable {
  /// The acronym of the other language, and this one's.
  private let own: [String: String]
  /// Whether all are of plain letters, which have one spelling: then the bytes tell whether any is
  /// in a text.
  private let areASCII: Bool

  init(_ terms: [Term], language: Language) {
    let other: Language = language == .english ? .french : .english
    let mine = Set(terms.compactMap { $0.acronym?[language] })
    own = terms.reduce(into: [:]) { own, term in
      guard let acronym = term.acronym, !acronym[other].isEmpty, !mine.contains(acronym[other])
      else { return }
      own[acronym[other]] = acronym[language]
    }
    areASCII = own.keys.allSatisfy { $0.utf8.allSatisfy { $0 < 0x80 } }
  }

  /// This language's acronyms, for those of the other that stand in a text.
  func own(forThoseIn text: String) -> [String] {
    guard !own.isEmpty, !areASCII || own.keys.contains(where: text.holds) else { return [] }
    return Self.prose(text).split { !$0.isLetter && !$0.isNumber }.compactMap { word in
      word.count > 1 ? own[String(word)] : nil
    }
  }

  /// Without the tails of statements, `(owner: CSO; …)`, in which codes stand and not acronyms.
  private static func prose(_ text: String) -> String {
    var kept = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
      kept += rest[..<open]
      if !rest[open...close].contains(":") { kept += rest[open...close] }
      rest = rest[rest.index(after: close)...]
    }
    return kept + rest
  }
}
