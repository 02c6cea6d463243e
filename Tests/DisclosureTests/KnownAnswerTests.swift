import Datasets
import Diagnostics
import Partnership
import Publication
import Suppression
import Testing

@testable import Disclosure

/// What an outsider who only adds and subtracts could do to the gate's record, each case worked by
/// hand, with k = 11.
@Suite("Linked tables at the gate, known answers")
struct LinkedKnownAnswerTests {
  func record(
    _ rows: [(String, String, String, Int)], _ breakdowns: [[String]],
    function: DatasetSchema.Function = .count
  ) throws -> PublishedRecord {
    try Specimen(threshold: 11, rows: rows, breakdowns: breakdowns, function: function)
      .disclosed().record
  }

  @Test("the total less the published parts is never one small cell")
  func totalLessParts() throws {
    let table = try #require(
      try record(
        [("Y1", "A", "F", 3), ("Y1", "B", "F", 40), ("Y1", "C", "F", 50)], [["place"]]
      ).table("I1-place"))
    let hidden = ["A", "B", "C"].filter { table.figure(["Y1", $0])?.isHidden == true }
    // 93 − 50 = 43 is all that is left of A and B.
    #expect(hidden == ["A", "B"])
  }

  @Test(
    "a single child that is not zero is its published total: it takes others, or the total, with it"
  )
  func singleChild() throws {
    // A 3, B 0, C 0: with the total of 3 shown A would be at most 3.
    let record = try record([("Y1", "A", "F", 3)], [["place"]])
    #expect(record.table("I1")?.figure(["Y1"])?.isHidden == true)
    #expect(record.table("I1-place")?.figure(["Y1", "A"])?.isHidden != false)
  }

  @Test("zeros pin a neighbour: a zero does not cover for 3 in a total of 43")
  func zerosPin() throws {
    // A 3, B 0, C 40. Hiding A and B leaves A + B = 3: A would be at most 3. C must go with A.
    let table = try #require(
      try record([("Y1", "A", "F", 3), ("Y1", "C", "F", 40)], [["place"]]).table("I1-place"))
    #expect(table.figure(["Y1", "A"])?.isHidden == true)
    #expect(table.figure(["Y1", "C"])?.isHidden == true)
  }

  @Test("two tables that share a margin do not give to each other what each one hides")
  func sharedMargin() throws {
    // Women: A 3, B 40; men: A 40, B 40. Place A is 43, women are 43.
    let rows = [
      ("Y1", "A", "F", 3), ("Y1", "B", "F", 40), ("Y1", "A", "M", 40), ("Y1", "B", "M", 40),
    ]
    let record = try record(rows, [["place"], ["sex"], ["place", "sex"]])
    let crossed = try #require(record.table("I1-place-sex"))
    #expect(crossed.figure(["Y1", "A", "F"])?.isHidden == true)
    // With A 43 and women 43 in the open, two cells a line and a column: four corners.
    for (place, sex) in [("A", "M"), ("B", "F")] {
      let corner = crossed.figure(["Y1", place, sex])?.isHidden == true
      let margin =
        record.table(place == "A" ? "I1-place" : "I1-sex")?
        .figure(["Y1", place == "A" ? "A" : "F"])?.isHidden == true
      #expect(corner || margin)
    }
  }

  @Test("a year is not told by the sum over years less the others")
  func totalsOverYears() throws {
    // Cumulative totals would be 30, 33, 73: their difference is 3. No sum over years is published,
    // and the year of 3 is hidden wherever it stands.
    let record = try record(
      [("Y1", "A", "F", 30), ("Y2", "A", "F", 3), ("Y3", "A", "F", 40)], [])
    #expect(record.tables.map(\.code) == ["I1"])
    #expect(record.table("I1")?.figure(["Y2"])?.isHidden == true)
  }

  @Test("two cumulative totals give the year between them: 33 − 30 are 3")
  func cumulativeTotals() throws {
    // Years of 30, 3 and 40; cumulative 30, 33, 73.
    let rows = [[0], [1], [2], [0, 1], [0, 1, 2]]
    let system = try AdditiveSystem(
      baseCount: 3,
      cells: rows.map { AdditiveSystem.Cell(codes: ["\($0)"], bases: $0) })
    let naive = try Attacker(system: system, published: [30, nil, 40, 33, 73]).verdict()
    #expect(naive.exact == [1])
    let pattern = try protect(
      system, base: [30, 3, 40],
      unsafe: unsafeCells(
        system, values: [30, 3, 40, 33, 73], rules: [FrequencyRule(threshold: 11)]))
    let shown = pattern.published([30, 3, 40, 33, 73])
    #expect(shown[1] == nil && (shown[0] == nil || shown[3] == nil))
    let attack = try Attacker(system: system, published: shown)
    #expect(try attack.feasibilityInterval(of: 1).satisfies(.interval(1...10)))
  }

  @Test("a percent change with a published baseline never gives a hidden count")
  func knownBaseline() throws {
    // Baseline 40 in the open; 3 would be −92.5 %.
    let record = try record(
      [("Y0", "A", "F", 40), ("Y1", "A", "F", 3)], [], function: .percentChange)
    #expect(record.table("I1-count")?.figure(["Y0"])?.value == Quantity(40))
    #expect(record.table("I1-count")?.figure(["Y1"])?.isHidden == true)
    #expect(record.table("I1")?.figure(["Y1"])?.isHidden == true)
  }
}

