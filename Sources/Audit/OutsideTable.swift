import Suppression

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
  var dataset: String
  /// The dataset that it is part of, where the site says so.
  var subsetOf: String?
  /// Which rows its series counts: by column the categories kept. Nil where the site does not say, and
  /// the series cannot be added up with others.
  var filter: [String: [String]]?
  /// *k*, as the site itself states it; nil where nothing is hidden.
  let threshold: Int?
  let zerosAreSensitive: Bool
  /// How far apart the ends of what stays possible of a hidden count are, where the site promises that
  /// and not all that its mark says.
  var slidingWidth: Int?
  /// The multiple to which its counts are rounded, where the site says so.
  var roundedTo: Int?
  /// Dimensions of which nobody may learn that all of a group are in one category.
  var allInOneCategory: [String] = []
  /// The period first.
  var dimensions: [Dimension]
  /// By category code a dimension.
  var entries: [[String]: Entry]

  /// The counts of which a number is shown here.
  func counts(shownAs number: Int) -> ClosedRange<Int> {
    guard let roundedTo, let threshold, roundedTo > 1, measure == "count" else {
      return number...number
    }
    return Rounding(base: roundedTo, threshold: threshold).counts(shownAs: number)
  }

  /// Whether a category of a dimension is its total.
  func isTotal(_ code: String, of place: Int) -> Bool {
    dimensions[place].categories.contains { $0.code == code && $0.isTotal }
  }

  /// The categories of a dimension that are no sum of others.
  func leaves(of place: Int) -> [String] {
    let categories = dimensions[place].categories
    return categories.filter { category in
      !category.isTotal && !categories.contains { $0.parent == category.code }
    }.map(\.code)
  }
}
