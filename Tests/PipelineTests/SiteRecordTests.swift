import Languages
import Partnership
@_spi(Gate) import Publication
import Site
import Testing

@testable import Pipeline

@Suite("Pages say who, what and since when")
struct SiteRecordTests {
  /// A decision of the small partnership about an indicator, to be changed.
  private func decision(
    about indicator: String, owner: String, due: CalendarDate?
  ) throws -> Decision {
    try Decision(
      code: "D-2025-90", meeting: "2025-04-02-annual",
      date: #require(CalendarDate(iso: "2025-04-02")),
      text: Localized(english: "Send the figures.", french: "Transmettre les chiffres."),
      owners: [owner], due: due, concerns: [indicator], followUps: [])
  }

  @Test("a figure that no dataset speaks of is owed by the owner of the decision about it")
  func owedByDecision() throws {
    let compact = try smallCompact()
    let body = try #require(compact.bodies.first?.code)
    let indicator = try #require(compact.indicators.first)
    var bare = compact
    bare.datasets = []
    let record = PublishedRecord(tables: [], withheld: [], statement: [])
    let day = compact.clock.end
    let periods = Array(compact.clock.periods.prefix(1))
    func owed(_ decisions: [Decision]) -> AwaitedFigure? {
      record.awaited(of: bare, in: periods, decisions: decisions, on: day)
        .first { $0.indicator.code == indicator.code }
    }
    #expect(owed([])?.bodies == [])
    let open = try decision(about: indicator.code, owner: body, due: nil)
    #expect(owed([open])?.bodies == [body])
    #expect(owed([open])?.decision?.code == "D-2025-90")
    var done = open
    done.followUps = [
      .init(
        meeting: open.meeting, date: open.date.adding(days: 1), outcome: .done, text: open.text)
    ]
    #expect(owed([done])?.bodies == [], "what was done owes nothing")
    #expect(try owed([decision(about: "T1", owner: body, due: nil)])?.bodies == [])
  }

