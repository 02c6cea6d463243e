import Languages
import Publication

/// Numbers in a language, straight into bytes: the separators are CLDR’s, from `NumberFormat`.
struct NumberWriter {
  private let grouping: String
  private let decimal: String
  private let percent: String
  /// In hundredths of the size, as `AdvanceWidths` has them.
  private let groupingWidth: Int
  let isPercent: Bool
  /// Whether marks bear two digits and a power of ten from a thousand on. It is one or the other for
  /// the whole of a chart, so that its numbers can be compared as they stand.
  var usesPowers = false

  init(_ language: Language, _ measure: PublishedMeasure) {
    let format = NumberFormat.of(language)
    grouping = format.groupingSeparator
    decimal = format.decimalSeparator
    percent = format.percentGap + "%"
    groupingWidth = 32
    isPercent = measure == .percentChange
  }

  /// `1,240`, `−12.3%`, `+12.3%`.
  func write(_ quantity: Quantity, into out: inout SVGWriter) {
    if quantity.units < 0 {
      out.put("\u{2212}")
    } else if isPercent, quantity.units > 0 {
      out.put(byte: UInt8(ascii: "+"))
    }
    // Zero is zero, however exact.
    writeMagnitude(
      quantity.units.magnitude,
      decimals: quantity.units == 0 ? 0 : min(18, max(0, quantity.decimals)), into: &out)
    if isPercent { out.put(raw: percent) }
  }

  private func writeMagnitude(_ units: UInt, decimals: Int, into out: inout SVGWriter) {
    var scale: UInt = 1
    for _ in 0..<decimals { scale = scale.multipliedReportingOverflow(by: 10).partialValue }
    writeGrouped(units / scale, into: &out)
    guard decimals > 0 else { return }
    out.put(raw: decimal)
    var rest = units % scale
    for _ in 0..<decimals {
      scale /= 10
      out.put(byte: UInt8(ascii: "0") + UInt8(rest / scale))
      rest %= scale
    }
  }

  private func writeGrouped(_ whole: UInt, into out: inout SVGWriter) {
    guard whole >= 1_000 else { return out.put(magnitude: whole) }
    writeGrouped(whole / 1_000, into: &out)
    out.put(raw: grouping)
    let zero = UInt8(ascii: "0")
    out.put(byte: zero + UInt8(whole / 100 % 10))
    out.put(byte: zero + UInt8(whole / 10 % 10))
    out.put(byte: zero + UInt8(whole % 10))
  }

  /// As on a mark: where the chart uses powers of ten, two digits of one, since the exact number
  /// stands in the table and in the description.
  func writeShort(_ quantity: Quantity, into out: inout SVGWriter) {
    guard usesPowers,
      let (lead, exponent) = Self.power(quantity.units.magnitude, -quantity.decimals)
    else { return write(quantity, into: &out) }
    writePower(lead, exponent, isNegative: quantity.units < 0, into: &out)
  }

  /// A tick: `units` × 10^`exponent`, which an integer may not hold.
  func write(units: Int, exponent: Int, into out: inout SVGWriter) {
    guard let (lead, power) = Self.power(units.magnitude, exponent) else {
      return write(Quantity(units, decimals: max(0, -exponent)), into: &out)
    }
    writePower(lead, power, isNegative: units < 0, into: &out)
  }

  private func writePower(
    _ lead: Int, _ exponent: Int, isNegative: Bool, into out: inout SVGWriter
  ) {
    if isNegative { out.put("\u{2212}") } else if isPercent { out.put("+") }
    out.put(count: lead / 10)
    if lead % 10 != 0 {
      out.put(raw: decimal)
      out.put(count: lead % 10)
    }
    out.put("×10")
    if exponent >= 10 { Self.raised(exponent / 10, into: &out) }
    Self.raised(exponent % 10, into: &out)
    if isPercent { out.put(raw: percent) }
  }

  /// In hundredths of the size: the width of what `writeShort` writes.
  func width(_ quantity: Quantity) -> Int {
    let sign = quantity.units < 0 || isPercent ? 84 : 0
    let tail = isPercent ? 127 : 0
    if usesPowers, Self.power(quantity.units.magnitude, -quantity.decimals) != nil {
      return sign + Self.powerWidth + tail
    }
    var (digits, bound) = (1, 10 as UInt)
    while digits < 19, quantity.units.magnitude >= bound {
      bound *= 10
      digits += 1
    }
    let decimals = min(18, max(0, quantity.decimals))
    let whole = max(1, digits - decimals)
    return sign + (whole + decimals) * 64 + (whole - 1) / 3 * groupingWidth
      + (decimals > 0 ? 32 : 0) + tail
  }

  /// `9.2×10¹⁸`.
  static let powerWidth = 64 + 32 + 64 + 84 + 128 + 84

  /// Two leading digits in tenths, and the power; nil below a thousand.
  private static func power(_ magnitude: UInt, _ exponent: Int) -> (lead: Int, exponent: Int)? {
    guard magnitude > 0 else { return nil }
    var (units, exponent) = (magnitude, exponent)
    while units >= 1_000 {
      units /= 10
      exponent += 1
    }
    while units < 100 {
      units *= 10
      exponent -= 1
    }
    guard exponent + 2 >= 3 else { return nil }
    // Three digits now: the third rounds the second.
    let lead = Int((units + 5) / 10)
    return lead >= 100 ? (10, exponent + 3) : (lead, exponent + 2)
  }

  private static func raised(_ digit: Int, into out: inout SVGWriter) {
    switch digit {
    case 1: out.put("¹")
    case 2: out.put("²")
    case 3: out.put("³")
    case 4: out.put("⁴")
    case 5: out.put("⁵")
    case 6: out.put("⁶")
    case 7: out.put("⁷")
    case 8: out.put("⁸")
    case 9: out.put("⁹")
    default: out.put("⁰")
    }
  }
}
