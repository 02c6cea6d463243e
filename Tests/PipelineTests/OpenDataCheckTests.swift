import Diagnostics
import Testing

@testable import OpenData
@testable import Pipeline

@Suite("Files of open data are looked at before they are written")
struct OpenDataCheckTests {
  func codes(_ files: [(String, String)]) -> [String] {
    var findings = Findings()
    OpenDataCheck().check(
      files.map { path, text in
        DataFile(path: path, mediaType: "application/xml", bytes: Array(text.utf8))
      }, into: &findings)
    return findings.all.map(\.message.code)
  }

  @Test(
    "bad addresses and characters are findings; good ones are none",
    arguments: [
      (["data/v1/I1.csv"], "x", []),
      (["data/v1/I1.csv", "data/v1/i1.csv"], "x", ["two-files-at-one-address"]),
      (["data/v1/I1/../x.csv"], "x", ["address-not-plain"]),
      (["data/v1/é.csv"], "x", ["address-not-plain"]),
      (["data/v1/" + String(repeating: "a", count: 121)], "x", ["address-too-long"]),
      (["data/v1/" + String(repeating: "a", count: 120)], "x", []),
      (["data/v1/I1.xml"], "bell \u{FFFD}", ["character-not-allowed"]),
    ])
  func addresses(_ paths: [String], _ text: String, _ expected: [String]) {
    #expect(codes(paths.map { ($0, text) }) == expected)
  }
}
