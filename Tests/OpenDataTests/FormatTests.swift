import Foundation
import Languages
import Partnership
import Testing

@testable import OpenData

@Suite("Texts of other formats")
struct FormatTests {
  @Test(
    "XML carries what it can, and replaces what it cannot",
    arguments: [
      ("a < b & \"c\"", "a &lt; b &amp; &quot;c&quot;"), ("bell\u{7}", "bell\u{FFFD}"),
      ("\u{FFFE}", "\u{FFFD}"), ("Côte d’Ivoire 🌍", "Côte d’Ivoire 🌍"),
    ])
  func xml(_ text: String, _ expected: String) {
    #expect(XMLWriter.escaped(text) == expected)
  }

  @Test(
    "a calendar's texts are escaped (RFC 5545, 3.3.11)",
    arguments: [
      ("a; b, c\\d", "a\\; b\\, c\\\\d"), ("one\ntwo", "one\\ntwo"), ("bell\u{7}", "bell"),
    ])
  func calendar(_ text: String, _ expected: String) {
    #expect(ContentLines.escaped(text) == expected)
  }

  @Test("a long line is folded at 75 bytes, never inside a letter")
  func folding() {
    var lines = ContentLines()
    lines.add("SUMMARY", text: String(repeating: "é", count: 100))
    let parts = String(decoding: lines.bytes, as: UTF8.self)
      .components(separatedBy: "\r\n")
    #expect(parts.count == 4 && parts.allSatisfy { $0.utf8.count <= 75 })
    #expect(!parts.joined().contains("\u{FFFD}"))
    #expect(parts[1].hasPrefix(" ") && parts[2].hasPrefix(" ") && parts[3].isEmpty)
  }

  @Test("an identifier is a UUID of version 8, the same each time, another for another thing")
  func identifiers() {
    let one = stableIdentifier("feed", "a")
    #expect(one == stableIdentifier("feed", "a") && one != stableIdentifier("feed", "b"))
    let parts = one.dropFirst("urn:uuid:".count).split(separator: "-").map(\.count)
    #expect(parts == [8, 4, 4, 4, 12])
    #expect(one.dropFirst("urn:uuid:".count + 14).first == "8")
  }

  @Test(
    "the activity's status follows the clock (code list ActivityStatus)",
    arguments: [("2022-12-06", "1"), ("2022-12-07", "2"), ("2027-12-07", "2"), ("2027-12-08", "4")])
  func status(_ day: String, _ expected: String) throws {
    let start = try #require(CalendarDate(iso: "2022-12-07"))
    let clock = Clock(signed: start, effective: start, years: 5)
    #expect(
      IATIActivityFile.status(clock, on: try #require(CalendarDate(iso: day))) == expected)
  }
}
