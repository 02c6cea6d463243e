import Languages
import Partnership

/// Whether a category of age, or an age, is one of adults.
enum AdultAge {
  /// `18+`, `18-24`, `18 and over`, `25 ans et plus`, `adult`; not `15-17`, nor `under 18`.
  static func isAdult(_ text: String) -> Bool {
    let words = Folding.words(text)
    if words.contains(where: { adults.contains($0) }) { return true }
    if words.contains(where: { under.contains($0) }) || text.contains("<") { return false }
    let numbers = words.compactMap { Int($0.prefix { $0.isNumber }) }
    guard let first = numbers.first else { return false }
    return first >= 18 && first <= 120
  }

  private static let adults: Set<String> = ["adult", "adults", "adulte", "adultes"]
  private static let under: Set<String> = ["under", "moins", "below", "less"]

  /// Whether what a column holds is an age.
  static func isAge(_ words: [String]) -> Bool {
    words.contains { ["age", "ages", "agegroup", "ageband", "tranche"].contains($0) }
  }
}

extension DatasetSchema {
  /// Whether its rows are children: an indicator that it feeds counts them.
  func countsChildren(in compact: Compact) -> Bool {
    measures.contains { measure in
      guard let unit = compact.indicator(measure.code)?.unit else { return false }
      return Folding.fold(unit.one.english) == "child" || Folding.fold(unit.one.french) == "enfant"
    }
  }
}
