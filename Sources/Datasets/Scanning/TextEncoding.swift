/// How a file writes its letters: what French Excel, KoboToolbox and DHIS2 are known to save.
enum TextEncoding: Sendable, Hashable {
  case utf8
  case windows1252
  case utf16LittleEndian, utf16BigEndian

  var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }

  /// What the first bytes say, and how many of them are a byte order mark.
  ///
  /// UTF-16 without a mark shows itself by zero bytes beside ASCII delimiters; text that is not
  /// UTF-8 is taken for Windows-1252, the only other one that Excel writes here.
  static func detected(in sample: some Collection<UInt8>) -> (encoding: TextEncoding, mark: Int) {
    let first = Array(sample.prefix(64))
    if first.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if first.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if first.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    let zeros = first.enumerated().filter { $0.element == 0 }
    if first.count >= 4, zeros.count * 3 >= first.count {
      let odd = zeros.filter { $0.offset % 2 == 1 }.count
      if odd == zeros.count { return (.utf16LittleEndian, 0) }
      if odd == 0 { return (.utf16BigEndian, 0) }
    }
    return (isUTF8(sample) ? .utf8 : .windows1252, 0)
  }

  /// Whether bytes are UTF-8, a character cut off by the end of the sample excepted.
  static func isUTF8(_ bytes: some Collection<UInt8>) -> Bool {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var last = 0
    for (index, byte) in bytes.suffix(4).enumerated() where byte >= 0xC0 { last = index + 1 }
    let cut = last == 0 ? 0 : min(bytes.count, 4) - last + 1
    var left = bytes.count - cut
    while left > 0 {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): left -= UTF8.width(scalar)
      case .emptyInput: return true
      case .error: return false
      }
    }
    return true
  }

  /// The text of a field, nil where the bytes are none in this encoding.
  func text(of bytes: some Collection<UInt8>) -> String? {
    if self == .windows1252 {
      var text = ""
      for byte in bytes {
        guard let scalar = Self.windows1252Scalar(byte) else { return nil }
        text.unicodeScalars.append(scalar)
      }
      return text
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func windows1252Scalar(_ byte: UInt8) -> Unicode.Scalar? {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    let value = upper[Int(byte) - 0x80]
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  /// 0x80…0x9F of Windows-1252; 0 where it has no character.
  private static let upper: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]
}

extension UTF8 {
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case ..<0x80: 1
    case ..<0x800: 2
    case ..<0x1_0000: 3
    default: 4
    }
  }
}
