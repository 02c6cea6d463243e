/// The words of the interface in one language, as the theme has them.
struct Words: Sendable {
  private let table: [String: String]

  init(_ table: [String: String]) { self.table = table }

  /// The words of a key; a theme without them was refused when it was loaded.
  subscript(word: Word) -> String { table[word.rawValue] ?? "" }

  func text(_ key: String) -> String? { table[key] }
}
