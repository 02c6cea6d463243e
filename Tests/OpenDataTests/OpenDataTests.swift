import Languages
import Partnership
@_spi(Gate) import Publication
import Testing

@testable import OpenData

@Suite("Tidy CSV")
struct TidyCSVTests {
  func table(_ figures: [Figure], label: String = "Abidjan") throws -> PublishedTable {
    let date = try #require(CalendarDate(year: 2025, month: 12, day: 15))
    return PublishedTable(
      code: "I1-place", series: "I1",
      dimensions: [
        PublishedDimension(
          code: "period", title: Localized(both: "p"),
          categories: [PublishedCategory(code: "Y1", label: Localized(both: "Year 1"))]),
        PublishedDimension(
          code: "place", title: Localized(both: "q"),
          categories: [
            PublishedCategory(code: "A", label: Localized(both: label)),
            PublishedCategory(code: "total", label: Localized(both: "Total"), isTotal: true),
          ]),
      ],
      figures: figures, measure: .count,
      provenance: Provenance(
        dataset: "d", version: date, source: "CNS", confidentiality: "C3", isDemonstration: true))
  }

  @Test("one row a cell, value and mark apart")
  func rows() throws {
    let text = String(
      decoding: TidyCSV.bytes(of: [try table([Figure(.hidden), Figure(.value(Quantity(40)))])]),
      as: UTF8.self)
    #expect(
      text == """
        table,indicator,period,period_en,period_fr,place,place_en,place_fr,measure,value,mark,\
        qualifier,demonstration\r
        I1-place,I1,Y1,Year 1,Year 1,A,Abidjan,Abidjan,count,,[c],,yes\r
        I1-place,I1,Y1,Year 1,Year 1,total,Total,Total,count,40,,,yes\r

        """)
  }

  @Test("hidden and zero are never the same bytes, and hidden ones never differ")
  func hiddenIsConstant() throws {
    let hidden = TidyCSV.bytes(of: [try table([Figure(.hidden), Figure(.hidden)])])
    let zero = TidyCSV.bytes(of: [try table([Figure(.value(Quantity(0))), Figure(.hidden)])])
    #expect(hidden != zero)
  }

  @Test(
    "a text that a spreadsheet would run is made harmless, and a number stays one",
    arguments: [
      ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("+225", "'+225"), ("-cmd|x", "'-cmd|x"),
      ("-12.5", "-12.5"), ("Côte", "Côte"),
    ])
  func formulas(_ field: String, _ expected: String) {
    #expect(CSVWriter.harmless(field) == expected)
  }

  @Test("quotes, commas and line ends follow RFC 4180")
  func quoting() {
    var csv = CSVWriter()
    csv.row(["a,b", "say \"yes\"", "two\nlines"])
    #expect(
      String(decoding: csv.bytes, as: UTF8.self) == "\"a,b\",\"say \"\"yes\"\"\",\"two\nlines\"\r\n"
    )
  }

  @Test(
    "decimals are a point, without grouping",
    arguments: [
      (Quantity(1_234_567), "1234567"), (Quantity(-125, decimals: 1), "-12.5"),
      (Quantity(5, decimals: 2), "0.05"),
    ])
  func plain(_ quantity: Quantity, _ expected: String) {
    #expect(TidyCSV.plain(quantity) == expected)
  }
}
