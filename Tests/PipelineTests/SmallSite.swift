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

enum SmallSite {
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
}

/// The made-up partnership of two objectives, in a state of its own, as pages.
func smallSite(
  theme: String = "vitrine", data: Bool = true, _ change: (inout SiteInput) -> Void = { _ in }
) throws -> [String: String] {
  var findings = Findings()
  let build = Build(
    BuildRequest(
      content: SmallSite.root + "/Tests/Fixtures/two-objectives",
      theme: SmallSite.root + "/Themes/" + theme,
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
    theme: ThemeFolder(path: SmallSite.root + "/Themes/" + theme).load(into: &findings))
  let files = builder.build(input, into: &findings).files
  #expect(findings.all.isEmpty)
  return Dictionary(
    uniqueKeysWithValues: files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
}

/// The same partnership as its catalogue has it.
func smallCompact() throws -> Compact {
  var findings = Findings()
  return try Build(
    BuildRequest(
      content: SmallSite.root + "/Tests/Fixtures/two-objectives",
      theme: SmallSite.root + "/Themes/vitrine", data: nil, output: "")
  ).read(into: &findings).compact
}

/// What a reader sees between the header and the footer, tags away.
func pageWords(_ html: String?) throws -> String {
  let html = try #require(html)
  let start = try #require(html.range(of: "<main")).lowerBound
  let end = try #require(html.range(of: "</main>")).upperBound
  return String(html[start..<end])
    .replacing(#/<[^>]+>/#, with: " ")
    .replacing(#/[\u{A0}\u{202F}]/#, with: " ")
    .replacing(#/\s+/#, with: " ")
}
