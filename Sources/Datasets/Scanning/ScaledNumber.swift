/// A decimal number as a whole one: 12.50 is 1250 with 2 decimals.
struct ScaledNumber: Sendable, Hashable {
  var units: Int
  var decimals: Int

  enum Trouble: Error, Sendable, Hashable {
    case empty, notANumber, ambiguous, tooLarge
  }

  /// Digits beyond these overflow.
  static let maximumDigits = 18

  /// The number with as many decimals as wanted; nil where it has more, or overflows.
  func units(withDecimals wanted: Int) -> Int? {
    var units = units
    var decimals = decimals
    while decimals > wanted {
      guard units % 10 == 0 else { return nil }
      units /= 10
      decimals -= 1
    }
    while decimals < wanted {
      let (product, overflow) = units.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      units = product
      decimals += 1
    }
    return units
  }

  /// Reads a number as people write it: spaces and no-break spaces between thousands, a comma or a
  /// point for the decimals.
  ///
  /// - Parameters:
  ///   - decimal: the file's decimal mark, `,` or `.`.
  ///   - isCertain: whether the file itself shows that; where it does not, `1.234` is ambiguous.
  static func read(
    _ text: String, decimal: UInt8, isCertain: Bool
  ) throws(Trouble) -> ScaledNumber {
    var bytes: [UInt8] = []
    var spaces: [Int] = []
    for scalar in Folding.trim(text).unicodeScalars {
      switch scalar.value {
      case 0x20, 0xA0, 0x202F, 0x2009, 0x27, 0x2019: spaces.append(bytes.count)
      case 0x2212: bytes.append(0x2D)
      case 0..<0x80: bytes.append(UInt8(scalar.value))
      default: throw .notANumber
      }
    }
    if bytes.isEmpty { throw .empty }
    var isNegative = false
    if bytes[0] == 0x2D || bytes[0] == 0x2B {
      isNegative = bytes[0] == 0x2D
      bytes.removeFirst()
      spaces = spaces.map { $0 - 1 }
      if spaces.contains(where: { $0 < 0 }) { throw .notANumber }
    }
    let marks = bytes.indices.filter { bytes[$0] == 0x2C || bytes[$0] == 0x2E }
    var point = bytes.count
    var grouping: [Int] = spaces
    if let last = marks.last {
      let sign = bytes[last]
      let others = marks.dropLast()
      let isOneSign = others.allSatisfy { bytes[$0] == sign }
      let after = bytes.count - last - 1
      if !others.isEmpty && isOneSign {
        // 1,234,567
        grouping += marks
      } else if !others.isEmpty {
        // 1,234.5: all but the last separate thousands, and are of one sign
        guard Set(others.map { bytes[$0] }).count == 1 else { throw .notANumber }
        grouping += Array(others)
        point = last
      } else if sign == decimal || after != 3 || last > 3 || last == 0 || !spaces.isEmpty
        || bytes[0] == 0x30
      {
        if sign == decimal, !isCertain, after == 3, (1...3).contains(last), bytes[0] != 0x30,
          spaces.isEmpty
        {
          throw .ambiguous
        }
        point = last
      } else {
        guard isCertain else { throw .ambiguous }
        grouping.append(last)
      }
    }
    return try assemble(
      bytes, point: point, grouping: grouping, spaces: spaces, isNegative: isNegative)
  }

  private static func assemble(
    _ bytes: [UInt8], point: Int, grouping: [Int], spaces: [Int], isNegative: Bool
  ) throws(Trouble) -> ScaledNumber {
    // Digits of the whole part after each thousands separator: threes.
    let marks = Set(grouping).subtracting(spaces)
    var digits: [UInt8] = []
    var breaks: [Int] = []
    var decimals = 0
    for (index, byte) in bytes.enumerated() {
      if spaces.contains(index) { breaks.append(digits.count) }
      if index == point { continue }
      if marks.contains(index), byte == 0x2C || byte == 0x2E {
        breaks.append(digits.count)
        continue
      }
      guard (0x30...0x39).contains(byte) else { throw .notANumber }
      digits.append(byte - 0x30)
      if index > point { decimals += 1 }
    }
    if digits.isEmpty { throw .notANumber }
    let whole = digits.count - decimals
    guard breaks.allSatisfy({ $0 > 0 && $0 < whole && (whole - $0) % 3 == 0 }) else {
      throw .notANumber
    }
    while decimals > 0, digits.last == 0, digits.count > 1 {
      digits.removeLast()
      decimals -= 1
    }
    guard digits.drop(while: { $0 == 0 }).count <= maximumDigits, decimals <= maximumDigits else {
      throw .tooLarge
    }
    let units = digits.reduce(0) { $0 * 10 + Int($1) }
    return ScaledNumber(units: isNegative ? -units : units, decimals: decimals)
  }

  /// A plain number of at most eight bytes, `123.4`, read without a branch a digit.
  ///
  /// Bounds: reads eight bytes from `field` on.
  ///
  /// - Returns: the digits as a number, and how many follow the mark; negative where it is not
  ///   plain, and `read` must see to it.
  @inline(__always)
  static func plain(
    _ field: UnsafePointer<UInt8>, length: Int, decimal: UInt64
  ) -> (units: Int, decimals: Int) {
    guard length &- 1 < 8, length > 0 else { return (0, -1) }
    let word = unsafe UInt64(
      littleEndian: UnsafeRawPointer(field).loadUnaligned(as: UInt64.self))
    let empty = UInt64(truncatingIfNeeded: 64 &- length &* 8)
    // Pushed to the top: zeros below.
    let pushed = word &<< empty
    let difference = pushed ^ decimal
    let zero = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
    var digits: UInt64
    var decimals = 0
    var count = length
    if zero == 0 {
      digits = pushed
    } else {
      let at = UInt64(truncatingIfNeeded: zero.trailingZeroBitCount) & ~7
      let below = (1 as UInt64) &<< at &- 1
      digits = (pushed & below) &<< 8 | (pushed & ~below & ~(0xFF &<< at))
      decimals = 7 &- Int(truncatingIfNeeded: at &>> 3)
      count &-= 1
      if decimals == 0 || count == decimals { return (0, -1) }
    }
    // Bytes below the digits become the digit 0.
    let filler = count == 8 ? 0 : UInt64(0x3030_3030_3030_3030) &>> UInt64(count &* 8)
    digits |= filler
    guard (digits & 0xF0F0_F0F0_F0F0_F0F0) == 0x3030_3030_3030_3030,
      ((digits &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0) == 0x3030_3030_3030_3030
    else { return (0, -1) }
    digits &-= 0x3030_3030_3030_3030
    digits = (digits &* 10) &+ (digits &>> 8)
    let low = (digits & 0x0000_00FF_0000_00FF) &* (100 &+ (1_000_000 &<< 32))
    let high = ((digits &>> 16) & 0x0000_00FF_0000_00FF) &* (1 &+ (10_000 &<< 32))
    return (Int(truncatingIfNeeded: (low &+ high) &>> 32), decimals)
  }
}
