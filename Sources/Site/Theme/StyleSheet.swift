import Foundation

/// The style sheets of a theme as one file: comments and needless spaces away.
struct StyleSheet {
  let text: String

  init(_ sheets: [String]) {
    text = sheets.map(Self.tightened).joined(separator: "\n") + "\n"
  }

  /// What a compressor would make of it, in bytes: what repeats within 32 KB costs a reference of
  /// some three bytes, the rest the entropy of its bytes (Deutsch 1996, RFC 1951, in outline).
  var compressedSize: Int {
    let bytes = Array(text.utf8)
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

  private static func tightened(_ sheet: String) -> String {
    var result = ""
    var rest = sheet[...]
    while let open = rest.firstRange(of: "/*") {
      result += rest[..<open.lowerBound]
      guard let close = rest[open.upperBound...].firstRange(of: "*/") else {
        rest = ""
        break
      }
      rest = rest[close.upperBound...]
    }
    result += rest
    return result.split(whereSeparator: \.isNewline)
      .map { $0.drop { $0 == " " } }
      .filter { !$0.isEmpty }
      .joined(separator: "\n")
  }
}
