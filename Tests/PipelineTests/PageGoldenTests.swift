import Diagnostics
import Foundation
import Site
import Testing

@testable import Pipeline

private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// Pages of the small partnership of `Tests/Fixtures/manual`, to the byte. `make golden` renews
/// them; the diff is read before it is committed, and CI never writes one.
@Suite("Pages are as they were read and agreed")
struct PageGoldenTests {
  /// A page of each kind, in the language in which it is harder to get right.
  static let pages = [
    "index.html", "404.html", "fr/index.html", "fr/objectifs/familles.html",
    "fr/indicateurs/k2.html", "en/indicators/k1.html", "fr/activites/index.html",
    "fr/reunions/2025-04-02-annuelle.html", "fr/decisions.html", "fr/obligations.html",
    "fr/rapports/annee-1.html", "fr/donnees-attendues.html", "fr/confidentialite.html",
    "en/partnership.html", "fr/chronologie.html",
  ]

  @Test("byte for byte")
  func golden() throws {
    var findings = Findings()
    let files = try Build(
      BuildRequest(
        content: root + "/Tests/Fixtures/manual", theme: root + "/Themes/vitrine", data: nil,
        output: "")
    ).compose(into: &findings).files
    let folder = root + "/Tests/SiteTests/Golden/"
    let environment = ProcessInfo.processInfo.environment
    let renews = environment["VITRINE_GOLDEN"] == "renew" && environment["CI"] == nil
    for path in Self.pages {
      let page = try #require(files.first { $0.path == path }, "\(path)")
      let golden = folder + path.replacing("/", with: "-")
      if renews {
        try Data(page.bytes).write(to: URL(fileURLWithPath: golden))
      }
      let agreed = FileManager.default.contents(atPath: golden).map { [UInt8]($0) }
      #expect(agreed == page.bytes, "\(path): read the diff, then `make golden`")
    }
    let there = try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".html") }
    #expect(
      Set(there) == Set(Self.pages.map { $0.replacing("/", with: "-") }), "no stray golden file")
  }
}
