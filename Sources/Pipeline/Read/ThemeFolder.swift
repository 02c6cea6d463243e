import Catalogue
import Diagnostics
import Languages
import Site

/// A theme's folder, with the one that it extends.
struct ThemeFolder {
  let path: String

  /// The theme's folder and those of the themes that it extends.
  var folders: [String] {
    var findings = Findings()
    return chain(into: &findings).map(\.path)
  }

  func load(into findings: inout Findings) -> Theme {
    var files: [ThemeFile] = []
    var strings = Localized(both: Strings())
    var missing = Findings()
    let chain = chain(into: &missing)
    if missing.hasErrors {
      // All that the theme should have is missing with it: that goes without saying.
      findings.add(contentsOf: missing.all)
      var untold = Findings()
      return Theme.load(files: [], strings: Localized(both: [:]), findings: &untold)
    }
    findings.add(contentsOf: missing.all)
    for folder in chain {
      for relative in folder.files() where Self.isFile(relative) {
        guard let bytes = folder.bytes(of: relative),
          let text = String(validating: bytes, as: UTF8.self)
        else {
          findings.add(.themeFileUnreadable, at: Place(file: folder.child(relative)))
          continue
        }
        files.append(ThemeFile(path: relative, place: folder.child(relative), text: text))
      }
      for language in Language.allCases {
        let name = Self.strings(in: language)
        let words = StringsReader().read(
          path: folder.child(name), display: folder.child(name), isRequired: false,
          into: &findings)
        strings[language].merge(words)
      }
    }
    return Theme.load(
      files: files, strings: strings.map(\.texts), places: strings.map(\.places),
      findings: &findings)
  }

  private static func isFile(_ relative: String) -> Bool {
    ["templates/", "styles/", "scripts/", "assets/"].contains { relative.hasPrefix($0) }
  }

  private static func strings(in language: Language) -> String {
    "strings.\(language.rawValue).yml"
  }

  /// Whether a file is read for what pages look like and say, and for nothing else.
  static func isPart(_ relative: String) -> Bool {
    isFile(relative) || Language.allCases.contains { relative == strings(in: $0) }
  }

  /// The theme that is extended first; `theme.yml` names it, beside this one.
  private func chain(into findings: inout Findings) -> [Folder] {
    var chain: [Folder] = []
    var next: Folder? = Folder(path)
    while let folder = next {
      guard folder.isFolder else {
        findings.add(.noTheme, at: Place(file: folder.path))
        break
      }
      guard !chain.contains(where: { $0.resolved == folder.resolved }) else {
        findings.add(.themeExtendsItself, at: Place(file: folder.child("theme.yml")))
        break
      }
      chain.append(folder)
      let words = StringsReader().read(
        path: folder.child("theme.yml"), display: folder.child("theme.yml"), isRequired: false,
        into: &findings)
      next = words.texts["extends"].map { Folder(folder.path + "/../" + $0) }
    }
    return chain.reversed()
  }
}

extension Finding.Message {
  fileprivate static let noTheme = Self(
    .error, "no-theme", en: "theme folder does not exist",
    fr: "le dossier du thème n’existe pas",
    fix: Localized(english: "name it with --theme", french: "indiquez-le avec --theme"))

  fileprivate static let themeExtendsItself = Self(
    .error, "theme-extends-itself", en: "theme extends itself, directly or through another",
    fr: "le thème se prolonge lui-même, directement ou par un autre",
    fix: Localized(english: "correct ‘extends:’", french: "corrigez « extends: »"))

  fileprivate static let themeFileUnreadable = Self(
    .error, "not-utf8", en: "text is not UTF-8", fr: "le texte n’est pas en UTF-8",
    fix: Localized(english: "save the file as UTF-8", french: "enregistrez le fichier en UTF-8"))
}
