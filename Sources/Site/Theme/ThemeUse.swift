import Facts
import Languages
import Synchronization

/// What of a theme a file of the site was made with: words by their keys, those that the theme has not
/// among them, and templates by their names.
public struct ThemeUse: Sendable, Hashable {
  private(set) var words: Localized<Set<String>> = Localized(both: [])
  private(set) var templates: Localized<Set<String>> = Localized(both: [])

  mutating func note(word key: String, _ language: Language) { words[language].insert(key) }

  mutating func note(template name: String, _ language: Language) {
    templates[language].insert(name)
  }

  mutating func note(_ other: ThemeUse) {
    for language in Language.allCases {
      words[language].formUnion(other.words[language])
      templates[language].formUnion(other.templates[language])
    }
  }
}

/// Notes what of a theme is used while a file is drawn. There is no other way to a theme's words and
/// templates than past one.
final class ThemeWatch: Sendable {
  private let noted = Mutex(ThemeUse())

  var use: ThemeUse { noted.withLock { $0 } }

  func note(word key: String, _ language: Language) {
    noted.withLock { $0.note(word: key, language) }
  }

  func note(template name: String, _ language: Language) {
    noted.withLock { $0.note(template: name, language) }
  }

  func note(_ use: ThemeUse) { noted.withLock { $0.note(use) } }
}

extension ThemeUse {
  func add(to writer: inout FactWriter) {
    for language in Language.allCases {
      writer.add(list: words[language].sorted()) { $0.add($1) }
      writer.add(list: templates[language].sorted()) { $0.add($1) }
    }
  }

  init(_ reader: inout FactReader) throws(FactReader.Broken) {
    for language in Language.allCases {
      words[language] = Set(
        try reader.list { (r) throws(FactReader.Broken) in try r.text() })
      templates[language] = Set(
        try reader.list { (r) throws(FactReader.Broken) in try r.text() })
    }
  }
}
