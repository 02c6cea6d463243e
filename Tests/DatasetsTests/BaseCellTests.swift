import Diagnostics
import Languages
import Partnership
import Testing

@testable import Datasets

@Suite("The base cells of a file")
struct BaseCellTests {
  @Test func recordsAreCountedByTheirCategories() {
    let result = read(
      """
      period,sex,region
      Y1,F,Abidjan
      Y1,M,Gbeke
      Y1,F,Abidjan
      Y2,F,Loh-Djiboua

      """)
    #expect(result.codes == [])
    #expect(result.cells == ["1.0.0 = 2", "1.1.1 = 1", "2.0.2 = 1"])
    #expect(result.table?.dimensions.map(\.code) == ["period", "sex", "region"])
    #expect(result.table?.dimensions[0].categories == ["Y0", "Y1", "Y2", "Y3"])
    #expect(result.table?.dimensions[2].categories == ["Abidjan", "Gbeke", "Loh-Djiboua"])
  }

  @Test func amountsAreAddedExactly() {
    let result = read(
      """
      period,sex,hours
      Y1,F,0.1
      Y1,F,0.2
      Y1,F,"1,234.5"
      Y2,M,12

      """, Small.hours)
    #expect(result.codes == [])
    #expect(result.cells == ["1.0 = 3 12348", "2.1 = 1 120"])
    #expect(result.table?.amounts == [AmountColumn(code: "hours", decimals: 1)])
    #expect(
      result.table?.cells[0].contributors == [
        [12345, 2, 1].map { Contribution(contributor: -1, amount: $0) }
      ])
  }

  @Test func contributorsAreNumberedWithoutTheirNames() {
    let schema = Small.schema([
      Small.column("period", .period), Small.column("partner", .contributor),
      Small.column("amount", .amount),
    ])
    let result = read(
      """
      period,partner,amount
      Y1,Centre social de Man,10
      Y1,CNS,5
      Y1,centre social de Man,7
      Y2,CNS,1

      """, schema)
    #expect(result.codes == [])
    #expect(result.cells == ["1 = 3 22", "2 = 1 1"])
    #expect(
      result.table?.cells.map(\.contributors) == [
        [[.init(contributor: 0, amount: 17), .init(contributor: 1, amount: 5)]],
        [[.init(contributor: 1, amount: 1)]],
      ])
  }

  static let distinct = {
    var schema = FindingTests.identified
    schema.measures = [.init(code: "I1.3", function: .distinct, filter: [:], breakdowns: [])]
    return schema
  }()

  @Test("an identifier counts once where identifiers are counted", arguments: [1, 2])
  func distinctIdentifiers(_ threads: Int) {
    let result = read(
      "period,sex,record\nY1,F,R1\nY1,F,R2\nY1,filles,R1\nY2,M,R3\nY1,F,R1\nY2,M,R3\n",
      Self.distinct, threads: threads, segmentSize: 16)
    #expect(result.codes == [])
    #expect(result.cells == ["1.0 = 2", "2.1 = 1"])
  }

  @Test("and is a finding where it stands in two cells")
  func distinctInTwoCells() {
    let result = read(
      "period,sex,record\nY1,F,R1\nY1,M,R1\nY2,F,R1\n", Self.distinct)
    #expect(result.codes == ["identifier-in-two-cells"])
    #expect(result.places == ["data/small.csv:3:1"])
    #expect(result.words.contains("sous d’autres modalités"))
    #expect(result.words.contains("(2 rows, the first here)"))
    #expect(!result.words.contains("R1"))
    #expect(result.table == nil)
  }

  @Test func aggregatedRowsCarryTheirCount() {
    let schema = Small.schema(
      [
        Small.column("period", .period), Small.column("sex", .dimension, "sex"),
        Small.column("number", .count),
      ], kind: .aggregated)
    let result = read("number,sex,period\n12,F,Y1\n0,M,Y1\n1 250,F,Y3\n", schema)
    #expect(result.codes == [])
    #expect(result.cells == ["1.0 = 12", "1.1 = 0", "3.0 = 1250"])
  }

  @Test(
    "a category is its code, its label in either language, or a synonym, however it is typed",
    arguments: [
      "F", "f", " girls ", "Filles", "féminin", "fe\u{301}minin", "FÉMININ", "\"filles\"",
      "\u{A0}filles\u{A0}",
    ])
  func spellings(_ spelling: String) {
    let result = read("period,sex,region\nY1,\(spelling),Abidjan\n")
    #expect(result.codes == [])
    #expect(result.cells == ["1.0.0 = 1"])
  }

  @Test(
    "a period is its code or the year in which it ends",
    arguments: zip(
      ["Y0", "y1", "2022", "2023", "2025", "Y3"], [0, 1, 0, 1, 3, 3]))
  func periods(_ spelling: String, _ index: Int) {
    let result = read("period,sex,region\n\(spelling),F,Abidjan\n")
    #expect(result.cells == ["\(index).0.0 = 1"])
  }

  @Test func aFieldOfAnyLengthFindsItsCategory() {
    let words = (1...40).map { String(repeating: "é", count: $0) }
    let long = Nomenclature(
      code: "region", title: Small.both("kind"),
      categories: words.map { .init(code: $0, label: Small.both($0), synonyms: []) })
    var compact = Small.compact
    compact.nomenclatures = [long]
    let schema = Small.schema([
      Small.column("period", .period), Small.column("region", .dimension, "region"),
    ])
    let text = "period,region\n" + (words + words).map { "Y1,\($0)\n" }.joined()
    withFile(Array(text.utf8)) { folder in
      var findings = Findings()
      let table = DatasetReader(
        schema: schema, compact: compact, dataFolder: folder, displayFolder: "data"
      ).read(into: &findings)
      #expect(table?.cells.map(\.count) == words.map { _ in 2 })
    }
  }

  @Test func blankLinesAreNoRows() {
    let result = read("period,sex,region\n\nY1,F,Abidjan\n,,\n\n")
    #expect(result.codes == [])
    #expect(result.cells == ["1.0.0 = 1"])
  }
}
