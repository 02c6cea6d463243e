import Diagnostics
import Foundation
import Languages
import Notes
import Partnership
@_spi(Gate) import Publication
import Site
import Testing

@testable import Pipeline

private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// The examples of a specification of Markdown, each put through a note and onto its page.
private struct Specification: Sendable, CustomTestStringConvertible {
  /// The file of `Tests/Fixtures/specifications`.
  let name: String
  let examples: Int
  /// Examples that a finding keeps off the site, by its code.
  let refused: [String: Int]
  /// Examples that say another thing on the page than in the specification.
  let differing: Set<Int>

  var testDescription: String { name }

  static let all = [
    Specification(
      name: "gfm-0.29", examples: 673,
      refused: ["raw-html": 65, "image-refused": 22, "contact-in-prose": 8, "dangerous-link": 6],
      // A comment never leaves its source, wherever it stands, in code as well.
      differing: [146, 152, 645, 646]),
    Specification(
      name: "commonmark-0.30", examples: 652,
      refused: ["raw-html": 65, "image-refused": 22, "contact-in-prose": 5, "dangerous-link": 5],
      // Comments, and in 28 a character reference of eight digits, which was one until 0.29: the
      // library reads it as the mark of an unknown character.
      differing: [28, 177, 183, 625, 626]),
  ]

  struct Example: Decodable, Sendable {
    let number: Int
    let section: String
    let markdown: String
    let html: String
  }

  func read() throws -> [Example] {
    let path = root + "/Tests/Fixtures/specifications/\(name).jsonl"
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(Example.self, from: Data($0.utf8))
    }
  }
}

/// Letters, digits and signs that a reader sees, spaces and tags away; the caption that a page gives to
/// a table, which Markdown has not, left out.
private func said(_ html: Substring) -> String {
  String(html).replacing(#/<caption class="unseen">.*?<\/caption>/#, with: "")
    .replacing(/<input checked[^>]*>/, with: "☑").replacing(/<input[^>]*>/, with: "☐")
    .replacing(/<[^>]*>/, with: "")
    .replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
    .replacing("&#39;", with: "'").replacing("&amp;", with: "&")
    .filter { !$0.isWhitespace }
}

@Suite("Markdown's own examples pass through unharmed, or are refused with a finding")
struct SpecificationTests {
  @Test("every word comes out, or nothing does", arguments: Specification.all)
  fileprivate func words(of specification: Specification) throws {
    let examples = try specification.read()
    #expect(examples.count == specification.examples)
    var findings = Findings()
    let build = Build(
      BuildRequest(
        content: root + "/Tests/Fixtures/two-objectives", theme: root + "/Themes/vitrine",
        data: nil, output: ""))
    let material = try build.read(into: &findings)
    #expect(findings.all.isEmpty)
    let sources = examples.compactMap { source(of: $0, into: &findings) }
    let records = NotesReader(compact: material.compact).read(sources, into: &findings)
    var refusals: [String: String] = [:]
    for finding in findings.all where finding.message.severity == .error {
      if let file = finding.place?.file { refusals[file] = finding.message.code }
    }
    let pages = try self.pages(of: records, material)
    var differing: [Int] = []
    for example in examples where refusals[Self.file(example)] == nil {
      let page = try #require(pages[example.number], "example \(example.number) has a page")
      if said(page) != said(example.html[...]) { differing.append(example.number) }
    }
    let counts = Dictionary(grouping: refusals.values) { $0 }.mapValues(\.count)
    #expect(Set(differing) == specification.differing, "examples whose words differ")
    #expect(counts == specification.refused, "examples refused, by finding")
    let whole = examples.count - refusals.count - differing.count
    print("\(specification.name): \(examples.count) run, \(whole) whole, \(refusals.count) refused")
  }

  private static func file(_ example: Specification.Example) -> String {
    "example-\(example.number)"
  }

  /// A whole note with the example as its body.
  private func source(
    of example: Specification.Example, into findings: inout Findings
  ) -> MeetingSource? {
    let text = "---\ntype: committee\n---\n" + example.markdown
    guard
      let note = NoteSource(
        bytes: Array(text.utf8), file: Self.file(example), into: &findings)
    else { return nil }
    let values: [String: FrontMatter.Value] = [
      "type": .text("committee"), "date": .text("2024-06-01"), "place": .text("Port Lumen"),
      "title": .text("Example"), "chair": .text("RIVER-OFFICE"),
      "participants": .list(["RIVER-OFFICE"]), "status": .text("adopted"),
    ]
    return MeetingSource(
      code: Self.file(example),
      notes: Localized(
        english: (note, FrontMatter(values: values, places: [:])), french: nil))
  }

  /// The body of each note as its English page shows it, by number of the example.
  private func pages(
    of records: [MeetingRecord], _ material: Build.Material
  ) throws -> [Int: Substring] {
    var findings = Findings()
    let input = SiteInput(
      compact: material.compact,
      record: PublishedRecord(tables: [], withheld: [], statement: []), meetings: records,
      ledger: material.ledger, contentDate: material.date)
    let theme = ThemeFolder(path: root + "/Themes/vitrine").load(into: &findings)
    let files = SiteBuilder(theme: theme).build(input, into: &findings).files
    #expect(findings.all.isEmpty)
    var pages: [Int: Substring] = [:]
    for file in files where file.path.hasPrefix("en/meetings/example-") {
      let html = String(decoding: file.bytes, as: UTF8.self)
      let start = try #require(html.range(of: "<div class=\"note-body\">")).upperBound
      let end = try #require(html.range(of: "</main>")).lowerBound
      let number = try #require(Int(file.path.filter { $0.isNumber }))
      pages[number] = html[start..<end]
    }
    return pages
  }
}
