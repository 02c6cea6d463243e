/// A table as an outsider finds it in a published file: codes, values and marks, nothing else.
struct OutsideTable: Sendable, Hashable {
  struct Category: Sendable, Hashable {
    let code: String
    let isTotal: Bool
    let parent: String?
  }

  struct Dimension: Sendable, Hashable {
    let code: String
    let categories: [Category]
  }

  /// What stands in one cell.
  enum Entry: Sendable, Hashable {
    /// Persons for counts, hundredths for all else.
    case value(Int)
    case hidden
    /// `[x]`, `[z]`, `[n]`: nobody says that there is a figure.
    case absent
  }

  let code: String
  let series: String
  let measure: String
  /// The population: tables of one dataset add up together.
  let dataset: String
  /// *k*, as the site itself states it; nil where nothing is hidden.
  let threshold: Int?
  let zerosAreSensitive: Bool
  /// The period first.
  let dimensions: [Dimension]
  /// By category code a dimension.
  var entries: [[String]: Entry]
}
