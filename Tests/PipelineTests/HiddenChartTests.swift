import Charts
import Datasets
import Diagnostics
import Disclosure
import Languages
import Partnership
import Publication
import Testing

/// Records of one dataset by place, through the gate, and drawn.
private struct Records {
  let places = ["A", "B", "C", "D", "E", "F"]
  let periods = ["Y0", "Y1", "Y2"]
  /// A count for each period and place.
  var counts: [[Int]]

  /// Every chart that the published tables make, in both languages and layouts.
  func charts() throws -> (hidden: Int, visible: [Quantity?], bytes: [[UInt8]]) {
    let compact = try compact()
    var findings = Findings()
    let base = BaseTable(
      dataset: "cases",
      dimensions: [
        Axis(code: "period", nomenclature: nil, categories: periods, isPeriod: true),
        Axis(code: "place", nomenclature: "place", categories: places, isPeriod: false),
      ], amounts: [],
      cells: counts.enumerated().flatMap { period, row in
        row.enumerated().map {
          BaseCell(keys: [period, $0.offset], count: $0.element, sums: [], contributors: [])
        }
      })
    let disclosed = try #require(Gate(compact: compact).open([base], into: &findings))
    let table = try #require(disclosed.record.table("I1-place"))
    let rows = periods.map { period in places.map { table.figure([period, $0]) } }
    let figures = rows.flatMap { $0.compactMap { $0 } }
    #expect(figures.count == periods.count * places.count)
    let names = places.map { Localized(both: $0) }
    let times = periods.map { Localized(both: $0) }
    let subject = Subject(
      name: Localized(both: "Cases"),
      unit: UnitName(
        one: Localized(both: "case"), many: Localized(both: "cases"), isFeminineInFrench: false),
      direction: .up)
    let series = places.indices.map { place in
      Series(names[place], rows.compactMap { $0[place] })
    }
    let byPeriod = periods.indices.map { Series(times[$0], rows[$0].compactMap { $0 }) }
    let kinds: [any ChartKind] = [
      LineChart(subject: subject, periods: times, series: series),
      LineChart(subject: subject, periods: times, series: [series[0]]),
      BarChart(subject: subject, categories: names, series: [byPeriod[1]], order: .byValue),
      BarChart(subject: subject, categories: names, series: byPeriod),
      BarChart(subject: subject, categories: names, series: byPeriod, arrangement: .stacked),
      DotPlot(subject: subject, categories: names, series: byPeriod),
      SmallMultiples(subject: subject, periods: times, panels: series),
      SlopeChart(
        subject: subject, from: times[0], to: times[2],
        rows: series.map { SlopeChart.Row($0.name, from: $0.figures[0], to: $0.figures[2]) }),
      Sparkline(subject: subject, periods: times, figures: series[0].figures),
      DistrictMap(
        subject: subject,
        districts: places.enumerated().map {
          District(
            code: $1, name: $1, isAutonomous: false, row: $0 / 3, column: $0 % 3, regions: [])
        },
        figures: Dictionary(
          uniqueKeysWithValues: zip(places, rows[1]).compactMap { place, figure in
            figure.map { (place, $0) }
          })),
      BulletChart(
        subject: subject,
        rows: series.map {
          BulletChart.Row($0.name, actual: $0.figures[1], target: Quantity(40), baseline: nil)
        }),
    ]
    var bytes: [[UInt8]] = []
    for kind in kinds {
      for language in Language.allCases {
        for width in ChartWidth.allCases {
          let chart = kind.draw(in: language, id: "c", width: width)
          bytes.append(chart.svg)
          bytes.append(Array(chart.standalone().utf8))
        }
      }
    }
    return (table.hiddenCount, figures.map(\.value), bytes)
  }

  private func compact() throws -> Compact {
    func text(_ value: String) -> TranslatedText { TranslatedText(english: value, french: value) }
    let both = Localized(both: "x")
    let effective = try #require(CalendarDate(year: 2022, month: 12, day: 7))
    return Compact(
      name: text("P"), shortName: both, country: both, participants: [],
      clock: Clock(signed: effective, effective: effective, years: 5), signedAt: both,
      goal: text("g"), purpose: text("p"), nature: text("n"), funding: nil, objectives: [],
      activities: [], indicators: [], bodies: [], focalPoints: [], terms: [], obligations: [],
      districts: [], agreement: [], amendments: [],
      classes: [
        ConfidentialityClass(
          code: "C3", name: text("c"), covers: text("c"), rule: text("r"), threshold: 11,
          zerosAreSensitive: false, isNeverPublished: false, maximumCrossing: 2,
          finestGeography: "region", forbiddenCrossings: [], maximumHiddenShare: 100)
      ],
      nomenclatures: [
        Nomenclature(
          code: "place", title: both,
          categories: places.map { .init(code: $0, label: Localized(both: $0), synonyms: []) })
      ],
      datasets: [
        DatasetSchema(
          name: "cases", title: text("cases"), source: "CNS", confidentiality: "C3",
          kind: .records, file: "cases.csv", isDemonstration: true,
          version: try #require(CalendarDate(year: 2026, month: 12, day: 20)),
          columns: [
            .init(name: "period", role: .period, title: both, decimals: 0),
            .init(name: "place", role: .dimension, title: both, nomenclature: "place", decimals: 0),
          ],
          measures: [.init(code: "I1", function: .count, filter: [:], breakdowns: [["place"]])])
      ],
      settings: SiteSettings(title: both, licence: both, contact: both, reportedPeriods: []))
  }
}

@Suite("True values under a mark never reach a chart")
struct HiddenChartTests {
  /// Two data sets with the same totals and different counts from 1 to 10 in three places.
  @Test("the same marks, the same bytes, whatever is hidden", arguments: 0..<12)
  func sameBytes(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    var one = Records(counts: [])
    var other = Records(counts: [])
    for _ in one.periods {
      let open = [20 + next(400), 20 + next(400), 20 + next(400)]
      // The same sum shared in another way: each part is unsafe in both.
      let small = [1 + next(6), 2 + next(5), 3 + next(4)]
      one.counts.append(small + open)
      other.counts.append([small[0] + 2, small[1] - 1, small[2] - 1] + open)
    }
    try #require(one.counts != other.counts)
    let (first, second) = (try one.charts(), try other.charts())
    #expect(first.hidden >= 9, "seed \(seed)")
    #expect(first.visible == second.visible, "seed \(seed): the gate shows the same")
    #expect(first.bytes == second.bytes, "seed \(seed)")
  }

  @Test("a published value does change the bytes: the comparison is no empty one")
  func differs() throws {
    let counts = [[3, 4, 5, 40, 50, 60], [3, 4, 5, 40, 50, 60], [3, 4, 5, 40, 50, 60]]
    var changed = counts
    changed[1][4] = 51
    let first = try Records(counts: counts).charts()
    let second = try Records(counts: changed).charts()
    #expect(first.bytes != second.bytes)
  }
}
