import Datasets
import Diagnostics
import Foundation
import Languages
import Notes
import Partnership
import Site
import Testing

@testable import Pipeline

private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// What a note can hold, as far as the demonstration should show it.
private enum Feature: String, CaseIterable {
  case table, strikethrough, autolink, taskDone, taskOpen, footnote, quote
  case figure, figureOfAPart, change, mention
}

extension Set<Feature> {
  fileprivate mutating func note(_ blocks: [NoteBlock]) {
    for block in blocks {
      switch block {
      case .heading(_, _, let text), .paragraph(let text): note(text)
      case .list(_, _, let items):
        for item in items {
          if let isDone = item.isDone { insert(isDone ? .taskDone : .taskOpen) }
          note(item.blocks)
        }
      case .quote(let inner):
        insert(.quote)
        note(inner)
      case .table(let header, let rows):
        insert(.table)
        for cell in header + rows.flatMap({ $0 }) { note(cell) }
      case .footnote(_, let inner): note(inner)
      case .code, .rule: break
      }
    }
  }

  private mutating func note(_ inlines: [NoteInline]) {
    for inline in inlines {
      switch inline {
      case .emphasis(let inner), .strong(let inner): note(inner)
      case .strikethrough(let inner):
        insert(.strikethrough)
        note(inner)
      case .link(let address, let inner):
        if inner == [.text(address)] { insert(.autolink) }
        note(inner)
      case .figure(let reference):
        insert(.figure)
        if !reference.filters.isEmpty { insert(.figureOfAPart) }
        if reference.wantsChange { insert(.change) }
      case .mention: insert(.mention)
      case .footnoteReference: insert(.footnote)
      case .text, .code, .lineBreak: break
      }
    }
  }
}

@Suite("The demonstration uses all that a note can hold, in both languages")
struct DemonstrationTests {
  private func material() throws -> (material: Build.Material, findings: Findings) {
    var findings = Findings()
    let build = Build(
      BuildRequest(
        content: root + "/Content", theme: root + "/Themes/vitrine", data: nil, output: ""))
    return (try build.read(into: &findings), findings)
  }

  @Test("every sign of Markdown and every kind of reference", arguments: Language.allCases)
  func features(in language: Language) throws {
    let material = try material().material
    var features: Set<Feature> = []
    for record in material.meetings {
      features.note(
        try #require(record.documents[language], "\(record.meeting.code)").blocks)
    }
    for page in material.pages {
      features.note(try #require(page.documents[language], "\(page.name)").blocks)
    }
    #expect(Set(Feature.allCases).subtracting(features) == [])
  }

  @Test("every type of note, every outcome of a decision, closed passages, an overruled finding")
  func facts() throws {
    let (material, findings) = try material()
    #expect(findings.all.isEmpty, "no finding, and so no stale translation")
    #expect(Set(material.meetings.map(\.meeting.kind)) == Set(MeetingKind.allCases))
    let outcomes = Set(material.meetings.flatMap(\.followUps).map(\.followUp.outcome))
    #expect(outcomes == [.done, .carriedOver, .replaced, .withdrawn])
    let statuses = Set(material.ledger.decisions.map { material.ledger.status(of: $0) })
    #expect(
      statuses == [.open, .overdue, .carriedOver, .done, .replaced, .withdrawn])
    #expect(material.meetings.contains { $0.meeting.closedPassages > 0 })
    #expect(material.pages.contains { $0.closedPassages > 0 })
    let overrulings = material.meetings.flatMap(\.overrulings)
    #expect(Set(overrulings.map { $0.place.file.suffix(5) }) == ["en.md", "fr.md"])
    #expect(overrulings.allSatisfy { !$0.reason.isEmpty })
    #expect(Set(material.meetings.flatMap(\.reports).map(\.status)).count >= 5)
  }

  @Test("every French text records which English one it follows")
  func translations() throws {
    for folder in ["meetings", "pages"] {
      let files = Folder(root + "/Content/" + folder).files().filter { $0.hasSuffix("fr.md") }
      #expect(!files.isEmpty)
      for file in files {
        let text = try String(contentsOfFile: "\(root)/Content/\(folder)/\(file)", encoding: .utf8)
        #expect(text.contains("\ntranslates: ["), "\(file)")
      }
    }
  }

  @Test("obligations are told from the notes: what was met, what is due, what is not called for")
  func obligations() throws {
    let material = try material().material
    let answers = Dictionary(
      uniqueKeysWithValues: material.ledger.obligations.map { ($0.obligation, $0.answer) })
    #expect(answers.count == material.compact.obligations.count)
    #expect(answers.values.contains(.met) && answers.values.contains(.due))
    #expect(answers.values.contains(.notCalledFor) && !answers.values.contains(.cannotBeTold))
    for state in material.ledger.obligations where state.answer == .met {
      for code in state.evidence {
        let isThere =
          material.meetings.contains { $0.meeting.code == code }
          || material.ledger.decision(code) != nil
        #expect(isThere, "\(state.obligation): \(code)")
      }
    }
  }

  @Test("I4.1 is counted from the notes themselves")
  func countedMeetings() throws {
    let material = try material().material
    let indicator = try #require(material.compact.indicators.first { $0.countedMeetings != nil })
    let base = try #require(material.bases.first { $0.dataset == "meetings-\(indicator.code)" })
    // One in March 2024 and one in April 2025, none in the first year; the fourth is not over.
    #expect(base.cells.map(\.count) == [0, 1, 1])
  }
}

@Suite("A page of the committee's own words")
struct ContentPageTests {
  @Test(
    "is shown in the other language where one is pending, and says so", arguments: ["en", "fr"])
  func pending(_ missing: String) throws {
    let scratch = try Scratch()
    let content = scratch.path + "/content"
    try FileManager.default.copyItem(atPath: root + "/Tests/Fixtures/manual", toPath: content)
    try FileManager.default.removeItem(atPath: content + "/pages/reading/\(missing).md")
    var findings = Findings()
    let files = try Build(
      BuildRequest(content: content, theme: root + "/Themes/vitrine", data: nil, output: "")
    ).compose(into: &findings).files
    #expect(findings.all.map(\.message.code) == ["translation-pending"])
    let other = missing == "en" ? "fr" : "en"
    let slug = missing == "en" ? "comment-lire" : "how-to-read"
    // The address of a pending language is that of the folder's other text.
    let pages = files.filter { $0.path.contains("/pages/") && $0.path.hasSuffix(".html") }
    #expect(pages.map(\.path) == ["en/pages/\(slug).html", "fr/pages/\(slug).html"])
    let page = try #require(pages.first { $0.path.hasPrefix(missing) })
    let html = String(decoding: page.bytes, as: UTF8.self)
    #expect(html.contains(#"<div lang="\#(other)">"#))
    #expect(html.contains(missing == "en" ? "is pending" : "est en attente"))
  }
}
