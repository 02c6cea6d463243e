/// A YAML mapping of the plainest kind, read line by line: `key: words`, `key: "words"`, `key: [words, words]`.
///
/// Front matter is nearly always of this kind, and thousands of notes have one; libyaml's tokens, events
/// and nodes take ten times as long. Whatever is not surely plain is left to it: what this reads, libyaml
/// reads alike, as a test on random texts holds.
enum PlainMapping {
  struct Entry: Equatable {
    enum Value: Equatable {
      case text(String)
      case list([String])
    }

    let key: String
    let value: Value
    /// From 1, in the text.
    let line: Int
    /// Of the value, from 1, in scalars.
    let column: Int
  }

  /// - Returns: nil where the text is not of this kind.
  static func entries(of text: String) -> [Entry]? {
    var entries: [Entry] = []
    var number = 0
    for line in Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty { continue }
      guard isPrintable(line), let colon = line.firstIndex(of: 0x3A),
        line.distance(from: line.startIndex, to: colon) <= 100,
        line[..<colon].allSatisfy({ isWord($0) || $0 == 0x2D }),
        line.first.map(isWord) == true
      else { return nil }
      let rest = line[line.index(after: colon)...]
      let spaces = rest.prefix { $0 == 0x20 }
      guard !spaces.isEmpty, let value = value(rest.dropFirst(spaces.count)) else { return nil }
      let key = String(decoding: line[..<colon], as: UTF8.self)
      if entries.contains(where: { $0.key == key }) { return nil }
      // Bytes that go on with a scalar are no column of their own.
      let column = line[..<spaces.endIndex].count { $0 & 0xC0 != 0x80 } + 1
      entries.append(Entry(key: key, value: value, line: number, column: column))
    }
    return entries.isEmpty ? nil : entries
  }

  private static func value(_ bytes: ArraySlice<UInt8>) -> Entry.Value? {
    var bytes = bytes
    while bytes.last == 0x20 { bytes.removeLast() }
    switch bytes.first {
    case 0x22:
      let inside = bytes.dropFirst().dropLast()
      guard bytes.count > 1, bytes.last == 0x22, !inside.contains(0x22), !inside.contains(0x5C)
      else { return nil }
      return .text(String(decoding: inside, as: UTF8.self))
    case 0x5B:
      guard bytes.count > 1, bytes.last == 0x5D else { return nil }
      let inside = bytes.dropFirst().dropLast()
      if inside.allSatisfy({ $0 == 0x20 }) { return .list([]) }
      var items: [String] = []
      for item in inside.split(separator: 0x2C, omittingEmptySubsequences: false) {
        var item = item.drop { $0 == 0x20 }
        while item.last == 0x20 { item.removeLast() }
        guard let words = words(item), !item.contains(where: { $0 == 0x27 }) else { return nil }
        items.append(words)
      }
      return .list(items)
    default: return words(bytes).map { .text($0) }
    }
  }

  /// A scalar without quotation marks: words, and marks that mean nothing to YAML within one.
  private static func words(_ bytes: ArraySlice<UInt8>) -> String? {
    guard bytes.first.map(isWord) == true,
      bytes.allSatisfy({
        isWord($0) || $0 == 0x20 || (0x27...0x29).contains($0) || (0x2D...0x2F).contains($0)
      })
    else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    // `null` is nothing; the rest of its kind begins with marks.
    return text == "null" ? nil : text
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80
  }

  /// Whether no byte is a control, nor of the separators of lines that YAML knows beside the end of a
  /// line, U+0085, U+2028 and U+2029, nor of what it does not let through (U+FEFF, U+FFFE, U+FFFF).
  private static func isPrintable(_ line: ArraySlice<UInt8>) -> Bool {
    var before: (UInt8, UInt8) = (0, 0)
    for byte in line {
      switch (before.0, before.1, byte) {
      case (_, _, 0x00...0x1F), (_, _, 0x7F), (_, 0xC2, 0x80...0x9F), (0xE2, 0x80, 0xA8...0xA9),
        (0xEF, 0xBB, 0xBF), (0xEF, 0xBF, 0xBE...0xBF):
        return false
      default: before = (before.1, byte)
      }
    }
    return true
  }
}
