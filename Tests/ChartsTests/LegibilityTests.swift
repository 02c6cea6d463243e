import Foundation
import Languages
import Partnership
import Testing

@testable import Charts
@_spi(Gate) @testable import Publication

/// A text of a chart, where it stands, in pixels.
private struct Word: Equatable {
  let text: String
  let x: Double
  let y: Double

  static func all(in chart: Chart) -> [Word] {
    chart.markup.matches(
      of: /<text[^>]* x="([0-9.-]+)" y="([0-9.-]+)">(?:<title>[^<]*<\/title>)?([^<]*)</
    )
    .map {
      Word(text: String($0.3), x: Double($0.1) ?? .nan, y: Double($0.2) ?? .nan)
    }
  }
}

extension Chart {
  /// The data of the paths of a class.
  fileprivate func paths(_ name: String) -> [Substring] {
    markup.matches(of: /<path class="([^"]*)" d="([^"]*)"/).filter { $0.1 == name }.map(\.2)
  }

  fileprivate func word(_ text: String) -> Word? { Word.all(in: self).first { $0.text == text } }
}

@Suite("What a reader takes from a chart is there, and nothing else")
struct LegibilityTests {
  @Test(
    "no value lies beyond the outer ticks",
    arguments: [
      (-5.6, 25), (0, 1_271), (-17, 20.1), (0, 412), (0, 0.001105), (-0.3, 0.3), (0, 9.3e18),
      (-1e9, 7), (0, 1),
    ] as [(Double, Double)])
  func axis(_ low: Double, _ high: Double) throws {
    for wanted in 3...6 {
      var extent = Extent()
      extent.include(low)
      extent.include(high)
      let ticks = try #require(ValueAxis(extent, wanted: wanted, whole: false).ticks)
      #expect(ticks.value(0) <= low)
      #expect(ticks.value(ticks.count - 1) >= high)
    }
  }

  @Test("a value whose neighbours are hidden or missing has a dot in a sparkline")
  func sparkline() {
    let dots = { (figures: [Figure]) in
      Sparkline(subject: .people, periods: years(figures.count), figures: figures)
        .draw(in: .english, id: "c", width: .wide).paths("dot").joined().split(separator: "z").count
    }
    #expect(dots([.count(4), .masked, .count(6), .masked, .count(5)]) == 3)
    #expect(dots([.count(4), .missing, .count(6), .count(7), .count(5)]) == 2)
    #expect(dots([.count(4), .count(6), .count(5)]) == 1)
    #expect(dots([.masked, .masked]) == 0)
  }

  @Test("one chart writes its numbers in one notation", arguments: Sample.allCases)
  func notation(_ sample: Sample) {
    for language in Language.allCases {
      for width in ChartWidth.allCases {
        let chart = sample.chart(.huge).draw(in: language, id: "c", width: width)
        let words = Word.all(in: chart).map(\.text)
        guard words.contains(where: { $0.contains("×10") }) else { continue }
        let grouped = words.filter { $0.contains(/[0-9][,\u{202F}][0-9]{3}(?![0-9])/) }
        #expect(grouped.isEmpty, "\(sample) \(language) \(width)")
      }
    }
  }

  @Test("every line of an axis has its number, also beyond what an integer holds")
  func largestTick() {
    let chart = Sample.line.chart(.huge).draw(in: .english, id: "c", width: .wide)
    for tick in ["0", "2.5×10¹⁸", "5×10¹⁸", "7.5×10¹⁸", "1×10¹⁹"] {
      #expect(chart.word(tick) != nil, "\(tick)")
    }
    #expect(chart.paths("grid").joined().count { $0 == "M" } == 5)
  }

  @Test("letters stand below their number, in the order in which they are read")
  func letters() throws {
    let subject = Subject.people
    let chart = LineChart(
      subject: subject, periods: years(3),
      series: [
        Series(
          subject.name, [.count(5), .count(7, [.estimated, .provisional, .revised]), .count(5)])
      ]
    ).draw(in: .english, id: "c", width: .narrow)
    let marks = try ["7", "[e]", "[p]", "[r]"].map { text in
      if let word = chart.word(text) { return word.y }
      return try #require(Word.all(in: chart).first { $0.text.contains(text) }).y
    }
    #expect(marks == marks.sorted())
    let dot = try #require(chart.paths("dot soft").first?.firstMatch(of: /M([0-9.]+) ([0-9.]+)/))
    let y = try #require(Double(dot.2))
    #expect(marks.allSatisfy { $0 < y })
  }

