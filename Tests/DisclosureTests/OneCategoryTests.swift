import Datasets
import Diagnostics
import Partnership
import Publication
import Testing

@testable import Disclosure

@Suite("All of a group in one category, known answers with k = 11")
struct OneCategoryTests {
  /// By place and sex; every count may be shown as far as its size goes.
  func table(_ columns: [String], _ rows: [(String, String, Int)]) throws -> PublishedTable? {
    var specimen = try Specimen(
      threshold: 11, rows: rows.map { ("Y1", $0, $1, $2) }, breakdowns: [["place", "sex"]])
    specimen.compact.classes[0].allInOneCategory = columns
    let disclosed = try specimen.disclosed()
    #expect(disclosed.report.recoverable == 0 && disclosed.report.narrow == 0)
    return disclosed.record.table("I1-place-sex")
  }

  static let rows = [
    ("A", "F", 40), ("A", "M", 0), ("B", "F", 30), ("B", "M", 20), ("C", "F", 50), ("C", "M", 60),
  ]

  @Test("without the rule 40 women and no man are shown")
  func off() throws {
    #expect(try table([], Self.rows)?.hiddenCount == 0)
  }

  @Test("with it nobody learns that all at A are women: no man is not told")
  func on() throws {
    let shown = try #require(try table(["sex"], Self.rows))
    #expect(shown.figure(["Y1", "A", "M"])?.isHidden == true)
    // 40 less what is shown of women is 0 men: one of the two others goes with it.
    let women = shown.figure(["Y1", "A", "F"])?.isHidden == true
    let all = shown.figure(["Y1", "A", "total"])?.isHidden == true
    #expect(women || all)
    // The totals of the year stay.
    #expect(shown.figure(["Y1", "total", "total"])?.value == Quantity(200))
  }

  @Test("a group that is in two categories tells of nobody")
  func mixed() throws {
    let rows = Self.rows.map { $0.0 == "A" && $0.1 == "M" ? ("A", "M", 20) : $0 }
    #expect(try table(["sex"], rows)?.hiddenCount == 0)
  }

  @Test("the rule is about the columns that it names")
  func otherColumn() throws {
    // All men are at C; all women are not.
    let rows = [
      ("A", "F", 40), ("A", "M", 0), ("B", "F", 30), ("B", "M", 0), ("C", "F", 50), ("C", "M", 60),
    ]
    let shown = try #require(try table(["place"], rows))
    let empty = ["A", "B"].filter { shown.figure(["Y1", $0, "M"])?.isHidden == true }
    #expect(!empty.isEmpty)
  }
}
