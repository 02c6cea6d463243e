import Datasets
import Diagnostics
import Languages
import Partnership
import Publication
import Suppression
import Testing

@testable import Disclosure

/// A made-up partnership with one dataset of records, small enough to work by hand.
struct Specimen {
  var compact: Compact
  var base: BaseTable

  /// - Parameters:
  ///   - rows: (period, place, sex, count).
  ///   - breakdowns: of the one measure, in order of worth.
  init(
    threshold: Int?, rows: [(String, String, String, Int)], breakdowns: [[String]],
    function: DatasetSchema.Function = .count, share: Int = 100
  ) throws {
    func text(_ value: String) -> TranslatedText { TranslatedText(english: value, french: value) }
    let both = Localized(both: "x")
    let places = ["A", "B", "C"]
    let sexes = ["F", "M"]
    func nomenclature(_ code: String, _ codes: [String]) -> Nomenclature {
      Nomenclature(
        code: code, title: both,
        categories: codes.map { .init(code: $0, label: Localized(both: $0), synonyms: []) })
    }
    let effective = try #require(CalendarDate(year: 2022, month: 12, day: 7))
    compact = Compact(
      name: text("P"), shortName: both, country: both, participants: [],
      clock: Clock(signed: effective, effective: effective, years: 5), signedAt: both,
      goal: text("g"), purpose: text("p"), nature: text("n"), funding: nil, objectives: [],
      activities: [], indicators: [], bodies: [], focalPoints: [], terms: [], obligations: [],
      districts: [], agreement: [], amendments: [],
      classes: [
        ConfidentialityClass(
          code: "C3", name: text("c"), covers: text("c"), rule: text("r"), threshold: threshold,
          zerosAreSensitive: false, isNeverPublished: false, maximumCrossing: 2,
          finestGeography: "region", forbiddenCrossings: [["place", "origin"]],
          maximumHiddenShare: share)
      ],
      nomenclatures: [nomenclature("place", places), nomenclature("sex", sexes)],
      datasets: [
        DatasetSchema(
          name: "cases", title: text("cases"), source: "CNS", confidentiality: "C3",
          kind: .records, file: "cases.csv", isDemonstration: true,
          version: try #require(CalendarDate(year: 2024, month: 12, day: 20)),
          columns: [
            .init(name: "period", role: .period, title: both, decimals: 0),
            .init(
              name: "place", role: .dimension, title: both, nomenclature: "place", decimals: 0),
            .init(name: "sex", role: .dimension, title: both, nomenclature: "sex", decimals: 0),
          ],
          measures: [
            .init(code: "I1", function: function, filter: [:], breakdowns: breakdowns)
          ])
      ],
      settings: SiteSettings(title: both, licence: both, contact: both, reportedPeriods: []))
    let periods = ["Y0", "Y1", "Y2", "Y3", "Y4", "Y5"]
    base = BaseTable(
      dataset: "cases",
      dimensions: [
        Axis(code: "period", nomenclature: nil, categories: periods, isPeriod: true),
        Axis(code: "place", nomenclature: "place", categories: places, isPeriod: false),
        Axis(code: "sex", nomenclature: "sex", categories: sexes, isPeriod: false),
      ],
      amounts: [],
      cells: rows.compactMap { period, place, sex, count in
        guard let a = periods.firstIndex(of: period), let b = places.firstIndex(of: place),
          let c = sexes.firstIndex(of: sex)
        else { return nil }
        return BaseCell(keys: [a, b, c], count: count, sums: [], contributors: [])
      })
  }

  func disclosed() throws -> Disclosed {
    var findings = Findings()
    let disclosed = Gate(compact: compact).open([base], into: &findings)
    #expect(findings.all.isEmpty)
    return try #require(disclosed)
  }
}

