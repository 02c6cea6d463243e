extension Language {
  /// `A`, `A and B`, `A, B and C`; `A et B`: CLDR's pattern for lists, without the serial comma in
  /// either language.
  public func list(_ items: [String]) -> String {
    guard let last = items.last, items.count > 1 else { return items.first ?? "" }
    let and = self == .english ? " and " : " et "
    return items.dropLast().joined(separator: ", ") + and + last
  }
}
