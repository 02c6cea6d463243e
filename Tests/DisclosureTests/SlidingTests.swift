import Datasets
import Diagnostics
import Partnership
import Publication
import Testing

@testable import Disclosure

@Suite("Sliding protection, known answers with k = 11")
struct SlidingTests {
  /// A, B and C of women in year 1; which are hidden.
  private func hidden(
    _ counts: [Int], _ change: (inout ConfidentialityClass) -> Void = { _ in }
  ) throws -> [String] {
    var specimen = try Specimen(
      threshold: 11, rows: zip(["A", "B", "C"], counts).map { ("Y1", $0, "F", $1) },
      breakdowns: [["place"]])
    change(&specimen.compact.classes[0])
    specimen.compact.classes[0].totalsStay = true
    let disclosed = try specimen.disclosed()
    #expect(disclosed.report.recoverable == 0 && disclosed.report.narrow == 0)
    let table = try #require(disclosed.record.table("I1-place"))
    return ["A", "B", "C"].filter { table.figure(["Y1", $0])?.isHidden == true }
  }

  @Test("3 and 3 hide each other: 6 in all leaves 0 to 6, less than the mark says")
  func mark() throws {
    // The mark asks for 1 to 10 of each, and 3 + 3 is 6: C goes as well.
    #expect(try hidden([3, 3, 50]) == ["A", "B", "C"])
  }

  @Test("a width of 6 that may lie anywhere is content with 0 to 6; one of 7 is not")
  func sliding() throws {
    #expect(
      try hidden([3, 3, 50]) {
        $0.intervalWidth = 6
        $0.isSliding = true
      } == ["A", "B"])
    #expect(
      try hidden([3, 3, 50]) {
        $0.intervalWidth = 7
        $0.isSliding = true
      } == ["A", "B", "C"])
  }

  @Test("the same width that begins where the mark does asks for what the mark says too")
  func width() throws {
    #expect(try hidden([3, 3, 50]) { $0.intervalWidth = 6 } == ["A", "B", "C"])
  }

  @Test("a release that is protected so is not held against the mark by the next one")
  func nextRelease() throws {
    func specimen() throws -> Specimen {
      var specimen = try Specimen(
        threshold: 11,
        rows: [
          ("Y1", "A", "F", 3), ("Y1", "B", "F", 3), ("Y1", "C", "F", 50), ("Y2", "C", "F", 40),
        ],
        breakdowns: [["place"]])
      specimen.compact.classes[0].intervalWidth = 6
      specimen.compact.classes[0].isSliding = true
      return specimen
    }
    let before = try specimen()
    let ledger = [
      Release(
        name: "r1", date: "2024-12-20", record: try before.disclosed().record,
        compact: before.compact)
    ]
    var after = try specimen()
    // 20 more at C in year 1: many, and nothing else changed.
    after.base = try Specimen(
      threshold: 11,
      rows: [("Y1", "A", "F", 3), ("Y1", "B", "F", 3), ("Y1", "C", "F", 70), ("Y2", "C", "F", 40)],
      breakdowns: [["place"]]
    ).base
    var findings = Findings()
    let disclosed = Gate(compact: after.compact, ledger: ledger).open([after.base], into: &findings)
    #expect(findings.all.isEmpty)
    let figure = disclosed?.record.table("I1-place")?.figure(["Y1", "C"])
    #expect(figure?.value == Quantity(70))
    #expect(figure?.qualifiers == [.revised])
  }
}
