import Diagnostics
import Languages
import Testing

@testable import Datasets

private func tabulate(
  _ text: String, by: [String], sum: String? = nil, cube: Bool = false, threads: Int = 1,
  segmentSize: Int = FileScan.segmentSize
) -> (table: Tabulation?, findings: [Finding]) {
  withFile(Array(text.utf8)) { folder in
    var findings = Findings()
    let table = Tabulator(path: folder + "/small.csv", by: by, sum: sum, isCube: cube)
      .tabulate(into: &findings, threads: threads, segmentSize: segmentSize)
    return (table, findings.sorted)
  }
}

@Suite("A table for the desk")
struct TabulationTests {
  @Test("rows are counted, sums are exact, margins are given")
  func cube() {
    let (table, findings) = tabulate(
      """
      sex,region,hours
      F,Abidjan,0.1
      F,Abidjan,0.25
      M,"Man, centre",3
      F,Man,1

      """, by: ["sex", "region"], sum: "hours", cube: true)
    #expect(findings == [])
    #expect(
      table?.commaSeparated == """
        sex,region,count,hours
        F,Abidjan,2,0.35
        F,Man,1,1.00
        F,*,3,1.35
        M,"Man, centre",1,3.00
        M,*,1,3.00
        *,Abidjan,2,0.35
        *,Man,1,1.00
        *,"Man, centre",1,3.00
        *,*,4,4.35

        """)
    #expect(table?.json.contains("{\"categories\":[null,null],\"count\":4,\"sum\":4.35}") == true)
  }

  @Test("French Excel gives the same table")
  func french() {
    let plain = tabulate(
      "sex,hours\nF,1.5\nM,2.5\n", by: ["sex"], sum: "hours", cube: true)
    let french = tabulate(
      "\u{FEFF}sex;hours\r\nF;1,5\r\nM;2,5\r\n", by: ["sex"], sum: "hours", cube: true)
    #expect(plain.table != nil)
    #expect(plain.table == french.table)
  }

  @Test("many categories on two cores give what one core gives")
  func cores() {
    var text = "a,b,n\n"
    for row in 0..<5000 { text += "A\(row % 373),B\(row % 7),\(row % 10).\(row % 4)\n" }
    let one = tabulate(text, by: ["a", "b"], sum: "n", cube: true)
    let two = tabulate(
      text, by: ["a", "b"], sum: "n", cube: true, threads: 2, segmentSize: 4096)
    #expect(one.table?.rows == 5000)
    #expect(one.table == two.table)
    // 373 and 7 have no common divisor: all 2,611 pairs occur, with 373 + 7 + 1 margins.
    #expect(one.table?.cells.count == 2611 + 373 + 7 + 1)
    #expect(one.table?.cells.last?.count == 5000)
  }

  @Test(
    "what is wrong is a finding, in its place",
    arguments: [
      ("a,n\nx,1\ny\n", "ragged-row", 3), ("a,n\nx,1\ny,z\n", "not-a-number", 3),
      ("a,n\nx,\n", "empty-value", 2), ("a,n\n=cmd(),1\n", "formula", 2),
      ("a,n\n\u{202E}x,1\n", "direction-control", 2), ("b,n\nx,1\n", "missing-column", 1),
      ("a,a,n\nx,y,1\n", "duplicate-header", 1), ("a,n\n\"x,1\n", "unterminated-quote", 2),
    ] as [(String, String, Int)])
  func bad(_ text: String, _ code: String, _ line: Int) {
    let (table, findings) = tabulate(text, by: ["a"], sum: "n")
    #expect(table == nil)
    #expect(findings.map(\.message.code) == [code])
    #expect(findings.first?.place?.line == line)
  }
}
