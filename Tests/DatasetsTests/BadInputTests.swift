import Diagnostics
import Foundation
import Languages
import Partnership
import Testing

@testable import Datasets

/// What a committee's desk has seen: each is told in both languages, at its place, and nothing
/// half-read is used. The database that is away is among `DatabaseTests`.
@Suite("Files as they should not come")
struct BadInputTests {
  struct Example: CustomTestStringConvertible {
    var testDescription: String
    var bytes: [UInt8]
    var code: String
    var place: String
    var english: String
    var french: String

    init(
      _ description: String, _ bytes: [UInt8], _ code: String, at place: String = "",
      _ english: String, _ french: String
    ) {
      testDescription = description
      self.bytes = bytes
      self.code = code
      self.place = "data/small.csv" + place
      self.english = english
      self.french = french
    }
  }

  private static func csv(_ rows: String) -> [UInt8] { Array("period,sex,region\n\(rows)".utf8) }

  private static let sheet = """
    <row r="1"><c t="inlineStr"><is><t>period</t></is></c><c t="inlineStr"><is><t>sex</t></is></c>\
    <c t="inlineStr"><is><t>region</t></is></c></row>
    """

  static let examples = [
    Example(
      "an unterminated quote", csv("Y1,F,Abidjan\nY1,\"F,Abidjan\n"), "unterminated-quote",
      at: ":3:1", "quote opened in this row is not closed",
      "un guillemet ouvert sur cette ligne n’est pas fermé"),
    Example(
      "a ragged row", csv("Y1,F,Abidjan\nY1,F\n"), "ragged-row", at: ":3:1",
      "row has fewer fields than the header", "la ligne a moins de champs que l’en-tête"),
    Example(
      "a duplicate header", Array("period,sex,region,sex\nY1,F,Abidjan,F\n".utf8),
      "duplicate-header", at: ":1:4", "column ‘sex’ stands twice in the header",
      "la colonne « sex » figure deux fois dans l’en-tête"),
    Example(
      "a NUL byte", csv("Y1,F,Abi\u{0}djan\n"), "nul-byte", at: ":2:9",
      "text holds a byte that is zero", "le texte contient un octet nul"),
    Example(
      "a field of 10 MB", csv("Y1,F,\(String(repeating: "a", count: 10_000_000))\n"),
      "row-too-long", at: ":2:1", "row is longer than 1 MiB", "la ligne dépasse 1 Mio"),
    Example(
      "a formula", csv("Y1,F,=cmd|' /C calc'!A0\n"), "formula", at: ":2:6",
      "begins as a formula does", "commence comme une formule"),
    Example(
      "a control that turns text", csv("Y1,F,Abi\u{2066}djan\n"), "direction-control", at: ":2:6",
      "turns the direction of text", "inverse le sens du texte"),
    Example(
      "a workbook cut off", Array(workbook([("A", sheet)]).dropLast(400)), "broken-workbook",
      "workbook is truncated or damaged", "le classeur est tronqué ou endommagé"),
    Example(
      "a workbook with a password",
      [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        + "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }, "password-protected",
      "workbook is protected by a password", "le classeur est protégé par un mot de passe"),
    Example(
      "a workbook that would fill the memory",
      workbook([("A", sheet)], claimed: 1_500_000_000), "workbook-too-large",
      "unpacks to more than can be read safely", "dépasse ce qui peut être lu sans risque"),
  ]

  @Test("are one finding in English and French, with its mend, and no table", arguments: examples)
  func told(_ example: Example) {
    let result = read(bytes: example.bytes)
    #expect(result.table == nil)
    #expect(result.codes == [example.code])
    #expect(result.places == [example.place])
    let message = result.findings.first?.message
    #expect(message?.severity == .error)
    #expect(message?.summary.english.contains(example.english) == true)
    #expect(message?.summary.french.contains(example.french) == true)
    #expect(message?.fix?.english.isEmpty == false)
    #expect(message?.fix?.french.isEmpty == false)
    #expect(message?.fix?.french != message?.fix?.english)
  }

  @Test("a file that changes while it is read", arguments: [true, false])
  func changing(_ changes: Bool) {
    let text = "period,sex,region\n" + String(repeating: "Y1,F,Abidjan\n", count: 60_000)
    withFile(Array(text.utf8)) { folder in
      var findings = Findings()
      let reader = DatasetReader(
        schema: Small.plain, compact: Small.compact, dataFolder: folder, displayFolder: "data")
      var blocks = 0
      let table = reader.read(
        into: &findings, threads: 1, segmentSize: FileScan.segmentSize,
        progress: { _, _ in
          blocks += 1
          guard changes, blocks == 1 else { return }
          let handle = FileHandle(forWritingAtPath: folder + "/small.csv")
          _ = try? handle?.seekToEnd()
          try? handle?.write(contentsOf: Data("Y1,M,Abidjan\n".utf8))
        })
      #expect(blocks > 0)
      #expect((table == nil) == changes)
      #expect(findings.all.map(\.message.code) == (changes ? ["changed-data-file"] : []))
      let message = findings.all.first?.message
      #expect(!changes || message?.summary.english == "data file changed while it was read")
      #expect(
        !changes || message?.summary.french == "le fichier de données a changé pendant la lecture")
    }
  }

  @Test("a column of keys, tabulated as if it were one of categories")
  func tooManyCategories() {
    let rows = (0...TabulationConsumer.mostCategories).map { "K\($0),1\n" }.joined()
    withFile(Array("key,n\n\(rows)".utf8)) { folder in
      var findings = Findings()
      let table = Tabulator(path: folder + "/small.csv", by: ["key"], sum: "n", isCube: false)
        .tabulate(into: &findings)
      #expect(table == nil)
      #expect(findings.all.map(\.message.code) == ["too-many-categories"])
      let message = findings.all.first?.message
      #expect(message?.summary.english.contains("too many distinct values") == true)
      #expect(message?.summary.french.contains("trop de valeurs différentes") == true)
    }
  }
}
