public import Languages

/// The words with which files made by `vitrine new` say what to write in their place.
public enum LeftToFill {
  public static let words = Localized(english: "TO FILL IN", french: "À COMPLÉTER")

  public static func isIn(_ text: some StringProtocol) -> Bool {
    Language.allCases.contains { text.holds(words[$0]) }
  }

  /// Lines of a text that hold them, from 0.
  public static func lines(of text: String) -> [Int] {
    guard isIn(text) else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .filter { isIn($0.element) }.map(\.offset)
  }
}

extension Finding.Message {
  public static let leftToFill = Self(
    .warning, "left-to-fill", en: "place that was left to fill in is still empty",
    fr: "ce qui était à compléter ne l’est pas encore",
    fix: Localized(
      english: "write your words in place of ‘TO FILL IN’ and of the hint, or delete the line",
      french: "écrivez votre texte à la place de « À COMPLÉTER » (en anglais « TO FILL IN ») et "
        + "de son indication, ou supprimez la ligne"))
}
