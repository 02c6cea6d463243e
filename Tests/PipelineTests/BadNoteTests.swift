import Diagnostics
import Foundation
import Languages
import Testing

@testable import Pipeline

private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// A note that cannot be used, as an author of either language may save it.
private struct BadNote: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let code: String
  /// Of the finding; nil where it is about the file.
  var line: Int?
  let bytes: @Sendable (Language) -> [UInt8]

  init(
    _ testDescription: String, _ code: String, line: Int? = nil,
    _ text: @escaping @Sendable (Language) -> String
  ) {
    self.testDescription = testDescription
    self.code = code
    self.line = line
    bytes = { Array(text($0).utf8) }
  }

  init(
    _ testDescription: String, _ code: String, bytes: @escaping @Sendable (Language) -> [UInt8]
  ) {
    self.testDescription = testDescription
    self.code = code
    self.bytes = bytes
  }

  /// A front matter of nine lines; the body begins on the tenth.
  static func note(
    _ body: String, date: String = "2025-06-01", chair: String = "RIVER-OFFICE"
  ) -> String {
    """
    ---
    type: committee
    date: \(date)
    place: Port Lumen
    title: Committee
    chair: \(chair)
    participants: [RIVER-OFFICE]
    status: adopted
    ---
    \(body)

    """
  }

  /// A statement in the words of each language.
  static func said(
    _ english: String, _ french: String
  ) -> @Sendable (Language) -> String {
    { note($0 == .english ? english : french) }
  }

  static let all = [
    BadNote("a quote 10,000 deep", "nested-too-deep", line: 10) { _ in
      note(String(repeating: "> ", count: 9_900) + "x")
    },
    BadNote("a list 10,000 deep, a level a line", "nested-too-deep") { _ in
      note((0..<400).map { String(repeating: "  ", count: $0) + "- x\n" }.joined())
    },
    BadNote("50 MB", "note-too-large") { _ in
      note(String(repeating: "a paragraph of words\n\n", count: 2_400_000))
    },
    BadNote("not UTF-8", "not-utf8", bytes: { _ in Array(note("caf").utf8) + [0xE9, 0x0A] }),
    BadNote("no front matter", "front-matter-missing", line: 1) { _ in "# A title\n\nText.\n" },
    BadNote("a front matter without its end", "front-matter-unclosed", line: 1) { _ in
      "---\ntype: committee\ndate: 2025-06-01\n\nText.\n"
    },
    BadNote("a front matter that is no YAML", "broken-yaml") { _ in
      "---\ntype: [committee\ndate: 2025-06-01\n---\n\nText.\n"
    },
    BadNote(
      "two decisions with one identifier", "decision-stated-twice", line: 11,
      said(
        "- D-2025-31 One. (owner: RO)\n- D-2025-31 Other. (owner: RO)",
        "- D-2025-31 Une. (responsable : BR)\n- D-2025-31 Autre. (responsable : BR)")),
    BadNote(
      "a decision that an earlier note states", "decision-stated-twice", line: 10,
      said("- D-2025-01 Other. (owner: RO)", "- D-2025-01 Autre. (responsable : BR)")),
    BadNote(
      "a follow-up of an unknown decision", "follow-up-of-unknown", line: 10,
      said("- D-2025-77: done.", "- D-2025-77 : fait.")),
    BadNote(
      "due before it was decided", "due-before-decided", line: 10,
      said(
        "- D-2025-31 One. (owner: RO; due: 2025-05-31)",
        "- D-2025-31 Une. (responsable : BR ; échéance : 31 mai 2025)")),
    BadNote(
      "carried over to a day that has passed", "due-before-decided", line: 10,
      said(
        "- D-2025-01: carried over (due: 2025-05-31).",
        "- D-2025-01 : reportée (échéance : 31 mai 2025).")),
    BadNote(
      "an owner that does not exist", "unknown-body", line: 10,
      said(
        "- D-2025-31 One. (owner: RIVER-OFICE)", "- D-2025-31 Une. (responsable : RIVER-OFICE)")),
    BadNote("a chair that does not exist", "unknown-body", line: 6) { _ in
      note("Text.", chair: "RIVER-OFICE")
    },
    BadNote("a day before the first", "date-outside-partnership", line: 3) { _ in
      note("Text.", date: "1999-06-01")
    },
    BadNote("a day after the last", "date-outside-partnership", line: 3) { _ in
      note("Text.", date: "2052-06-01")
    },
    BadNote(
      "due long after the last day", "date-outside-partnership", line: 10,
      said(
        "- D-2025-31 One. (owner: RO; due: 2052-05-31)",
        "- D-2025-31 Une. (responsable : BR ; échéance : 31 mai 2052)")),
    BadNote("a day that does not exist", "date-unreadable", line: 3) { _ in
      note("Text.", date: "2025-02-30")
    },
  ]
}

