import Datasets
import Diagnostics
import Foundation
import Partnership
import Publication
import Testing

@testable import Disclosure

/// What one release shows of places A, B, C and of their total; nil where a mark stands.
private func release(_ name: String, _ values: [Int?]) throws -> Release {
  let cells = zip(["A", "B", "C", "total"], values).map { place, value in
    """
    {"codes": ["I1-place", "Y1", "\(place)"], "units": \(value.map(String.init) ?? "null"),
     "decimals": 0, "mark": \(value == nil ? "\"[c]\"" : "null")}
    """
  }
  let text = """
    {"name": "\(name)", "date": "2024-12-20", "thresholds": {"C3": 11},
     "cells": [\(cells.joined(separator: ","))]}
    """
  return try JSONDecoder().decode(Release.self, from: Data(text.utf8))
}

/// What would be published now, of the same cells.
private func now(_ values: [Int?]) -> [RevisionGuard.Tracked] {
  zip([("A", [0]), ("B", [1]), ("C", [2]), ("total", [0, 1, 2])], values).map { cell, value in
    RevisionGuard.Tracked(
      codes: ["I1-place", "Y1", cell.0], bases: cell.1, now: value, isHidden: value == nil)
  }
}

@Suite("Revisions, known answers with k = 11")
struct RevisionGuardTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let earlier: [[Int?]]
    let now: [Int?]
    let waits: Bool
  }

  @Test(
    "a period waits where its releases together give somebody away",
    arguments: [
      Case(
        testDescription: "nothing changed", earlier: [[30, 40, 50, 120]], now: [30, 40, 50, 120],
        waits: false),
      Case(
        testDescription: "one more in a cell that both show", earlier: [[30, 40, 50, 120]],
        now: [31, 40, 50, 121], waits: true),
      Case(
        testDescription: "eleven more are many", earlier: [[30, 40, 50, 120]],
        now: [41, 40, 50, 131], waits: false),
      Case(
        testDescription: "one less", earlier: [[30, 40, 50, 120]], now: [29, 40, 50, 119],
        waits: true),
      Case(
        testDescription: "60 then 31 where an older release showed 30",
        earlier: [[30, 40, 50, 120], [60, 40, 50, 150]], now: [31, 40, 50, 121], waits: true),
      Case(
        testDescription: "60 then 30 again: as it was",
        earlier: [[30, 40, 50, 120], [60, 40, 50, 150]], now: [30, 40, 50, 120], waits: false),
      // 23 left in all, 20 of them B: 3 left A, whose figure is hidden now.
      Case(
        testDescription: "a fall of 23, of which 20 show, tells of 3",
        earlier: [[30, 40, 50, 120]],
        now: [nil, 20, 50, 97], waits: true),
      // 23 came in all, 20 of them to B: 3 came to A.
      Case(
        testDescription: "a rise of 23, of which 20 show, tells of 3",
        earlier: [[30, 40, 50, 120]],
        now: [nil, 60, 50, 143], waits: true),
      // 30 left A and B together; each of them may have lost any number of those.
      Case(
        testDescription: "a fall of 30 behind two marks", earlier: [[30, 40, 50, 120]],
        now: [nil, nil, 50, 90], waits: false),
      // A rose by 20 and B fell by 17: the total rose by 3.
      Case(
        testDescription: "a rise and a fall that leave 3 in the total",
        earlier: [[30, 40, 50, 120]], now: [50, 23, 50, 123], waits: true),
      // A rose by 20, C stayed, the total rose by 17: B fell by 3.
      Case(
        testDescription: "a rise of one cell that its total does not follow",
        earlier: [[30, nil, 50, 120]], now: [50, nil, 50, 137], waits: false),
      // The same three releases as below, the oldest left out: A was at most 20, so B at least 6.
      Case(
        testDescription: "the last release alone leaves B open", earlier: [[nil, nil, 74, 100]],
        now: [20, nil, nil, 115], waits: false),
      // A was 20 and is 20: it was 20 in between, when A + B were 100 − 74 = 26. B was 6.
      Case(
        testDescription: "all releases together give B of the second",
        earlier: [[20, nil, nil, 85], [nil, nil, 74, 100]], now: [20, nil, nil, 115], waits: true),
    ])
  func waits(_ example: Case) throws {
    let ledger = try example.earlier.enumerated().map { try release("r\($0)", $1) }
    let guarded = RevisionGuard(history: History(ledger), threshold: 11)
    #expect(guarded.mustWait(now(example.now)) == example.waits)
  }

  @Test("a total that its class shows whatever its size may change by one")
  func exactTotals() throws {
    let history = History([try release("r1", [nil, nil, nil, 120])])
    let total = RevisionGuard.Tracked(
      codes: ["I1-place", "Y1", "total"], bases: [0, 1, 2], now: 121, isExact: true)
    #expect(!RevisionGuard(history: history, threshold: 11).mustWait([total]))
    #expect(
      RevisionGuard(history: history, threshold: 11).mustWait([now([nil, nil, nil, 121])[3]]))
  }

  @Test("where a width that may lie anywhere is asked for, releases are held to that")
  func sliding() throws {
    // A and B were 9 in all, and B is 5 now: where records only came, B was at most 5, so A was 4 to 9.
    let history = History([try release("r1", [nil, nil, 50, 59])])
    let now = now([30, 5, 50, 85])
    #expect(RevisionGuard(history: history, threshold: 11).mustWait(now))
    #expect(!RevisionGuard(history: history, threshold: 11, slidingWidth: 5).mustWait(now))
    #expect(RevisionGuard(history: history, threshold: 11, slidingWidth: 6).mustWait(now))
  }

  @Test("a table's code is read back into its columns, hyphens and all")
  func columns() throws {
    let specimen = try Specimen(threshold: 11, rows: [], breakdowns: [])
    let table = PlannedTable(measure: specimen.compact.datasets[0].measures[0], dimensions: [])
    let names = ["age", "age-group", "sex"]
    #expect(table.dimensions(in: "I1", among: names) == [])
    #expect(table.dimensions(in: "I1-age-group-sex", among: names) == ["age-group", "sex"])
    #expect(table.dimensions(in: "I1-sex-age", among: names) == ["sex", "age"])
    #expect(table.dimensions(in: "I1-place", among: names) == nil)
    #expect(table.dimensions(in: "I11-sex", among: names) == nil)
  }
}