  @Test("where a dataset speaks of it, its source owes the figure")
  func owedByDataset() throws {
    let compact = try smallCompact()
    let dataset = try #require(
      compact.datasets.first { $0.measures.contains { compact.indicator($0.code) != nil } })
    let code = try #require(dataset.measures.first { compact.indicator($0.code) != nil }?.code)
    let found = PublishedRecord(tables: [], withheld: [], statement: []).awaited(
      of: compact, in: Array(compact.clock.periods.prefix(1)),
      decisions: [try decision(about: code, owner: "nobody", due: nil)], on: compact.clock.end)
    #expect(found.first { $0.indicator.code == code }?.bodies == [dataset.source])
  }

  @Test(
    "without a figure, an indicator names the dataset that is to bring it, or says there is none")
  func noProvenance() throws {
    let awaited = try pageWords(smallSite(data: false)["en/indicators/k2.html"])
    #expect(!awaited.contains("No dataset is declared") && awaited.contains("Dataset"))
    let bare = try smallSite(data: false) { $0.compact.datasets = [] }
    #expect(try pageWords(bare["en/indicators/k2.html"]).contains("No dataset is declared"))
    #expect(
      try pageWords(bare["fr/indicateurs/k2.html"])
        .contains("Aucun jeu de données n’est encore déclaré"))
  }

  @Test("what a release changed is told by names, never by keys")
  func changes() throws {
    let site = try smallSite { input in
      input.releases = [
        ReleaseSummary(
          name: "2025-1", date: input.contentDate,
          changes: [
            .init(
              kind: .added, series: "K2",
              text: Localized(english: "K2: 1 new figure", french: "K2 : 1 nouveau chiffre"))
          ])
      ]
    }
    let page = try #require(site["en/changes.html"])
    #expect(page.contains(#"<a href="indicators/k2.html">K2</a>"#))
    let name = try #require(smallCompact().indicator("K2")?.name.text.english)
    #expect(
      try pageWords(page).contains("K2 \(name) : 1 new figure")
        || pageWords(page).contains("K2 \(name): 1 new figure"))
  }

  @Test("lists of activities are headed in the plural, as a sentence would have it")
  func headings() throws {
    let site = try smallSite()
    let titles = site.filter { $0.key.hasPrefix("fr/activites/etat-") }
      .compactMap { $0.value.firstMatch(of: #/<h1>([^<]*)<\/h1>/#).map { String($0.1) } }
    #expect(!titles.isEmpty)
    let plurals = [
      "non démarrées", "planifiées", "en cours", "achevées", "continues", "suspendues",
      "retirées par décision", "sans information",
    ]
    for title in titles {
      #expect(plurals.map { "Activités \($0)" }.contains(title), "\(title)")
    }
  }

  @Test("a stage is named in a list, and drawn as no line of numbers")
  func stages() throws {
    let site = try smallSite { input in
      let table = input.record.tables.first { $0.series == "K2" && $0.dimensions.count == 1 }
      guard let table else { return }
      func reached(_ measure: PublishedMeasure, _ series: String) -> PublishedTable {
        PublishedTable(
          code: series, series: series, dimensions: table.dimensions,
          figures: table.figures.indices.map { Figure(.value(Quantity($0))) }, measure: measure,
          provenance: table.provenance)
      }
      input.record = PublishedRecord(
        tables: [reached(.count, "K2"), reached(.stage, "K3")], withheld: [], statement: [])
    }
    let list = try #require(site["fr/indicateurs/index.html"])
    #expect(list.contains("spark-k2") && !list.contains("spark-k3"))
  }

  @Test("marks of years without a figure are explained under the table that has them")
  func absencesExplained() throws {
    let page = try pageWords(smallSite(data: false)["en/indicators/k2.html"])
    #expect(page.contains("[n] not yet due") || page.contains("[x] not available"))
  }

  @Test("a body whose name holds its acronym is named once, and another with its acronym")
  func acronyms() throws {
    let site = try smallSite { input in
      input.compact.bodies = [
        Body(
          code: "UNIT", acronym: Localized(english: "RU", french: "UR"),
          name: TranslatedText(english: "RU, the river unit", french: "Unité des rivières (UR)"),
          role: Localized(both: "x"), otherNames: [], nameStatus: .seed),
        Body(
          code: "RIPE", acronym: Localized(both: "RIP"),
          name: TranslatedText(english: "RIPE committee", french: "Comité RIPE"),
          role: Localized(english: "leads", french: "pilote"), otherNames: [], nameStatus: .seed),
      ]
    }
    let english = try pageWords(site["en/bodies.html"])
    #expect(english.contains("RU, the river unit") && !english.contains("RU RU"))
    #expect(english.contains("RIP RIPE committee Leads"))
    let french = try pageWords(site["fr/structures.html"])
    #expect(!french.contains("UR Unité") && french.contains("RIP Comité RIPE Pilote"))
  }

  @Test("where a row is stacked its state comes first, and it stays a table for those who listen")
  func stacks() throws {
    let site = try smallSite()
    let page = try #require(site["en/activities/index.html"])
    #expect(
      page.contains(
        """
        <th scope="col" role="columnheader">Activity</th>\
        <th scope="col" role="columnheader">Status</th>\
        <th scope="col" role="columnheader">Text</th>
        """))
    let row = try #require(
      page.firstMatch(of: #/<tr role="row"><th scope="row" role="rowheader">.*/#))
    #expect(row.output.contains(#"<td role="cell"><span class="status"#))
    #expect(row.output.contains(#"<td data-label="Indicators" role="cell">"#))
    let obligations = try #require(site["fr/obligations.html"])
    #expect(obligations.contains(#"<table id="obligations-table" role="table">"#))
    let report = try #require(site["en/reports/year-1.html"])
    #expect(!report.contains("role=\"table\""), "what is not stacked needs no role")
  }

  @Test("the timeline names each day once")
  func days() throws {
    let site = try smallSite { input in
      input.compact.amendments = input.compact.amendments.map { amendment in
        var same = amendment
        same.effective = amendment.notified
        return same
      }
    }
    let page = try #require(site["en/timeline.html"])
    let amendment = try #require(smallCompact().amendments.first)
    let days = page.matches(of: #/<dt><time datetime="([^"]*)">/#).map { String($0.1) }
    #expect(days.filter { $0 == amendment.notified.iso }.count == 1)
    #expect(days == days.sorted())
  }

  @Test("a figure tells the method by which it is made, and which rows count")
  func method() throws {
    let english = try pageWords(smallSite()["en/indicators/k2.html"])
    #expect(english.contains("Method Sum of the counts received for the year"))
    let site = try smallSite { input in
      input.compact.datasets = input.compact.datasets.map { dataset in
        var other = dataset
        other.kind = .records
        for index in other.measures.indices { other.measures[index].function = .percentChange }
        return other
      }
    }
    #expect(
      try pageWords(site["fr/indicateurs/k2.html"]).contains(
        "Méthode Nombre d’enregistrements de l’année, et variation en pourcentage depuis l’année de référence"
      ))
  }
}
