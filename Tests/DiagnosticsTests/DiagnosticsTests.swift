import Foundation
import Languages
import Testing

@testable import Diagnostics

@Suite("Findings are told")
struct PrinterTests {
  let finding = Finding(
    Finding.Message(
      .error, "unknown-body", en: "body is not in the catalogue",
      fr: "cette instance ne figure pas au catalogue",
      fix: Localized(english: "did you mean ‘CNS’?", french: "vouliez-vous dire « CNS » ?")),
    at: Place(file: "Content/a,b.md", line: 3, column: 7))

  @Test("on a terminal, in both languages")
  func terminal() {
    #expect(
      TerminalPrinter().text(of: [finding], in: .english)
        == "Content/a,b.md:3:7: error: body is not in the catalogue; did you mean ‘CNS’? "
        + "[unknown-body]")
    #expect(
      TerminalPrinter().text(of: [finding], in: .french)
        == "Content/a,b.md:3:7: erreur\u{A0}: cette instance ne figure pas au catalogue"
        + "\u{202F}; vouliez-vous dire « CNS » ? [unknown-body]")
  }

  @Test("as annotations, with what would break them escaped")
  func github() {
    #expect(
      GitHubPrinter().text(of: [finding], in: .english)
        == "::error file=Content/a%2Cb.md,line=3,col=7,title=unknown-body::"
        + "body is not in the catalogue; did you mean ‘CNS’?")
  }

  @Test("as JSON and SARIF that parse and name the place")
  func json() throws {
    let rows = try #require(
      try JSONSerialization.jsonObject(
        with: Data(JSONPrinter().text(of: [finding], in: .french).utf8)) as? [[String: Any]])
    #expect(rows.first?["line"] as? Int == 3)
    #expect(rows.first?["code"] as? String == "unknown-body")
    let sarif = try #require(
      try JSONSerialization.jsonObject(
        with: Data(SARIFPrinter().text(of: [finding], in: .english).utf8)) as? [String: Any])
    #expect(sarif["version"] as? String == "2.1.0")
    #expect((sarif["runs"] as? [[String: Any]])?.count == 1)
  }

  @Test("sorted by file, line and column")
  func order() {
    var findings = Findings()
    let message = finding.message
    findings.add(message, at: Place(file: "b", line: 1))
    findings.add(message, at: Place(file: "a", line: 2))
    findings.add(message, at: Place(file: "a", line: 1))
    #expect(findings.sorted.map { $0.place?.text ?? "" } == ["a:1", "a:2", "b:1"])
  }

  @Test(
    "the nearest known word is proposed, and none where all are far",
    arguments: [
      ("CNSS", "CNS"), ("cnltp", "CNLTP"), ("xyz", nil), ("CNTLP", "CNLTP"),
    ] as [(String, String?)])
  func nearest(_ word: String, _ expected: String?) {
    #expect(nearestWord(to: word, among: ["CNS", "CIM", "CNLTP"]) == expected)
  }
}