@Suite("Earlier releases at the gate")
struct RememberedTests {
  @Test("a cell first shown, then hidden: its total goes with it, since its neighbours are known")
  func shownThenHidden() throws {
    func specimen(_ first: Int) throws -> Specimen {
      try Specimen(
        threshold: 11, rows: [("Y1", "A", "F", first), ("Y1", "B", "F", 40), ("Y1", "C", "F", 50)],
        breakdowns: [["place"]])
    }
    let before = try specimen(30)
    let record = try before.disclosed().record
    let ledger = [
      Release(name: "r1", date: "2024-12-20", record: record, compact: before.compact)
    ]
    let after = try specimen(3)
    var findings = Findings()
    let disclosed = try #require(
      Gate(compact: after.compact, ledger: ledger).open([after.base], into: &findings))
    // A is 3 now. B 40 and C 50 are in everybody's hands: with a total of 93 A would be told.
    let table = try #require(disclosed.record.table("I1-place"))
    #expect(table.figure(["Y1", "A"])?.isHidden == true)
    #expect(table.figure(["Y1", "B"])?.value == Quantity(40))
    #expect(table.figure(["Y1", "total"])?.isHidden == true)
    #expect(disclosed.record.table("I1")?.figure(["Y1"])?.isHidden == true)
    #expect(disclosed.report.recoverable == 0 && disclosed.report.narrow == 0)
  }

  /// Women and men of A and of B: 3, 40, 40, 50. A and B are measures of their own.
  private func specimen(_ breakdowns: [[String]]) throws -> Specimen {
    var specimen = try Specimen(
      threshold: 11,
      rows: [
        ("Y1", "A", "F", 3), ("Y1", "A", "M", 40), ("Y1", "B", "F", 40), ("Y1", "B", "M", 50),
      ], breakdowns: breakdowns)
    for place in ["A", "B"] where breakdowns.isEmpty {
      specimen.compact.datasets[0].measures.append(
        .init(
          code: "I-\(place)", function: .count, filter: ["place": [place]], breakdowns: [["sex"]])
      )
    }
    return specimen
  }

  @Test("a table that is no longer published is still known: 43 women less 40 of B are 3 of A")
  func goneTable() throws {
    let alone = try specimen([]).disclosed().record
    // Without memory B is shown whole: nothing in it is small.
    #expect(alone.table("I-B-sex")?.figure(["Y1", "F"])?.value == Quantity(40))
    let before = try specimen([["sex"]])
    let ledger = [
      Release(
        name: "r1", date: "2024-12-20", record: try before.disclosed().record,
        compact: before.compact)
    ]
    let after = try specimen([])
    var findings = Findings()
    let disclosed = try #require(
      Gate(compact: after.compact, ledger: ledger).open([after.base], into: &findings))
    #expect(findings.all.isEmpty)
    #expect(disclosed.record.table("I1-sex") == nil)
    #expect(disclosed.record.table("I-B-sex")?.figure(["Y1", "F"])?.isHidden == true)
    #expect(disclosed.report.recoverable == 0 && disclosed.report.narrow == 0)
  }

  @Test("a figure that waits is a secret: nobody may type it in a note")
  func waitingIsSecret() throws {
    func specimen(_ first: Int) throws -> Specimen {
      try Specimen(threshold: 11, rows: [("Y1", "A", "F", first)], breakdowns: [])
    }
    let before = try specimen(30)
    let ledger = [
      Release(
        name: "r1", date: "2024-12-20", record: try before.disclosed().record,
        compact: before.compact)
    ]
    let after = try specimen(31)
    var findings = Findings()
    let disclosed = try #require(
      Gate(compact: after.compact, ledger: ledger).open([after.base], into: &findings))
    #expect(disclosed.record.table("I1")?.figure(["Y1"])?.qualifiers == [.awaitingRevision])
    #expect(disclosed.proseGuard.reveals(31, of: ["I1"]))
    #expect(!disclosed.proseGuard.reveals(30, of: ["I1"]))
  }
}

