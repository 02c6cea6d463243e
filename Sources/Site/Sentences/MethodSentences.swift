import Languages
import Partnership

/// How a figure is made from the rows of its dataset.
extension Sentences {
  /// “Number of records in the year; only: outcome (referred)”: no full stop.
  ///
  /// - Parameters:
  ///   - column: the title of the column that is summed.
  ///   - kept: titles of columns, and the categories that count in each.
  ///   - base: of which the counts shown are multiples; nil where they are exact.
  ///   - inParts: whether only breakdowns are rounded.
  func method(
    _ function: DatasetSchema.Function, of kind: DatasetSchema.Kind, column: String?,
    kept: [(column: String, categories: [String])], roundedTo base: Int? = nil,
    inParts: Bool = false
  ) -> String {
    let counted =
      switch kind {
      case .records: pick("number of records in the year", "nombre d’enregistrements de l’année")
      case .aggregated:
        pick("sum of the counts received for the year", "somme des effectifs reçus pour l’année")
      }
    let what =
      switch function {
      case .count:
        capitalized(counted)
      case .distinct:
        pick(
          "Number of identifiers of the year, each counted once",
          "Nombre d’identifiants de l’année, chacun compté une fois")
      case .sum:
        pick(
          "Sum of the year: \(column.map(uncapitalized) ?? counted)",
          "Somme de l’année : \(column.map(uncapitalized) ?? counted)")
      case .percentChange:
        pick(
          "\(capitalized(counted)), and its change from the baseline year in percent",
          "\(capitalized(counted)), et variation en pourcentage depuis l’année de référence"
        )
      case .milestone:
        pick(
          "Stage reached at the end of the year", "Étape atteinte à la fin de l’année")
      }
    let only = kept.map { "\(uncapitalized($0.column)) (\(list($0.categories)))" }
    let rows = only.isEmpty ? "" : pick("; only: \(list(only))", " ; uniquement : \(list(only))")
    let rounded =
      base.map { base in
        inParts
          ? pick(
            "; breakdowns rounded to a multiple of \(numbers.text(base))",
            " ; ventilations arrondies à un multiple de \(numbers.text(base))")
          : pick(
            "; rounded to a multiple of \(numbers.text(base))",
            " ; arrondi à un multiple de \(numbers.text(base))")
      } ?? ""
    return what + rows + rounded
  }
}
