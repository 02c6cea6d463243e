import Diagnostics
import Foundation
import Languages
import Site
import Testing

@testable import Pipeline

private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// Somebody who has never written a note, in French: ready files, words with mistakes, and nothing but
/// what the findings say to mend them.
@Suite("An author's round, in French")
struct AuthorRoundTests {
  @Test("new meeting, fill in, check, mend from the words alone, build, and the page shows it")
  func round() throws {
    let desk = try Desk()
    // What is written is in order, and says what to fill in.
    let day = try #require(CalendarDate(iso: "2025-09-16"))
    let written = try desk.ready.meeting(on: day, kind: "annuelle")
    #expect(written.map { $0.hasSuffix(".md") } == [true, true])
    let first = desk.check()
    #expect(Set(first.map(\.code)) == ["left-to-fill"])
    #expect(first.filter { $0.file.hasSuffix("fr.md") }.count == 7)
    #expect(first.filter { $0.file.hasSuffix("en.md") }.count == 7)

    // The French note, as somebody fills it in who does not know the rules.
    let french = "2025-09-16-annual/fr.md"
    try FileManager.default.removeItem(atPath: desk.path("2025-09-16-annual/en.md"))
    try desk.write(
      """
      ---
      type: anuelle
      date: 2025-09-16
      lieu: Port-Lumen
      titre: Deuxième réunion annuelle
      présidense: RIVER-OFFICE
      participants: [RIVER-OFICE, SCHOOLS-BOARD]
      statut: final
      ---

      ## Réalisations

      La première année, {{K2 2025 familles ont été visitées.

      Mme Exemple a présenté le rapport.

      ## Difficultés

      <b>Le budget</b> manque. Appelez le 07 01 02 03 04.

      ## Activités prévues

      La réunion a validé T2.

      ::: huis clo
      Ce qui a été dit en confiance.
      :::

      ## Décisions

      - D-2025-02 Publier la carte. (responsable : SCHOOLS-BOARD ; échéance : 31/12/2025 ; concerne : T33)

      """, to: french)
    let found = desk.check()
    let said = found.map { "\($0.line) \($0.code)" }
    #expect(
      said == [
        "2 meeting-type-unknown", "6 front-matter-unknown",
        "7 unknown-body", "8 note-status-unknown", "13 reference-unclosed", "15 name-in-prose",
        "19 raw-html", "19 raw-html", "19 telephone-in-prose", "25 passage-word-unknown",
        "31 date-unreadable", "31 unknown-concern",
      ])

    // Each word of the mend is taken as it stands in the French finding.
    let text = try desk.text(of: french)
    let mended =
      try text
      .replacing("anuelle", with: desk.proposal(of: "meeting-type-unknown", found))
      .replacing("présidense", with: desk.proposal(of: "front-matter-unknown", found))
      .replacing("RIVER-OFICE", with: desk.proposal(of: "unknown-body", found))
      .replacing(
        "statut: final", with: "statut: " + desk.proposal(of: "note-status-unknown", found)
      )
      .replacing("{{K2 2025", with: "{{K2 2025" + desk.proposal(of: "reference-unclosed", found))
      .replacing("Mme Exemple", with: "La présidence")
      .replacing("<b>Le budget</b>", with: "**Le budget**")
      .replacing(" Appelez le 07 01 02 03 04.", with: "")
      .replacing("::: huis clo", with: desk.proposal(of: "passage-word-unknown", found))
      .replacing("31/12/2025", with: "31 décembre 2025")
      .replacing("T33", with: desk.proposal(of: "unknown-concern", found))
    try desk.write(mended, to: french)

    // One rule is seen only once the note can be read: the identifier is taken.
    let second = desk.check()
    #expect(second.map(\.code) == ["translation-pending", "decision-stated-twice"])
    #expect(second.last?.line == 31)
    #expect(second.last?.words.contains("2025-04-02-annual") == true)
    #expect(second.last?.words.contains("autre numéro") == true)
    try desk.write(mended.replacing("D-2025-02", with: "D-2025-04"), to: french)
    #expect(desk.check().map(\.code) == ["translation-pending"])

