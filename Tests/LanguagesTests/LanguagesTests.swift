import Testing

@testable import Languages

@Suite("French typesetting")
struct FrenchTypographyTests {
  @Test(
    "marks get their spaces, and what is no sentence is left alone",
    arguments: [
      ("Comment faire ?", "Comment faire\u{202F}?"),
      ("Comment faire?", "Comment faire\u{202F}?"),
      ("Attention : zéro", "Attention\u{A0}: zéro"),
      ("« enfant »", "«\u{A0}enfant\u{A0}»"),
      ("«enfant»", "«\u{A0}enfant\u{A0}»"),
      ("12,3 %", "12,3\u{A0}%"),
      ("l'enfant d'Abidjan", "l’enfant d’Abidjan"),
      ("https://exemple.ci/a?b=c", "https://exemple.ci/a?b=c"),
      ("à 10:30 précises", "à 10:30 précises"),
      ("un ; deux", "un\u{202F}; deux"),
      ("Vraiment ?!", "Vraiment\u{202F}?!"),
      ("le mot \"enfant\" et l'\"État\".", "le mot «\u{A0}enfant\u{A0}» et l’«\u{A0}État\u{A0}»."),
      ("dit (\"sic\") : \"Oui !\"", "dit («\u{A0}sic\u{A0}»)\u{A0}: «\u{A0}Oui\u{202F}!\u{A0}»"),
      ("un écran de 15\" et un de 17\"", "un écran de 15\" et un de 17\""),
      ("il dit \"oui", "il dit \"oui"),
      ("", ""),
      ("rien à faire", "rien à faire"),
    ])
  func marks(_ typed: String, _ set: String) {
    #expect(FrenchTypography.set(typed) == set)
    #expect(FrenchTypography.set(set) == set, "twice changes nothing")
  }
}

@Suite("Numbers and dates")
struct NumberTests {
  @Test(
    "digits are grouped by the language's own space",
    arguments: [
      (0, "0", "0"), (999, "999", "999"), (1_234, "1,234", "1\u{202F}234"),
      (-1_234_567, "\u{2212}1,234,567", "\u{2212}1\u{202F}234\u{202F}567"),
    ])
  func whole(_ value: Int, _ english: String, _ french: String) {
    #expect(NumberFormat(.english).text(value) == english)
    #expect(NumberFormat(.french).text(value) == french)
  }

  @Test("decimals and percent")
  func decimals() {
    #expect(NumberFormat(.english).percent(units: 125, decimals: 1) == "12.5%")
    #expect(NumberFormat(.french).percent(units: -125, decimals: 1) == "\u{2212}12,5\u{A0}%")
    #expect(NumberFormat(.english).text(units: 5, decimals: 2) == "0.05")
    #expect(NumberFormat(.french).text(units: Int.min, decimals: 0).hasPrefix("\u{2212}9"))
  }

  @Test("French counts zero as one")
  func plural() {
    #expect(Language.french.isSingular(0) && Language.french.isSingular(1))
    #expect(!Language.english.isSingular(0) && Language.english.isSingular(1))
    #expect(!Language.french.isSingular(2))
  }

  @Test("dates in words; the first of the month is an ordinal in French only")
  func dates() throws {
    let signed = try #require(CalendarDate(iso: "2022-12-07"))
    #expect(signed.words(in: .english) == "7\u{A0}December 2022")
    #expect(signed.words(in: .french) == "7\u{A0}décembre 2022")
    let first = try #require(CalendarDate(iso: "2024-01-01"))
    #expect(first.words(in: .french) == "1er\u{A0}janvier 2024")
  }

  @Test(
    "dates that do not exist are refused", arguments: ["2023-02-29", "2024-13-01", "24-1-1", "x"])
  func noSuchDay(_ text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }

  @Test("days count through leap years")
  func days() throws {
    let one = try #require(CalendarDate(iso: "2023-12-31"))
    let other = try #require(CalendarDate(iso: "2024-12-31"))
    #expect(one.days(until: other) == 366)
    #expect(one.adding(days: 60).iso == "2024-02-29")
    for day in stride(from: -800_000, through: 2_000_000, by: 977) {
      let date = CalendarDate(daysSinceEpoch: day)
      #expect(date.daysSinceEpoch == day)
    }
  }
}

@Suite("Words")
struct WordTests {
  @Test(
    "elision before a vowel to the ear",
    arguments: [
      ("Abidjan", "d’Abidjan"), ("Bouaké", "de Bouaké"), ("enfants", "d’enfants"),
      ("hôpital", "d’hôpital"), ("Haut-Sassandra", "de Haut-Sassandra"),
      ("huit", "de huit"), ("Élargissement", "d’Élargissement"), ("onze", "de onze"),
    ])
  func elision(_ word: String, _ expected: String) {
    #expect(Elision.de(word) == expected)
  }

  @Test("lists")
  func lists() {
    #expect(Language.english.list(["A", "B", "C"]) == "A, B and C")
    #expect(Language.french.list(["A", "B"]) == "A et B")
    #expect(Language.french.list(["A"]) == "A")
    #expect(Language.french.list([]) == "")
  }
}
