import Languages
import Notes
import Partnership

extension Address {
  static let choice = Address(both: "index.html")
  static let notFound = Address(both: "404.html")
  static let home = Address("index", "index")
  static let indicators = Address("indicators/index", "indicateurs/index")
  static let activities = Address("activities/index", "activites/index")
  static let activityHistory = Address("activities/history", "activites/historique")
  static let matrix = Address("activities/matrix", "activites/matrice")
  static let meetings = Address("meetings/index", "reunions/index")
  static let decisions = Address("decisions", "decisions")
  static let obligations = Address("obligations", "obligations")
  static let reportingStatus = Address("reporting-status", "donnees-attendues")
  static let reports = Address("reports/index", "rapports/index")
  static let funding = Address("funding", "financement")
  static let data = Address("data", "donnees")
  static let confidentiality = Address("confidentiality", "confidentialite")
  static let agreement = Address("partnership", "partenariat")
  static let glossary = Address("glossary", "glossaire")
  static let bodies = Address("bodies", "structures")
  static let timeline = Address("timeline", "chronologie")
  static let changes = Address("changes", "nouveautes")
  static let search = Address("search", "recherche")
  static let alphabet = Address("a-z", "a-z")
  static let siteMap = Address("site-map", "plan-du-site")
  static let accessibility = Address("accessibility", "accessibilite")

  static func objective(_ objective: Objective) -> Address {
    Address(
      "objectives/\(slug(objective.slug.english))", "objectifs/\(slug(objective.slug.french))")
  }

  static func indicator(_ code: String) -> Address {
    Address("indicators/\(slug(code))", "indicateurs/\(slug(code))")
  }

  /// The chart of an indicator’s page as a file of its own, beside the page.
  var chart: Localized<String> { .each { self[$0].dropLast(5) + ".svg" } }

  static func activity(_ code: String) -> Address { activityHistory.at(slug(code)) }

  static func decision(_ code: String) -> Address { decisions.at(slug(code)) }

  static func obligation(_ code: String) -> Address { obligations.at(slug(code)) }

  static func term(_ code: String) -> Address { glossary.at("t-" + slug(code)) }

  static func body(_ code: String) -> Address { bodies.at("b-" + slug(code)) }

  static func section(_ code: String) -> Address { agreement.at("s-" + slug(code)) }

  static func activities(of objective: Objective) -> Address {
    Address(
      "activities/objective-\(slug(objective.slug.english))",
      "activites/objectif-\(slug(objective.slug.french))")
  }

  static func activities(with status: ActivityStatus) -> Address {
    Address("activities/status-\(status.rawValue)", "activites/etat-\(slug(status.word.french))")
  }

  static func activities(naming body: Body) -> Address {
    Address("activities/body-\(slug(body.code))", "activites/structure-\(slug(body.code))")
  }

  /// A meeting bears the code of its folder, with the word for its kind in French.
  static func meeting(_ meeting: Meeting) -> Address {
    let code = meeting.code
    let kind = meeting.kind.rawValue
    let french =
      code.hasSuffix(kind) ? code.dropLast(kind.count) + meeting.kind.slug.french : code[...]
    return Address("meetings/\(slug(code))", "reunions/\(slug(String(french)))")
  }

  static func page(_ page: ContentPage) -> Address {
    Address("pages/\(slug(page.slug.english))", "pages/\(slug(page.slug.french))")
  }

  static func report(_ period: Period) -> Address {
    Address("reports/year-\(period.number)", "rapports/annee-\(period.number)")
  }
}
