/// A name on the lines that it may have; shortened where they do not hold it.
struct FittedText {
  var lines: [String]
  /// Whether the full name must be kept elsewhere.
  var isShortened = false

  /// - Parameters:
  ///   - width: of a line, in tenths of a pixel.
  ///   - size: of the text, in pixels.
  /// - Returns: one to `most` lines.
  static func fit(
    _ text: String, width: Int, size: Int, most: Int = 2, isBold: Bool = false
  ) -> FittedText {
    let width = isBold ? width * 100 / AdvanceWidths.bold : width
    if AdvanceWidths.tenths(of: text, size: size) <= width { return FittedText(lines: [text]) }
    var lines: [String] = []
    var line = ""
    var rest = words(of: text)[...]
    while let word = rest.first {
      let longer = line + word
      if AdvanceWidths.tenths(of: trimmed(longer), size: size) <= width {
        line = longer
        rest.removeFirst()
      } else if line.isEmpty {
        // A word longer than the line: divided between syllables, or cut where it stands.
        guard lines.count + 1 < most,
          let (head, tail) = Syllables.divide(word, width: width, size: size)
        else { return closing(lines, with: rest.joined(), width: width, size: size) }
        lines.append(head)
        rest = [tail] + rest.dropFirst()
      } else if lines.count + 1 == most {
        return closing(lines, with: line + rest.joined(), width: width, size: size)
      } else {
        lines.append(trimmed(line))
        line = ""
      }
    }
    if !line.isEmpty { lines.append(trimmed(line)) }
    return FittedText(lines: lines.isEmpty ? [text] : lines)
  }

  /// The last line cut with an ellipsis.
  private static func closing(_ lines: [String], with rest: String, width: Int, size: Int)
    -> FittedText
  {
    let budget = width - (107 * size + 9) / 10
    var used = 0
    var kept = ""
    for character in rest {
      used +=
        (character.unicodeScalars.reduce(0) { $0 + AdvanceWidths.width(of: $1) } * size + 9)
        / 10
      if used > budget { break }
      kept.append(character)
    }
    return FittedText(lines: lines + [trimmed(kept) + "…"], isShortened: true)
  }

  /// Words with the space or hyphen that follows them.
  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text {
      word.append(character)
      if character == " " || character == "-" || character == "/" {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
