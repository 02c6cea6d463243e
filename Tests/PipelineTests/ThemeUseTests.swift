import Diagnostics
import Disclosure
import Foundation
import Languages
import Partnership
import Publication
import Testing

@testable import Pipeline
@testable import Site

/// The theme of the project as its files have it, for a change of one word or template.
private struct ThemeSource {
  var files: [ThemeFile]
  var strings: Localized<[String: String]>

  static let path = SmallSite.root + "/Themes/vitrine"

  init() throws {
    files = try Folder(Self.path).files().filter { $0.hasPrefix("templates/") }.map {
      ThemeFile(
        path: $0, place: $0,
        text: try String(contentsOfFile: Self.path + "/" + $0, encoding: .utf8))
    }
    var strings = Localized<[String: String]>(both: [:])
    for language in Language.allCases {
      let text = try String(
        contentsOfFile: Self.path + "/strings.\(language.rawValue).yml", encoding: .utf8)
      for line in text.split(separator: "\n") {
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, !line.hasPrefix("#"), !line.hasPrefix(" ") else { continue }
        strings[language][String(parts[0])] =
          parts[1].trimmingCharacters(in: CharacterSet(charactersIn: " \"'"))
      }
    }
    self.strings = strings
  }

  func theme() throws -> Theme {
    var findings = Findings()
    let theme = Theme.load(files: files, strings: strings, findings: &findings)
    #expect(!findings.hasErrors, "\(findings.all)")
    return theme
  }

  var templates: [Int] { files.indices.filter { files[$0].path.hasSuffix(".mustache") } }
}

private func input(_ content: String) throws -> SiteInput {
  var findings = Findings()
  let build = Build(
    BuildRequest(
      content: SmallSite.root + content, theme: ThemeSource.path, data: nil, output: ""))
  let material = try build.read(into: &findings)
  let record = try build.disclose(material, into: &findings).record
  return build.siteInput(
    material, PublishedState(record: record, release: nil, files: [], releases: []),
    material.meetings)
}

@Suite("A file is made anew where what it shows of the theme is another, and nowhere else")
struct ThemeUseTests {
  @Test("no word stands on a file of the demonstration that was not noted as used by it")
  func everyWord() throws {
    var source = try ThemeSource()
    // Words of small letters, which survive every setting and folding.
    var marks: [String: (key: String, language: Language)] = [:]
    for language in Language.allCases {
      for (number, key) in source.strings[language].keys.sorted().enumerated() {
        let mark = "zq\(language.rawValue)\(number)qz"
        marks[mark] = (key, language)
        source.strings[language][key] = mark
      }
    }
    for index in source.templates {
      source.files[index].text += "<!--tq\(index)qt-->\n"
    }
    let theme = try source.theme()
    var findings = Findings()
    let site = SiteBuilder(theme: theme).build(try input("/Content"), into: &findings)
    var found: Set<String> = []
    for file in site.files where !file.path.hasPrefix("assets/style") {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let seen = text.matches(of: /zq[a-z]{2}[0-9]+qz/).map { String($0.0) }
      let drawn = text.matches(of: /tq([0-9]+)qt/).compactMap { Int($0.1) }
      if seen.isEmpty, drawn.isEmpty { continue }
      let use = try #require(site.uses.use(of: file.path), "\(file.path)")
      for mark in Set(seen) {
        let word = try #require(marks[mark])
        found.insert(mark)
        let isNoted = theme.reaches(word.key, word.language, from: use)
        #expect(isNoted, "\(file.path): \(word)")
      }
      for index in Set(drawn) {
        let name = source.files[index].path.dropFirst(10).dropLast(9)
        let isNoted = Language.allCases.contains {
          theme.reaches(template: String(name), $0, from: use)
        }
        #expect(isNoted, "\(file.path): \(name)")
      }
    }
    // Nearly all words of the theme stand somewhere in the demonstration.
    #expect(found.count * 10 > marks.count * 8, "\(found.count) of \(marks.count)")
  }

