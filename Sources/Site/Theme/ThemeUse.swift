import Facts
import Languages
import Synchronization

/// What of a theme a file of the site was made with: words by their keys, those that the theme has not
/// among them, and templates by their names.
public struct ThemeUse: Sendable, Hashable {
  fileprivate(set) var words: Localized<Set<String>> = Localized(both: [])
  fileprivate(set) var templates: Localized<Set<String>> = Localized(both: [])
}

/// Notes what of a theme is used while a file is drawn. There is no other way to a theme's words and
/// templates than past one.
final class ThemeWatch: Sendable {
  private let noted = Mutex(ThemeUse())

  var use: ThemeUse { noted.withLock { $0 } }

  func note(word key: String, _ language: Language) {
    noted.withLock { _ = $0.words[language].insert(key) }
  }

  func note(template name: String, _ language: Language) {
    noted.withLock { _ = $0.templates[language].insert(name) }
  }

  func note(_ use: ThemeUse) {
    noted.withLock { noted in
      for language in Language.allCases {
        noted.words[language].formUnion(use.words[language])
        noted.templates[language].formUnion(use.templates[language])
      }
    }
  }
}

extension ThemeUse {
  func add(to writer: inout FactWriter) {
    for language in Language.allCases {
      writer.add(words[language].sorted())
      writer.add(templates[language].sorted())
    }
  }

  init(_ reader: inout FactReader) throws(FactReader.Broken) {
    for language in Language.allCases {
      words[language] = Set(try reader.texts())
      templates[language] = Set(try reader.texts())
    }
  }
}
