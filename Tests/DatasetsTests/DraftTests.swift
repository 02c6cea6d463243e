import Diagnostics
import Languages
import Partnership
import Testing

@testable import Datasets

@Suite("A draft of a schema")
struct DraftTests {
  static func look(
    _ bytes: [UInt8], sheet: SheetChoice = SheetChoice()
  ) -> (draft: DatasetDraft?, codes: [String], words: String) {
    withFile(bytes) { folder in
      var findings = Findings()
      let draft = DatasetDraft.look(
        at: folder + "/small.csv", sheet: sheet, compact: Small.compact, into: &findings)
      return (
        draft, findings.all.map(\.message.code),
        "\(draft.map { "\($0)" } ?? "") \(findings.all.map { "\($0.message)" })"
      )
    }
  }

  static func rows(_ make: (Int) -> String) -> String { (1...30).map(make).joined(separator: "\n") }

  static let register =
    "fiche;année;sexe;region;nom;tel;vu le;heures;partenaire\n"
    + rows { number in
      """
      R\(1000 + number);\(2023 + number % 3);\(number % 2 == 0 ? "F" : "masculin");\
      \(["Abidjan", "Gbêkê", "Ailleurs"][number % 3]);Zqxwv Qzjxk\(number);07 00 00 00 \(10 + number);\
      0\(1 + number % 9)/04/2024;\(number),5;\(number % 2 == 0 ? "CNS" : "ONG A")
      """
    } + "\n"

  @Test("names what each column seems to be, and what has to go, without a value")
  func columns() throws {
    let (draft, codes, words) = Self.look(Array(Self.register.utf8))
    #expect(codes == [])
    let found = try #require(draft)
    let roles = found.columns.map { column in
      column.isRefused ? "refused" : column.role.rawValue + (column.nomenclature ?? "")
    }
    #expect(
      roles == [
        "identifier", "period", "dimensionsex", "dimensionregion", "refused", "refused", "refused",
        "amount", "contributor",
      ])
    #expect(found.kind == .records)
    #expect(found.rows == 30)
    #expect(found.columns[7].decimals == 1)
    let remarks = found.columns.map { $0.remark?.english ?? "" }
    #expect(remarks[3] == "1 of its spellings are not in nomenclatures/region.yml: add synonyms")
    #expect(remarks[4].contains("TO REMOVE from the file: looks like a person’s name"))
    #expect(remarks[5].contains("a telephone number"))
    #expect(remarks[6].contains("a date finer than the period"))
    #expect(found.columns[4].remark?.french.contains("À RETIRER du fichier") == true)
    for value in ["Zqxwv", "Qzjxk", "07 00", "R1001", "ailleurs", "Ailleurs", "/04/2024"] {
      #expect(!words.contains(value), "\(value)")
    }
  }

  @Test("a column of persons is refused by its values, whatever its name")
  func values() throws {
    let text =
      "period,sex,mystery\n" + Self.rows { "Y1,F,KOUASSI Zqxwv\(["a", "b", "c"][$0 % 3])" } + "\n"
    let (draft, _, words) = Self.look(Array(text.utf8))
    #expect(try #require(draft).columns[2].isRefused)
    #expect(!words.contains("Zqxwv"))
  }

  @Test("counts make it a dataset of cells")
  func aggregated() throws {
    let text = "Nombre,Sexe,Période\n12,filles,Y1\n9,garçons,Y1\n1 250,filles,Y2\n"
    let (draft, codes, _) = Self.look(Array(text.utf8))
    #expect(codes == [])
    let found = try #require(draft)
    #expect(found.kind == .aggregated)
    #expect(found.columns.map(\.role) == [.count, .dimension, .period])
    #expect(found.columns.map(\.nomenclature) == [nil, "sex", nil])
  }

  @Test("how the file is written is told in both languages")
  func dialect() throws {
    let (french, _, _) = Self.look(DialectTests.latin("sexe;heures\nféminin;1,5\n"))
    #expect(
      french?.dialect
        == Localized(
          english: "Windows-1252, semicolons between fields, decimal comma",
          french: "Windows-1252, points-virgules entre les champs, virgule décimale"))
    let (plain, _, _) = Self.look(Array("sex,hours\nF,1.5\n".utf8))
    #expect(plain?.dialect.english == "UTF-8, commas between fields, decimal point")
  }

  @Test("a workbook is looked at as well")
  func sheet() throws {
    let rows = """
      <row r="1"><c t="inlineStr"><is><t>Sexe</t></is></c><c t="inlineStr"><is><t>Total</t></is></c></row>\
      <row r="2"><c t="inlineStr"><is><t>filles</t></is></c><c><v>3</v></c></row>
      """
    let bytes = workbook([("A", rows), ("B", rows)])
    #expect(Self.look(bytes).codes == ["sheet-not-chosen"])
    let (draft, codes, _) = Self.look(bytes, sheet: SheetChoice(name: "B"))
    #expect(codes == [])
    #expect(draft?.columns.map(\.role) == [.dimension, .count])
    #expect(draft?.dialect.french == "un classeur")
  }

  @Test(
    "a file without a header gives none: its first record would be written down",
    arguments: [
      "Y1,F,Abidjan\nY1,M,Abidjan\n", "Zqxwv,0700000000\nZqxwv,0700000001\n",
      "Zqxwv,12\nZqxwv,13\n", "Zqxwv,2011-04-05\nZqxwv,2011-04-06\n",
    ])
  func withoutHeader(_ text: String) {
    let (draft, codes, words) = Self.look(Array(text.utf8))
    #expect(draft == nil)
    #expect(codes == ["missing-header"])
    #expect(!words.contains("Zqxwv"))
    #expect(words.contains("première ligne contient des valeurs"))
  }

  @Test(
    "what cannot be read is told, and gives no draft",
    arguments: [
      ("sex,sex\nF,M\n", "duplicate-header"), ("sex,region\n", "dataset-without-rows"),
      ("sex,region\nF,\"Abidjan\nM,Abidjan\n", "unterminated-quote"),
      ("sex,region\nF,Abi\u{0}djan\n", "nul-byte"), ("", "empty-data-file"),
    ])
  func broken(_ text: String, _ code: String) {
    let (draft, codes, _) = Self.look(Array(text.utf8))
    #expect(draft == nil)
    #expect(codes == [code])
  }
}
