import Languages
import Partnership
import Testing

@testable import Charts
@_spi(Gate) @testable import Publication

@Suite("Sentences are those of a careful native, whatever the state of the figures")
struct SentenceTests {
  func line(_ figures: [Figure], _ periods: [Localized<String>]? = nil) -> LineChart {
    LineChart(
      subject: .people, periods: periods ?? years(figures.count),
      series: [Series(.both("x"), figures)])
  }

  func drawn(_ kind: any ChartKind, _ language: Language) -> Chart {
    kind.draw(in: language, id: "c", width: .wide)
  }

  @Test("a French period is small within a sentence, and great where it begins one")
  func smallPeriods() {
    let chart = drawn(line([.count(412), .count(390)]), .french)
    #expect(
      chart.title == "Année 2\u{A0}: 390 personnes, en baisse par rapport à 412 (année 1)")
    #expect(
      chart.subtitle == "Personnes formées. Unité\u{A0}: personnes\u{202F}; année 1 – année 2")
    #expect(
      chart.description
        == "Courbe\u{A0}: Personnes formées (année 1 – année 2). "
        + "Baisse\u{A0}: de 412 (année 1) à 390 personnes (année 2).")
    // After a full stop it begins a sentence.
    let stages = drawn(Sample.milestone.chart(.normal), .french)
    #expect(stages.description.contains(". Année 2\u{A0}: étape 2 sur 5, projet."))
    #expect(drawn(line([.count(412), .count(390)]), .english).title.hasSuffix("412 (Year 1)"))
  }

  @Test(
    "initials, names with capitals and dates keep their letters",
    arguments: [
      ("Année 2", "année 2"), ("T2 2026", "T2 2026"), ("2026", "2026"),
      ("Avril 2026", "avril 2026"),
      ("", ""), ("A", "A"),
    ])
  func small(_ name: String, _ expected: String) {
    #expect(Prose.small(name, .french) == expected)
    #expect(Prose.small(name, .english) == name)
  }

  @Test("a single figure is told as one, in charts of every kind")
  func single() {
    for sample in [Sample.bar, .stacked, .map] {
      let chart = drawn(sample.chart(.onePoint), .french)
      #expect(!chart.title.contains("chaque"), "\(sample)")
      #expect(!chart.description.contains("chaque"), "\(sample)")
    }
    #expect(drawn(Sample.stacked.chart(.onePoint), .english).title == "Abidjan: 1,833 people")
    #expect(
      drawn(Sample.line.chart(.onePoint), .french).description
        .hasPrefix("Courbe\u{A0}: Personnes formées (année 1). Un seul chiffre publié\u{A0}: 412"))
    #expect(
      drawn(Sample.slope.chart(.onePoint), .english).title
        == "Abidjan: 1,271 people in Year 3, up from 412 (Year 1)")
    #expect(
      drawn(Sample.slope.chart(.onePoint), .french).title
        == "Abidjan\u{A0}: 1\u{202F}271 personnes (année 3), en hausse par rapport à 412 (année 1)")
  }

  @Test("of several rows, the only one that can be compared with its target is named")
  func oneComparable() {
    let chart = Sample.bullet.chart(.missing)
    #expect(drawn(chart, .english).title == "Abidjan: 412 people, below the target of 500")
    #expect(
      drawn(chart, .french).title
        == "Abidjan\u{A0}: 412 personnes, en dessous de la cible de 500")
  }

  @Test("what is missing, and what bears a letter, is named")
  func named() {
    let missing = line([.count(5), .missing, .noMeaning, .notDue])
    let english = drawn(missing, .english).description
    #expect(english.contains("Not available [x]: 1 (Year 2)."))
    #expect(english.contains("Not applicable [z]: 1 (Year 3)."))
    #expect(english.contains("Not yet due [n]: 1 (Year 4)."))
    #expect(
      drawn(missing, .french).description
        .contains("Non exigible [n]\u{A0}: 1 (année 4).") == false)
    #expect(
      drawn(missing, .french).description
        .contains("Non encore exigible [n]\u{A0}: 1 (année 4)."))
    let letters = line([.count(5, [.estimated]), .count(6), .count(7, [.estimated, .revised])])
    #expect(
      drawn(letters, .french).description.hasSuffix(
        "Les marques plus claires portent une lettre\u{A0}: [e] estimé "
          + "(année 1\u{202F}; année 3), [r] révisé (année 3)."))
  }

  @Test("beyond twelve names they are counted only")
  func many() {
    let chart = drawn(
      line([.count(5)] + Array(repeating: Figure.missing, count: 13)), .english)
    #expect(chart.description.contains("Not available [x]: 13."))
  }

  @Test("nothing to draw: the description says so and nothing else", arguments: Language.allCases)
  func nothing(_ language: Language) {
    for sample in Sample.allCases {
      let chart = drawn(sample.chart(.none), language)
      #expect(chart.description == chart.title + ".", "\(sample)")
      #expect(!chart.description.contains("\u{A0}0 ") && !chart.description.contains(" 0 "))
    }
  }

  @Test("a stage that is none is neither drawn as the last one nor passed over")
  func noStage() {
    let beyond = drawn(Sample.milestone.chart(.huge), .english)
    #expect(beyond.title == "Year 1: stage 2 of 5, draft")
    #expect(beyond.description.contains("Year 2: cannot be drawn [!]."))
    #expect(beyond.markup.contains(">[!]<"))
    #expect(
      drawn(Sample.milestone.chart(.negative), .french).title
        == "Ces chiffres ne peuvent être représentés")
  }

  @Test("a change is a signed percentage with the language's spaces, never points")
  func change() {
    let chart = LineChart(
      subject: .change, periods: years(2),
      series: [
        Series(
          .both("x"),
          [Figure(.value(Quantity(-56, decimals: 1))), Figure(.value(Quantity(50, decimals: 1)))])
      ])
    #expect(drawn(chart, .english).title == "Year 2: +5.0%, up from −5.6% (Year 1)")
    #expect(
      drawn(chart, .french).title
        == "Année 2\u{A0}: +5,0\u{A0}%, en hausse par rapport à −5,6\u{A0}% (année 1)")
  }

  @Test("all hidden: no tick, no scale, and the lines' letters have their place")
  func states() {
    for sample in [Sample.lines, .stacked, .multiples, .dots] {
      let hidden = drawn(sample.chart(.allHidden), .english)
      #expect(!hidden.markup.contains("class=\"grid\""), "\(sample)")
    }
    let letters = drawn(Sample.lines.chart(.letters), .english).markup
    #expect(letters.contains(">[e]<") && letters.contains("[r]</text>"))
  }

  @Test("a clock without years says so")
  func noYears() {
    let chart = drawn(Sample.clock.chart(.none), .french)
    #expect(chart.title.hasPrefix("La durée n’est pas indiquée"))
  }
}
