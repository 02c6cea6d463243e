import Languages
import Partnership

/// Words that stand alone on a chart.
struct Terms {
  let actual: String
  let target: String
  let baseline: String
  let today: String
  let elapsed: String
  let percentChange: String
  let stage: String
  let noFigure: String
  let total: String
  let seriesBreak: String
  let gridSubtitle: String

  static func of(_ language: Language) -> Terms { each[language] }

  private static let each = Localized<Terms>(
    english: Terms(
      actual: "actual", target: "target", baseline: "baseline", today: "today",
      elapsed: "time passed",
      percentChange: "percent change from the baseline", stage: "stage",
      noFigure: "No figure to draw", total: "total", seriesBreak: "break in the series",
      gridSubtitle: "Activities of the implementation plan, by objective and status"),
    french: Terms(
      actual: "réalisation", target: "cible", baseline: "référence", today: "aujourd’hui",
      elapsed: "temps écoulé",
      percentChange: "variation en pourcentage par rapport à la référence", stage: "étape",
      noFigure: "Aucun chiffre à représenter", total: "total",
      seriesBreak: "rupture de série",
      gridSubtitle: "Activités du plan de mise en œuvre, par objectif et par état"))

  /// A dash where a name is empty, so that a row is not without one.
  static func named(_ name: String) -> String { name.isEmpty ? "—" : name }

  /// Whether a name can stand beside a value: `Year 1 412` and `1,271 12–14` would be misread.
  static func standsBesideNumbers(_ name: String) -> Bool {
    let isDigit = { (byte: UInt8?) in byte.map { (0x30...0x39).contains($0) } ?? true }
    return !isDigit(name.utf8.first) && !isDigit(name.utf8.last)
  }

  /// What a sign stands for, in a sentence.
  static func meaning(of sign: Sign, in language: Language) -> String {
    switch (sign, language) {
    case (.hidden, .english): "hidden to protect people [c]"
    case (.hidden, .french): "masqué pour protéger les personnes [c]"
    case (.notAvailable, .english): "not available [x]"
    case (.notAvailable, .french): "non disponible [x]"
    case (.notApplicable, .english): "not applicable [z]"
    case (.notApplicable, .french): "sans objet [z]"
    case (.notYetDue, .english): "not yet due [n]"
    case (.notYetDue, .french): "non encore exigible [n]"
    case (.undrawable, .english): "cannot be drawn [!]"
    case (.undrawable, .french): "impossible à représenter [!]"
    }
  }

  /// What a letter beside a value stands for: its bit in `Reading.letters`.
  static func meaning(ofLetter bit: UInt8, in language: Language) -> String {
    switch (bit, language) {
    case (1, .english): "[e] estimated"
    case (1, .french): "[e] estimé"
    case (2, .english): "[p] provisional"
    case (2, .french): "[p] provisoire"
    case (4, .english): "[r] revised"
    case (4, .french): "[r] révisé"
    case (_, .english): "[a] awaiting revision"
    case (_, .french): "[a] en attente de révision"
    }
  }

  /// `by Year 3`, `au plus tard année 3`: reached in that period or in one before, of which nothing
  /// is known.
  static func by(_ period: String, in language: Language) -> String {
    switch language {
    case .english: "by \(period)"
    case .french: "au plus tard \(period)"
    }
  }

  /// `−20% to −10%`: between two bounds of a class.
  static func between(_ language: Language) -> String {
    switch language {
    case .english: " to "
    case .french: " à "
    }
  }

  /// `activities completed: 12 of 60`.
  static func share(_ name: String, _ done: Int, _ of: Int, in language: Language) -> String {
    switch language {
    case .english: "\(name): \(done) of \(of)"
    case .french: "\(name)\u{A0}: \(done) sur \(of)"
    }
  }

  /// `12 completed`, `12 achevées`: agreement with so many activities.
  static func activities(_ count: Int, _ status: ActivityStatus, in language: Language) -> String {
    let word: String
    switch (status, language) {
    case (.noInformation, .english): word = "without information"
    case (.noInformation, .french): word = "sans information"
    case (.withdrawn, .english): word = "withdrawn"
    case (_, .english): word = status.word.english
    case (.underWay, .french): word = "en cours"
    case (.notStarted, .french): word = count < 2 ? "non démarrée" : "non démarrées"
    case (.planned, .french): word = count < 2 ? "planifiée" : "planifiées"
    case (.completed, .french): word = count < 2 ? "achevée" : "achevées"
    case (.continuing, .french): word = count < 2 ? "continue" : "continues"
    case (.suspended, .french): word = count < 2 ? "suspendue" : "suspendues"
    case (.withdrawn, .french): word = count < 2 ? "retirée" : "retirées"
    }
    return "\(count)\u{A0}\(word)"
  }

  /// `5 rises, 1 fall, 2 unchanged`.
  static func changes(rises: Int, falls: Int, unchanged: Int, in language: Language) -> String {
    var parts: [String] = []
    switch language {
    case .english:
      if rises > 0 { parts.append("\(rises) \(rises == 1 ? "rise" : "rises")") }
      if falls > 0 { parts.append("\(falls) \(falls == 1 ? "fall" : "falls")") }
      if unchanged > 0 { parts.append("\(unchanged) unchanged") }
    case .french:
      if rises > 0 { parts.append("\(rises)\u{A0}\(rises == 1 ? "hausse" : "hausses")") }
      if falls > 0 { parts.append("\(falls)\u{A0}\(falls == 1 ? "baisse" : "baisses")") }
      if unchanged > 0 { parts.append("\(unchanged)\u{A0}sans changement") }
    }
    return parts.joined(separator: ", ")
  }
}
