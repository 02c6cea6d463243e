import Datasets
import Diagnostics
import Languages
import Partnership
import Publication
import Testing

@testable import Disclosure

@Suite("The ladder: broader categories before none, known answers with k = 11")
struct LadderTests {
  /// Places A and B are in the north, C is in the south.
  func specimen(
    _ counts: [Int], _ breakdowns: [[String]] = [["place"]], share: Int = 30
  ) throws -> Specimen {
    var specimen = try Specimen(
      threshold: 11, rows: zip(["A", "B", "C"], counts).map { ("Y1", $0, "F", $1) },
      breakdowns: breakdowns, share: share)
    specimen.compact.nomenclatures[0].categories = [
      ("N", nil), ("A", "N"), ("B", "N"), ("S", nil), ("C", "S"),
    ].map {
      Nomenclature.Category(code: $0, label: Localized(both: $0), parent: $1, synonyms: [])
    }
    return specimen
  }

  func places(_ table: PublishedTable?) -> [String]? {
    table?.dimensions.last?.categories.map(\.code)
  }

  @Test("A 3 and B 40 are hidden, 2 cells of 6: north 43 and south 50 are shown instead")
  func coarsened() throws {
    let record = try specimen([3, 40, 50]).disclosed().record
    let table = try #require(record.table("I1-place"))
    #expect(places(table) == ["N", "S", "total"])
    #expect(table.dimensions.last?.isCoarsened == true)
    #expect(table.figure(["Y1", "N"])?.value == Quantity(43))
    #expect(table.hiddenCount == 0)
    #expect(record.withheld.isEmpty)
  }

  @Test("where little is hidden, every level is shown")
  func allLevels() throws {
    let table = try specimen([30, 40, 50]).disclosed().record.table("I1-place")
    #expect(places(table) == ["N", "A", "B", "S", "C", "total"])
    #expect(table?.dimensions.last?.isCoarsened == false)
  }

  @Test("north 5 and south 50 would be hidden too: nothing is left but the total")
  func withheld() throws {
    let record = try specimen([3, 2, 50]).disclosed().record
    #expect(record.table("I1-place") == nil)
    #expect(record.withheld.map(\.dimensions) == [["place"]])
    #expect(record.withheld.map(\.rule) == [.hiddenShare])
    #expect(record.table("I1")?.figure(["Y1"])?.value == Quantity(55))
  }

  @Test("a finer level that an earlier release showed is known still")
  func remembered() throws {
    let before = try specimen([30, 40, 50])
    let ledger = [
      Release(
        name: "r1", date: "2024-12-20", record: try before.disclosed().record,
        compact: before.compact)
    ]
    let after = try specimen([3, 40, 50])
    var findings = Findings()
    let disclosed = try #require(
      Gate(compact: after.compact, ledger: ledger).open([after.base], into: &findings))
    // B 40 is in everybody's hands: with north 43 in the open, A is 3.
    #expect(disclosed.record.table("I1-place")?.figure(["Y1", "N"])?.value != Quantity(43))
    #expect(disclosed.report.recoverable == 0 && disclosed.report.narrow == 0)
  }

  @Test("a whole in broader categories and its part in finer ones are one system")
  func withPart() throws {
    var whole = try specimen([3, 60, 70])
    var part = try specimen([0, 50, 50])
    part.base.dataset = "referrals"
    part.base.cells.removeAll { $0.count == 0 }
    var schema = part.compact.datasets[0]
    schema.name = "referrals"
    schema.subsetOf = "cases"
    schema.measures[0].code = "I2"
    whole.compact.datasets.append(schema)
    var findings = Findings()
    let disclosed = try #require(
      Gate(compact: whole.compact).open([whole.base, part.base], into: &findings))
    #expect(findings.all.isEmpty)
    #expect(places(disclosed.record.table("I1-place")) == ["N", "S", "total"])
    #expect(disclosed.report.recoverable == 0 && disclosed.report.narrow == 0)
  }
}
