import Datasets
import Diagnostics
import Partnership
import Publication
import Suppression
import Testing

@testable import Disclosure

@Suite("Counts that are shown are rounded, known answers with k = 11 and a base of 5")
struct RoundingTests {
  private func specimen(
    _ counts: [Int], totalsAreExact: Bool = false, base: Int? = 5
  ) throws -> Specimen {
    let rows = zip(["A", "B", "C"], counts).map { ("Y1", $0, "F", $1) }
    var specimen = try Specimen(threshold: 11, rows: rows, breakdowns: [["place"]])
    specimen.compact.classes[0].roundingBase = base
    specimen.compact.classes[0].totalsAreExact = totalsAreExact
    return specimen
  }

  private func shown(_ disclosed: Disclosed) -> [Int?] {
    ["A", "B", "C", "total"].map {
      disclosed.record.table("I1-place")?.figure(["Y1", $0])?.value?.units
    }
  }

  @Test("43 is 45, 58 is 60, 12 is 15 and not 10, which is below the threshold; 113 is 115")
  func rounded() throws {
    let disclosed = try specimen([12, 43, 58]).disclosed()
    #expect(shown(disclosed) == [15, 45, 60, 115])
    #expect(disclosed.record.main(of: "I1")?.figure(["Y1"])?.value?.units == 115)
    #expect(disclosed.record.tables.allSatisfy { $0.provenance.roundedTo == 5 })
    // The counts themselves are not to be typed either; what is shown may be.
    #expect(disclosed.proseGuard.reveals(43, of: ["I1"]))
    #expect(!disclosed.proseGuard.reveals(45, of: ["I1"]))
  }

  @Test("what is hidden is hidden as without, and zeros stay zeros")
  func hidden() throws {
    let disclosed = try specimen([3, 0, 58]).disclosed()
    let exact = try specimen([3, 0, 58], base: nil).disclosed()
    #expect(shown(disclosed).map { $0 == nil } == shown(exact).map { $0 == nil })
    #expect(try shown(specimen([0, 43, 58]).disclosed()) == [0, 45, 60, 100])
  }

  @Test("totals that are exact are not rounded, their parts are")
  func exactTotals() throws {
    let disclosed = try specimen([12, 43, 58], totalsAreExact: true).disclosed()
    #expect(disclosed.record.main(of: "I1")?.figure(["Y1"])?.value?.units == 113)
    #expect(disclosed.record.main(of: "I1")?.provenance.roundedTo == nil)
    #expect(shown(disclosed) == [15, 45, 60, 115])
  }

  @Test(
    "a release that was rounded, and what was counted since",
    arguments: [
      // The same when rounded: nothing changed for whoever reads both.
      ([12, 43, 58], [15, 45, 60, 115], false), ([13, 44, 57], [15, 45, 55, 115], true),
      ([12, 44, 58], [15, 45, 60, 115], false),
      // 8 more are told by 45 and 50; 20 more are many, and everything is shown.
      ([12, 51, 58], [15, 45, 60, 115], true), ([12, 63, 58], [15, 65, 60, 135], false),
    ] as [([Int], [Int], Bool)])
  func revised(_ counts: [Int], _ expected: [Int], _ waits: Bool) throws {
    let before = try specimen([12, 43, 58])
    let release = Release(
      name: "r1", date: "2024-12-20", record: try before.disclosed().record,
      compact: before.compact)
    let after = try specimen(counts)
    var findings = Findings()
    let disclosed = Gate(compact: after.compact, ledger: [release])
      .open([after.base], into: &findings)
    #expect(findings.all.isEmpty)
    let table = disclosed?.record.table("I1-place")
    let isWaiting =
      table?.figures.contains { $0.qualifiers.contains(.awaitingRevision) } ?? false
    #expect(isWaiting == waits)
    if waits {
      #expect(try disclosed.map(shown) == shown(before.disclosed()))
    } else {
      #expect(disclosed.map(shown) == expected)
    }
  }

  @Test("an amount is not rounded, nor public because a release showed what it would be rounded to")
  func amounts() throws {
    func funds(_ gives: [(Int, Int)]) throws -> Specimen {
      var specimen = try self.specimen([])
      specimen.compact.classes[0].dominance = Dominance(contributors: 1, share: 90)
      specimen.compact.classes[0].amountsMayChange = true
      let title = specimen.compact.datasets[0].columns[0].title
      specimen.compact.datasets[0].columns.append(
        .init(name: "amount", role: .amount, title: title, decimals: 0))
      specimen.compact.datasets[0].measures = [
        .init(code: "S1", function: .sum, column: "amount", filter: [:], breakdowns: [])
      ]
      specimen.base = BaseTable(
        dataset: "cases", dimensions: specimen.base.dimensions,
        amounts: [AmountColumn(code: "amount", decimals: 0)],
        cells: [
          BaseCell(
            keys: [1, 0, 0], count: gives.count, sums: [gives.reduce(0) { $0 + $1.1 }],
            contributors: [gives.map { Contribution(contributor: $0.0, amount: $0.1) }])
        ])
      return specimen
    }
    let before = try funds([(1, 20), (2, 25)])
    let record = try before.disclosed().record
    #expect(record.main(of: "S1")?.figure(["Y1"])?.value?.units == 45)
    // 43 of one contributor: hidden, though 45 is what a count of 43 would be shown as.
    let after = try funds([(1, 43)])
    let release = Release(
      name: "r1", date: "2024-12-20", record: record, compact: before.compact)
    var findings = Findings()
    let disclosed = Gate(compact: after.compact, ledger: [release])
      .open([after.base], into: &findings)
    #expect(try #require(disclosed).record.main(of: "S1")?.figure(["Y1"])?.isHidden == true)
  }

  @Test("every count is among those that its number may stand for, and they all are shown so")
  func inverse() {
    for base in 2...12 {
      for threshold in 1...15 {
        let rounding = Rounding(base: base, threshold: threshold)
        for count in 0...200 {
          let number = rounding.shown(count)
          let counts = rounding.counts(shownAs: number)
          // A count below the threshold may be a multiple all the same; it is shown as it is.
          #expect(counts.contains(count), "\(base) \(threshold) \(count)")
          #expect(
            counts.allSatisfy { rounding.shown($0) == number }, "\(base) \(threshold) \(count)")
          #expect(number >= threshold || number == count)
        }
      }
    }
  }
}
