import Catalogue
import Diagnostics
import Foundation
import Languages
import Partnership
import Testing

@testable import Pipeline

private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

@Suite("A schema drafted from a file")
struct ReadyDatasetTests {
  private func draft(
    _ scratch: borrowing Scratch, name: String? = nil, file: String = "Visites d’été (2).csv"
  ) throws -> ReadyDataset.Receipt {
    let path = scratch.path + "/" + file
    if !FileManager.default.fileExists(atPath: path) {
      try "année;Rive;Familles;nom\nY0;north;12;Zqxwv A\nY1;south;7;Zqxwv B\n"
        .write(toFile: path, atomically: true, encoding: .utf8)
    }
    return try ReadyDataset(
      content: scratch.path + "/content", file: path, name: name, sheet: nil, range: nil
    ).write()
  }

  private func prepared() throws -> Scratch {
    let scratch = try Scratch()
    try FileManager.default.copyItem(
      atPath: root + "/Tests/Fixtures/manual", toPath: scratch.path + "/content")
    return scratch
  }

  @Test("is read by the catalogue without a finding, and holds no value")
  func readable() throws {
    let scratch = try prepared()
    let receipt = try draft(scratch)
    #expect(receipt.path.hasSuffix("content/data/visites-d-ete-2.yml"))
    #expect(receipt.refused == 1)
    #expect(
      receipt.seen.english == "UTF-8, semicolons between fields, decimal comma; 2 rows looked at")
    let text = try String(contentsOfFile: receipt.path, encoding: .utf8)
    #expect(!text.contains("Zqxwv"))
    #expect(text.contains("À RETIRER du fichier"))
    var findings = Findings()
    let catalogue = CatalogueReader(root: scratch.path + "/content", display: "content")
      .read(into: &findings)
    #expect(findings.all.map(\.message.code) == [])
    let schema = try #require(
      catalogue?.compact.datasets.first { $0.name == "visites-d-ete-2" })
    #expect(schema.kind == .aggregated)
    #expect(schema.columns.map(\.role) == [.period, .dimension, .count, .ignored])
    #expect(schema.columns[1].nomenclature == "bank")
    #expect(schema.file == "Visites d’été (2).csv")
  }

  @Test("is refused by a build until what looks like persons is taken out")
  func refused() throws {
    let scratch = try prepared()
    _ = try draft(scratch)
    try FileManager.default.moveItem(
      atPath: scratch.path + "/Visites d’été (2).csv",
      toPath: scratch.path + "/content/data/Visites d’été (2).csv")
    var findings = Findings()
    let build = Build(
      BuildRequest(
        content: scratch.path + "/content", theme: root + "/Themes/plain", data: nil,
        output: scratch.path + "/site"))
    let stopped = #expect(throws: BuildStopped.self) { try build.compose(into: &findings) }
    #expect(stopped?.findings.all.map(\.message.code) == ["refused-person-name"])
  }

  @Test("never takes the place of another")
  func never() throws {
    let scratch = try prepared()
    let before = try String(
      contentsOfFile: scratch.path + "/content/data/visits.yml", encoding: .utf8)
    let stopped = #expect(throws: BuildStopped.self) { _ = try draft(scratch, name: "visits") }
    #expect(stopped?.findings.all.map(\.message.code) == ["already-there"])
    #expect(
      try String(contentsOfFile: scratch.path + "/content/data/visits.yml", encoding: .utf8)
        == before)
  }

  @Test("has a name that an address can have", arguments: ["../x", "A", "é", "", "a b"])
  func names(_ name: String) throws {
    let scratch = try prepared()
    let stopped = #expect(throws: BuildStopped.self) { _ = try draft(scratch, name: name) }
    #expect(stopped?.findings.all.map(\.message.code) == ["dataset-name-malformed"])
  }

  @Test("what a name of a column holds stays within its quotes")
  func quoted() {
    #expect(ReadyDataset.quoted("a\"b\\c\n\u{202E}d") == "\"a\\\"b\\\\c  d\"")
  }
}
