/// Numbers that lead to a place or to a file, found letter by letter: a pattern would be put together
/// anew for each passage, and takes a hundred times as long.
struct PrivateNumbers {
  private let letters: [Unicode.Scalar]

  init(_ text: String) { letters = Array(text.unicodeScalars) }

  // MARK: Coordinates

  /// `5.3599, -4.0083` or `5°21′N`: a place finer than any that may be named.
  var holdCoordinates: Bool {
    letters.indices.contains { index in
      switch letters[index] {
      case ".", ",": isLatitude(pointAt: index)
      case "°": isDegree(at: index)
      default: false
      }
    }
  }

  /// A number of three decimals or more, a comma or semicolon, and another such number; but not
  /// thousands in an English list, `1,000, 2,000`.
  private func isLatitude(pointAt point: Int) -> Bool {
    guard isDigit(point - 1) else { return false }
    let decimals = digits(from: point + 1)
    let separator = spaces(from: decimals)
    guard decimals - point > 3, isOne(of: [",", ";"], at: separator) else { return false }
    var whole = spaces(from: separator + 1)
    let hasSign = isOne(of: ["-", "−"], at: whole)
    if hasSign { whole += 1 }
    let end = digits(from: whole)
    guard (1...3).contains(end - whole), isOne(of: [".", ","], at: end) else { return false }
    let last = digits(from: end + 1)
    let areThousands =
      !hasSign && [point, separator, end].allSatisfy { letters[$0] == "," }
      && decimals - point == 4 && last - end == 4
    return last - end > 3 && !areThousands
  }

  /// Digits before a degree; one or two minutes and their mark after it.
  private func isDegree(at index: Int) -> Bool {
    var before = index - 1
    while before >= 0, letters[before].properties.isWhitespace { before -= 1 }
    let minutes = spaces(from: index + 1)
    let end = digits(from: minutes)
    return isDigit(before) && (1...2).contains(end - minutes)
      && isOne(of: ["'", "’", "′"], at: spaces(from: end))
  }

  // MARK: Files

  private static let files = ["dossier", "affaire", "case", "file", "rp", "pv", "parquet"]
    .map { Array($0.unicodeScalars) }
  private static let signs = ["number", "numéro", "n°", "nº", "no.", "no", "#"].map {
    Array($0.unicodeScalars)
  }

  /// `dossier n° 123/2024`, `case no. 2024-117`, `PV n° 12`.
  var holdACaseNumber: Bool {
    letters.indices.contains { index in
      guard index == 0 || !isOfAWord(letters[index - 1]) else { return false }
      return Self.files.contains { file in
        guard let sign = end(of: file, at: index).map({ spaces(from: $0) }) else { return false }
        return Self.signs.contains { word in
          end(of: word, at: sign).map { isDigit(spaces(from: $0)) } ?? false
        }
      }
    }
  }

  /// Where a word ends that stands at an index, in capitals or not.
  private func end(of word: [Unicode.Scalar], at index: Int) -> Int? {
    guard index + word.count <= letters.count else { return nil }
    for offset in word.indices where small(letters[index + offset]) != word[offset] { return nil }
    return index + word.count
  }

  // MARK: Letters

  private func small(_ letter: Unicode.Scalar) -> Unicode.Scalar {
    ("A"..."Z").contains(letter) ? Unicode.Scalar(UInt8(letter.value) | 0x20) : letter
  }

  private func isOfAWord(_ letter: Unicode.Scalar) -> Bool {
    letter == "_" || letter.properties.isAlphabetic || ("0"..."9").contains(letter)
  }

  private func isDigit(_ index: Int) -> Bool {
    letters.indices.contains(index) && ("0"..."9").contains(letters[index])
  }

  private func isOne(of wanted: [Unicode.Scalar], at index: Int) -> Bool {
    letters.indices.contains(index) && wanted.contains(letters[index])
  }

  private func digits(from start: Int) -> Int {
    var index = start
    while isDigit(index) { index += 1 }
    return index
  }

  private func spaces(from start: Int) -> Int {
    var index = start
    while index < letters.count, letters[index].properties.isWhitespace { index += 1 }
    return index
  }
}
