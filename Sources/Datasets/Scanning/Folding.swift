/// When two spellings are the same word.
enum Folding {
  /// Case, spaces of every kind, apostrophes and hyphens made one; composed and decomposed accents
  /// are already equal in a `String`.
  static func fold(_ text: String) -> String {
    var folded = ""
    var isSpacePending = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace || isInvisible(scalar) {
        if !isInvisible(scalar) { isSpacePending = true }
        continue
      }
      if isSpacePending, !folded.isEmpty { folded.append(" ") }
      isSpacePending = false
      switch scalar.value {
      case 0x2018, 0x2019, 0x02BC, 0x0060, 0x00B4: folded.append("'")
      case 0x2010, 0x2011, 0x2012, 0x2013, 0x2212: folded.append("-")
      default: folded.unicodeScalars.append(scalar)
      }
    }
    return folded.lowercased()
  }

  /// Spaces at both ends left out.
  static func trim(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while let first = scalars.first, first.properties.isWhitespace { scalars.removeFirst() }
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    return String(scalars)
  }

  /// Words in lower case without accents: what a header says.
  static func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    var wasLower = false
    func isLower(_ character: Character) -> Bool { character.isLowercase }
    for character in text {
      guard character.isLetter || character.isNumber else {
        if !word.isEmpty { words.append(word) }
        word = ""
        wasLower = false
        continue
      }
      if character.isUppercase, wasLower, !word.isEmpty {
        words.append(word)
        word = ""
      }
      wasLower = isLower(character)
      word += withoutAccents(character)
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static func withoutAccents(_ character: Character) -> String {
    let lower = character.lowercased()
    if let plain = plain[lower] { return plain }
    // A decomposed letter: its base, without the marks.
    return lower
  }

  private static let plain: [String: String] = {
    let pairs = [
      ("a", "àáâãäå"), ("c", "ç"), ("e", "èéêë"), ("i", "ìíîï"), ("n", "ñ"), ("o", "òóôõö"),
      ("u", "ùúûü"), ("y", "ýÿ"), ("oe", "œ"), ("ae", "æ"),
    ]
    var table: [String: String] = [:]
    for (base, accented) in pairs { for letter in accented { table[String(letter)] = base } }
    return table
  }()

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    [0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x00AD].contains(scalar.value)
  }

  /// Controls that turn the direction of text, by which a reader can be shown something else.
  static func hasDirectionControls(_ text: String) -> Bool {
    text.unicodeScalars.contains {
      (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
        || $0.value == 0x200E || $0.value == 0x200F || $0.value == 0x061C
    }
  }

  /// The bytes of a field without its quotes.
  static func unquoted(_ field: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard let first = unsafe field.first, first == 0x22, field.count >= 2 else {
      return unsafe Array(field)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(field.count)
    var index = 1
    while index < field.count - 1 {
      let byte = unsafe field[index]
      bytes.append(byte)
      index += byte == 0x22 ? 2 : 1
    }
    return bytes
  }
}