@Suite("A part of a dataset is protected with its whole")
struct SubsetTests {
  /// Identified and referred, by place.
  func open(
    identified: [Int], referred: [Int], spoil: (inout Specimen) -> Void = { _ in }
  ) throws -> (disclosed: Disclosed?, codes: [String]) {
    func rows(_ values: [Int]) -> [(String, String, String, Int)] {
      zip(["A", "B", "C"], values).map { ("Y1", $0, "F", $1) }
    }
    var specimen = try Specimen(threshold: 11, rows: rows(identified), breakdowns: [["place"]])
    var part = try Specimen(threshold: 11, rows: rows(referred), breakdowns: [["place"]])
    part.base.dataset = "referrals"
    part.base.cells.removeAll { $0.count == 0 }
    var schema = part.compact.datasets[0]
    schema.name = "referrals"
    schema.subsetOf = "cases"
    schema.measures[0].code = "I2"
    specimen.compact.datasets.append(schema)
    spoil(&specimen)
    var findings = Findings()
    let disclosed = Gate(compact: specimen.compact)
      .open([specimen.base, part.base], into: &findings)
    return (disclosed, findings.all.map(\.message.code))
  }

  @Test(
    "3 referred among 43 identified: both are one system, and the whole does not tell of the part")
  func difference() throws {
    // By place the whole is 43, 50, 60; the part is 3, 50, 60: its 3 takes another cell with it.
    let (disclosed, codes) = try open(identified: [43, 50, 60], referred: [3, 50, 60])
    #expect(codes == [])
    let record = try #require(disclosed?.record)
    let part = try #require(record.table("I2-place"))
    #expect(part.provenance.dataset == "referrals")
    #expect(record.table("I1-place")?.provenance.dataset == "cases")
    #expect(part.figure(["Y1", "A"])?.isHidden == true)
    #expect(disclosed?.report.entries.count == 1, "one system")
    #expect(disclosed?.report.recoverable == 0 && disclosed?.report.narrow == 0)
  }

  @Test("43 identified and 40 referred would tell that 3 were not: one of the two is hidden")
  func complement() throws {
    let (disclosed, codes) = try open(identified: [43, 80, 90], referred: [40, 40, 40])
    #expect(codes == [])
    let record = try #require(disclosed?.record)
    let whole = try #require(record.table("I1-place")?.figure(["Y1", "A"]))
    let part = try #require(record.table("I2-place")?.figure(["Y1", "A"]))
    #expect(whole.isHidden || part.isHidden)
    #expect(!record.tables.contains { $0.series.contains("rest") })
    #expect(disclosed?.report.recoverable == 0 && disclosed?.report.narrow == 0)
  }

  @Test("where nothing is small, neither the whole, nor the part, nor the rest, all is shown")
  func nothingSmall() throws {
    let (disclosed, _) = try open(identified: [60, 80, 90], referred: [40, 40, 40])
    #expect(disclosed?.record.tables.allSatisfy { $0.hiddenCount == 0 } == true)
  }

  @Test("a whole of 5 bounds a part of 3 to 5: the whole is hidden with it")
  func bound() throws {
    let (disclosed, codes) = try open(identified: [12, 0, 60], referred: [3, 0, 30])
    #expect(codes == [])
    let record = try #require(disclosed?.record)
    #expect(record.table("I2-place")?.figure(["Y1", "A"])?.isHidden != false)
    #expect(disclosed?.report.narrow == 0)
  }

  @Test("a part without rows of a year is not received, and its whole is shown")
  func late() throws {
    let (disclosed, codes) = try open(identified: [40, 50, 60], referred: [0, 0, 0])
    #expect(codes == [])
    #expect(disclosed?.record.table("I1")?.figure(["Y1"])?.value == Quantity(150))
    #expect(disclosed?.record.table("I2")?.figure(["Y1"])?.state == .absent(.notAvailable))
  }

