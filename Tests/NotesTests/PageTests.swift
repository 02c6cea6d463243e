import Diagnostics
import Languages
import Partnership
import Testing

@testable import Notes

/// A page from its body, under a front matter that lacks nothing.
private func page(
  _ english: String?, _ french: String? = nil, values: [String: FrontMatter.Value] = [:]
) throws -> (page: ContentPage?, codes: [String]) {
  var findings = Findings()
  var notes = TwinNotes(both: nil)
  for (language, body) in [(Language.english, english), (.french, french)] {
    guard let body else { continue }
    let source = NoteSource(
      bytes: Array(body.utf8), file: "\(language.rawValue).md", into: &findings)
    var front: [String: FrontMatter.Value] = [
      "title": .text("Title"), "summary": .text("Summary."), "slug": .text("slug"),
    ]
    front.merge(values) { $1 }
    if let source { notes[language] = (source, FrontMatter(values: front, places: [:])) }
  }
  let pages = PagesReader(compact: try compact())
    .read([PageSource(name: "name", notes: notes)], into: &findings)
  return (pages.first, codes(findings))
}

@Suite("A page of the committee's own words")
struct PageTests {
  @Test(
    "stands under the guard of a note",
    arguments: [
      ("raw-html", "Text <b>bold</b>."), ("name-in-prose", "Mme Exemple came."),
      ("dangerous-link", "[x](javascript:alert(1))"), ("reference-unclosed", "{{I2.4 2024"),
      ("reference-unknown-indicator", "{{I9.9 2024}}"), ("passage-word-unknown", "::: x\nS\n:::"),
      ("telephone-in-prose", "Call 07 01 02 03 04."), ("image-refused", "![x](https://x.ci/a.png)"),
    ])
  func guarded(_ code: String, _ body: String) throws {
    #expect(try Set(page(body).codes) == [code])
  }

  @Test(
    "states no decision, follow-up or report",
    arguments: [
      "- D-2024-03 Adopt it. (owner: CNS)", "- D-2023-01: done.", "- A1.02 (under way) Work began.",
    ])
  func states(_ body: String) throws {
    #expect(try page(body).codes == ["statement-outside-meeting"])
  }

  @Test("names decisions and activities in its sentences")
  func names() throws {
    #expect(try page("- See D-2024-03 and A1.02.\n- A1.02 is under way.").codes == [])
  }

  @Test(
    "has a front matter of its own",
    arguments: [
      ("front-matter-unknown", ["chair": .text("CNS")]),
      ("front-matter-missing", ["summary": .text("")]),
      ("slug-not-plain", ["slug": .text("Été")]),
      ("translation-state-unknown", ["translation": .text("almost")]),
    ] as [(String, [String: FrontMatter.Value])])
  func frontMatter(_ code: String, _ values: [String: FrontMatter.Value]) throws {
    #expect(try page("Text.", values: values).codes == [code])
  }

  @Test("says the same in both languages")
  func parity() throws {
    #expect(try page("## A\n\n## B", "## A").codes == ["headings-differ"])
    #expect(try page("{{I2.4 2024}}", "{{I2.4 2025}}").codes == ["references-differ"])
    #expect(try page("::: closed\nSECRET\n:::", "x").codes == ["closed-passages-differ"])
  }

  @Test("keeps closed passages in the source, and counts them")
  func closed() throws {
    let (page, codes) = try page(
      "A.\n\n::: closed\nSECRET\n:::", "B.\n\n::: huis-clos\nSECRET\n:::")
    #expect(codes == [] && page?.closedPassages == 1)
    #expect(!String(describing: page).contains("SECRET"))
  }
}

@Suite("A front matter in French")
struct FrenchFrontMatterTests {
  private func read(
    _ entries: [(String, FrontMatter.Value)]
  ) -> (front: FrontMatter, codes: [String]) {
    var findings = Findings()
    let front = FrontMatter(
      entries: entries.map { (key: $0.0, value: $0.1, place: Place(file: "fr.md", line: 2)) },
      into: &findings)
    return (front, codes(findings))
  }

  @Test(
    "each key has its French word, with or without accents",
    arguments: [
      ("lieu", "place"), ("titre", "title"), ("présidence", "chair"), ("presidence", "chair"),
      ("statut", "status"), ("démonstration", "demonstration"), ("traduction", "translation"),
      ("résumé", "summary"), ("resume", "summary"), ("adresse", "slug"), ("Titre", "title"),
      ("date", "date"), ("participants", "participants"), ("documents", "documents"),
    ])
  func words(_ typed: String, _ key: String) {
    let (front, codes) = read([(typed, .text("x"))])
    #expect(front.values[key] == .text("x"))
    #expect(codes == [])
  }

  @Test("one key in both languages is one too many")
  func twice() {
    #expect(read([("titre", .text("x")), ("title", .text("y"))]).codes == ["duplicate-key"])
  }

  @Test(
    "types and states have their French words",
    arguments: ["annuelle", "réunion annuelle", "annual", "Annuelle"])
  func kinds(_ word: String) throws {
    let (record, findings) = try NotesTests.read(
      "Text.", values: ["type": .text(word), "status": .text("adopté")])
    #expect(codes(findings) == [])
    #expect(record?.meeting.kind == .annual && record?.meeting.isAdopted == true)
  }

  @Test("every kind is known by its word in each language", arguments: MeetingKind.allCases)
  func allKinds(_ kind: MeetingKind) {
    for language in Language.allCases {
      #expect(MeetingKind.named(kind.slug[language]) == kind)
      #expect(MeetingKind.named(kind.name[language]) == kind)
    }
    #expect(MeetingKind.named("réunion") == nil)
  }
}