  /// The target runs above the second value, the line below it: at its right, below, is room.
  @Test("a value blocked above and below stands beside its dot")
  func beside() throws {
    let subject = Subject.people
    let chart = LineChart(
      subject: subject, periods: years(3),
      series: [Series(subject.name, [.count(100), .count(470), .count(900)])],
      targets: [nil, Quantity(520), nil]
    ).draw(in: .english, id: "c", width: .narrow)
    let value = try #require(chart.word("470"))
    let year = try #require(chart.word("Year 2"))
    let dots = chart.paths("dot").joined().matches(of: /M([0-9.]+) ([0-9.]+)a/)
    let y = try #require(Double(dots[1].2))
    #expect(value.x > year.x + 5)
    #expect(value.y > y + 7)
  }

  @Test("a target that ends early has its name after its line where nothing stands in its way")
  func earlyTarget() throws {
    let subject = Subject.people
    let draw = { (last: Figure, width: ChartWidth) in
      LineChart(
        subject: subject, periods: years(5),
        series: [Series(subject.name, [.count(10), .count(40), .notDue, .notDue, last])],
        targets: [Quantity(50), Quantity(60), nil, nil, nil]
      ).draw(in: .english, id: "c", width: width)
    }
    for width in ChartWidth.allCases {
      let chart = draw(.notDue, width)
      let label = try #require(chart.word("target 60"))
      let end = try #require(chart.paths("target").first?.matches(of: /H([0-9.]+)/).last)
      let x = try #require(Double(end.1))
      #expect(label.x == x + 4)
    }
    let busy = draw(.count(45), .wide)
    #expect(busy.word("target 60 (year 2)") != nil || busy.word("target 60 (Year 2)") != nil)
  }

  @Test("lines that no eye could follow have a strip each, on one scale")
  func strips() {
    let many = Sample.lines.chart(.thirtyThree).draw(in: .english, id: "c", width: .narrow)
    #expect(many.paths("line").count == 4)
    #expect(many.paths("grid").count == 4)
    let labels = Word.all(in: many).map(\.text)
    for name in ["Région 1", "Région 2", "Région 3", "Région 4"] {
      #expect(labels.count { $0 == name } == 1)
    }
    #expect(labels.count { $0 == "Year 1" } == 1)
    let few = Sample.lines.chart(.normal).draw(in: .english, id: "c", width: .narrow)
    #expect(few.paths("grid").count == 1)
  }

  @Test("a dense line keeps the dots that say more than it does, and its extremes their numbers")
  func dense() {
    let draw = { (lowest: Int, index: Int) in
      let subject = Subject.people
      var figures: [Figure] = (0..<33).map { .count(100 + ($0 * 37) % 90) }
      figures[5] = .count(300)
      figures[index] = .count(lowest)
      figures[20] = .masked
      figures[22] = .masked
      return LineChart(
        subject: subject, periods: years(33), series: [Series(subject.name, figures)]
      ).draw(in: .english, id: "c", width: .narrow)
    }
    let dots = { (chart: Chart) in
      chart.paths("dot").joined().split(separator: "z").count
    }
    let chart = draw(95, 0)
    #expect(chart.word("300") != nil && chart.word("95") != nil)
    // The highest, the lowest, the one alone, the last.
    #expect(dots(chart) == 4)
    // Between two steep lines and the axis no number has a place, and its dot would say nothing.
    let steep = draw(0, 9)
    #expect(steep.word("300") != nil)
    #expect(Word.all(in: steep).count { $0.text == "0" } == 1)
    #expect(dots(steep) == 3)
  }

  @Test("a dozen lines between two periods are a slope chart, more of them rows of dots")
  func longSlope() {
    let draw = { (rows: Int, direction: Direction) in
      var subject = Subject.people
      subject.direction = direction
      return SlopeChart(
        subject: subject, from: years(3)[0], to: years(3)[2],
        rows: (0..<rows).map {
          SlopeChart.Row(.both("R\($0)"), from: .count(5), to: $0 == 3 ? .masked : .count($0))
        }
      ).draw(in: .english, id: "c", width: .wide)
    }
    #expect(draw(12, .up).markup.contains("chart-slope"))
    let long = draw(13, .up)
    #expect(long.markup.contains("chart-dots"))
    #expect(long.title == "Year 1 – Year 3: 7 rises, 4 falls, 1 unchanged")
    #expect(long.description.hasPrefix("Dot plot"))
    let names = Word.all(in: long).map(\.text).filter { $0.hasPrefix("R") }
    // The hidden one comes after those that are known.
    #expect(names.first == "R12" && names.last == "R3")
    let context = Word.all(in: draw(13, .context)).map(\.text).filter { $0.hasPrefix("R") }
    #expect(context.first == "R0" && context.last == "R12")
  }

  @Test("negative figures are no parts of a whole: their bars stand side by side")
  func negativeParts() {
    let chart = Sample.stacked.chart(.negative).draw(in: .english, id: "c", width: .wide)
    #expect(chart.markup.contains("chart-bar"))
    #expect(!chart.markup.contains("[!]"))
    #expect(chart.description.hasPrefix("Grouped bar chart"))
  }

