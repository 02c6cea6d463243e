import Diagnostics
import Languages
import Testing

@testable import Site

/// A theme with the least that every page needs, to be spoilt.
private func load(
  _ changes: [String: String] = [:], strings: [String: String] = [:]
) -> Findings {
  var texts = Dictionary(
    uniqueKeysWithValues: PageTemplates.all.map {
      ("templates/\($0.template).mustache", "<p></p>")
    })
  texts["styles/base.css"] = "p { margin: 0 }"
  texts.merge(changes) { $1 }
  let files = texts.filter { !$0.value.isEmpty }.map {
    ThemeFile(path: $0.key, place: "theme/" + $0.key, text: $0.value)
  }
  var words = Dictionary(uniqueKeysWithValues: Word.allCases.map { ($0.rawValue, "word") })
  words.merge(strings) { $1 }
  var findings = Findings()
  _ = Theme.load(files: files, strings: Localized(both: words), findings: &findings)
  return findings
}

@Suite("A theme is checked when it loads")
struct ThemeTests {
  @Test("a complete theme has no finding")
  func complete() {
    #expect(load().all.isEmpty)
  }

  struct Example: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let code: String
    let line: Int
    let column: Int
  }

  @Test(
    "a mistake in a template is found at its line and column",
    arguments: [
      Example(
        testDescription: "missing partial", text: "<div>\n  {{> heda}}</div>",
        code: "unknown-partial", line: 2, column: 3),
      Example(
        testDescription: "unknown variable", text: "<h1>{{{titel}}}</h1>",
        code: "unknown-template-variable", line: 1, column: 5),
      Example(
        testDescription: "unknown text", text: "\n<p>{{t.nowhere}}</p>",
        code: "unknown-template-variable", line: 2, column: 4),
      Example(
        testDescription: "unknown text in a tag over two lines",
        text: "<p>{{title}}\n</p>é{{ t.nowhere\n}}",
        code: "unknown-template-variable", line: 2, column: 6),
      Example(
        testDescription: "a section over words", text: "{{#t.skip}}{{/t.skip}}",
        code: "unsupported-template-tag", line: 1, column: 1),
      Example(
        testDescription: "a dynamic partial over two lines", text: "\n{{>\n*title}}",
        code: "unsupported-template-tag", line: 2, column: 1),
      Example(
        testDescription: "a partial that includes itself", text: "{{> page}}",
        code: "partial-cycle", line: 1, column: 1),
      Example(
        testDescription: "a component placed as text", text: "<h1>{{title}}</h1>",
        code: "escaped-markup", line: 1, column: 5),
      Example(
        testDescription: "a tag that changes the delimiters", text: "é{{=<% %>=}}",
        code: "unsupported-template-tag", line: 1, column: 2),
    ])
  func mistakes(_ example: Example) throws {
    let findings = load(["templates/page.mustache": example.text])
    let found = try #require(
      findings.all.first { $0.message.code == example.code },
      "\(findings.all.map(\.message.code))")
    let place = try #require(found.place)
    #expect(place.file == "theme/templates/page.mustache")
    #expect(place.line == example.line)
    #expect(place.column == example.column)
  }

  @Test(
    "broken Mustache is found where it breaks",
    arguments: ["<p>\n{{title</p>", "{{#isPreview}}\n<p></p>", "<p>\n{{/isPreview}}"])
  func broken(_ text: String) throws {
    let findings = load(["templates/layout.mustache": text])
    let found = try #require(findings.all.first { $0.message.code == "broken-template" })
    #expect(found.place?.file == "theme/templates/layout.mustache")
    #expect(found.place?.line != nil && found.place?.column != nil)
  }

  @Test("a template that is not there is named")
  func missing() {
    let codes = load(["templates/indicator.mustache": ""]).all.map(\.message.code)
    #expect(codes == ["missing-template"])
  }

  /// Rules whose names do not repeat (Knuth's multiplicative sequence), the same in every run.
  private let rules = (1...6000 as ClosedRange<UInt32>).map { ".x\($0 &* 2_654_435_761){}" }

  @Test("style sheets over their budget are a finding where it is passed")
  func heavy() throws {
    let findings = load([
      "styles/base.css": "/* one\ntwo */\n  " + rules.joined(separator: "\n  ")
    ])
    let found = try #require(findings.all.first)
    #expect(found.message.code == "style-sheet-too-heavy")
    let place = try #require(found.place)
    #expect(place.file == "theme/styles/base.css")
    let line = try #require(place.line)
    let column = try #require(place.column)
    #expect((4...6002).contains(line))
    #expect((3...22).contains(column))
    // Up to there it fits; a rule further it does not.
    func fits(_ count: Int) -> Bool {
      load(["styles/base.css": rules.prefix(count).joined(separator: "\n")]).all.isEmpty
    }
    #expect(fits(line - 3))
    #expect(!fits(line - 1))
  }

  @Test("the place is in the sheet that passes the budget, in the order of their names")
  func heavySecond() throws {
    let findings = load([
      "styles/base.css": rules.prefix(200).joined(separator: "\n"),
      "styles/more.css": "é\n" + rules.suffix(5000).joined(),
    ])
    let place = try #require(findings.all.first?.place)
    #expect(place.file == "theme/styles/more.css")
    #expect(place.line == 2)
    let column = try #require(place.column)
    let before = rules.suffix(5000).joined().prefix(column - 3)
    #expect(
      load([
        "styles/base.css": rules.prefix(200).joined(separator: "\n"),
        "styles/more.css": "é\n" + before,
      ]).all.isEmpty)
  }

  @Test("comments, indents and empty lines are not published, and the rest is as it was written")
  func tightened() {
    let sheet = StyleSheet([
      "/* a\n b */\np {\n  margin: 0;\n\n}  /* c */\n", "q { /* d\n */x: 1 }",
    ])
    #expect(sheet.text == "p {\nmargin: 0;\n}  \nq { x: 1 }\n")
  }

  @Test("a text that nothing uses is found, with the nearest that is")
  func unused() {
    let codes = load(strings: ["navHom": "Home"]).all.map(\.message.code)
    #expect(codes == ["unused-string"])
  }
}
