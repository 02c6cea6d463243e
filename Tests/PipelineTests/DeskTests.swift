import Diagnostics
import Foundation
import Languages
import Testing

@testable import Pipeline

private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// A copy of the small partnership, to write into.
private func content(in scratch: borrowing Scratch) throws -> String {
  let path = scratch.path + "/content"
  try FileManager.default.copyItem(atPath: root + "/Tests/Fixtures/manual", toPath: path)
  return path
}

private func build(_ content: String) -> Build {
  Build(
    BuildRequest(
      content: content, theme: root + "/Themes/vitrine", data: nil, output: content + "-site"))
}

private func codes(of stopped: BuildStopped?) -> [String] {
  stopped?.findings.all.map(\.message.code) ?? []
}

@Suite("Files ready to fill")
struct ReadyFilesTests {
  @Test(
    "a new meeting of any type is in order as it is written, and says what is to fill in",
    arguments: ["annual", "committee", "field-visit", "extraordinary"])
  func meeting(_ kind: String) throws {
    let scratch = try Scratch()
    let content = try content(in: scratch)
    let day = try #require(CalendarDate(iso: "2026-03-03"))
    let paths = try ReadyFiles(content: content).meeting(on: day, kind: kind)
    #expect(paths.count == 2)
    var findings = Findings()
    try build(content).check(forRelease: false, into: &findings)
    #expect(Set(findings.all.map(\.message.code)) == ["left-to-fill"])
    let stopped = #expect(throws: BuildStopped.self) {
      _ = try ReadyFiles(content: content).meeting(on: day, kind: kind)
    }
    #expect(codes(of: stopped) == ["already-there"])
  }

  @Test("an unknown type is a finding that names the nearest")
  func unknownType() throws {
    let scratch = try Scratch()
    let content = try content(in: scratch)
    let day = try #require(CalendarDate(iso: "2026-03-03"))
    let stopped = #expect(throws: BuildStopped.self) {
      _ = try ReadyFiles(content: content).meeting(on: day, kind: "anual")
    }
    #expect(codes(of: stopped) == ["meeting-type-unknown"])
    #expect(stopped?.findings.all.first?.message.fix?.english.contains("annual") == true)
  }

  @Test("a translation that is recorded is stale once its source changes, and not before")
  func translation() throws {
    let scratch = try Scratch()
    let content = try content(in: scratch)
    let file = content + "/meetings/2025-04-02-annual/en.md"
    func found() throws -> [String] {
      var findings = Findings()
      try build(content).check(forRelease: false, into: &findings)
      return findings.all.map(\.message.code)
    }
    #expect(try found() == [])
    let text = try String(contentsOfFile: file, encoding: .utf8)
    try text.replacing("It is written on paper.", with: "It is written on good paper.")
      .write(toFile: file, atomically: true, encoding: .utf8)
    #expect(try found() == ["translation-stale"])
    _ = try ReadyFiles(content: content).translation("2025-04-02-annual/fr")
    #expect(try found() == [])
  }

  @Test("an indicator and the targets of a year are added and leave the content readable")
  func plan() throws {
    let scratch = try Scratch()
    let content = try content(in: scratch)
    _ = try ReadyFiles(content: content).indicator("K9")
    _ = try ReadyFiles(content: content).period("Y2")
    var findings = Findings()
    try build(content).check(forRelease: false, into: &findings)
    #expect(Set(findings.all.map(\.message.code)) == ["left-to-fill"])
    let again = #expect(throws: BuildStopped.self) {
      _ = try ReadyFiles(content: content).indicator("K9")
    }
    #expect(codes(of: again) == ["duplicate-code"])
    let late = #expect(throws: BuildStopped.self) {
      _ = try ReadyFiles(content: content).period("Y9")
    }
    #expect(codes(of: late) == ["period-outside-partnership"])
  }
}

@Suite("Before a meeting, and before a release")
struct BriefTests {
  @Test("the briefing pack has what is open, owed and silent, in both languages")
  func brief() throws {
    let scratch = try Scratch()
    let content = try content(in: scratch)
    var findings = Findings()
    let pack = try build(content).brief(into: &findings)
    let english = pack.markdown(in: .english)
    let french = pack.markdown(in: .french)
    // D-2025-01 is done and D-2025-02 replaced: only the third is under way.
    #expect(english.contains("- D-2025-03 Publish the map with the villages. (owner: "))
    #expect(!english.contains("D-2025-01") && !english.contains("D-2025-02"))
    #expect(french.contains("- D-2025-03 Publier la carte avec les villages. (responsable"))
    #expect(english.contains("- T2 Visit families.") && !english.contains("- T1 "))
    #expect(english.contains("- K1 Number of teachers trained, year\u{A0}1"))
    #expect(french.contains("Réunion sur la carte"))
    #expect(!english.contains("confidence"))
  }

  @Test("a release asks for adopted notes, and lists what an author overruled")
  func release() throws {
    let scratch = try Scratch()
    let content = try content(in: scratch)
    for language in ["en", "fr"] {
      let file = content + "/meetings/2025-04-02-annual/\(language).md"
      let text = try String(contentsOfFile: file, encoding: .utf8)
      try (text + "\n<!-- vitrine: allow name-in-prose because it is a ship -->\nMme Exemple.\n")
        .write(toFile: file, atomically: true, encoding: .utf8)
    }
    _ = try ReadyFiles(content: content).translation("2025-04-02-annual/fr")
    var findings = Findings()
    try build(content).check(forRelease: false, into: &findings)
    #expect(findings.all.isEmpty)
    try build(content).check(forRelease: true, into: &findings)
    #expect(
      findings.all.map(\.message.code).sorted() == [
        "finding-overruled", "finding-overruled", "note-is-draft",
      ]
    )
    let reasons = findings.all.filter { $0.message.code == "finding-overruled" }
    #expect(reasons.allSatisfy { $0.message.summary.english.contains("it is a ship") })
  }
}
