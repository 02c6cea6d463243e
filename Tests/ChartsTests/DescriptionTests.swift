import Languages
import Partnership
import Testing

@testable import Charts
@_spi(Gate) @testable import Publication

@Suite("Titles state the finding, and descriptions tell it to those who cannot see")
struct DescriptionTests {
  func line(_ figures: [Figure], targets: [Quantity?] = [], breaks: [Int] = []) -> LineChart {
    LineChart(
      subject: .people, periods: years(figures.count), series: [Series(.both("x"), figures)],
      targets: targets, breaks: breaks)
  }

  func drawn(_ kind: any ChartKind, _ language: Language) -> Chart {
    kind.draw(in: language, id: "c", width: .wide)
  }

  @Test("a signed name that ends with a point does not end its sentence twice")
  func finalPoint() {
    func text(_ value: String) -> TranslatedText { TranslatedText(english: value, french: value) }
    let indicator = Indicator(
      code: "I1", objective: "O1", name: text("Number of meetings held."), level: .annex,
      type: .count,
      unit: UnitName(one: .both("meeting"), many: .both("meetings"), isFeminineInFrench: true),
      direction: .context, combination: .sum, confidentiality: "C0", breakdowns: [], sheet: [],
      caution: text(""), reading: text(""), targets: [])
    let subject = Subject(indicator, measure: .count)
    #expect(subject.name == .both("Number of meetings held"))
  }

  @Test("above, below and on the target, with the unit's number and gender")
  func target() {
    let chart = line([.count(1), .count(1_240)], targets: [nil, Quantity(1_000)])
    #expect(drawn(chart, .english).title == "Year 2: 1,240 people, above the target of 1,000")
    #expect(
      drawn(chart, .french).title
        == "Année 2\u{A0}: 1\u{202F}240 personnes, au-dessus de la cible de 1\u{202F}000")
    let one = drawn(line([.count(1)]), .english)
    #expect(one.title == "Year 1: 1 person")
    #expect(drawn(line([.count(0)]), .french).title == "Année 1\u{A0}: 0 personne")
  }

  @Test("a series is not said to rise across a break")
  func seriesBreak() {
    let chart = drawn(
      line([.count(10), .count(20), .count(900), .count(800)], breaks: [2]), .english)
    #expect(chart.description.contains("Falls from 900 (Year 3) to 800 people (Year 4)."))
    #expect(!chart.description.lowercased().contains("rises"))
    #expect(chart.description.contains("The series breaks before Year 3"))
  }

  @Test("hidden figures are counted, named and explained, never sized")
  func hidden() {
    let chart = line([.count(30), .masked, .count(40), .masked])
    let english = drawn(chart, .english).description
    #expect(english.contains("2 figures, marked [c], are hidden so that nobody can be recognized"))
    #expect(english.contains("Hidden: Year 2; Year 4."))
    #expect(
      drawn(chart, .french).description
        .contains("Chiffres masqués\u{A0}: année 2\u{202F}; année 4."))
    #expect(
      drawn(chart, .english).title
        == "Year 4: hidden to protect people; last published: 40 people (Year 3)")
  }

  @Test("targets are counted in whole numbers, even where figures are percentages")
  func counts() {
    let chart = drawn(Sample.bullet.chart(.negative), .english)
    #expect(chart.title == "None of 3 targets reached")
    #expect(
      drawn(Sample.bullet.chart(.negative), .french).title
        == "Aucune des 3 cibles n’est atteinte")
  }

  @Test("what is read in context names no first and no last")
  func context() {
    let chart = drawn(Sample.bar.chart(.hidden), .english)
    #expect(chart.title == "Year 5: published figures range from 88 to 1,105 children")
    for name in ["Lagunes", "Gôh-Djiboua"] { #expect(!chart.title.contains(name)) }
  }

  @Test("zero, hidden, missing, not applicable and not yet due differ in shape, not in size")
  func shapes() {
    func marks(_ figure: Figure) -> String {
      let chart = BarChart(
        subject: .people, categories: [.both("A")], series: [Series(.both("x"), [figure])])
      return drawn(chart, .english).markup.matches(of: /<path class="[^"]*" d="[^"]*"\/>/)
        .map { String($0.0) }.joined()
    }
    let all = [Figure.count(0), .masked, .missing, .noMeaning, .notDue].map(marks)
    #expect(Set(all).count == all.count)
  }

  @Test("letters have their key", arguments: Language.allCases)
  func letters(_ language: Language) {
    let chart = drawn(line([.count(5, [.estimated]), .count(7, [.revised])]), language)
    #expect(chart.markup.contains(language == .english ? "[e] estimated" : "[e] estimé"))
    #expect(chart.markup.contains(language == .english ? "[r] revised" : "[r] révisé"))
    #expect(!chart.markup.contains(">[p]"))
  }
}
