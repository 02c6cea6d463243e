import Languages
import Partnership

@testable import Charts
@_spi(Gate) @testable import Publication

extension Figure {
  static func count(_ value: Int, _ qualifiers: Set<Qualifier> = []) -> Figure {
    Figure(.value(Quantity(value)), qualifiers: qualifiers)
  }

  static let masked = Figure(.hidden)
  static let missing = Figure(.absent(.notAvailable))
  static let notDue = Figure(.absent(.notYetDue))
  static let noMeaning = Figure(.absent(.notApplicable))
}

extension Localized where Value == String {
  static func both(_ text: String) -> Localized<String> { Localized(both: text) }
}

extension Subject {
  static let people = Subject(
    name: Localized(english: "People trained", french: "Personnes formées"),
    unit: UnitName(
      one: Localized(english: "person", french: "personne"),
      many: Localized(english: "people", french: "personnes"), isFeminineInFrench: true),
    direction: .up, objective: 1)

  static let children = Subject(
    name: Localized(
      english: "Children identified and referred", french: "Enfants identifiés et orientés"),
    unit: UnitName(
      one: Localized(english: "child", french: "enfant"),
      many: Localized(english: "children", french: "enfants"), isFeminineInFrench: false),
    direction: .context, objective: 2)

  static let change = Subject(
    name: Localized(english: "Investigations opened", french: "Enquêtes ouvertes"),
    unit: UnitName(
      one: Localized(english: "investigation", french: "enquête"),
      many: Localized(english: "investigations", french: "enquêtes"), isFeminineInFrench: true),
    measure: .percentChange, direction: .up, objective: 3)
}

func years(_ count: Int) -> [Localized<String>] {
  (0..<count).map { Localized(english: "Year \($0 + 1)", french: "Année \($0 + 1)") }
}

/// What a chart is given to cope with.
enum Variation: String, CaseIterable, Sendable {
  case normal
  case hidden
  case missing
  case onePoint = "one-point"
  case none
  case thirtyThree = "33-bars"
  case longNames = "long-names"
  case negative
  case huge
  case tiny
  case letters
  case allHidden = "all-hidden"
  /// Names of 200 letters, from right to left, with many combining marks, and with mark-up.
  case strange

  var subject: Subject {
    switch self {
    case .negative: .change
    case .hidden: .children
    default: .people
    }
  }

  /// The number of categories or periods.
  func count(_ usual: Int) -> Int {
    switch self {
    case .onePoint: 1
    case .none: 0
    case .thirtyThree: 33
    default: usual
    }
  }

  /// One row of figures; another `seed` gives others.
  func figures(_ usual: Int, seed: Int = 0) -> [Figure] {
    let values = [412, 655, 980, 1_240, 1_105, 730, 88, 0, 356, 521, 1_010, 47, 290, 613]
    return (0..<count(usual)).map { index in
      let value = values[(index + seed * 3) % values.count] + seed * 31
      switch self {
      case .hidden where index == 1 || (index == 3 && seed == 0): return .masked
      case .missing where index == 1: return .missing
      case .missing where index == 2 && seed > 0: return .noMeaning
      case .missing where index == usual - 1: return .notDue
      case .negative:
        return Figure(.value(Quantity((value - 600) * 3 / 10, decimals: 1)))
      case .huge: return .count(index == 2 ? .max : 40_000_000 + value * 7_654_321)
      case .tiny: return Figure(.value(Quantity(index % 4 == 3 ? 0 : value, decimals: 6)))
      case .letters:
        return .count(
          value, index % 4 == 1 ? [.estimated] : index % 4 == 3 ? [.provisional, .revised] : [])
      case .allHidden: return .masked
      default: return .count(value)
      }
    }
  }

  func names(_ usual: Int) -> [Localized<String>] {
    let districts = [
      "Abidjan", "Bas-Sassandra", "Comoé", "Denguélé", "Gôh-Djiboua", "Lacs", "Lagunes",
      "Montagnes", "Sassandra-Marahoué", "Savanes", "Vallée du Bandama", "Woroba",
      "Yamoussoukro", "Zanzan",
    ]
    let long = [
      "Direction de la protection de l’enfance et des centres sociaux de l’intérieur du pays",
      "Sous-direction de la police criminelle chargée de la lutte contre la traite des enfants",
      "Instituts nationaux de formation des travailleurs sociaux", "Ministère",
      "Inspections du travail et comités interministériels régionaux de lutte",
    ]
    let strange = [
      String(repeating: "Interminable", count: 17), "حماية الطفولة من الاتجار",
      "Z\u{300}\u{301}\u{302}a\u{300}\u{301}\u{302}\u{323}l\u{334}g\u{335}o\u{336}",
      "a < b & \"c\" </svg>",
      "\u{202E}overridden\u{202C} \u{0}\u{7}name", "子どもの保護 👩‍👧‍👦", "",
    ]
    return (0..<count(usual)).map { index in
      if self == .strange { return .both(strange[index % strange.count]) }
      return self == .longNames
        ? .both(long[index % long.count])
        : .both(
          count(usual) > 14 ? "Région \(index + 1)" : districts[index % districts.count])
    }
  }

