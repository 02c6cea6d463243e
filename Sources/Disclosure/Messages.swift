import Diagnostics
import Languages
import Suppression

extension Finding.Message {
  static func unknownDataset(_ name: String, nearest: String?) -> Self {
    Self(
      .error, "unknown-dataset",
      en: "dataset ‘\(name)’ has no schema in the data folder",
      fr: "le jeu de données « \(name) » n’a pas de schéma dans le dossier de données",
      fix: Localized(
        english: "write \(name).yml beside the data",
        french: "écrivez \(name).yml à côté des données"))
  }

  static func classNeverPublished(_ dataset: String, _ code: String) -> Self {
    Self(
      .error, "class-never-published",
      en: "class \(code) of dataset ‘\(dataset)’ is never published",
      fr: "la classe \(code) du jeu de données « \(dataset) » n’est jamais publiée",
      fix: Localized(
        english: "take the dataset out of the content folder",
        french: "retirez ce jeu de données du dossier de contenu"))
  }

  static func amountsWithoutRule(_ dataset: String, _ code: String) -> Self {
    Self(
      .error, "amounts-without-rule",
      en: "class \(code) of dataset ‘\(dataset)’ has no rule for amounts",
      fr: "la classe \(code) du jeu de données « \(dataset) » n’a pas de règle pour les montants",
      fix: Localized(
        english: "add ‘dominance:’ or ‘p-percent:’ to the class",
        french: "ajoutez « dominance: » ou « p-percent: » à la classe"))
  }

  static func milestoneOfPeople(_ dataset: String, _ code: String) -> Self {
    Self(
      .error, "milestone-of-people",
      en:
        "stages of dataset ‘\(dataset)’ would be shown exactly, and class \(code) has a threshold",
      fr: "les étapes du jeu de données « \(dataset) » seraient montrées telles quelles, et la "
        + "classe \(code) a un seuil",
      fix: Localized(
        english: "give the dataset an open class, or count instead",
        french: "donnez au jeu une classe ouverte, ou publiez un effectif au lieu d’étapes"))
  }

  static func subsetNotJoined(_ dataset: String, of whole: String) -> Self {
    Self(
      .error, "subset-not-joined",
      en: "dataset ‘\(dataset)’ is part of ‘\(whole)’, and the two cannot be protected as one",
      fr:
        "le jeu de données « \(dataset) » fait partie de « \(whole) », et les deux ne peuvent pas "
        + "être protégés ensemble",
      fix: Localized(
        english:
          "give both the same class, only counts, and the same nomenclature to columns of one name",
        french: "donnez aux deux la même classe, des effectifs seulement, et la même nomenclature "
          + "aux colonnes de même nom"))
  }

  /// Names the cell by its codes, never by value.
  static func subsetLargerThanWhole(
    _ dataset: String, of whole: String, _ codes: [String]
  ) -> Self {
    let path = codes.joined(separator: "/")
    return Self(
      .error, "subset-larger-than-whole",
      en: "dataset ‘\(dataset)’ counts more than ‘\(whole)’, of which it is part (\(path))",
      fr: "le jeu de données « \(dataset) » compte plus que « \(whole) », dont il fait partie "
        + "(\(path))",
      fix: Localized(
        english: "correct one of the two, or take ‘subset-of:’ out of the schema if it is no part",
        french:
          "corrigez l’un des deux, ou retirez « subset-of: » du schéma s’il n’en fait pas partie"
      ))
  }

  static func unknownGeography(
    _ name: String, _ code: String, _ levels: [String]
  ) -> Self {
    Self(
      .error, "unknown-geography",
      en: "finest geography ‘\(name)’ of class \(code) is no geographic level",
      fr: "le niveau géographique le plus fin « \(name) » de la classe \(code) n’en est pas un",
      fix: Localized(
        english: "write one of: \(levels.joined(separator: ", "))",
        french: "écrivez l’un de ceux-ci : \(levels.joined(separator: ", "))"))
  }

