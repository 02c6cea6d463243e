/// French words that lose their vowel before another: `d’Abidjan`, `de Bouaké`, `du Bas-Sassandra`.
public enum Elision {
  /// Words in h that are said as if with a consonant, of those that a site of this kind may meet.
  private static let aspirated: Set<String> = [
    "haut", "hauts", "haute", "hautes", "haut-sassandra", "hambol", "huit", "huitième", "hors",
    "handicap", "handicapé", "hausse", "hameau", "harcèlement", "héros", "hiérarchie",
  ]

  /// Whether a word begins with a vowel to the ear.
  public static func beginsWithVowel(_ word: String) -> Bool {
    guard let first = word.lowercased().unicodeScalars.first else { return false }
    if "aàâäeéèêëiîïoôöuùûüœæ".unicodeScalars.contains(first) {
      // “onze” and “oui” are not elided before.
      return !["onze", "onzième", "oui"].contains { word.lowercased().hasPrefix($0) }
    }
    guard first == "h" else { return false }
    let bare = word.lowercased().prefix { $0.isLetter || $0 == "-" }
    return !aspirated.contains(String(bare))
  }

  /// `d’Abidjan`, `de Bouaké`.
  public static func de(_ word: String) -> String {
    (beginsWithVowel(word) ? "d’" : "de ") + word
  }

  /// `qu’elle`, `que le`.
  public static func que(_ word: String) -> String {
    (beginsWithVowel(word) ? "qu’" : "que ") + word
  }

  /// `l’objectif`, `le but`, `la cible`.
  public static func article(_ noun: String, isFeminine: Bool) -> String {
    if beginsWithVowel(noun) { return "l’" + noun }
    return (isFeminine ? "la " : "le ") + noun
  }
}
