import Diagnostics
import Disclosure
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

/// The made-up partnership of two objectives, in a state of its own, as pages.
private func site(
  theme: String = "vitrine", data: Bool = true, _ change: (inout SiteInput) -> Void = { _ in }
) throws -> [String: String] {
  var findings = Findings()
  let build = Build(
    BuildRequest(
      content: root + "/Tests/Fixtures/two-objectives", theme: root + "/Themes/" + theme,
      data: nil, output: ""))
  let read = try build.read(into: &findings)
  let disclosed = try build.disclose(read, into: &findings)
  let record =
    data ? disclosed.record : PublishedRecord(tables: [], withheld: [], statement: [])
  var input = SiteInput(
    compact: read.compact, record: record, meetings: read.meetings, ledger: read.ledger,
    contentDate: read.date)
  change(&input)
  let builder = SiteBuilder(
    theme: ThemeFolder(path: root + "/Themes/" + theme).load(into: &findings))
  let files = builder.build(input, into: &findings)
  #expect(findings.all.isEmpty)
  return Dictionary(
    uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
}

/// What a reader sees between the header and the footer, tags away.
private func words(_ html: String?) throws -> String {
  let html = try #require(html)
  let start = try #require(html.range(of: "<main")).lowerBound
  let end = try #require(html.range(of: "</main>")).upperBound
  return String(html[start..<end])
    .replacing(#/<[^>]+>/#, with: " ")
    .replacing(#/[\u{A0}\u{202F}]/#, with: " ")
    .replacing(#/\s+/#, with: " ")
}

@Suite("Pages make sense in every state of a partnership")
struct SiteStateTests {
  @Test("an indicator without data says so, and shows no chart and no progress")
  func noData() throws {
    let site = try site(data: false)
    let page = try #require(site["en/indicators/k2.html"])
    let text = try words(page)
    #expect(text.contains("No figure has been published for this indicator yet."))
    #expect(!page.contains("<figure"))
    #expect(!text.contains("On the way") && !text.contains("Target reached"))
    let french = try words(site["fr/indicateurs/k2.html"])
    #expect(french.contains("Aucun chiffre n’a encore été publié pour cet indicateur."))
  }

  @Test("an objective without activities and indicators says so")
  func emptyObjective() throws {
    let site = try site { input in
      input.compact.activities.removeAll { $0.objective == "G1" }
      input.compact.indicators.removeAll { $0.objective == "G1" }
    }
    let english = try words(site["en/objectives/schools.html"])
    #expect(english.contains("No activity"))
    let french = try words(site["fr/objectifs/ecoles.html"])
    #expect(french.contains("Aucune activité n’est enregistrée ici."))
    #expect(french.contains("Aucun indicateur n’est enregistré pour cet objectif."))
  }

  @Test("a partnership in its first week owes nothing yet")
  func firstWeek() throws {
    let site = try site(data: false) { input in
      input.contentDate = input.compact.clock.effective.adding(days: 4)
    }
    let home = try words(site["en/index.html"])
    #expect(home.contains("this is day 5 of"))
    let french = try words(site["fr/index.html"])
    #expect(french.contains("c’est le jour 5 sur"))
    #expect(try !words(site["en/indicators/k2.html"]).contains("[x]"))
    #expect(site["en/reports/year-1.html"] == nil)
  }

  @Test("before its first day it counts the days, after its last it says that it ended")
  func outsideItsYears() throws {
    let before = try site(data: false) { input in
      input.contentDate = input.compact.clock.effective.adding(days: -10)
    }
    #expect(try words(before["fr/index.html"]).contains("dans 10 jours"))
    let after = try site(data: false) { input in
      input.contentDate = input.compact.clock.end.adding(days: 30)
    }
    #expect(try words(after["en/index.html"]).contains("The Partnership ended on"))
    #expect(try words(after["fr/index.html"]).contains("Le Partenariat a pris fin le"))
    #expect(try !words(after["en/indicators/k2.html"]).contains("[n]"))
  }

  @Test("a recorded amendment moves the end of the clock, on every page that names it")
  func amendment() throws {
    let site = try site { input in
      input.contentDate = CalendarDate(iso: "2026-01-10") ?? input.contentDate
    }
    let home = try words(site["en/index.html"])
    #expect(home.contains("it ends on March 15, 2028"))
    #expect(home.contains("extended it by 1 year"))
    let timeline = try words(site["fr/chronologie.html"])
    #expect(timeline.contains("15 mars 2028 Fin du Partenariat"))
    #expect(timeline.contains("Début de l’année 4"))
  }

  @Test("an activity that no indicator covers is listed under the matrix")
  func uncovered() throws {
    let site = try site()
    let text = try words(site["en/activities/matrix.html"])
    let tail = try #require(text.range(of: "Activities that no indicator covers"))
    #expect(text[tail.upperBound...].contains("T3"))
    #expect(!text[tail.upperBound...].contains("T1"))
  }
}

@Suite("The head of a page")
struct SiteHeadTests {
  @Test(
    "with an address: canonical, twins, a map of the site with alternates; published, no noindex")
  func addressed() throws {
    let site = try site { $0.compact.settings.address = "https://rivers.example/" }
    let page = try #require(site["fr/indicateurs/k2.html"])
    let base = "https://rivers.example/"
    #expect(page.contains(#"<link rel="canonical" href="\#(base)fr/indicateurs/k2.html">"#))
    #expect(page.contains(#"hreflang="en" href="\#(base)en/indicators/k2.html""#))
    #expect(page.contains(#"<meta property="og:url" content="\#(base)fr/indicateurs/k2.html">"#))
    #expect(page.contains(#""@type":"Dataset""#))
    #expect(!page.contains("noindex"))
    let map = try #require(site["sitemap.xml"])
    #expect(
      map.contains(
        #"<loc>\#(base)fr/indicateurs/k2.html</loc>"#))
    #expect(
      map.contains(
        #"<xhtml:link rel="alternate" hreflang="en" href="\#(base)en/indicators/k2.html"/>"#))
    #expect(map.contains(#"hreflang="x-default" href="\#(base)index.html"/>"#))
    #expect(!map.contains("404.html"))
    #expect(try #require(site["index.html"]).contains(#"hreflang="x-default""#))
  }

  @Test("a preview asks search engines to pass by, and has no map")
  func preview() throws {
    let site = try site { input in
      input.isPreview = true
      input.compact.settings.address = "https://rivers.example"
    }
    for (path, html) in site where path.hasSuffix(".html") {
      #expect(html.contains(#"<meta name="robots" content="noindex">"#), "\(path)")
    }
    #expect(site["sitemap.xml"] == nil)
  }

  @Test("without an address nothing is canonical, and links stay relative")
  func unaddressed() throws {
    let page = try #require(try site()["en/indicators/k2.html"])
    #expect(!page.contains("canonical") && page.contains(#"hreflang="fr" href="../../fr/"#))
  }

  @Test("the policy of every page allows nothing unsafe, and no page needs it")
  func policy() throws {
    for (path, html) in try site() where path.hasSuffix(".html") {
      #expect(html.contains("default-src 'none'"), "\(path)")
      #expect(!html.contains("unsafe-"), "\(path)")
      #expect(html.firstMatch(of: #/\sstyle="|\son[a-z]+="|<style/#) == nil, "\(path)")
    }
  }
}

@Suite("Each language keeps to itself")
struct SiteLanguageTests {
  /// Texts of one table that could not be meant in the other language: two words at least.
  private func texts(_ language: String) throws -> [(key: String, text: String)] {
    let file = try String(
      contentsOfFile: root + "/Themes/vitrine/strings.\(language).yml", encoding: .utf8)
    return file.split(separator: "\n").compactMap { line in
      guard let match = line.wholeMatch(of: #/([A-Za-z.\-]+): "(.*)"/#) else { return nil }
      return (String(match.1), String(match.2))
    }
  }

  @Test("no text of the other language’s table stands on a page", arguments: ["en", "fr"])
  func strangers(_ language: String) throws {
    let own = Set(try texts(language).map(\.text))
    let other = try texts(language == "en" ? "fr" : "en").filter {
      !own.contains($0.text) && $0.text.count >= 8
    }
    #expect(other.count > 150)
    for (path, html) in try site() where path.hasPrefix(language + "/") && path.hasSuffix(".html") {
      let text = try words(html)
      for (key, stranger) in other {
        #expect(!text.contains(stranger), "\(path): \(key)")
      }
    }
  }

  @Test(
    "both tables have the same keys, and French has no English quotation mark or straight apostrophe"
  )
  func tables() throws {
    let english = try texts("en")
    let french = try texts("fr")
    #expect(Set(english.map(\.key)) == Set(french.map(\.key)))
    for (key, text) in french {
      #expect(text.firstMatch(of: #/[“”‘'"]/#) == nil, "\(key)")
      #expect(text.firstMatch(of: #/\S[;:!?»]|«\S/#) == nil, "\(key): space before the sign")
    }
  }

  @Test("French pages set no-break spaces, and no word is left unelided")
  func elision() throws {
    let pattern = #/\b(de|le|la|que|ne|se|je|si) [aeiouyâàéèêîôh]\w*/#
    for (path, html) in try site() where path.hasPrefix("fr/") && path.hasSuffix(".html") {
      let text = try words(html)
      for match in text.matches(of: pattern) {
        let pair = String(match.0)
        let mayStand = [
          "si ", "de huit", "le huit", "la hausse", "le haut", "de haut", "le onz", "la onz",
        ]
        .contains(where: pair.hasPrefix)
        #expect(mayStand, "\(path): \(pair)")
      }
      #expect(html.firstMatch(of: #/[a-zé] [;!?»]/#) == nil, "\(path)")
      #expect(text.firstMatch(of: #/[a-zé\d][:;!?] [a-zéà]/#) == nil, "\(path): no space before")
    }
  }
}