@Suite("Revisions, attacked by trying every pair of tables")
struct RevisionPropertyTests {
  /// Places A, B, C and their total in two releases between which records only came, k = 3.
  @Test(
    "a period waits exactly where some pair of tables leaves one small value", arguments: 0..<120)
  func everyPair(_ seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed) &+ 52_000)
    let threshold = 3
    let before = (0..<3).map { _ in random.next(below: 5) }
    let after = before.map { $0 + (random.next(below: 2) == 0 ? 0 : random.next(below: 5)) }
    func told(_ table: [Int]) -> [Int?] {
      (table + [table.reduce(0, +)]).map { random.next(below: 5) < 2 ? nil : $0 }
    }
    let old = told(before)
    let new = told(after)
    let changes = zip(old, new).compactMap { then, now in
      then.flatMap { then in now.map { $0 - then } }
    }
    // Where nothing that both show changed, nobody sees a revision.
    guard changes.contains(where: { $0 != 0 }) else { return }
    let waits = RevisionGuard(history: History([try release("r1", old)]), threshold: threshold)
      .mustWait(now(new))
    // Every table that fits one release, then every pair of which the later holds the earlier.
    func tables(_ shown: [Int?]) -> [[Int]] {
      var found: [[Int]] = []
      for number in 0..<1000 {
        let places = [number / 100, number / 10 % 10, number % 10]
        let table = places + [places.reduce(0, +)]
        if zip(table, shown).allSatisfy({ $1 == nil || $0 == $1 }) { found.append(table) }
      }
      return found
    }
    let olds = tables(old)
    let news = tables(new)
    var inOld = [Set<Int>](repeating: [], count: 4)
    var inNew = inOld
    var came = inOld
    for table in olds {
      for later in news where zip(table, later).allSatisfy({ $0 <= $1 }) {
        for cell in 0..<4 {
          inOld[cell].insert(table[cell])
          inNew[cell].insert(later[cell])
          came[cell].insert(later[cell] - table[cell])
        }
      }
    }
    func isTold(_ possible: Set<Int>) -> Bool { possible == [1] || possible == [2] }
    var expected = changes.contains { $0 == 1 || $0 == 2 }
    for cell in 0..<4 {
      let alone = Set(olds.map { $0[cell] })
      if old[cell] == nil, isTold(inOld[cell]), !isTold(alone) { expected = true }
      if new[cell] == nil, isTold(inNew[cell]) { expected = true }
      if old[cell] == nil || new[cell] == nil, isTold(came[cell]) { expected = true }
    }
    #expect(waits == expected, "seed \(seed): \(old) then \(new)")
  }
}