@Suite("A note that cannot be used is named, in both languages, and nothing of it is published")
struct BadNoteTests {
  @Test("alone in its language", arguments: BadNote.all, Language.allCases)
  fileprivate func refused(_ note: BadNote, in language: Language) throws {
    let (findings, file) = try read(note.bytes(language), language)
    let found = try #require(
      findings.all.first { $0.message.code == note.code },
      "\(findings.all.map(\.message.code))")
    #expect(found.message.severity == .error)
    #expect(found.place?.file == file)
    if let line = note.line { #expect(found.place?.line == line) }
    for spoken in Language.allCases {
      #expect(!found.message.summary[spoken].isEmpty)
      #expect(found.message.fix?[spoken].isEmpty == false)
    }
    #expect(found.message.summary.english != found.message.summary.french)
    let others = findings.all.filter {
      $0.message.severity == .error && $0.message.code != note.code
    }
    #expect(others.isEmpty, "one mistake, one finding: \(others.map(\.message.code))")
  }

  @Test(
    "a note that is there and cannot be read is not called pending", arguments: Language.allCases)
  func brokenTwin(in language: Language) throws {
    let scratch = try Scratch()
    let content = scratch.path + "/content"
    try FileManager.default.copyItem(atPath: root + "/Tests/Fixtures/manual", toPath: content)
    let file = content + "/meetings/2025-04-02-annual/\(language.rawValue).md"
    try Data([0x2D, 0x2D, 0x2D, 0x0A, 0xE9]).write(to: URL(fileURLWithPath: file))
    var findings = Findings()
    let build = Build(
      BuildRequest(
        content: content, theme: root + "/Themes/vitrine", data: nil, output: scratch.path))
    let stopped = #expect(throws: BuildStopped.self) { _ = try build.read(into: &findings) }
    #expect(stopped?.findings.all.map(\.message.code) == ["not-utf8"])
  }

  @Test("line ends of Windows and a byte order mark change nothing", arguments: Language.allCases)
  func lineEnds(in language: Language) throws {
    let text = BadNote.said(
      "- D-2025-31 One. (owner: RO; due: 2025-07-31)",
      "- D-2025-31 Une. (responsable : BR ; échéance : 31 juillet 2025)")(language)
    let windows = "\u{FEFF}" + text.replacing("\n", with: "\r\n")
    let (findings, _) = try read(Array(windows.utf8), language)
    #expect(findings.all.map(\.message.code) == ["translation-pending"])
  }

  /// What a build of the small partnership says of one more note.
  private func read(
    _ bytes: [UInt8], _ language: Language
  ) throws -> (findings: Findings, file: String) {
    let scratch = try Scratch()
    let content = scratch.path + "/content"
    try FileManager.default.copyItem(atPath: root + "/Tests/Fixtures/manual", toPath: content)
    let folder = content + "/meetings/2025-06-01-committee"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let file = "\(folder)/\(language.rawValue).md"
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    var findings = Findings()
    let build = Build(
      BuildRequest(
        content: content, theme: root + "/Themes/vitrine", data: nil,
        output: scratch.path + "/site"))
    do throws(BuildStopped) {
      _ = try build.read(into: &findings)
    } catch {
      findings = error.findings
    }
    return (findings, file)
  }
}