@Suite("The gate")
struct GateTests {
  @Test("a total stays, and a small cell never hides alone")
  func smallCellTakesAnotherWithIt() throws {
    // A 3 | B 40 | C 50: 3 is unsafe under k = 11; hidden alone it is 93 − 40 − 50.
    let specimen = try Specimen(
      threshold: 11,
      rows: [("Y1", "A", "F", 3), ("Y1", "B", "F", 40), ("Y1", "C", "F", 50)],
      breakdowns: [["place"]])
    let record = try specimen.disclosed().record
    let table = try #require(record.table("I1-place"))
    #expect(record.table("I1")?.figure(["Y1"])?.value == Quantity(93))
    #expect(table.figure(["Y1", "A"])?.isHidden == true)
    #expect(table.figure(["Y1", "total"])?.value == Quantity(93))
    // B is the cheaper of the two to hide, and one is enough: A may be 0 to 43.
    #expect(table.hiddenCount == 2)
  }

  @Test("a class without threshold shows every figure, zero as zero")
  func openClass() throws {
    let specimen = try Specimen(
      threshold: nil, rows: [("Y1", "A", "F", 1)], breakdowns: [["place"]])
    let table = try #require(try specimen.disclosed().record.table("I1-place"))
    #expect(table.hiddenCount == 0)
    #expect(table.figure(["Y1", "A"])?.value == Quantity(1))
    #expect(table.figure(["Y1", "B"])?.value == Quantity(0))
  }

  @Test("a year without records is not zero: not received if over, not yet due if not")
  func absences() throws {
    let specimen = try Specimen(
      threshold: 11, rows: [("Y1", "A", "F", 30)], breakdowns: [])
    let table = try #require(try specimen.disclosed().record.table("I1"))
    #expect(table.figure(["Y1"])?.value == Quantity(30))
    #expect(table.figure(["Y2"])?.state == .absent(.notAvailable))
    #expect(table.figure(["Y3"])?.state == .absent(.notYetDue))
  }

