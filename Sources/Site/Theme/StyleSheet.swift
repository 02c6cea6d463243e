import Foundation

/// The style sheets of a theme as one file: comments and needless spaces away.
struct StyleSheet {
  let text: String
  private let lines: [Line]

  /// Where what is left of a line stood, unbroken.
  private struct Line {
    /// Bytes of `text` before it.
    let offset: Int
    let sheet: Int
    let line: Int
    /// In characters, from 1.
    let column: Int
  }

  init(_ sheets: [String]) {
    var bytes: [UInt8] = []
    var lines: [Line] = []
    for (index, sheet) in sheets.enumerated() {
      Self.tighten(sheet, index, into: &bytes, &lines)
    }
    text = String(decoding: bytes, as: UTF8.self)
    self.lines = lines
  }

  /// What a compressor would make of it, in bytes.
  var compressedSize: Int { Self.compressedSize(of: Array(text.utf8)[...]) }

  /// The first place up to which the sheets weigh more than `budget` bytes, compressed.
  ///
  /// - Returns: nil where all of them weigh no more; the sheet by its index, line and column from 1.
  /// - Complexity: a dozen readings of the text, by halves: what is added never makes it lighter.
  func overflow(beyond budget: Int) -> (sheet: Int, line: Int, column: Int)? {
    let bytes = Array(text.utf8)
    guard Self.compressedSize(of: bytes[...]) > budget else { return nil }
    var (fits, tooMuch) = (0, bytes.count)
    while tooMuch - fits > 1 {
      let middle = (fits + tooMuch) / 2
      if Self.compressedSize(of: bytes[..<middle]) > budget {
        tooMuch = middle
      } else {
        fits = middle
      }
    }
    guard let line = lines.last(where: { $0.offset <= fits }) else { return nil }
    let characters = String(decoding: bytes[line.offset..<fits], as: UTF8.self).count
    return (line.sheet, line.line, line.column + characters)
  }

  /// What repeats within 32 KB costs a reference of some three bytes, the rest the entropy of its
  /// bytes (Deutsch 1996, RFC 1951, in outline).
  private static func compressedSize(of text: ArraySlice<UInt8>) -> Int {
    let bytes = Array(text)
    var last: [UInt32: Int] = [:]
    var counts = [Int](repeating: 0, count: 256)
    var references = 0
    var position = 0
    while position < bytes.count {
      var length = 0
      if position + 4 <= bytes.count {
        let key =
          UInt32(bytes[position]) << 24 | UInt32(bytes[position + 1]) << 16
          | UInt32(bytes[position + 2]) << 8 | UInt32(bytes[position + 3])
        if let earlier = last[key], position - earlier < 32_768 {
          while position + length < bytes.count, length < 258,
            bytes[earlier + length] == bytes[position + length]
          {
            length += 1
          }
        }
        last[key] = position
      }
      if length >= 4 {
        references += 1
        position += length
      } else {
        counts[Int(bytes[position])] += 1
        position += 1
      }
    }
    let literals = counts.reduce(0, +)
    var bits = 0.0
    for count in counts where count > 0 {
      bits += Double(count) * log2(Double(literals + references) / Double(count))
    }
    return Int(bits / 8) + references * 11 / 4 + 150
  }

  /// A sheet without its comments, the spaces before its lines, and its empty lines.
  private static func tighten(
    _ sheet: String, _ index: Int, into bytes: inout [UInt8], _ lines: inout [Line]
  ) {
    let source = Array(sheet.utf8)
    var position = 0
    var (line, column) = (1, 1)
    var isBlank = true
    // Whether what comes next stood right after what was written last.
    var isJoined = false
    func holds(_ first: Character, _ second: Character) -> Bool {
      position + 1 < source.count && source[position] == first.asciiValue
        && source[position + 1] == second.asciiValue
    }
    func step() {
      if source[position] == 0x0A {
        (line, column) = (line + 1, 1)
      } else if source[position] & 0xC0 != 0x80 {
        column += 1
      }
      position += 1
    }
    while position < source.count {
      if holds("/", "*") {
        isJoined = false
        step()
        step()
        while position < source.count, !holds("*", "/") { step() }
        for _ in 0..<2 where position < source.count { step() }
        continue
      }
      switch source[position] {
      case 0x0A, 0x0D:
        if !isBlank { bytes.append(0x0A) }
        isBlank = true
        isJoined = false
      case 0x20 where isBlank: break
      case let byte:
        if !isJoined {
          lines.append(Line(offset: bytes.count, sheet: index, line: line, column: column))
        }
        bytes.append(byte)
        isBlank = false
        isJoined = true
      }
      step()
    }
    if !isBlank { bytes.append(0x0A) }
  }
}