  @Test("paper lies between the lines of an axis and the parts of a bar, and totals end alike")
  func stacked() throws {
    let chart = Sample.stacked.chart(.normal).draw(in: .english, id: "c", width: .wide)
    let markup = chart.markup
    let grid = try #require(markup.range(of: "class=\"grid\""))
    let under = try #require(markup.range(of: "class=\"under\""))
    let bar = try #require(
      markup.range(of: "class=\"bar s1\" d=\"M", range: under.upperBound..<markup.endIndex))
    #expect(grid.lowerBound < under.lowerBound && under.lowerBound < bar.lowerBound)
    let totals = Word.all(in: chart).filter { ["1,833", "1,853", "2,208"].contains($0.text) }
    #expect(totals.count == 3)
    #expect(Set(totals.map(\.x)).count == 1)
    // Parts with the same decimals have a total as well.
    let tiny = Sample.stacked.chart(.tiny).draw(in: .english, id: "c", width: .wide)
    #expect(tiny.word("0.001833") != nil)
  }

  @Test("paper keeps the target, the baseline and today apart from a bar of any colour")
  func halo() {
    for sample in [Sample.bullet, .clock] {
      let chart = sample.chart(.normal).draw(in: .english, id: "c", width: .wide)
      let halos = chart.paths("halo")
      for name in ["target", "baseline", "today"] {
        // The marks of a key have no bar under them.
        let marks = chart.paths(name)
        #expect(marks.isEmpty || marks.contains { halos.contains($0) }, "\(sample) \(name)")
      }
      #expect(!halos.isEmpty)
    }
  }

  @Test("classes of a map hold their values; one value needs none")
  func classes() {
    let one = Sample.map.chart(.onePoint).draw(in: .english, id: "c", width: .wide)
    #expect(!Word.all(in: one).contains { $0.text.contains("–") || $0.text.contains("≥") })
    for values in [[-18, 19], [-150, -3], [0, 7], [3, 4_100], [-1, 900]] {
      let shades = Shades(values.map { Reading(.count($0)) })
      for value in values {
        let bounds = shades.bounds.map { Double($0.units) }
        let index = shades.shade(of: Double(value))
        #expect(bounds[index] <= Double(value))
        if index + 1 < bounds.count { #expect(Double(value) < bounds[index + 1]) }
      }
    }
    let shades = Shades([Reading(.count(-18)), Reading(.count(19))])
    #expect(shades.bounds.map(\.units) == [-20, -10, 0, 10])
    #expect(shades.below == 2)
  }

  @Test("a stage reached after a period of which nothing is known was reached by the next one")
  func stages() {
    let hidden = Sample.milestone.chart(.hidden)
    let english = hidden.draw(in: .english, id: "c", width: .wide)
    #expect(english.word("by Year 3") != nil)
    #expect(english.word("Year 1") != nil)
    #expect(hidden.draw(in: .french, id: "c", width: .narrow).word("au plus tard année 3") != nil)
    let known = Sample.milestone.chart(.normal).draw(in: .english, id: "c", width: .wide)
    #expect(!Word.all(in: known).contains { $0.text.hasPrefix("by ") })
  }

  @Test("periods that differ in one word bear it, and say the others once")
  func periods() throws {
    let names = Variation.longNames.periods.map { $0[.french] }
    let opening = Drawing.commonWords(names)
    #expect(opening == "Année ")
    let (own, ending) = try #require(
      Drawing.commonEnding(names.map { String($0.dropFirst(opening.count)) }))
    #expect(own == ["1", "2", "3", "4", "5"])
    #expect(ending == " du partenariat, d’octobre à octobre")
    #expect(Drawing.commonEnding(["1", "2"]) == nil)
    #expect(Drawing.commonEnding(["a b", " b"]) == nil)
    let chart = Sample.line.chart(.longNames).draw(in: .french, id: "c", width: .narrow)
    #expect(chart.word("Année … du partenariat, d’octobre à octobre") != nil)
    #expect(chart.word("3") != nil)
  }

  @Test("the first number of a row of periods is named, also after a baseline")
  func baselineYear() {
    let names = ["Année de référence", "Année 1", "Année 2", "Année 3", "Année 4"]
    let subject = Subject.people
    let chart = LineChart(
      subject: subject, periods: names.map { .both($0) },
      series: [Series(subject.name, names.map { .count($0.count) })],
      targets: names.map { _ in Quantity(30) }
    ).draw(in: .french, id: "c", width: .wide)
    let words = Word.all(in: chart).filter { $0.y > 240 }.map(\.text)
    #expect(Array(words.suffix(5)) == ["Année de référence", "Année 1", "2", "3", "4"])
  }
}
