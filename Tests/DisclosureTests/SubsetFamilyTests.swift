import Datasets
import Diagnostics
import Partnership
import Publication
import Testing

@testable import Disclosure

/// A whole, its parts and parts of parts, by place, each with one measure of its own: `I-cases`,
/// `I-referrals`…
private struct Family {
  var compact: Compact
  var bases: [BaseTable] = []

  /// - Parameter members: (dataset, what it is part of, counts at A, B, C, breakdowns).
  init(
    threshold: Int = 11, _ members: [(String, String?, [Int], [[String]])]
  ) throws {
    compact = try Specimen(threshold: threshold, rows: [], breakdowns: []).compact
    compact.datasets = []
    for (name, whole, counts, breakdowns) in members {
      let rows = zip(["A", "B", "C"], counts).map { ("Y1", $0, "F", $1) }
      let one = try Specimen(threshold: threshold, rows: rows, breakdowns: breakdowns)
      var base = one.base
      base.dataset = name
      base.cells.removeAll { $0.count == 0 }
      var schema = one.compact.datasets[0]
      schema.name = name
      schema.subsetOf = whole
      schema.measures[0].code = "I-\(name)"
      compact.datasets.append(schema)
      bases.append(base)
    }
  }

  func open() -> (disclosed: Disclosed?, codes: [String]) {
    var findings = Findings()
    let disclosed = Gate(compact: compact).open(bases, into: &findings)
    return (disclosed, findings.all.map(\.message.code))
  }
}

extension Disclosed {
  /// What is shown of a dataset at a place; nil where hidden.
  fileprivate func shown(_ dataset: String, _ place: String) -> Int? {
    record.table("I-\(dataset)-place")?.figure(["Y1", place])?.value?.units
  }
}

@Suite("A whole with several parts, and parts of parts, known answers with k = 11")
struct SubsetFamilyTests {
  @Test("two parts of one whole: neither 43 − 40 nor 43 − 38 can be taken")
  func twoParts() throws {
    let family = try Family([
      ("cases", nil, [43, 80, 90], [["place"]]),
      ("referrals", "cases", [40, 40, 40], [["place"]]),
      ("assisted", "cases", [38, 60, 60], [["place"]]),
    ])
    let (opened, codes) = family.open()
    #expect(codes == [])
    let disclosed = try #require(opened)
    for part in ["referrals", "assisted"] {
      #expect(disclosed.shown("cases", "A") == nil || disclosed.shown(part, "A") == nil, "\(part)")
    }
    #expect(disclosed.report.entries.count == 1, "one system")
    #expect(disclosed.report.recoverable == 0 && disclosed.report.narrow == 0)
    #expect(!disclosed.record.tables.contains { $0.code.contains("rest") })
  }

  @Test("two parts of one whole that leave nothing small are all shown")
  func nothingSmall() throws {
    let (disclosed, codes) = try Family([
      ("cases", nil, [60, 80, 90], [["place"]]),
      ("referrals", "cases", [40, 40, 40], [["place"]]),
      ("assisted", "cases", [30, 60, 60], [["place"]]),
    ]).open()
    #expect(codes == [])
    #expect(disclosed?.record.tables.allSatisfy { $0.hiddenCount == 0 } == true)
  }

  @Test("a part of a part: 60 − 57 is told by neither, though 100 − 60 and 100 − 57 are many")
  func chain() throws {
    let (opened, codes) = try Family([
      ("cases", nil, [100, 120, 130], [["place"]]),
      ("referrals", "cases", [60, 60, 60], [["place"]]),
      ("sheltered", "referrals", [57, 40, 40], [["place"]]),
    ]).open()
    #expect(codes == [])
    let disclosed = try #require(opened)
    #expect(disclosed.shown("referrals", "A") == nil || disclosed.shown("sheltered", "A") == nil)
    #expect(disclosed.report.recoverable == 0 && disclosed.report.narrow == 0)
  }

  @Test("a part of a part against the whole, where the one between is not shown by place: 60 − 57")
  func chainWithGap() throws {
    let (opened, codes) = try Family([
      ("cases", nil, [60, 120, 130], [["place"]]),
      ("referrals", "cases", [58, 80, 80], []),
      ("sheltered", "referrals", [57, 40, 40], [["place"]]),
    ]).open()
    #expect(codes == [])
    let disclosed = try #require(opened)
    #expect(disclosed.shown("cases", "A") == nil || disclosed.shown("sheltered", "A") == nil)
    #expect(disclosed.report.recoverable == 0 && disclosed.report.narrow == 0)
  }

  @Test("a whole may be broken down by a column that its part does not have")
  func columnOfTheWholeOnly() throws {
    var family = try Family([
      ("cases", nil, [43, 80, 90], [["place"], ["sex"]]),
      ("referrals", "cases", [40, 40, 40], []),
    ])
    let columns = family.bases[1].dimensions.filter { $0.code != "sex" }
    family.bases[1] = BaseTable(
      dataset: "referrals", dimensions: columns, amounts: [],
      cells: family.bases[1].cells.map {
        BaseCell(keys: Array($0.keys.prefix(2)), count: $0.count, sums: [], contributors: [])
      })
    let (disclosed, codes) = family.open()
    #expect(codes == [])
    // 213 − 120 = 93 are not referred; nothing is small.
    #expect(disclosed?.record.table("I-cases-sex")?.figure(["Y1", "F"])?.value == Quantity(213))
    #expect(disclosed?.record.table("I-referrals")?.figure(["Y1"])?.value == Quantity(120))
  }