  @Test("a year whose records are all left out by a filter counts 0, and 0 hides where it tells")
  func filteredYear() throws {
    var specimen = try Specimen(threshold: 11, rows: [("Y1", "A", "M", 30)], breakdowns: [])
    specimen.compact.datasets[0].measures[0].filter = ["sex": ["F"]]
    #expect(try specimen.disclosed().record.table("I1")?.figure(["Y1"])?.value == Quantity(0))
    #expect(
      try specimen.disclosed().record.table("I1")?.figure(["Y2"])?.state
        == .absent(.notAvailable))
    specimen.compact.classes[0].zerosAreSensitive = true
    #expect(try specimen.disclosed().record.table("I1")?.figure(["Y1"])?.isHidden == true)
  }

  @Test(
    "percent change needs both ends",
    arguments: [
      (name: "both shown", then: 40, now: 50, shown: 250 as Int?),
      (name: "a fall", then: 40, now: 30, shown: -250),
      (name: "a third, rounded", then: 30, now: 40, shown: 333),
      (name: "baseline hidden", then: 4, now: 50, shown: nil),
      (name: "value hidden", then: 40, now: 5, shown: nil),
    ])
  func change(_ example: (name: String, then: Int, now: Int, shown: Int?)) throws {
    let specimen = try Specimen(
      threshold: 11, rows: [("Y0", "A", "F", example.then), ("Y1", "A", "F", example.now)],
      breakdowns: [], function: .percentChange)
    let record = try specimen.disclosed().record
    let figure = try #require(record.table("I1")?.figure(["Y1"]))
    #expect(figure.value == example.shown.map { Quantity($0, decimals: 1) })
    if example.shown == nil { #expect(figure.isHidden) }
    #expect(record.table("I1")?.figure(["Y0"])?.state == .absent(.notApplicable))
  }

  @Test("a breakdown that would hide too much is withheld, and the rest is protected without it")
  func ladder() throws {
    let rows = [
      ("Y1", "A", "F", 30), ("Y1", "A", "M", 40), ("Y1", "B", "F", 2), ("Y1", "B", "M", 3),
    ]
    let specimen = try Specimen(
      threshold: 11, rows: rows.map { ($0.0, $0.1, $0.2, $0.3) },
      breakdowns: [["sex"], ["place", "sex"]], share: 30)
    let record = try specimen.disclosed().record
    #expect(record.table("I1-sex")?.hiddenCount == 0)
    #expect(record.table("I1-place-sex") == nil)
    #expect(record.withheld.map(\.rule) == [.hiddenShare])
  }

  @Test("crossings that the class forbids are never tried")
  func forbidden() throws {
    var specimen = try Specimen(
      threshold: 11, rows: [("Y1", "A", "F", 30)], breakdowns: [["place", "sex"]])
    specimen.compact.classes[0].maximumCrossing = 1
    #expect(try specimen.disclosed().record.withheld.map(\.rule) == [.maximumCrossing])
    specimen.compact.classes[0].maximumCrossing = 2
    specimen.compact.classes[0].forbiddenCrossings = [["sex", "place"]]
    #expect(try specimen.disclosed().record.withheld.map(\.rule) == [.forbiddenCrossing])
    // A count of one sex only, by place, crosses the two as well.
    specimen.compact.datasets[0].measures[0].breakdowns = [["place"]]
    #expect(try specimen.disclosed().record.withheld.isEmpty)
    specimen.compact.datasets[0].measures[0].filter = ["sex": ["F"]]
    #expect(try specimen.disclosed().record.withheld.map(\.rule) == [.forbiddenCrossing])
  }

  @Test("which columns are places, and how fine, is the content's to say")
  func geography() throws {
    var specimen = try Specimen(
      threshold: 11, rows: [("Y1", "A", "F", 30)], breakdowns: [["place"]])
    specimen.compact.geography = ["province", "place"]
    specimen.compact.classes[0].finestGeography = "province"
    #expect(try specimen.disclosed().record.withheld.map(\.rule) == [.finestGeography])
    specimen.compact.classes[0].finestGeography = "place"
    #expect(try specimen.disclosed().record.withheld.isEmpty)
  }

  @Test("a class may show the total of a year whatever its size; its breakdowns are protected")
  func exactTotals() throws {
    var specimen = try Specimen(
      threshold: 11, rows: [("Y1", "A", "F", 3), ("Y2", "A", "F", 30), ("Y2", "B", "F", 40)],
      breakdowns: [["place"]])
    #expect(try specimen.disclosed().record.table("I1")?.figure(["Y1"])?.isHidden == true)
    specimen.compact.classes[0].totalsAreExact = true
    let record = try specimen.disclosed().record
    #expect(record.table("I1")?.figure(["Y1"])?.value == Quantity(3))
    // With a total of 3 in the open no choice of hidden cells leaves 1 to 10 possible: the
    // breakdown is not published at all.
    #expect(record.table("I1-place") == nil)
    #expect(record.withheld.map(\.dimensions) == [["place"]])
  }

  @Test("a class that is never published stops the build")
  func neverPublished() throws {
    var specimen = try Specimen(threshold: 11, rows: [("Y1", "A", "F", 30)], breakdowns: [])
    specimen.compact.classes[0].isNeverPublished = true
    var findings = Findings()
    #expect(Gate(compact: specimen.compact).open([specimen.base], into: &findings) == nil)
    #expect(findings.all.map(\.message.code) == ["class-never-published"])
  }

  @Test("what the rules of a class do not cover is refused, never shown exactly")
  func failsClosed() throws {
    func codes(_ spoil: (inout DatasetSchema) -> Void) throws -> [String] {
      var specimen = try Specimen(threshold: 11, rows: [("Y1", "A", "F", 3)], breakdowns: [])
      spoil(&specimen.compact.datasets[0])
      var findings = Findings()
      #expect(Gate(compact: specimen.compact).open([specimen.base], into: &findings) == nil)
      return findings.all.map(\.message.code)
    }
    #expect(try codes { $0.measures[0].function = .sum } == ["amounts-without-rule"])
    #expect(try codes { $0.measures[0].function = .milestone } == ["milestone-of-people"])
    #expect(try codes { $0.subsetOf = "all-cases" } == ["subset-not-joined"])
    var specimen = try Specimen(threshold: 11, rows: [("Y1", "A", "F", 30)], breakdowns: [])
    specimen.compact.classes[0].finestGeography = "rgion"
    var findings = Findings()
    #expect(Gate(compact: specimen.compact).open([specimen.base], into: &findings) == nil)
    #expect(findings.all.map(\.message.code) == ["unknown-geography"])
  }

  @Test("the report counts the marks that stand in tables, years without figures aside")
  func report() throws {
    var specimen = try Specimen(
      threshold: 11, rows: [("Y1", "A", "F", 3), ("Y1", "B", "F", 40), ("Y1", "C", "F", 50)],
      breakdowns: [["place"]])
    specimen.compact.classes[0].zerosAreSensitive = true
    let disclosed = try specimen.disclosed()
    // A, and B with it: nothing of the years to come, though 0 is unsafe as well.
    #expect(disclosed.report.unsafe == 1 && disclosed.report.complementary == 1)
    #expect(disclosed.record.tables.reduce(0) { $0 + $1.hiddenCount } == 2)
  }

  @Test("prose is told yes or no")
  func prose() throws {
    let specimen = try Specimen(
      threshold: 11,
      rows: [("Y1", "A", "F", 3), ("Y1", "B", "F", 40), ("Y1", "C", "F", 50)],
      breakdowns: [["place"]])
    let proseGuard = try specimen.disclosed().proseGuard
    #expect(proseGuard.reveals(3, of: ["I1"]))
    #expect(!proseGuard.reveals(93, of: ["I1"]))
    #expect(!proseGuard.reveals(3, of: ["I2"]))
  }

  /// Published are C, 50, and the total, 93: A, 3, is hidden and B, 40, with it.
  @Test(
    "a sum that gives a hidden figure away is not to be typed, one that all can work out is",
    arguments: [
      // A and C; B and C, which is all but A.
      (53, true), (90, true),
      // A and B: the total less C. Then C and the total themselves, and what is nothing at all.
      (43, false), (50, false), (93, false), (47, false),
    ])
  func combinations(_ number: Int, _ reveals: Bool) throws {
    let specimen = try Specimen(
      threshold: 11,
      rows: [("Y1", "A", "F", 3), ("Y1", "B", "F", 40), ("Y1", "C", "F", 50)],
      breakdowns: [["place"]])
    #expect(try specimen.disclosed().proseGuard.reveals(number, of: ["I1"]) == reveals)
  }

  /// Year 1 is hidden, 5; year 2 is published, 40; year 3 too, 60.
  @Test(
    "over the years: a difference, a running total, of which a hidden year is part",
    arguments: [(35, true), (45, true), (105, true), (20, false), (100, false), (60, false)])
  func combinationsOverTime(_ number: Int, _ reveals: Bool) throws {
    let specimen = try Specimen(
      threshold: 11, rows: [("Y1", "A", "F", 5), ("Y2", "A", "F", 40), ("Y3", "A", "F", 60)],
      breakdowns: [])
    #expect(try specimen.disclosed().proseGuard.reveals(number, of: ["I1"]) == reveals)
  }

  /// Of girls 7 and boys 5 only that there are 12 is told: 2 more girls is both.
  @Test("of two parts the difference tells both")
  func differenceOfTwo() throws {
    let specimen = try Specimen(
      threshold: 11, rows: [("Y1", "A", "F", 7), ("Y1", "A", "M", 5)], breakdowns: [["sex"]])
    let proseGuard = try specimen.disclosed().proseGuard
    #expect(proseGuard.reveals(2, of: ["I1"]))
    #expect(!proseGuard.reveals(12, of: ["I1"]))
    #expect(!proseGuard.reveals(4, of: ["I1"]))
  }

  @Test(
    "a percentage is as good as a count where it is fine enough",
    arguments: [
      // 3 of 93 is 3.2258 %; 40 of 93 is 43.01 %. 54 % is C, 46 % what is left: all can work it out.
      ([3, 40, 50], 3, 0, true), ([3, 40, 50], 32, 1, true), ([3, 40, 50], 43, 0, true),
      ([3, 40, 50], 54, 0, false), ([3, 40, 50], 46, 0, false), ([3, 40, 50], 4, 0, false),
      // 7 of 200 is 3.5 %: typed as 3 or as 4, it says 5 to 7, or 7 to 9.
      ([7, 93, 100], 3, 0, true), ([7, 93, 100], 4, 0, true), ([7, 93, 100], 2, 0, false),
      // 3 of 4,003 is 0.07 %: 0 % says fewer than 21, which leaves 1 to 10 possible; 0.07 % says 3.
      ([3, 2000, 2000], 0, 0, false), ([3, 2000, 2000], 7, 2, true),
    ])
  func percentages(_ counts: [Int], _ units: Int, _ decimals: Int, _ reveals: Bool) throws {
    let specimen = try Specimen(
      threshold: 11, rows: zip(["A", "B", "C"], counts).map { ("Y1", $0, "F", $1) },
      breakdowns: [["place"]])
    let percent = Quantity(units, decimals: decimals)
    #expect(try specimen.disclosed().proseGuard.reveals(percent: percent, of: ["I1"]) == reveals)
  }

  @Test("a change in percent from or to a hidden year gives it away")
  func percentChange() throws {
    let specimen = try Specimen(
      threshold: 11, rows: [("Y1", "A", "F", 5), ("Y2", "A", "F", 40), ("Y3", "A", "F", 60)],
      breakdowns: [])
    let proseGuard = try specimen.disclosed().proseGuard
    // From 5 to 40: 700 % more. From 40 to 60: 50 %, which all can work out.
    #expect(proseGuard.reveals(percent: Quantity(700), of: ["I1"]))
    #expect(!proseGuard.reveals(percent: Quantity(650), of: ["I1"]))
    #expect(!proseGuard.reveals(percent: Quantity(50), of: ["I1"]))
  }

  /// In year 1 A, 3, is hidden and B, 40, with it; in year 2 B is 30: a fall of 25 %.
  @Test(
    "nor may a fall from a hidden year be typed; nothing falls by more than all of it",
    arguments: [(25, true), (24, false), (26, false), (100, false), (250, false)])
  func percentFall(_ percent: Int, _ reveals: Bool) throws {
    let specimen = try Specimen(
      threshold: 11,
      rows: [
        ("Y1", "A", "F", 3), ("Y1", "B", "F", 40), ("Y1", "C", "F", 50),
        ("Y2", "A", "F", 20), ("Y2", "B", "F", 30), ("Y2", "C", "F", 60),
      ], breakdowns: [["place"]])
    let proseGuard = try specimen.disclosed().proseGuard
    #expect(proseGuard.reveals(percent: Quantity(percent), of: ["I1"]) == reveals)
  }

  @Test("no small cell can be worked out, whatever the table", arguments: 0..<60)
  func property(_ seed: Int) throws {
    var random = SplitMix(seed: UInt64(seed))
    var rows: [(String, String, String, Int)] = []
    for period in ["Y1", "Y2"] {
      for place in ["A", "B", "C"] {
        for sex in ["F", "M"] {
          rows.append(
            (period, place, sex, random.next(below: 4) == 0 ? 40 : random.next(below: 15)))
        }
      }
    }
    let specimen = try Specimen(
      threshold: 11, rows: rows, breakdowns: [["place"], ["sex"], ["place", "sex"]])
    let report = try specimen.disclosed().report
    #expect(report.recoverable == 0 && report.narrow == 0, "seed \(seed)")
  }
}

