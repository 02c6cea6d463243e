import Foundation
import Testing

@testable import Charts

@Suite("How charts look")
struct StyleTests {
  @Test("the theme's charts.css and the style inside a chart's own file are the same rules")
  func sheet() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Themes/vitrine/styles/charts.css")
    if GoldenFolder.isRenewing { try Data(ChartStyle.sheet.utf8).write(to: file) }
    #expect(try String(contentsOf: file, encoding: .utf8) == ChartStyle.sheet)
  }

  @Test("an axis says once what all its names begin with")
  func commonWords() {
    #expect(Drawing.commonWords(["Year 1", "Year 2", "Year 10"]) == "Year ")
    #expect(Drawing.commonWords(["2024", "2025"]) == "")
    #expect(Drawing.commonWords(["Year 1"]) == "")
    #expect(Drawing.commonWords(["Year 1", "Year 1 bis"]) == "Year ")
    #expect(Drawing.commonWords(["Year ", "Year 2"]) == "")
  }

  @Test(
    "a long word is divided between syllables, never within a group of consonants",
    arguments: [
      ("Yamoussoukro", 640, "Yamous-"), ("Yamoussoukro", 760, "Yamoussou-"),
      ("Montagnes", 500, "Monta-"), ("Ministère", 500, "Minis-"),
    ])
  func syllables(_ word: String, _ width: Int, _ head: String) throws {
    let divided = try #require(Syllables.divide(word, width: width, size: 12))
    #expect(divided.head == head)
    #expect(divided.head.dropLast() + divided.tail == word)
  }

  @Test("a word without a place to divide is not divided")
  func undivided() {
    #expect(Syllables.divide("Lacs", width: 100, size: 12) == nil)
    #expect(Syllables.divide("Strengths", width: 300, size: 12) == nil)
  }
}