  @Test("a part larger than its whole is a mistake, and nothing is published")
  func larger() throws {
    let (disclosed, codes) = try open(identified: [40, 50, 60], referred: [41, 50, 60])
    #expect(disclosed == nil)
    #expect(codes == ["subset-larger-than-whole"])
  }

  @Test("a part that cannot be joined is refused")
  func refused() throws {
    let (disclosed, codes) = try open(identified: [40, 50, 60], referred: [20, 20, 20]) {
      $0.compact.datasets[1].measures[0].function = .milestone
    }
    #expect(disclosed == nil)
    #expect(codes == ["subset-not-joined"])
  }
}

@Suite("The gate's record, attacked by trying every table")
struct RecordAttackTests {
  /// A table of 2 places × 2 sexes of one year has four unknowns: an outsider who knows that counts
  /// are whole tries them all.
  @Test("each hidden small count could be any from 1 to k − 1", arguments: 0..<60)
  func everyTable(_ seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed) &+ 7_000)
    let threshold = 3
    var truth: [Int] = []
    var rows: [(String, String, String, Int)] = []
    for place in ["A", "B", "C"] {
      let count = random.next(below: 6)
      truth.append(count)
      rows.append(("Y1", place, "F", count))
    }
    // A fourth unknown: men, in one place.
    truth.append(random.next(below: 6))
    rows.append(("Y1", "A", "M", truth[3]))
    var specimen = try Specimen(
      threshold: threshold, rows: rows, breakdowns: [["place"], ["sex"]])
    specimen.base.cells.removeAll { $0.count == 0 }
    guard !specimen.base.cells.isEmpty else { return }
    let record = try specimen.disclosed().record
    // Each published cell as (which unknowns it sums, what is shown). To an outsider men may be in
    // any place: the places' unknowns are women and men in each.
    var cells: [(mask: [Int], shown: Int?)] = []
    func add(_ table: String, _ path: [String], _ mask: [Int]) {
      guard let figure = record.table(table)?.figure(path) else { return }
      cells.append((mask, figure.value?.units))
    }
    add("I1", ["Y1"], [0, 1, 2, 3, 4, 5])
    for (index, place) in ["A", "B", "C"].enumerated() {
      add("I1-place", ["Y1", place], [index, index + 3])
    }
    add("I1-place", ["Y1", "total"], [0, 1, 2, 3, 4, 5])
    add("I1-sex", ["Y1", "F"], [0, 1, 2])
    add("I1-sex", ["Y1", "M"], [3, 4, 5])
    add("I1-sex", ["Y1", "total"], [0, 1, 2, 3, 4, 5])
    let actual = [truth[0], truth[1], truth[2], truth[3], 0, 0]
    let small = cells.indices.filter { cell in
      let value = cells[cell].mask.reduce(0) { $0 + actual[$1] }
      return cells[cell].shown == nil && (1..<threshold).contains(value)
    }
    for cell in cells {
      let value = cell.mask.reduce(0) { $0 + actual[$1] }
      if let shown = cell.shown {
        #expect(shown == value && !(1..<threshold).contains(shown), "seed \(seed)")
      }
    }
    guard !small.isEmpty else { return }
    // All tables whose unknowns are at most `limit`, in depth first order, dropped where a published
    // sum is passed.
    let limit = 8
    var possible = [Set<Int>](repeating: [], count: cells.count)
    var table = [Int](repeating: 0, count: 6)
    func search(_ unknown: Int) {
      if unknown == table.count {
        for cell in cells {
          if let shown = cell.shown, cell.mask.reduce(0, { $0 + table[$1] }) != shown { return }
        }
        for (index, cell) in cells.enumerated() {
          possible[index].insert(cell.mask.reduce(0) { $0 + table[$1] })
        }
        return
      }
      for value in 0...limit {
        table[unknown] = value
        let isPassed = cells.contains { cell in
          guard let shown = cell.shown else { return false }
          return cell.mask.reduce(0) { $0 + ($1 <= unknown ? table[$1] : 0) } > shown
        }
        if isPassed { break }
        // Seen enough: every wanted value is possible already.
        if small.allSatisfy({ possible[$0].isSuperset(of: 1..<threshold) }) { break }
        search(unknown + 1)
      }
      table[unknown] = 0
    }
    search(0)
    for cell in small {
      #expect(
        possible[cell].isSuperset(of: 1..<threshold), "seed \(seed), truth \(truth)")
    }
  }
}
