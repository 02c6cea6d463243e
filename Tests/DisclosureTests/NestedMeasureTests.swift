import Datasets
import Diagnostics
import Languages
import Partnership
import Publication
import Testing

@testable import Disclosure

@Suite("Measures of one dataset whose rows are nested, known answers with k = 11")
struct NestedMeasureTests {
  /// Rows of year 1: (place, sex, count).
  private func specimen(
    _ rows: [(String, String, Int)], breakdowns: [[String]],
    narrower: [String: [String]], of wider: [String: [String]] = [:]
  ) throws -> Specimen {
    var specimen = try Specimen(
      threshold: 11, rows: rows.map { ("Y1", $0.0, $0.1, $0.2) }, breakdowns: breakdowns)
    specimen.compact.datasets[0].measures[0].filter = wider
    specimen.compact.datasets[0].measures.append(
      .init(code: "I2", function: .count, filter: narrower, breakdowns: breakdowns))
    return specimen
  }

  @Test("43 children at A of whom 40 are girls: 3 boys cannot be taken")
  func byPlace() throws {
    let rows = [
      ("A", "F", 40), ("A", "M", 3), ("B", "F", 40), ("B", "M", 40), ("C", "F", 40), ("C", "M", 50),
    ]
    let disclosed = try specimen(rows, breakdowns: [["place"]], narrower: ["sex": ["F"]])
      .disclosed()
    func shown(_ series: String, _ place: String) -> Int? {
      disclosed.record.table("\(series)-place")?.figure(["Y1", place])?.value?.units
    }
    #expect(shown("I1", "A") == nil || shown("I2", "A") == nil)
    #expect(disclosed.report.recoverable == 0 && disclosed.report.narrow == 0)
    #expect(disclosed.report.unsafe == 0, "no cell that stands in a table is small")
    #expect(disclosed.report.complementary > 0)
    #expect(!disclosed.record.tables.contains { $0.code.contains("rest") })
    // Neither may be typed in a note, as a boy's number beside the words of either.
    for series in ["I1", "I2"] { #expect(disclosed.proseGuard.reveals(3, of: [series])) }
  }

  @Test("nothing small is left: everything is shown")
  func nothingSmall() throws {
    let rows = [("A", "F", 40), ("A", "M", 30), ("B", "F", 20), ("B", "M", 40)]
    let disclosed = try specimen(rows, breakdowns: [["place"]], narrower: ["sex": ["F"]])
      .disclosed()
    #expect(disclosed.record.tables.allSatisfy { $0.hiddenCount == 0 })
  }

  @Test(
    "a filter of several columns, and one within another",
    arguments: [
      // 50 of whom 45 are girls at A or B: 5 are boys, or at C.
      (["sex": ["F"], "place": ["A", "B"]], [:]),
      // 46 at A or B, of whom 45 are girls: 1 boy.
      (["sex": ["F"], "place": ["A", "B"]], ["place": ["A", "B"]]),
    ] as [([String: [String]], [String: [String]])])
  func severalColumns(_ narrower: [String: [String]], _ wider: [String: [String]]) throws {
    let rows = [("A", "F", 25), ("B", "F", 20), ("B", "M", 1), ("C", "M", 4)]
    let disclosed = try specimen(rows, breakdowns: [], narrower: narrower, of: wider).disclosed()
    let shown = ["I1", "I2"].map { disclosed.record.main(of: $0)?.figure(["Y1"])?.value?.units }
    #expect(shown.contains(nil))
  }

  @Test("filters that overlap and are not nested tell no rest: both are shown")
  func overlapping() throws {
    let rows = [("A", "F", 25), ("B", "F", 20), ("B", "M", 30), ("C", "M", 40)]
    let disclosed = try specimen(
      rows, breakdowns: [], narrower: ["sex": ["F"]], of: ["place": ["B", "C"]]
    ).disclosed()
    #expect(disclosed.record.main(of: "I1")?.figure(["Y1"])?.value?.units == 90)
    #expect(disclosed.record.main(of: "I2")?.figure(["Y1"])?.value?.units == 45)
  }

  @Test(
    "a sum and the sum of some of its rows: what one contributor gave is told by neither",
    arguments: [true, false])
  func sums(_ isOneContributor: Bool) throws {
    var specimen = try Specimen(threshold: nil, rows: [], breakdowns: [])
    specimen.compact.classes[0].dominance = Dominance(contributors: 1, share: 90)
    specimen.compact.datasets[0].columns += [
      .init(name: "amount", role: .amount, title: Localized(both: "x"), decimals: 0),
      .init(name: "giver", role: .contributor, title: Localized(both: "x"), decimals: 0),
    ]
    specimen.compact.datasets[0].measures = [
      .init(code: "S1", function: .sum, column: "amount", filter: [:], breakdowns: []),
      .init(code: "S2", function: .sum, column: "amount", filter: ["sex": ["F"]], breakdowns: []),
    ]
    func cell(_ sex: Int, _ gifts: [(Int, Int)]) -> BaseCell {
      BaseCell(
        keys: [1, 0, sex], count: gifts.count, sums: [gifts.reduce(0) { $0 + $1.1 }],
        contributors: [gifts.map { Contribution(contributor: $0.0, amount: $0.1) }])
    }
    specimen.base = BaseTable(
      dataset: "cases", dimensions: specimen.base.dimensions,
      amounts: [AmountColumn(code: "amount", decimals: 0)],
      cells: [
        cell(0, [(1, 100), (2, 120), (3, 90)]),
        cell(1, isOneContributor ? [(4, 70)] : [(4, 35), (5, 35)]),
      ])
    let disclosed = try specimen.disclosed()
    let shown = ["S1", "S2"].map { disclosed.record.main(of: $0)?.figure(["Y1"])?.value?.units }
    #expect(shown.contains(nil) == isOneContributor)
  }
}