    // The page shows it, and the ledger; what was closed is nowhere.
    let pages = try desk.pages()
    let page = try #require(pages["fr/reunions/2025-09-16-annuelle.html"])
    #expect(page.contains("Deuxième réunion annuelle"))
    #expect(page.contains("Le budget</strong> manque"))
    #expect(pages["fr/decisions.html"]?.contains("Publier la carte") == true)
    #expect(pages["fr/reunions/index.html"]?.contains("2025-09-16-annuelle") == true)
    let english = try #require(pages["en/meetings/2025-09-16-annual.html"])
    #expect(english.contains("Deuxième réunion annuelle"))
    #expect(!pages.values.contains { $0.contains("Ce qui a été dit en confiance.") })
  }

  @Test("a page is written, filled in and found from the page on the Partnership")
  func page() throws {
    let desk = try Desk()
    _ = try desk.ready.page("nos-methodes")
    let first = desk.check()
    #expect(Set(first.map(\.code)) == ["left-to-fill"] && first.count == 8)
    let folder = "../pages/nos-methodes/"
    for (language, title) in [("en", "Our methods"), ("fr", "Nos méthodes")] {
      let text = try desk.text(of: folder + language + ".md")
        .replacing(#/(title|titre): .*/#, with: { "\($0.output.1): \(title)" })
        .replacing(#/(summary|résumé): .*/#, with: { "\($0.output.1): \(title)." })
        .replacing(#/(TO FILL IN|À COMPLÉTER).*/#, with: title)
      try desk.write(text, to: folder + language + ".md")
    }
    #expect(desk.check() == [])
    let pages = try desk.pages()
    #expect(pages["fr/pages/nos-methodes.html"]?.contains("Nos méthodes") == true)
    for path in ["fr/partenariat.html", "fr/plan-du-site.html", "fr/a-z.html"] {
      #expect(pages[path]?.contains("pages/nos-methodes.html") == true, "\(path)")
    }
    #expect(pages["assets/search-fr.js"]?.contains("nos-methodes.html") == true)
    let stopped = #expect(throws: BuildStopped.self) { _ = try desk.ready.page("nos-methodes") }
    #expect(stopped?.findings.all.map(\.message.code) == ["already-there"])
  }

  @Test("an indicator and a year are written in order, and say what to fill in")
  func plan() throws {
    let desk = try Desk()
    _ = try desk.ready.indicator("K9")
    _ = try desk.ready.period("Y2")
    let found = desk.check()
    #expect(Set(found.map(\.code)) == ["left-to-fill"])
    #expect(Set(found.map(\.file)) == [desk.content + "/indicators.yml"] && found.count == 3)
    let targets = try String(contentsOfFile: desk.content + "/targets.yml", encoding: .utf8)
    #expect(targets.contains("# - {indicator: K2, period: Y2"))
  }

  @Test(
    "a name, a day or a word that cannot be is refused before anything is written",
    arguments: [
      ("meeting-type-unknown", "2025-09-16", "réunion"),
      ("date-outside-partnership", "2052-09-16", "annuelle"),
    ])
  func refused(_ code: String, _ date: String, _ kind: String) throws {
    let desk = try Desk()
    let day = try #require(CalendarDate(iso: date))
    let before = Folder(desk.content).files()
    let stopped = #expect(throws: BuildStopped.self) {
      _ = try desk.ready.meeting(on: day, kind: kind)
    }
    #expect(stopped?.findings.all.map(\.message.code) == [code])
    for name in ["Été", "../x", "", "a b"] {
      let stopped = #expect(throws: BuildStopped.self) { _ = try desk.ready.page(name) }
      #expect(stopped?.findings.all.map(\.message.code) == ["slug-not-plain"])
    }
    let stoppedCode = #expect(throws: BuildStopped.self) {
      _ = try desk.ready.indicator("K9: {x")
    }
    #expect(stoppedCode?.findings.all.map(\.message.code) == ["slug-not-plain"])
    #expect(Folder(desk.content).files() == before)
  }

  @Test("the identifier proposed for a decision is the first that no note has", arguments: [1, 2])
  func identifiers(_ rank: Int) throws {
    let desk = try Desk()
    let dates = ["2025-09-16", "2025-09-17"]
    var last = ""
    for date in dates.prefix(rank) {
      let day = try #require(CalendarDate(iso: date))
      _ = try desk.ready.meeting(on: day, kind: "comite")
      last = try desk.text(of: "\(date)-committee/fr.md")
    }
    #expect(last.contains("- D-2025-0\(rank + 3) À COMPLÉTER"))
  }
}

/// A copy of the small partnership of `Tests/Fixtures/manual`, and what its author sees.
private struct Desk: ~Copyable {
  let scratch: Scratch

  init() throws {
    let scratch = try Scratch()
    try FileManager.default.copyItem(
      atPath: root + "/Tests/Fixtures/manual", toPath: scratch.path + "/content")
    self.scratch = scratch
  }

  var content: String { scratch.path + "/content" }
  var ready: ReadyFiles { ReadyFiles(content: content) }

  func path(_ note: String) -> String { content + "/meetings/" + note }

  func text(of note: String) throws -> String {
    try String(contentsOfFile: path(note), encoding: .utf8)
  }

  func write(_ text: String, to note: String) throws {
    try text.write(toFile: path(note), atomically: true, encoding: .utf8)
  }

  /// A finding as the author reads it.
  struct Said: Equatable {
    let code: String
    let file: String
    let line: Int
    /// Summary and mend, in French.
    let words: String
    let mend: String
  }

  private var build: Build {
    Build(
      BuildRequest(
        content: content, theme: root + "/Themes/vitrine", data: nil, output: ""))
  }

  func check() -> [Said] {
    var findings = Findings()
    do throws(BuildStopped) {
      try build.check(forRelease: false, into: &findings)
    } catch {
      findings = error.findings
    }
    return findings.sorted.map { finding in
      let mend = finding.message.fix?.french ?? ""
      return Said(
        code: finding.message.code, file: finding.place?.file ?? "",
        line: finding.place?.line ?? 0, words: finding.message.summary.french + " ; " + mend,
        mend: mend)
    }
  }

  /// What the French finding proposes: the last words between its guillemets.
  func proposal(of code: String, _ found: [Said]) throws -> String {
    let mend = try #require(found.first { $0.code == code }?.mend)
    let proposed = mend.matches(of: /«[ \u{A0}]([^»]+?)[ \u{A0}]»/).last
    return String(try #require(proposed, "\(mend)").output.1)
  }

  func pages() throws -> [String: String] {
    var findings = Findings()
    let files = try build.compose(into: &findings).files
    return Dictionary(
      uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }
}
