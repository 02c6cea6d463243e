import Diagnostics
import Foundation
import Languages
import Testing

@testable import Pipeline

@Suite("A new partnership's folder")
struct StarterTests {
  @Test("builds at once, without a finding, and says that its figures are a demonstration")
  func builds() throws {
    let scratch = try Scratch()
    let content = scratch.path + "/ours"
    let signed = try #require(CalendarDate(iso: "2027-03-01"))
    let count = try StarterContent(signed: signed).write(to: content)
    #expect(count == StarterContent(signed: signed).files.count && count > 15)
    var findings = Findings()
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().path
    let receipt = try Build(
      BuildRequest(
        content: content, theme: root + "/Themes/vitrine", data: nil,
        output: scratch.path + "/site")
    ).run(into: &findings)
    #expect(findings.all.isEmpty)
    #expect(receipt.pages > 40)
    let home = try String(contentsOfFile: scratch.path + "/site/fr/index.html", encoding: .utf8)
    #expect(home.contains("Démonstration") && home.contains("Notre partenariat"))
  }

  @Test("is never written over")
  func refuses() throws {
    let scratch = try Scratch()
    try "kept".write(toFile: scratch.path + "/mine.txt", atomically: true, encoding: .utf8)
    let signed = try #require(CalendarDate(iso: "2027-03-01"))
    let stopped = #expect(throws: BuildStopped.self) {
      _ = try StarterContent(signed: signed).write(to: scratch.path)
    }
    #expect(stopped?.findings.all.map(\.message.code) == ["folder-not-empty"])
    #expect(Folder(scratch.path).files() == ["mine.txt"])
  }
}
