import Diagnostics
import Languages
import Partnership
import Publication
import Testing

@testable import Disclosure

@Suite("Figures that are public elsewhere, known answers with k = 11")
struct PublicFigureTests {
  /// A 3, B 40, C 50, total 93.
  func open(
    _ declared: [(cell: String, value: Int, decision: String?)],
    _ change: (inout ConfidentialityClass) -> Void = { _ in }
  ) throws -> (disclosed: Disclosed?, findings: [Finding]) {
    var specimen = try Specimen(
      threshold: 11, rows: [("Y1", "A", "F", 3), ("Y1", "B", "F", 40), ("Y1", "C", "F", 50)],
      breakdowns: [["place"]])
    specimen.compact.publicFigures = declared.enumerated().map { line, figure in
      PublicFigure(
        codes: figure.cell.split(separator: "/").map(String.init), value: figure.value,
        source: Localized(both: "a report"), decision: figure.decision,
        place: Place(file: "public-figures.yml", line: line + 2, column: 5))
    }
    change(&specimen.compact.classes[0])
    var findings = Findings()
    let disclosed = Gate(compact: specimen.compact).open([specimen.base], into: &findings)
    return (disclosed, findings.all)
  }

  func hidden(_ disclosed: Disclosed?) -> [String] {
    ["A", "B", "C"].filter {
      disclosed?.record.table("I1-place")?.figure(["Y1", $0])?.isHidden == true
    }
  }

  @Test("B hides A; where B is public elsewhere, C does")
  func known() throws {
    #expect(hidden(try open([]).disclosed) == ["A", "B"])
    let (disclosed, findings) = try open([("I1-place/Y1/B", 40, nil)])
    #expect(findings.isEmpty)
    // With B known, 93 − 40 = 53 is all that is left of A and C.
    #expect(hidden(disclosed) == ["A", "C"])
    #expect(disclosed?.report.recoverable == 0 && disclosed?.report.narrow == 0)
  }

  @Test("B and C are public: the total goes with A, or where totals stay, the breakdown")
  func totalsStay() throws {
    let declared =
      [("I1-place/Y1/B", 40, nil), ("I1-place/Y1/C", 50, nil)] as [(String, Int, String?)]
    let (disclosed, _) = try open(declared)
    #expect(disclosed?.record.table("I1")?.figure(["Y1"])?.isHidden == true)
    #expect(hidden(disclosed) == ["A"])
    let (stays, findings) = try open(declared) { $0.totalsStay = true }
    #expect(findings.isEmpty)
    #expect(stays?.record.table("I1")?.figure(["Y1"])?.value == Quantity(93))
    #expect(stays?.record.withheld.map(\.dimensions) == [["place"]])
  }

  @Test("where 51 values must stay possible of A, B's 40 do not cover for it, and C's 50 do")
  func width() throws {
    let (narrow, _) = try open([])
    #expect(hidden(narrow) == ["A", "B"])
    let (wide, findings) = try open([]) { $0.intervalWidth = 50 }
    #expect(findings.isEmpty)
    // A may be anything up to 53 where B is shown, or up to 93 where nothing is.
    let shown = hidden(wide)
    #expect(shown == ["A", "C"] || shown == ["A", "B", "C"])
    #expect(wide?.report.narrow == 0)
  }

  @Test("a figure of a table that is not published is known all the same")
  func otherTable() throws {
    // All are women: whoever has the women's 93 has the total.
    let (disclosed, findings) = try open([("I1-sex/Y1/F", 93, nil)])
    #expect(findings.isEmpty)
    #expect(disclosed?.record.table("I1-sex") == nil)
    #expect(disclosed?.report.recoverable == 0 && disclosed?.report.narrow == 0)
  }

  @Test("a small figure is shown only by decision, though others showed it")
  func small() throws {
    let (refused, findings) = try open([("I1-place/Y1/A", 3, nil)])
    #expect(refused == nil)
    #expect(findings.map(\.message.code) == ["public-figure-without-decision"])
    #expect(findings.first?.place?.line == 2)
    let (shown, none) = try open([("I1-place/Y1/A", 3, "D-2025-01")])
    #expect(none.isEmpty)
    #expect(hidden(shown) == [])
  }

  @Test(
    "a figure that the data contradict, or that is nowhere, is refused",
    arguments: [
      ("I1-place/Y1/B", 41, "public-figure-differs"),
      ("I1-place/Y9/B", 40, "public-figure-unknown"),
      ("I1-town/Y1/B", 40, "public-figure-unknown"),
      ("I1-place/B/Y1", 40, "public-figure-unknown"),
    ])
  func refused(_ cell: String, _ value: Int, _ code: String) throws {
    let (disclosed, findings) = try open([(cell, value, nil)])
    #expect(disclosed == nil)
    #expect(findings.map(\.message.code) == [code])
    for finding in findings {
      #expect(!finding.message.summary.english.contains("\(value)"))
    }
  }
}