/// SplitMix64 (Steele, Lea & Flood 2014): the same numbers from the same seed everywhere.
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(below bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}

@Suite("Over time")
struct LedgerTests {
  /// The last release showed `then`; the data now says `now`.
  func figures(then: [Int], now: [Int]) throws -> (old: PublishedTable, new: PublishedTable) {
    func rows(_ values: [Int]) -> [(String, String, String, Int)] {
      zip(["A", "B", "C"], values).map { ("Y1", $0, "F", $1) }
    }
    let before = try Specimen(threshold: 11, rows: rows(then), breakdowns: [["place"]])
    let record = try before.disclosed().record
    let release = Release(name: "r1", date: "2024-12-20", record: record, compact: before.compact)
    let after = try Specimen(threshold: 11, rows: rows(now), breakdowns: [["place"]])
    var findings = Findings()
    let disclosed = Gate(compact: after.compact, ledger: [release])
      .open([after.base], into: &findings)
    #expect(findings.all.isEmpty)
    return (
      try #require(record.table("I1-place")),
      try #require(disclosed?.record.table("I1-place"))
    )
  }

  @Test("a revision by one would give one record away: the earlier figure stays and says so")
  func revisionByOne() throws {
    let (old, new) = try figures(then: [30, 40, 50], now: [31, 40, 50])
    #expect(old.figure(["Y1", "A"])?.value == Quantity(30))
    #expect(new.figure(["Y1", "A"])?.value == Quantity(30))
    #expect(new.figure(["Y1", "A"])?.qualifiers == [.awaitingRevision])
    #expect(new.figure(["Y1", "total"])?.value == Quantity(120))
  }

