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

@Suite("Pages make sense in every state of a partnership")
struct SiteStateTests {
  @Test("an indicator without data says so, and shows no chart and no progress")
  func noData() throws {
    let site = try smallSite(data: false)
    let page = try #require(site["en/indicators/k2.html"])
    let text = try pageWords(page)
    #expect(text.contains("No figure has been published for this indicator yet."))
    #expect(!page.contains("<figure"))
    #expect(!text.contains("On the way") && !text.contains("Target reached"))
    let french = try pageWords(site["fr/indicateurs/k2.html"])
    #expect(french.contains("Aucun chiffre n’a encore été publié pour cet indicateur."))
  }

  @Test("an objective without activities and indicators says so")
  func emptyObjective() throws {
    let site = try smallSite { input in
      input.compact.activities.removeAll { $0.objective == "G1" }
      input.compact.indicators.removeAll { $0.objective == "G1" }
    }
    let english = try pageWords(site["en/objectives/schools.html"])
    #expect(english.contains("No activity"))
    let french = try pageWords(site["fr/objectifs/ecoles.html"])
    #expect(french.contains("Aucune activité n’est enregistrée ici."))
    #expect(french.contains("Aucun indicateur n’est enregistré pour cet objectif."))
  }

  @Test("a partnership in its first week owes nothing yet")
  func firstWeek() throws {
    let site = try smallSite(data: false) { input in
      input.contentDate = input.compact.clock.effective.adding(days: 4)
    }
    let home = try pageWords(site["en/index.html"])
    #expect(home.contains("this is day 5 of"))
    let french = try pageWords(site["fr/index.html"])
    #expect(french.contains("il en est au jour 5 d’une durée de"))
    #expect(try !pageWords(site["en/indicators/k2.html"]).contains("[x]"))
    #expect(site["en/reports/year-1.html"] == nil)
  }

  @Test("before its first day it counts the days, after its last it says that it ended")
  func outsideItsYears() throws {
    let before = try smallSite(data: false) { input in
      input.contentDate = input.compact.clock.effective.adding(days: -10)
    }
    #expect(try pageWords(before["fr/index.html"]).contains("dans 10 jours"))
    let after = try smallSite(data: false) { input in
      input.contentDate = input.compact.clock.end.adding(days: 30)
    }
    #expect(try pageWords(after["en/index.html"]).contains("The Partnership ended on"))
    #expect(try pageWords(after["fr/index.html"]).contains("Le Partenariat a pris fin le"))
    #expect(try !pageWords(after["en/indicators/k2.html"]).contains("[n]"))
  }

  @Test("a recorded amendment moves the end of the clock, on every page that names it")
  func amendment() throws {
    let site = try smallSite { input in
      input.contentDate = CalendarDate(iso: "2026-01-10") ?? input.contentDate
    }
    let home = try pageWords(site["en/index.html"])
    #expect(home.contains("it ends on March 15, 2028"))
    #expect(home.contains("extended it by 1 year"))
    let timeline = try pageWords(site["fr/chronologie.html"])
    #expect(timeline.contains("15 mars 2028 Fin du Partenariat"))
    #expect(timeline.contains("Début de l’année 4"))
  }

  @Test("an activity that no indicator covers is listed under the matrix")
  func uncovered() throws {
    let site = try smallSite()
    let text = try pageWords(site["en/activities/matrix.html"])
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
    let site = try smallSite { $0.compact.settings.address = "https://rivers.example/" }
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
    let site = try smallSite { input in
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
    let page = try #require(try smallSite()["en/indicators/k2.html"])
    #expect(!page.contains("canonical") && page.contains(#"hreflang="fr" href="../../fr/"#))
  }

  @Test("the policy of every page allows nothing unsafe, and no page needs it")
  func policy() throws {
    for (path, html) in try smallSite() where path.hasSuffix(".html") {
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
      contentsOfFile: SmallSite.root + "/Themes/vitrine/strings.\(language).yml", encoding: .utf8)
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
    for (path, html) in try smallSite()
    where path.hasPrefix(language + "/") && path.hasSuffix(".html") {
      let text = try pageWords(html)
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
    for (path, html) in try smallSite() where path.hasPrefix("fr/") && path.hasSuffix(".html") {
      let text = try pageWords(html)
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
