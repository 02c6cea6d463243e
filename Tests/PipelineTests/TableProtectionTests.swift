import Diagnostics
import Foundation
import Languages
import Pipeline
import Testing

/// `vitrine protect`, from files to files.
@Suite("A table protected on its own")
struct TableProtectionTests {
  static let leaves = "place,sex,value\nn,f,3\nn,m,30\ns,f,40\ns,m,25\n"
  static let trees = "dim,child,parent\nplace,n,T\nplace,s,T\nsex,f,all\nsex,m,all\n"

  /// Files that differ from a good table, and what is said of them.
  struct Refusal: Sendable, CustomTestStringConvertible {
    let name: String
    var leaves = TableProtectionTests.leaves
    var trees = TableProtectionTests.trees
    var published: String?
    var known: String?
    var threshold = 11
    var tables: String?
    var nodes: Int?
    /// Words that both languages share: the codes.
    let says: String
    var file = "leaves.csv"
    var line: Int?

    var testDescription: String { name }
  }

  static let refusals: [Refusal] = [
    Refusal(
      name: "does not add up", leaves: leaves + "n,all,34\n", says: "n/all", line: 6),
    Refusal(
      name: "negative", leaves: leaves.replacing("n,f,3\n", with: "n,f,-3\n"), says: "n/f",
      line: 2),
    Refusal(
      name: "fractional", leaves: leaves.replacing("n,m,30", with: "n,m,30.5"), says: "n/m",
      line: 3),
    Refusal(
      name: "overflow of a number",
      leaves: leaves.replacing("s,f,40", with: "s,f,99999999999999999999"), says: "s/f", line: 4),
    Refusal(
      name: "overflow of a sum",
      leaves: leaves.replacing("s,f,40", with: "s,f,1125899906842624")
        .replacing("s,m,25", with: "s,m,1125899906842624"), says: "T/all"),
    Refusal(
      name: "unknown code", leaves: leaves.replacing("s,m,25", with: "x,m,25"), says: "x", line: 5),
    Refusal(name: "twice the same", leaves: leaves + "n,f,3\n", says: "n/f", line: 6),
    Refusal(
      name: "cycle", trees: trees + "place,T,n\n", says: "T/n", file: "trees.csv", line: 2),
    Refusal(
      name: "two parents", trees: trees + "place,n,U\n", says: "T/U", file: "trees.csv", line: 6),
    Refusal(name: "two roots", trees: trees + "place,a,U\n", says: "place", file: "trees.csv"),
    Refusal(
      name: "dimension of no column", trees: trees + "age,a,all\n", says: "age"),
    Refusal(
      name: "row of too few fields", leaves: leaves + "n,f\n", says: "6", line: 6),
    Refusal(name: "margin of no column", tables: "place;age", says: "age"),
    Refusal(name: "unsafe and to stay", published: "place,sex\nn,f\n", says: "n/f"),
    Refusal(
      name: "to stay and not shown", published: "place,sex\ns,m\n", tables: "place;sex",
      says: "s/m", file: "published.csv"),
    Refusal(
      name: "known elsewhere otherwise", known: "place,sex,value\ns,f,41\n", says: "s/f", line: 4),
    Refusal(
      name: "nothing left to hide",
      known: "place,sex\nT,all\nT,f\nT,m\nn,all\ns,all\ns,f\n", says: "n/f"),
    Refusal(
      name: "no solution within limits", leaves: threeWays.leaves, trees: threeWays.trees,
      threshold: 4, nodes: 0, says: "a3/b1/c1"),
  ]

  /// Three crossed dimensions: the cheapest moves are halves, and whole ones need a search.
  static let threeWays: (leaves: String, trees: String) = {
    let counts = [
      8, 0, 0, 8, 3, 6, 5, 1, 0, 0, 8, 1, 0, 0, 0, 1, 3, 4, 2, 0, 0, 3, 0, 0, 5, 8, 6,
    ]
    var leaves = "a,b,c,value\n"
    var trees = "dim,child,parent\n"
    for (place, count) in counts.enumerated() {
      leaves += "a\(place / 9 + 1),b\(place / 3 % 3 + 1),c\(place % 3 + 1),\(count)\n"
    }
    for dimension in ["a", "b", "c"] {
      for code in 1...3 { trees += "\(dimension),\(dimension)\(code),\(dimension)\n" }
    }
    return (leaves, trees)
  }()

  private func run(_ refusal: Refusal) throws -> (Findings, TableProtection.Summary?, Bool) {
    let scratch = try Scratch()
    func write(_ name: String, _ text: String?) throws -> String? {
      guard let text else { return nil }
      try text.write(toFile: scratch.path + "/" + name, atomically: true, encoding: .utf8)
      return scratch.path + "/" + name
    }
    var request = TableRequest(
      leaves: try write("leaves.csv", refusal.leaves) ?? "",
      hierarchies: try write("trees.csv", refusal.trees) ?? "",
      output: scratch.path + "/out.csv", threshold: refusal.threshold)
    request.published = try write("published.csv", refusal.published)
    request.known = try write("known.csv", refusal.known)
    request.tables = refusal.tables
    request.nodes = refusal.nodes
    var findings = Findings()
    let summary = TableProtection(request).run(into: &findings)
    let isWritten = FileManager.default.fileExists(atPath: request.output)
    return (findings, summary, isWritten)
  }

  @Test(
    "what is wrong is said by its codes, in both languages, and nothing is written",
    arguments: refusals)
  func refused(_ refusal: Refusal) throws {
    let (findings, summary, isWritten) = try run(refusal)
    #expect(summary == nil)
    #expect(!isWritten)
    let finding = try #require(findings.all.first)
    #expect(findings.all.count == 1)
    #expect(finding.message.code == "table-refused")
    #expect(finding.message.summary.english.contains(refusal.says))
    #expect(finding.message.summary.french.contains(refusal.says))
    #expect(finding.message.summary.english != finding.message.summary.french)
    #expect(finding.message.fix != nil)
    let place = try #require(finding.place)
    #expect(place.file.hasSuffix(refusal.file))
    #expect(place.line == refusal.line)
  }

  @Test("the good table is written, and known answers stand in it")
  func written() throws {
    let (findings, summary, isWritten) = try run(Refusal(name: "none", says: ""))
    #expect(findings.all.isEmpty)
    #expect(isWritten)
    #expect(summary?.cells == 9)
    #expect(summary?.unsafe == 1)
    #expect(summary?.complementary == 3)
    #expect(summary?.exact == 0)
    #expect(summary?.narrow == 0)
  }

  @Test("steps enough, and the table that needed them is protected")
  func enough() throws {
    let (findings, summary, isWritten) = try run(
      Refusal(
        name: "none", leaves: Self.threeWays.leaves, trees: Self.threeWays.trees, threshold: 4,
        says: ""))
    #expect(findings.all.isEmpty)
    #expect(isWritten)
    #expect(summary?.narrow == 0)
    #expect(summary?.lowerBound != nil)
  }

  @Test("a file that is not there is a finding")
  func noFile() throws {
    let scratch = try Scratch()
    var findings = Findings()
    let request = TableRequest(
      leaves: scratch.path + "/none.csv", hierarchies: scratch.path + "/none.csv",
      output: scratch.path + "/out.csv", threshold: 11)
    #expect(TableProtection(request).run(into: &findings) == nil)
    #expect(findings.all.map(\.message.code) == ["no-file"])
  }
}
