import Testing

@testable import Datasets

@Suite("The dialect of a file is found by looking")
struct DialectTests {
  static let plain = """
    period,sex,region
    Y1,féminin,Gbêkê
    Y2,M,Abidjan

    """
  static let cells = ["1.0.1 = 1", "2.1.0 = 1"]

  static func utf16(_ text: String, isBig: Bool, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
      let high = UInt8(unit >> 8)
      let low = UInt8(unit & 0xFF)
      return isBig ? [high, low] : [low, high]
    }
  }

  static func latin(_ text: String) -> [UInt8] {
    text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
  }

  static let files: [(String, [UInt8])] = [
    ("UTF-8", Array(plain.utf8)),
    ("UTF-8 with its mark", [0xEF, 0xBB, 0xBF] + Array(plain.utf8)),
    ("UTF-16, little end first", utf16(plain, isBig: false, mark: true)),
    ("UTF-16, big end first", utf16(plain, isBig: true, mark: true)),
    ("UTF-16 without a mark", utf16(plain, isBig: false, mark: false)),
    ("Windows-1252", latin(plain)),
    ("semicolons", Array(plain.replacing(",", with: ";").utf8)),
    ("tabs", Array(plain.replacing(",", with: "\t").utf8)),
    ("CRLF", Array(plain.replacing("\n", with: "\r\n").utf8)),
    ("CR alone", Array(plain.replacing("\n", with: "\r").utf8)),
    ("no line end at the end", Array(plain.utf8.dropLast())),
    ("Excel’s own first line", Array(("sep=,\n" + plain).utf8)),
    (
      "all fields quoted",
      Array(#""period","sex","region"\#n"Y1","F","Gbêkê"\#n"Y2","M","Abidjan""#.utf8)
    ),
  ]

  @Test("the same table comes out of every dialect", arguments: files)
  func dialects(_ name: String, _ bytes: [UInt8]) {
    let result = read(bytes: bytes)
    #expect(result.codes == [], "\(name)")
    #expect(result.cells == Self.cells, "\(name)")
  }

  @Test func frenchNumbersAreNumbers() {
    let result = read(
      "period;sex;hours\r\nY1;F;1\u{202F}234,5\r\nY1;F;0,5\r\nY1;M;12\u{A0}000\r\n", Small.hours)
    #expect(result.codes == [])
    #expect(result.cells == ["1.0 = 2 12350", "1.1 = 1 120000"])
  }

  @Test func windows1252ThatShowsItselfLate() {
    let rows = String(repeating: "Y1,F,Abidjan\n", count: 40_000)
    let bytes = Array("period,sex,region\n\(rows)".utf8) + Self.latin("Y2,féminin,Gbêkê\n")
    let result = read(bytes: bytes)
    #expect(result.codes == [])
    #expect(result.cells == ["1.0.0 = 40000", "2.0.1 = 1"])
  }
}

@Suite("Numbers as people write them")
struct ScaledNumberTests {
  @Test(
    "are whole numbers of their last decimal",
    arguments: [
      ("12", 12, 0), ("12.5", 125, 1), ("-3.25", -325, 2), ("1,234,567", 1_234_567, 0),
      ("1 234.5", 12_345, 1), ("12.50", 125, 1), ("0.500", 5, 1), ("1'000", 1000, 0),
      ("\u{2212}5", -5, 0), ("1,5", 15, 1), ("12,345.6", 123_456, 1), (".5", 5, 1),
    ])
  func read(_ text: String, _ units: Int, _ decimals: Int) throws {
    let number = try ScaledNumber.read(text, decimal: 0x2E, isCertain: true)
    #expect(number == ScaledNumber(units: units, decimals: decimals))
  }

  @Test("or are none", arguments: ["1.2.3,4", "12 34", "abc", "1e5", "--1", "1 2", "+", "0x10"])
  func refused(_ text: String) {
    #expect(throws: ScaledNumber.Trouble.notANumber) {
      try ScaledNumber.read(text, decimal: 0x2E, isCertain: true)
    }
  }

  @Test func oneMarkAndThreeDigitsMayBeEither() {
    #expect(throws: ScaledNumber.Trouble.ambiguous) {
      try ScaledNumber.read("1.234", decimal: 0x2C, isCertain: false)
    }
    #expect(throws: ScaledNumber.Trouble.ambiguous) {
      try ScaledNumber.read("1,234", decimal: 0x2C, isCertain: false)
    }
  }

  @Test func nineteenDigitsAreTooMany() {
    #expect(throws: ScaledNumber.Trouble.tooLarge) {
      try ScaledNumber.read("1000000000000000001", decimal: 0x2E, isCertain: true)
    }
  }

  @Test("the quick way gives what the careful way gives")
  func plain() throws {
    var seed = SplitMix(state: 42)
    for _ in 0..<20_000 {
      let alphabet = Array("0123456789.".utf8)
      let length = Int.random(in: 1...9, using: &seed)
      let bytes = (0..<length).map { _ in alphabet.randomElement(using: &seed) ?? 0x30 }
      let padded = bytes + Array(repeating: 0x37, count: 16)
      let quick = unsafe padded.withUnsafeBufferPointer { buffer -> (units: Int, decimals: Int) in
        guard let start = buffer.baseAddress else { return (0, -1) }
        return unsafe ScaledNumber.plain(
          start, length: length, decimal: 0x0101_0101_0101_0101 &* 0x2E)
      }
      guard quick.decimals >= 0 else { continue }
      let careful = try ScaledNumber.read(
        String(decoding: bytes, as: UTF8.self), decimal: 0x2E, isCertain: true)
      let same =
        careful.units(withDecimals: 8)
        == ScaledNumber(units: quick.units, decimals: quick.decimals).units(withDecimals: 8)
      #expect(same, "seed 42, \(String(decoding: bytes, as: UTF8.self))")
    }
  }
}

/// Vigna’s splitmix64: the same numbers from the same seed.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
