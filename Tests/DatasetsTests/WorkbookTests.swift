import Diagnostics
import Languages
import Testing

@testable import Datasets

private let header =
  "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
  + "<c r=\"C1\" t=\"s\"><v>2</v></c></row>"

private func row(_ number: Int, _ period: String, _ sex: Int, _ region: Int) -> String {
  "<row r=\"\(number)\"><c r=\"A\(number)\" t=\"inlineStr\"><is><t>\(period)</t></is></c>"
    + "<c r=\"B\(number)\" t=\"s\"><v>\(sex)</v></c><c r=\"C\(number)\" t=\"s\"><v>\(region)</v></c></row>"
}

private let shared = [
  "period", "sex", "region", "F", "M", "Abidjan", "Gbêkê", "Loh-Djiboua", "Zzyzx",
]

private let csv = """
  period,sex,region
  Y1,F,Abidjan
  Y1,M,Gbêkê
  Y1,F,Abidjan
  Y2,F,Loh-Djiboua

  """

@Suite("A workbook")
struct WorkbookTests {
  static func message(
    of bytes: [UInt8], sheet: SheetChoice = SheetChoice()
  ) -> WorkbookTrouble? {
    do throws(WorkbookTrouble) {
      guard let kind = WorkbookKind(beginning: Array(bytes.prefix(8))) else { return nil }
      _ = try Workbook.sheet(sheet, of: bytes, kind: kind)
      return nil
    } catch {
      return error
    }
  }

  @Test("gives the same base cells as the same table in CSV")
  func equalsCSV() {
    let rows =
      header + row(2, "Y1", 3, 5) + row(3, "Y1", 4, 6) + row(5, "Y1", 3, 5)
      + row(6, "Y2", 3, 7)
    let result = read(bytes: workbook([("Données", rows)], shared: shared))
    #expect(result.codes == [])
    #expect(result.cells == ["1.0.0 = 2", "1.1.1 = 1", "2.0.2 = 1"])
    #expect(result.cells == read(csv).cells)
  }

  @Test("a finding names the row and the cell of the sheet")
  func place() {
    let result = read(
      bytes: workbook(
        [("Données", header + row(2, "Y1", 3, 5) + row(7, "Y1", 8, 5))], shared: shared))
    #expect(result.codes == ["unknown-category"])
    #expect(result.places == ["data/small.csv:7:2"])
    #expect(!result.words.contains("Zzyzx"))
  }

  @Test("a day is written as a date, whatever the format of its cell")
  func dates() throws {
    let bytes = workbook([
      (
        "A",
        """
        <row r="3"><c r="B3" t="inlineStr"><is><t>day</t></is></c>\
        <c r="C3" t="inlineStr"><is><t>n</t></is></c></row>\
        <row r="4"><c r="B4" s="1"><v>45356</v></c><c r="C4"><v>0.30000000000000004</v></c></row>\
        <row r="5"><c r="B5" s="2"><v>59.5</v></c><c r="C5"><v>1E3</v></c></row>
        """
      )
    ])
    let sheet = try Workbook.sheet(SheetChoice(range: "B3:C9"), of: bytes, kind: .zipped)
    #expect(
      String(decoding: sheet.text, as: UTF8.self) == """
        day,n
        2024-03-05,0.3
        1900-02-28T12:00,1000

        """)
    #expect(sheet.rowsBefore == 2)
  }

  @Test("formats of dates are told from formats of numbers")
  func formats() {
    for format in ["dd/mm/yyyy", "[$-40C]d mmmm yyyy;@", "h:mm"] {
      #expect(StyleReader.isDate(format), "\(format)")
    }
    for format in ["0.00", "#,##0\" days\"", "[Red]0", "General", "0\\d"] {
      #expect(!StyleReader.isDate(format), "\(format)")
    }
  }

  @Test("what cannot be read safely is a finding")
  func bad() {
    let good = workbook([("A", header)], shared: shared)
    let compound: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    let encrypted = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
    #expect(Self.message(of: good) == nil)
    #expect(Self.message(of: Array(good.prefix(good.count / 2))) == .broken)
    #expect(Self.message(of: compound + encrypted) == .passwordProtected)
    #expect(Self.message(of: compound + [0, 0]) == .oldFormat)
    #expect(
      Self.message(of: workbook([("A", header)], shared: shared, claimed: 1_500_000_000))
        == .tooLarge)
    #expect(
      Self.message(of: workbook([("A", header), ("B", header)], shared: shared))
        == .sheetNotChosen(2))
    #expect(Self.message(of: good, sheet: SheetChoice(name: "Z")) == .unknownSheet)
    #expect(Self.message(of: good, sheet: SheetChoice(range: "B3")) == .badRange)
    let failed = "<row r=\"1\"><c r=\"A1\" t=\"e\"><v>#REF!</v></c></row>"
    #expect(Self.message(of: workbook([("A", failed)])) == .cellError(row: 1, column: 1))
  }

  @Test("every trouble is told in both languages")
  func words() {
    let all: [(WorkbookTrouble, String, String, String)] = [
      (.passwordProtected, "password-protected", "password", "mot de passe"),
      (.oldFormat, "old-workbook", "Excel 97", "Excel 97"),
      (.broken, "broken-workbook", "truncated", "tronqué"),
      (.tooLarge, "workbook-too-large", "unpacks", "décompressé"),
      (.unknownSheet, "unknown-sheet", "sheet", "feuille"),
      (.sheetNotChosen(2), "sheet-not-chosen", "2 sheets", "2 feuilles"),
      (.badRange, "bad-range", "B3:H200", "B3:H200"),
      (.emptySheet, "empty-sheet", "header", "en-tête"),
      (.cellError(row: 4, column: 2), "cell-error", "error", "erreur"),
    ]
    for (trouble, code, english, french) in all {
      #expect(trouble.message.code == code)
      #expect(trouble.message.summary.english.contains(english))
      #expect(trouble.message.summary.french.contains(french))
      #expect(trouble.message.fix != nil)
    }
    #expect(WorkbookTrouble.cellError(row: 4, column: 2).place(in: "a.xlsx").text == "a.xlsx:4:2")
  }
}