  var periods: [Localized<String>] {
    self == .longNames
      ? (0..<5).map {
        Localized(
          english: "Partnership year \($0 + 1), from October to October",
          french: "Année \($0 + 1) du partenariat, d’octobre à octobre")
      } : years(count(5))
  }
}

/// Every kind of chart, made for a variation.
enum Sample: String, CaseIterable, Sendable {
  case line
  case lines
  case bar
  case grouped
  case stacked
  case bullet
  case multiples
  case slope
  case dots
  case milestone
  case clock
  case grid
  case map
  case spark

  func chart(_ variation: Variation) -> any ChartKind {
    let subject = variation.subject
    let isEmpty = variation == .none
    let parts = isEmpty ? [] : sexes(variation)
    switch self {
    case .line:
      return LineChart(
        subject: subject, periods: variation.periods,
        series: isEmpty ? [] : [Series(subject.name, variation.figures(5))],
        targets: isEmpty ? [] : targets(variation), baseline: baseline(variation),
        breaks: variation == .letters ? [2] : [])
    case .lines:
      let names = variation.names(4)
      return LineChart(
        subject: subject, periods: variation.periods,
        series: (0..<min(4, names.count)).map {
          Series(names[$0], variation.figures(5, seed: $0))
        })
    case .bar:
      return BarChart(
        subject: subject, categories: variation.names(7),
        series: isEmpty ? [] : [Series(subject.name, variation.figures(7))], order: .byValue,
        period: variation.periods.last)
    case .grouped:
      return BarChart(
        subject: subject, categories: variation.names(4), series: parts,
        period: variation.periods.last)
    case .stacked:
      return BarChart(
        subject: subject, categories: variation.names(5),
        series: isEmpty
          ? []
          : (0..<3).map { seed in
            Series(
              .both(["0–11", "12–14", "15–17"][seed]), variation.figures(5, seed: seed))
          }, arrangement: .stacked, period: variation.periods.last)
    case .bullet:
      return BulletChart(
        subject: subject,
        rows: zip(variation.names(3), variation.figures(3)).enumerated().map { index, row in
          BulletChart.Row(
            row.0, actual: row.1,
            target: targets(variation).isEmpty ? nil : targets(variation)[index % 4],
            baseline: baseline(variation))
        })
    case .multiples:
      return SmallMultiples(
        subject: subject, periods: variation.periods,
        panels: variation.names(6).enumerated().map {
          Series($1, variation.figures(5, seed: $0))
        })
    case .slope:
      return SlopeChart(
        subject: subject, from: years(3)[0], to: years(3)[2],
        rows: zip(
          variation.names(6), zip(variation.figures(6), variation.figures(6, seed: 1))
        ).map { SlopeChart.Row($0, from: $1.0, to: $1.1) })
    case .dots:
      return DotPlot(
        subject: subject, categories: variation.names(6), series: parts,
        period: variation.periods.last)
    case .milestone: return milestone(variation)
    case .clock: return clock(variation)
    case .grid: return grid(variation)
    case .map:
      let codes = districts.map(\.code)
      return DistrictMap(
        subject: subject, districts: isEmpty ? [] : districts,
        figures: Dictionary(uniqueKeysWithValues: zip(codes, variation.figures(14))),
        period: variation.periods.last)
    case .spark:
      return Sparkline(
        subject: subject, periods: variation.periods, figures: variation.figures(5))
    }
  }

  private func sexes(_ variation: Variation) -> [Series] {
    [
      Series(Localized(english: "girls", french: "filles"), variation.figures(6)),
      Series(Localized(english: "boys", french: "garçons"), variation.figures(6, seed: 1)),
    ]
  }

  private func targets(_ variation: Variation) -> [Quantity?] {
    switch variation {
    case .negative: [Quantity(10), Quantity(10), Quantity(20), Quantity(20), Quantity(25)]
    case .tiny: []
    case .huge: [nil, Quantity(9_000_000_000), Quantity(5), nil]
    default: [Quantity(500), Quantity(800), Quantity(1_000), Quantity(1_000), Quantity(1_200)]
    }
  }

