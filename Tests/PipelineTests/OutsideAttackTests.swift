import Audit
import Diagnostics
import Foundation
import Languages
import Testing

@testable import Pipeline

private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

@Suite("A built site, attacked from outside")
struct OutsideAttackTests {
  @Test("the demonstration holds; one figure written over a mark on one page gives another away")
  func tampered() throws {
    let scratch = try Scratch()
    let site = scratch.path + "/site"
    var building = Findings()
    _ = try Build(
      BuildRequest(
        content: root + "/Content", theme: root + "/Themes/vitrine", data: nil, output: site)
    ).run(into: &building)
    var clean = Findings()
    let report = SiteAudit(sites: [site]).run(into: &clean)
    #expect(clean.all.map(\.message.code) == [])
    #expect(report.hidden > 0 && report.recoverable.isEmpty && report.narrow.isEmpty)

    // Two age groups of the first year are hidden on the French page: with one of them in the open,
    // the other is the total less what is shown.
    let page = site + "/fr/indicateurs/i2-4.html"
    var text = try String(contentsOfFile: page, encoding: .utf8)
    let table = try #require(text.range(of: "<table id=\"t-i2-4-age\""))
    let rest = table.upperBound..<text.endIndex
    let open = try #require(text.range(of: "<td class=\"n\"><abbr", range: rest))
    let close = try #require(text.range(of: "</td>", range: open.upperBound..<text.endIndex))
    #expect(text[open.lowerBound..<close.upperBound].contains("[c]"))
    text.replaceSubrange(open.lowerBound..<close.upperBound, with: "<td class=\"n\">1</td>")
    try text.write(toFile: page, atomically: true, encoding: .utf8)
    var found = Findings()
    _ = SiteAudit(sites: [site]).run(into: &found)
    #expect(
      Set(found.all.map(\.message.code)) == ["formats-disagree", "recoverable-cells"])
    #expect(
      found.all.contains { $0.message.summary[.english].contains("fr/indicateurs/i2-4.html") })
  }
}
