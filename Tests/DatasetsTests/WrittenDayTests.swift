import Diagnostics
import Languages
import Partnership
import Testing

@testable import Datasets

@Suite("Days as people write them")
struct WrittenDayTests {
  @Test(
    "are read in French and in English",
    arguments: [
      "2025-04-03", "2025/04/03", "2025-04-03T10:30:00Z", "2025-04-03 10:30", "3 avril 2025",
      "03 avr. 2025", "jeudi 3 avril 2025", "jeu. 3 avril 2025", "April 3, 2025", "Apr 3 2025",
      "3 April 2025", "3-Apr-2025", "Thursday, April 3rd, 2025", "3\u{A0}avril\u{202F}2025",
    ])
  func read(_ text: String) {
    #expect(WrittenDay(text, order: nil) == CalendarDate(iso: "2025-04-03").map { .day($0) })
  }

  @Test(
    "by months of either language",
    arguments: [
      ("1er janvier 2025", "2025-01-01"), ("14 févr. 2025", "2025-02-14"),
      ("1 March 2025", "2025-03-01"), ("mar. 4 mars 2025", "2025-03-04"),
      ("Mar 4, 2025", "2025-03-04"), ("31 mai 2025", "2025-05-31"), ("May 31, 2025", "2025-05-31"),
      ("30 juin 2025", "2025-06-30"), ("14 juil. 2025", "2025-07-14"),
      ("15 août 2025", "2025-08-15"), ("15 aou\u{302}t 2025", "2025-08-15"),
      ("25 déc. 2025", "2025-12-25"), ("29 February 2024", "2024-02-29"),
    ])
  func months(_ text: String, _ day: String) {
    #expect(WrittenDay(text, order: nil) == CalendarDate(iso: day).map { .day($0) })
  }

  @Test(
    "03/04/2025 is the third of April or the fourth of March, and nothing is guessed",
    arguments: ["03/04/2025", "3-4-2025", "03.04.2025", "3/4/25", "31/12/25"])
  func ambiguous(_ text: String) {
    #expect(WrittenDay(text, order: nil) == .ambiguous)
  }

  @Test("where both are one day there is no doubt; where one cannot be, neither")
  func certain() {
    #expect(
      WrittenDay("04/04/2025", order: nil) == CalendarDate(iso: "2025-04-04").map { .day($0) })
    #expect(
      WrittenDay("25/04/2025", order: nil) == CalendarDate(iso: "2025-04-25").map { .day($0) })
    #expect(
      WrittenDay("04/25/2025", order: nil) == CalendarDate(iso: "2025-04-25").map { .day($0) })
    #expect(
      WrittenDay("03/04/2025", order: .dayFirst) == CalendarDate(iso: "2025-04-03").map { .day($0) }
    )
    #expect(
      WrittenDay("03/04/2025", order: .monthFirst)
        == CalendarDate(iso: "2025-03-04").map { .day($0) })
  }

  @Test(
    "may be in no calendar",
    arguments: ["31/02/2025", "2025-02-30", "31 avril 2025", "February 30, 2025", "32/13/2025"])
  func impossible(_ text: String) {
    #expect(WrittenDay(text, order: nil) == .impossible)
    #expect(WrittenDay("04/25/2025", order: .dayFirst) == .impossible)
  }

  @Test(
    "are not numbers, years, months or words",
    arguments: ["2025", "12", "Y1", "1.234,5", "04/2025", "avril 2025", "1/2", "1.2.3", "a/b/2025"])
  func others(_ text: String) {
    #expect(WrittenDay(text, order: nil) == nil)
  }
}

@Suite("A day stands for its year where the class is open")
struct DayPeriodTests {
  static let open = Small.schema(Small.plain.columns, confidentiality: "C0")

  static func read(_ days: String..., schema: DatasetSchema = open) -> Read {
    DatasetsTests.read(
      "period;sex;region\n" + days.map { "\($0);F;Abidjan\n" }.joined(), schema)
  }

  /// The partnership of the tests runs from 1 January 2023, three years; 2022 is its baseline.
  @Test("in French and in English, and in the baseline year")
  func read() {
    let result = Self.read(
      "3 avril 2023", "April 3, 2024", "2025-12-31", "1er mars 2022", "2024", "Y3")
    #expect(result.codes == [])
    #expect(result.cells == ["0.0.0 = 1", "1.0.0 = 1", "2.0.0 = 2", "3.0.0 = 2"])
  }

  @Test("but a date that reads two ways is a finding in both languages")
  func doubt() {
    let result = Self.read("2024-04-03", "03/04/2024")
    #expect(result.codes == ["ambiguous-date"])
    #expect(result.places == ["data/small.csv:3:1"])
    #expect(result.words.contains("date in ‘period’ may be read day first or month first"))
    #expect(result.words.contains("peut se lire jour d’abord ou mois d’abord"))
    #expect(!result.words.contains("03/04"))
    #expect(result.table == nil)
  }

  @Test("unless another of its column shows the order, before it or after")
  func shown() {
    #expect(Self.read("03/04/2023", "25/12/2024").cells == ["1.0.0 = 1", "2.0.0 = 1"])
    #expect(Self.read("12/25/2024", "03/04/2023").cells == ["1.0.0 = 1", "2.0.0 = 1"])
    let last = Self.read("01/02/2023", "12/01/2023", "31/12/2022")
    #expect(last.cells == ["0.0.0 = 1", "1.0.0 = 2"])
    #expect(Self.read("25/12/2024", "12/25/2024", "03/04/2023").codes == ["ambiguous-date"])
  }

  @Test("one that the calendar lacks, or outside the Partnership, is a finding")
  func wrong() {
    let never = Self.read("31 avril 2024")
    #expect(never.codes == ["impossible-date"])
    #expect(never.words.contains("n’existe pas au calendrier"))
    #expect(never.words.contains("is not in the calendar"))
    #expect(Self.read("31/12/2021").codes == ["period-outside-partnership"])
    #expect(Self.read("1 January 2026").codes == ["period-outside-partnership"])
  }

  @Test("where the class has a threshold, a day is finer than the period")
  func closed() {
    #expect(Self.read("3 avril 2023", schema: Small.plain).codes == ["refused-fine-date"])
    #expect(Self.read("03/04/2023", schema: Small.plain).codes == ["refused-fine-date"])
  }
}