  private func baseline(_ variation: Variation) -> Quantity? {
    switch variation {
    case .negative, .tiny: nil
    default: Quantity(380)
    }
  }

  private func milestone(_ variation: Variation) -> any ChartKind {
    let stages: [Localized<String>] = [
      Localized(english: "terms of reference", french: "termes de référence"),
      Localized(english: "draft", french: "projet"),
      Localized(english: "validated", french: "validation"),
      Localized(english: "adopted", french: "adoption"),
      Localized(english: "in force", french: "entrée en vigueur"),
    ]
    let reached: [Figure] =
      switch variation {
      case .hidden: [.count(0), .masked, .count(2), .masked, .notDue]
      case .missing: [.count(0), .missing, .count(2), .notDue, .notDue]
      case .onePoint: [.count(1)]
      case .allHidden: [.masked, .masked, .masked, .masked, .masked]
      case .negative: [.count(-4), .count(-1)]
      case .huge: [.count(1), .count(.max)]
      default: [.count(0), .count(1), .count(2), .notDue, .notDue]
      }
    return MilestoneTrack(
      subject: Subject(
        name: Localized(english: "National action plan", french: "Plan d’action national"),
        unit: Subject.people.unit, measure: .stage, objective: 4),
      stages: variation == .none ? [] : variation == .longNames ? variation.names(5) : stages,
      periods: Array(years(max(5, variation.count(5))).prefix(reached.count)), reached: reached)
  }

  private func clock(_ variation: Variation) -> any ChartKind {
    let effective = CalendarDate(iso: "2024-10-14") ?? CalendarDate(daysSinceEpoch: 0)
    let clock = Clock(
      signed: effective, effective: effective,
      years: variation == .none ? 0 : variation == .thirtyThree ? 33 : 5)
    let days = variation == .negative ? -100 : variation == .huge ? 4_000 : 620
    return FiveYearClock(
      clock: clock, today: effective.adding(days: days),
      progress: [
        .init(
          Localized(english: "activities completed", french: "activités achevées"), done: 12,
          of: 60),
        .init(
          variation == .longNames
            ? variation.names(5)[1]
            : Localized(english: "indicators reported", french: "indicateurs renseignés"),
          done: 9, of: 22),
      ])
  }

  private func grid(_ variation: Variation) -> any ChartKind {
    let names = [
      Localized(english: "Prevention", french: "Prévention"),
      Localized(english: "Protection", french: "Protection"),
      Localized(english: "Prosecution", french: "Poursuites"),
      Localized(english: "Partnership", french: "Partenariat"),
    ]
    let counts =
      switch variation {
      case .none: [0, 0, 0, 0]
      case .onePoint: [1, 0, 0, 0]
      case .thirtyThree: [33, 33, 33, 33]
      default: [12, 20, 17, 11]
      }
    return ActivityGrid(
      rows: names.enumerated().map { objective, name in
        ActivityGrid.Row(
          variation == .longNames ? variation.names(5)[objective] : name,
          objective: objective + 1,
          tiles: (0..<counts[objective]).map { index in
            ActivityGrid.Tile(
              "A\(objective + 1).\(index < 9 ? "0" : "")\(index + 1)",
              ActivityStatus.allCases[(index * 7 + objective) % 8])
          })
      })
  }
}

/// The fourteen districts, as the tile map has them.
let districts: [District] = [
  ("CI-DN", "Denguélé", 0, 0), ("CI-SV", "Savanes", 0, 2), ("CI-WR", "Woroba", 1, 1),
  ("CI-VB", "Vallée du Bandama", 1, 2), ("CI-ZZ", "Zanzan", 1, 4), ("CI-MG", "Montagnes", 2, 0),
  ("CI-SM", "Sassandra-Marahoué", 2, 1), ("CI-YM", "Yamoussoukro", 2, 2), ("CI-LC", "Lacs", 2, 3),
  ("CI-BS", "Bas-Sassandra", 3, 0), ("CI-GD", "Gôh-Djiboua", 3, 2), ("CI-LG", "Lagunes", 3, 3),
  ("CI-CM", "Comoé", 3, 4), ("CI-AB", "Abidjan", 4, 3),
].map {
  District(
    code: $0.0, name: $0.1, isAutonomous: $0.0 == "CI-AB" || $0.0 == "CI-YM", row: $0.2,
    column: $0.3, regions: [])
}