  @Test("a revision by eleven or more is shown, marked as revised")
  func largeRevision() throws {
    let (_, new) = try figures(then: [30, 40, 50], now: [60, 40, 50])
    #expect(new.figure(["Y1", "A"])?.value == Quantity(60))
    #expect(new.figure(["Y1", "A"])?.qualifiers == [.revised])
    #expect(new.figure(["Y1", "B"])?.qualifiers == [])
  }

  @Test("a figure that any earlier release showed otherwise stays marked as revised")
  func revisedForGood() throws {
    func specimen(_ first: Int) throws -> Specimen {
      try Specimen(
        threshold: 11,
        rows: zip(["A", "B", "C"], [first, 40, 50]).map { ("Y1", $0, "F", $1) },
        breakdowns: [["place"]])
    }
    var ledger: [Release] = []
    for (name, first) in [("r1", 30), ("r2", 60)] {
      let specimen = try specimen(first)
      var findings = Findings()
      let disclosed = try #require(
        Gate(compact: specimen.compact, ledger: ledger).open([specimen.base], into: &findings))
      ledger.append(
        Release(
          name: name, date: "2024-12-20", record: disclosed.record, compact: specimen.compact))
    }
    let now = try specimen(60)
    var findings = Findings()
    let record = try #require(
      Gate(compact: now.compact, ledger: ledger).open([now.base], into: &findings)
    ).record
    #expect(record.table("I1-place")?.figure(["Y1", "A"])?.qualifiers == [.revised])
    #expect(record.table("I1-place")?.figure(["Y1", "B"])?.qualifiers == [])
  }

  @Test("a cell once shown stays known: hiding its neighbour takes another with it")
  func firstShownThenHidden() throws {
    // B and C were shown: with A now 3 in an unchanged total, they would give it away.
    let (_, new) = try figures(then: [30, 40, 50], now: [3, 40, 50])
    // The total fell by 27, which shows; A is hidden and B or C cannot cover it: both are known.
    #expect(new.figure(["Y1", "A"])?.value != Quantity(3))
    #expect(
      new.figure(["Y1", "total"])?.isHidden == true
        || new.figure(["Y1", "A"])?.value == Quantity(30))
  }
}
