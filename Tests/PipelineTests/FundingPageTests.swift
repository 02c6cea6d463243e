import Languages
import Partnership
@_spi(Gate) import Publication
import Site
import Testing

@testable import Pipeline

@Suite("The funding page draws what is published")
struct FundingPageTests {
  private let title = Localized(english: "Objective", french: "Objectif")

  /// Two years and two objectives of a series; nil is hidden.
  private func tables(_ series: String, _ cells: [[Int?]], _ totals: [Int?]) throws
    -> [PublishedTable]
  {
    func figure(_ amount: Int?) -> Figure {
      Figure(amount.map { .value(Quantity($0)) } ?? .hidden)
    }
    let period = PublishedDimension(
      code: "period", title: Localized(both: "P"),
      categories: (1...2).map {
        PublishedCategory(
          code: "Y\($0)", label: Localized(english: "Year \($0)", french: "Année \($0)"))
      })
    let objective = PublishedDimension(
      code: "objective", title: title,
      categories: ["G1", "G2"].map {
        PublishedCategory(code: $0, label: Localized(both: $0))
      } + [PublishedCategory(code: "total", label: Localized(both: ""), isTotal: true)])
    let provenance = Provenance(
      dataset: "funding", version: try #require(CalendarDate(iso: "2025-01-01")), source: "X",
      confidentiality: "CF", isDemonstration: false)
    let measure = PublishedMeasure.amount(unit: "USD")
    return [
      PublishedTable(
        code: series, series: series, dimensions: [period], figures: totals.map(figure),
        measure: measure, provenance: provenance),
      PublishedTable(
        code: series + "-objective", series: series, dimensions: [period, objective],
        figures: zip(cells, totals).flatMap { ($0 + [$1]).map(figure) },
        measure: measure, provenance: provenance),
    ]
  }

  private func site(_ disbursed: [[Int?]], _ totals: [Int?]) throws -> [String: String] {
    let tables =
      try tables("funding-committed", [[100, 200], [3_000, 4_000]], [300, 7_000])
      + tables("funding-disbursed", disbursed, totals)
    return try smallSite { input in
      input.record = PublishedRecord(tables: tables, withheld: [], statement: [])
    }
  }

  @Test("commitments beside disbursements: by year, and by objective in the latest year")
  func drawn() throws {
    let site = try site([[10, 20], [1_000, 2_000]], [30, 3_000])
    let page = try #require(site["en/funding.html"])
    let words = try pageWords(page)
    #expect(words.contains("Year 2: $7,000 committed, $3,000 disbursed"))
    #expect(page.contains(#"<figure class="charted" id="by-year">"#))
    #expect(page.contains(#"<figure class="charted" id="by-objective">"#))
    #expect(words.contains("Commitments, by objective"))
    #expect(!page.contains(#"<table id="funding-committed">"#), "its last row says the same")
    let french = try pageWords(site["fr/financement.html"])
    #expect(french.contains("Année 2 : 7 000 $ US engagés, 3 000 $ US décaissés"))
  }

  @Test("what is hidden is drawn as hidden, and no sentence needs it")
  func hidden() throws {
    let page = try #require(try site([[10, 20], [nil, nil]], [30, nil])["en/funding.html"])
    let words = try pageWords(page)
    #expect(!words.contains("disbursed"))
    let figure = try #require(
      page.firstMatch(
        of: #/<figure class="charted" id="by-year">.*?</figure>/#.dotMatchesNewlines()))
    #expect(figure.output.contains("hidden"))
    #expect(figure.output.contains("7,000"))
  }

  @Test("without such a dataset there is the ceiling, and no drawing")
  func none() throws {
    let page = try #require(try smallSite(data: false)["fr/financement.html"])
    #expect(!page.contains("<figure"))
    #expect(try pageWords(page).contains("Aucun montant"))
  }
}
