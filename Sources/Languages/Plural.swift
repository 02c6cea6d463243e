extension Language {
  /// Whether a count takes the singular, after CLDR's plural rules: 1 in English, 0 and 1 in
  /// French (and their negatives).
  public func isSingular(_ count: Int) -> Bool {
    self == .english ? count.magnitude == 1 : count.magnitude <= 1
  }
}

extension Localized where Value == (one: String, many: String) {
  /// The form that a count takes.
  public func form(for count: Int, in language: Language) -> String {
    language.isSingular(count) ? self[language].one : self[language].many
  }
}