  @Test("other files than those that show a word are not made anew", arguments: [UInt64(3), 2026])
  func oneWord(seed: UInt64) throws {
    let source = try ThemeSource()
    let input = try input("/Tests/Fixtures/two-objectives")
    var findings = Findings()
    let theme = try source.theme()
    let before = SiteBuilder(theme: theme).build(input, into: &findings)
    var random = SplitMix(seed: seed)
    for _ in 0..<20 {
      let language = Bool.random(using: &random) ? Language.english : .french
      let keys = source.strings[language].keys.sorted()
      let key = try #require(keys.randomElement(using: &random))
      var other = source
      other.strings[language][key, default: ""] += " zqz"
      try compare(before, theme, try other.theme(), input, "seed \(seed), \(key), \(language)") {
        $0 == $1
      }
    }
  }

  @Test("a changed template makes those files anew that it draws")
  func templates() throws {
    let source = try ThemeSource()
    let input = try input("/Tests/Fixtures/two-objectives")
    var findings = Findings()
    let theme = try source.theme()
    let before = SiteBuilder(theme: theme).build(input, into: &findings)
    #expect(source.templates.count > 5)
    for index in source.templates {
      var other = source
      other.files[index].text += "<!-- another -->\n"
      try compare(before, theme, try other.theme(), input, source.files[index].path) { $0 == $1 }
      // A further word, and one word less, of those that it places.
      other.files[index].text += "{{t.skip}}"
      try compare(before, theme, try other.theme(), input, source.files[index].path) { $0 == $1 }
    }
  }

  @Test("a word that the theme had not is missed where it was asked for")
  func missing() throws {
    let source = try ThemeSource()
    let input = try input("/Content")
    var findings = Findings()
    let theme = try source.theme()
    let before = SiteBuilder(theme: theme).build(input, into: &findings)
    var poorer = source
    let key = "contact.email"
    #expect(poorer.strings.english.removeValue(forKey: key) != nil)
    let other = try poorer.theme()
    try compare(before, theme, other, input, "away") { $0.isSubset(of: $1) && !$0.isEmpty }
    let after = SiteBuilder(theme: other).build(input, into: &findings)
    try compare(after, other, theme, input, "back") { $0.isSubset(of: $1) && !$0.isEmpty }
  }

  /// Holds the files that differ against those that would be made anew, and these against the whole.
  private func compare(
    _ before: MadeSite, _ theme: Theme, _ other: Theme, _ input: SiteInput, _ what: String,
    _ fits: (_ differing: Set<String>, _ anew: Set<String>) -> Bool
  ) throws {
    var findings = Findings()
    let after = SiteBuilder(theme: other).build(input, into: &findings)
    #expect(after.files.map(\.path) == before.files.map(\.path))
    let differing = Set(
      zip(before.files, after.files).filter { $0.bytes != $1.bytes }.map(\.0.path))
    let uses = before.uses.uses
    let anew = before.uses.paths { theme.said(to: uses[$0]) != other.said(to: uses[$0]) }
    #expect(fits(differing, anew), "\(what): \(differing.symmetricDifference(anew).sorted())")
    let made = SiteBuilder(theme: other).files(at: anew, input)
    let whole = Dictionary(uniqueKeysWithValues: after.files.map { ($0.path, $0.bytes) })
    #expect(made.files.count == anew.count)
    for file in made.files { #expect(whole[file.path] == file.bytes, "\(what): \(file.path)") }
    // What is remembered then is what the whole would have remembered.
    let renewed = before.uses.with(made.uses)
    for file in after.files {
      #expect(renewed.use(of: file.path) == after.uses.use(of: file.path), "\(what): \(file.path)")
    }
    #expect(try ThemeUses(facts: renewed.facts).facts == renewed.facts)
  }
}

extension Theme {
  /// Whether files that were made with this of a theme are made anew when a word is another.
  fileprivate func reaches(_ key: String, _ language: Language, from use: ThemeUse) -> Bool {
    reached(from: use, in: language).words.contains(key)
  }

  fileprivate func reaches(template: String, _ language: Language, from use: ThemeUse) -> Bool {
    reached(from: use, in: language).templates.contains(template)
  }
}
