import Languages
import Partnership
import Publication

/// The noun after a number: CLDR’s plural categories, and French elision.
enum UnitPhrase {
  static func noun(_ unit: UnitName, after quantity: Quantity, in language: Language) -> String {
    switch language {
    case .english:
      return quantity.units.magnitude == 1 && quantity.decimals == 0
        ? unit.one.english : unit.many.english
    case .french:
      if isBelowTwo(quantity) { return unit.one.french }
      // The category “many”: 2 000 000 de personnes.
      if quantity.decimals == 0, quantity.units % 1_000_000 == 0 {
        return elided("de", unit.many.french)
      }
      return unit.many.french
    }
  }

  /// French takes the singular below two: 0 personne, 1,9 personne.
  private static func isBelowTwo(_ quantity: Quantity) -> Bool {
    var limit: UInt = 2
    for _ in 0..<max(0, min(18, quantity.decimals)) { limit *= 10 }
    return quantity.units.magnitude < limit
  }

  /// `d’enfants`, `de personnes`.
  static func elided(_ particle: String, _ noun: String) -> String {
    guard let first = noun.first else { return particle }
    let opens = "aeiouyhàâäéèêëîïôöùûüœæ".contains(first.lowercased())
    return opens ? "\(particle.dropLast())’\(noun)" : "\(particle) \(noun)"
  }
}