  @Test(
    "what cannot be joined is refused by name",
    arguments: [
      (
        "a part of a part that is larger than it is", ["cases", "referrals"], 61,
        ["subset-larger-than-whole"]
      ),
      ("a part of itself", ["cases", "sheltered"], 57, ["subset-not-joined"]),
      ("a part of what is not there", ["cases", "elsewhere"], 57, ["subset-not-joined"]),
    ] as [(String, [String], Int, [String])])
  func refused(_ name: String, _ wholes: [String], _ count: Int, _ expected: [String]) throws {
    let (disclosed, codes) = try Family([
      ("cases", nil, [100, 120, 130], [["place"]]),
      ("referrals", wholes[0], [60, 60, 60], [["place"]]),
      ("sheltered", wholes[1], [count, 40, 40], [["place"]]),
    ]).open()
    #expect(disclosed == nil)
    #expect(codes == expected, "\(name)")
  }

  @Test("a part whose class is open would show what its whole hides: refused")
  func openPart() throws {
    var family = try Family([
      ("cases", nil, [60, 80, 90], [["place"]]), ("referrals", "cases", [3, 40, 40], [["place"]]),
    ])
    var open = family.compact.classes[0]
    open.code = "C0"
    open.threshold = nil
    family.compact.classes.append(open)
    family.compact.datasets[1].confidentiality = "C0"
    #expect(family.open().codes == ["subset-not-joined"])
  }

  /// Tiny families, k = 3: an outsider tries every way in which the records of two places may be in
  /// the whole, in either part or in both.
  @Test("no small count, and no small rest, is told by a whole with two parts", arguments: 0..<40)
  func everyTable(_ seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed) &+ 31_000)
    let threshold = 3
    let wholes = [random.next(below: 7), random.next(below: 7), 0]
    let first = wholes.map { random.next(below: $0 + 1) }
    // Half of the seeds: a part of the part; the others: a second part of the whole.
    let isChain = seed.isMultiple(of: 2)
    let second = (isChain ? first : wholes).map { random.next(below: $0 + 1) }
    guard first.contains(where: { $0 > 0 }), second.contains(where: { $0 > 0 }) else { return }
    let (opened, codes) = try Family(
      threshold: threshold,
      [
        ("w", nil, wholes, [["place"]]), ("p", "w", first, [["place"]]),
        ("q", isChain ? "p" : "w", second, [["place"]]),
      ]
    ).open()
    #expect(codes == [], "seed \(seed)")
    let record = try #require(opened).record
    // What can be told apart at a place: how many are in the whole, in p and in q. Any numbers will do
    // of which the parts are no more than what they are part of.
    struct Cell {
      let place: Int?
      let shown: Int?
      let truth: Int
      let count: ([Int]) -> Int
    }
    var cells: [Cell] = []
    let kinds: [(name: String?, tables: [String], truth: [Int], count: ([Int]) -> Int)] = [
      ("w", ["w"], wholes, { $0[0] }), ("p", ["p"], first, { $0[1] }),
      ("q", ["q"], second, { $0[2] }),
      (nil, ["w", "p"], zip(wholes, first).map { $0 - $1 }, { $0[0] - $0[1] }),
      (nil, ["w", "q"], zip(wholes, second).map { $0 - $1 }, { $0[0] - $0[2] }),
    ]
    for kind in kinds {
      let total = kind.name.flatMap { record.table("I-\($0)")?.figure(["Y1"])?.value?.units }
      cells.append(
        Cell(place: nil, shown: total, truth: kind.truth.reduce(0, +), count: kind.count))
      // A breakdown that is not there tells nothing, and a rest needs both.
      guard kind.tables.allSatisfy({ record.table("I-\($0)-place") != nil }) else { continue }
      for (place, code) in ["A", "B", "C"].enumerated() {
        let table = kind.name.flatMap { record.table("I-\($0)-place") }
        cells.append(
          Cell(
            place: place, shown: table?.figure(["Y1", code])?.value?.units,
            truth: kind.truth[place], count: kind.count))
      }
    }
    for cell in cells {
      if let shown = cell.shown {
        #expect(shown == cell.truth && !(1..<threshold).contains(shown), "seed \(seed)")
      }
    }
    let small = cells.indices.filter {
      cells[$0].shown == nil && (1..<threshold).contains(cells[$0].truth)
    }
    guard !small.isEmpty else { return }
    func choices(at place: Int, upTo limit: Int) -> [[Int]] {
      var found: [[Int]] = []
      for whole in 0...limit {
        for one in 0...whole {
          for other in 0...(isChain ? one : whole) {
            let counts = [whole, one, other]
            let fits = cells.allSatisfy { cell in
              cell.place != place || cell.shown == nil || cell.shown == cell.count(counts)
            }
            if fits { found.append(counts) }
          }
        }
      }
      return found
    }
    var possible = [Set<Int>](repeating: [], count: cells.count)
    func note(_ places: [[Int]]) {
      let sums = cells.map { cell in
        cell.place.map { cell.count(places[$0]) } ?? places.reduce(0) { $0 + cell.count($1) }
      }
      let fits = zip(cells, sums).allSatisfy { $0.shown == nil || $0.shown == $1 }
      guard fits else { return }
      for (index, sum) in sums.enumerated() { possible[index].insert(sum) }
    }
    let (atA, atB, atC) = (
      choices(at: 0, upTo: 8), choices(at: 1, upTo: 8), choices(at: 2, upTo: 3)
    )
    search: for a in atA {
      for b in atB {
        for c in atC { note([a, b, c]) }
        if small.allSatisfy({ possible[$0].isSuperset(of: 1..<threshold) }) { break search }
      }
    }
    for cell in small {
      #expect(
        possible[cell].isSuperset(of: 1..<threshold),
        "seed \(seed): \(wholes) \(first) \(second), at \(cells[cell].place ?? -1)")
    }
  }
}
