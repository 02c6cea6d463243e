import Diagnostics
import Foundation
import Languages
import Testing

@testable import Pipeline

private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// One page of `Documentation/findings`: what a code says, why, and examples that are run.
struct FindingPage: Sendable, CustomTestStringConvertible {
  let code: String
  let text: String

  var testDescription: String { code }

  /// A fragment as it is refused, and the same as it is accepted, in one file of the fixture.
  struct Example: Sendable {
    let language: Language
    let file: String
    let refused: String
    let mended: String
  }

  static let all: [FindingPage] = {
    let folder = Folder(root + "/Documentation/findings")
    return folder.files().filter { $0.hasSuffix(".md") }.sorted().compactMap { path in
      folder.bytes(of: path).map {
        FindingPage(code: String(path.dropLast(3)), text: String(decoding: $0, as: UTF8.self))
      }
    }
  }()

  /// The text under one of the two headings.
  func section(_ language: Language) -> Substring {
    let parts = text.split(separator: "\n## Français\n", maxSplits: 1)
    guard parts.count == 2, let start = parts[0].range(of: "\n## English\n") else { return "" }
    return language == .english ? parts[0][start.upperBound...] : parts[1]
  }

  /// Fenced blocks that name a file come in pairs: refused, then mended.
  var examples: [Example] {
    Language.allCases.flatMap { language in
      let blocks = Self.blocks(section(language))
      return stride(from: 0, to: blocks.count - 1, by: 2).map {
        Example(
          language: language, file: blocks[$0].file, refused: blocks[$0].text,
          mended: blocks[$0 + 1].text)
      }
    }
  }

  private static func blocks(_ section: Substring) -> [(file: String, text: String)] {
    var found: [(String, String)] = []
    var open: (file: String, lines: [Substring])?
    for line in section.split(separator: "\n", omittingEmptySubsequences: false) {
      if let block = open {
        if line == "```" {
          if !block.file.isEmpty { found.append((block.file, block.lines.joined(separator: "\n"))) }
          open = nil
        } else {
          open?.lines.append(line)
        }
      } else if line.hasPrefix("```") {
        let words = line.dropFirst(3).split(separator: " ")
        open = (words.count > 1 ? String(words[1]) : "", [])
      }
    }
    return found
  }
}

/// The small partnership of `Tests/Fixtures/manual`, with one fragment spoilt.
private struct Spoilt: ~Copyable {
  let scratch: Scratch

  init() throws {
    let scratch = try Scratch()
    let files = FileManager.default
    try files.copyItem(atPath: root + "/Tests/Fixtures/manual", toPath: scratch.path + "/content")
    try files.createDirectory(atPath: scratch.path + "/themes", withIntermediateDirectories: true)
    for theme in ["plain", "vitrine"] {
      try files.copyItem(
        atPath: root + "/Themes/\(theme)", toPath: scratch.path + "/themes/\(theme)")
    }
    self.scratch = scratch
  }

  func path(of file: String) -> String {
    scratch.path + (file.hasPrefix("themes/") ? "/" : "/content/") + file
  }

  /// - Returns: whether the file holds the mended fragment, just once.
  func spoil(_ example: FindingPage.Example) throws -> Bool {
    let path = path(of: example.file)
    let text = try String(contentsOfFile: path, encoding: .utf8)
    guard let place = text.range(of: example.mended),
      text[place.upperBound...].range(of: example.mended) == nil
    else { return false }
    try text.replacingCharacters(in: place, with: example.refused)
      .write(toFile: path, atomically: true, encoding: .utf8)
    return true
  }

  /// The codes found, as far as a build goes.
  func codes(composing: Bool) -> Set<String> {
    var findings = Findings()
    let build = Build(
      BuildRequest(
        content: scratch.path + "/content", theme: scratch.path + "/themes/plain", data: nil,
        output: scratch.path + "/site"))
    do throws(BuildStopped) {
      if composing {
        _ = try build.compose(into: &findings)
      } else {
        _ = try build.disclose(build.read(into: &findings), into: &findings)
      }
    } catch {
      return Set(error.findings.all.map(\.message.code))
    }
    return Set(findings.all.map(\.message.code))
  }
}

@Suite("Every finding has a page, and its examples are run")
struct FindingManualTests {
  /// Findings that no file of a small partnership can show: the machine's, a command's, or those
  /// that take a large or broken file. Their own suites show them.
  static let withoutExample: Set<String> = Set(
    ((try? String(
      contentsOfFile: root + "/Documentation/findings/without-example.txt", encoding: .utf8)) ?? "")
      .split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") })

  @Test("every code that the sources write has a page")
  func complete() throws {
    let pages = Set(FindingPage.all.map(\.code))
    let written = try Self.codesInSources()
    #expect(written.count > 100)
    #expect(written.subtracting(pages).sorted() == [])
    #expect(pages.subtracting(written).sorted() == [], "pages of codes that nothing writes")
  }

  @Test("a page says what, in both languages, under its code", arguments: FindingPage.all)
  func shape(of page: FindingPage) {
    #expect(page.text.hasPrefix("# \(page.code)\n"))
    for language in Language.allCases {
      #expect(page.section(language).count > 60, "\(language)")
    }
    let languages = Set(page.examples.map(\.language))
    if Self.withoutExample.contains(page.code) {
      #expect(languages.isEmpty)
    } else {
      #expect(languages == Set(Language.allCases), "an example in each language")
    }
  }

  @Test("what is mended gives no finding")
  func mended() throws {
    let spoilt = try Spoilt()
    #expect(spoilt.codes(composing: true) == [])
  }

  /// A note has two languages, and some rules are read from what both state: where a fragment
  /// alone only makes the two differ, its twin is spoilt with it.
  @Test("what is refused gives the finding", arguments: FindingPage.all)
  func refused(_ page: FindingPage) throws {
    let twins = page.examples.filter { $0.file.hasSuffix("/en.md") || $0.file.hasSuffix("/fr.md") }
    for example in page.examples {
      var codes = try codes(spoiling: [example])
      if !codes.contains(page.code), twins.count == 2 { codes = try self.codes(spoiling: twins) }
      #expect(codes.contains(page.code), "\(example.language): \(codes.sorted())")
    }
  }

  private func codes(spoiling examples: [FindingPage.Example]) throws -> Set<String> {
    let spoilt = try Spoilt()
    for example in examples {
      let fits = try spoilt.spoil(example)
      #expect(fits, "\(example.file) holds the mended fragment once: \(example.mended)")
    }
    let codes = spoilt.codes(composing: false)
    return codes.isEmpty ? spoilt.codes(composing: true) : codes
  }

  /// The second argument of a message is its code; those of refusals are built from a word.
  static func codesInSources() throws -> Set<String> {
    var codes: Set<String> = []
    let folder = Folder(root + "/Sources")
    for path in folder.files() where path.hasSuffix(".swift") {
      let text = String(decoding: folder.bytes(of: path) ?? [], as: UTF8.self)
      for match in text.matches(of: /\.(?:error|warning|note),\s*"([a-z][a-z0-9-]*)"/) {
        codes.insert(String(match.1))
      }
      for match in text.matches(of: /return error\(\s*"([a-z0-9-]+)"/) {
        codes.insert(String(match.1))
      }
      guard path.hasSuffix("Suspicion.swift") else { continue }
      let cases = text.prefix(upTo: text.range(of: "var word")?.lowerBound ?? text.endIndex)
      for match in cases.matches(of: /case (\w+)(?: = "([a-z-]+)")?/) {
        codes.insert("refused-" + String(match.2 ?? match.1))
      }
    }
    return codes
  }
}