  static let publicFigureUnknown = Self(
    .error, "public-figure-unknown",
    en: "figure declared public elsewhere is a cell of no protected table",
    fr: "ce chiffre déclaré public ailleurs n’est une cellule d’aucun tableau protégé",
    fix: Localized(
      english: "write the table's code, the year and one category a column, as in I2.4-sex/Y1/F",
      french: "écrivez le code du tableau, l’année et une modalité par colonne, comme dans "
        + "I2.4-sex/Y1/F"))

  /// Says neither which of the two is larger nor by how much.
  static let publicFigureDiffers = Self(
    .error, "public-figure-differs",
    en: "figure declared public elsewhere is not what the data say",
    fr: "ce chiffre déclaré public ailleurs n’est pas celui que disent les données",
    fix: Localized(
      english: "correct it, or take it out if it counts something else",
      french: "corrigez-le, ou retirez-le s’il compte autre chose"))

  static let publicFigureWithoutDecision = Self(
    .error, "public-figure-without-decision",
    en: "figure declared public elsewhere is one that its class hides, and no decision allows it",
    fr:
      "ce chiffre déclaré public ailleurs est de ceux que sa classe masque, et aucune décision ne "
      + "l’autorise",
    fix: Localized(
      english: "name the decision with ‘decision:’, or take the line out",
      french: "citez la décision avec « decision: », ou retirez cette ligne"))

  static func tooManyCells(dataset: String) -> Self {
    Self(
      .error, "too-many-cells",
      en: "breakdowns of dataset ‘\(dataset)’ cross into more cells than can be protected",
      fr:
        "les ventilations du jeu de données « \(dataset) » se croisent en plus de cellules "
        + "qu’il n’est possible d’en protéger",
      fix: Localized(
        english: "list fewer or coarser breakdowns in its schema",
        french: "indiquez dans son schéma des ventilations moins nombreuses ou moins fines"))
  }

  static func recoverable(dataset: String, count: Int) -> Self {
    Self(
      .error, "recoverable-cells",
      en:
        "hidden cells of dataset ‘\(dataset)’ could be worked out (\(count)); nothing is published",
      fr:
        "des cellules masquées du jeu de données « \(dataset) » pourraient être déduites "
        + "(\(count)) ; rien n’est publié",
      fix: Localized(
        english: "list fewer breakdowns in its schema, and report the case",
        french: "réduisez les ventilations de son schéma et signalez le cas"))
  }

  static func cannotProtect(dataset: String, _ error: SuppressionError) -> Self {
    Self(
      .error, "cannot-protect",
      en: "tables of dataset ‘\(dataset)’ cannot be protected: \(error.reason.english)",
      fr:
        "les tableaux du jeu de données « \(dataset) » ne peuvent pas être protégés : "
        + error.reason.french,
      fix: Localized(
        english: "list fewer breakdowns in its schema",
        french: "réduisez les ventilations de son schéma"))
  }
}

extension SuppressionError {
  /// In words, with cells by their codes.
  var reason: Localized<String> {
    func path(_ codes: [String]) -> String { codes.joined(separator: "/") }
    return switch self {
    case .overflow(let codes):
      Localized(
        english: "a sum is too large (\(path(codes)))",
        french: "une somme est trop grande (\(path(codes)))")
    case .negative(let codes):
      Localized(
        english: "a count is below zero (\(path(codes)))",
        french: "un effectif est négatif (\(path(codes)))")
    case .unsafeButPublic(let codes):
      Localized(
        english: "a cell that must be hidden is already public (\(path(codes)))",
        french: "une cellule à masquer est déjà publique (\(path(codes)))")
    case .cannotProtect(let codes):
      Localized(
        english: "no choice of cells to hide protects \(path(codes))",
        french: "aucun choix de cellules à masquer ne protège \(path(codes))")
    case .contradiction(let codes):
      Localized(
        english: "published figures contradict each other (\(path(codes)))",
        french: "des chiffres publiés se contredisent (\(path(codes)))")
    default:
      Localized(
        english: "the table is malformed or too hard",
        french: "le tableau est mal formé, ou trop difficile à protéger")
    }
  }
}
