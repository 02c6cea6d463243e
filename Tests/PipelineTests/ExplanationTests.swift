import Diagnostics
import Foundation
import Languages
import Testing

@testable import Pipeline

private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

@Suite("Why cells are hidden, for the committee's desk")
struct ExplanationTests {
  private func explained() throws -> ExplanationText {
    var findings = Findings()
    return try Build(
      BuildRequest(
        content: root + "/Tests/Fixtures/two-objectives", theme: root + "/Themes/plain", data: nil,
        output: "")
    ).explain(into: &findings)
  }

  @Test("it names cells by their codes and rules, without values, and says that it is confidential")
  func lines() throws {
    let text = try explained()
    let english = text.lines(of: "K2-bank", in: .english)
    let french = text.lines(of: "K2-bank", in: .french)
    #expect(english.first?.hasPrefix("CONFIDENTIAL") == true)
    #expect(french.first?.hasPrefix("CONFIDENTIEL") == true)
    // 3 of the north bank in the baseline year is under 6; the south's 12 goes with it.
    #expect(english.contains("K2-bank/Y0/north  unsafe: below the threshold, zero included"))
    #expect(french.contains("K2-bank/Y0/north  à risque : sous le seuil, zéro compris"))
    #expect(english.contains("K2-bank/Y0/south  hidden to protect another"))
    #expect(text.lines(of: "K1", in: .english).count == 1)
    #expect(text.knows("K2-bank") && !text.knows("K2-bnk"))
  }

  @Test("it is written for its owner alone, over an older one, and nowhere that others read")
  func places() throws {
    let scratch = try Scratch()
    let lines = try explained().lines(of: nil, in: .english)
    let file = scratch.path + "/why.txt"
    for _ in 0..<2 {
      #expect(try ExplanationText.write(lines, to: file, apartFrom: [scratch.path + "/content"]))
    }
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(
      try String(contentsOfFile: file, encoding: .utf8) == lines.joined(separator: "\n") + "\n")

    let site = scratch.path + "/public"
    for folder in [site, scratch.path + "/content/data"] {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
    try Data().write(to: URL(fileURLWithPath: site + "/.vitrine-site"))
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path + "/desk", withDestinationPath: site)
    for (path, code) in [
      (site + "/why.txt", "confidential-inside-site"),
      (scratch.path + "/desk/why.txt", "confidential-inside-site"),
      (scratch.path + "/_site/data/why.txt", "confidential-inside-site"),
      (scratch.path + "/content/why.txt", "confidential-inside-content"),
      (scratch.path + "/content/data/../why.txt", "confidential-inside-content"),
    ] {
      let stopped = #expect(throws: BuildStopped.self) {
        _ = try ExplanationText.write(lines, to: path, apartFrom: [scratch.path + "/content"])
      }
      #expect(stopped?.findings.all.map(\.message.code) == [code], "\(path)")
      #expect(!FileManager.default.fileExists(atPath: path))
    }
  }
}
