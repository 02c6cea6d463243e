public import Languages

/// What a `FactWriter` wrote, back in the same order; whatever is not there, or makes no sense, throws.
public struct FactReader {
  public struct Broken: Error {
    public init() {}
  }

  private let bytes: [UInt8]
  private var next = 0

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  public var isAtEnd: Bool { next == bytes.count }

  public mutating func number() throws(Broken) -> Int {
    guard bytes.count - next >= 8 else { throw Broken() }
    var number: UInt64 = 0
    for offset in (0..<8).reversed() { number = number << 8 | UInt64(bytes[next + offset]) }
    next += 8
    return Int(truncatingIfNeeded: number)
  }

  public mutating func text() throws(Broken) -> String {
    String(decoding: try slice(), as: UTF8.self)
  }

  public mutating func part() throws(Broken) -> [UInt8] { Array(try slice()) }

  private mutating func slice() throws(Broken) -> ArraySlice<UInt8> {
    let count = try number()
    guard count >= 0, count <= bytes.count - next else { throw Broken() }
    defer { next += count }
    return bytes[next..<(next + count)]
  }

  public mutating func flag() throws(Broken) -> Bool {
    guard next < bytes.count else { throw Broken() }
    defer { next += 1 }
    return bytes[next] != 0
  }

  public mutating func optional<Value>(
    _ each: (inout FactReader) throws(Broken) -> Value
  ) throws(Broken) -> Value? {
    try flag() ? try each(&self) : nil
  }

  public mutating func list<Value>(
    _ each: (inout FactReader) throws(Broken) -> Value
  ) throws(Broken) -> [Value] {
    let count = try number()
    guard count >= 0, count <= bytes.count - next else { throw Broken() }
    var values: [Value] = []
    for _ in 0..<count { values.append(try each(&self)) }
    return values
  }

  public mutating func both() throws(Broken) -> Localized<String> {
    var text = Localized(both: "")
    for language in Language.allCases { text[language] = try self.text() }
    return text
  }

  public mutating func texts() throws(Broken) -> [String] {
    try list { (r) throws(Broken) in try r.text() }
  }

  /// A text that need not be there.
  public mutating func word() throws(Broken) -> String? {
    try optional { (r) throws(Broken) in try r.text() }
  }

  /// A case by the word that stands for it.
  public mutating func word<Kind: RawRepresentable<String>>(
    of kind: Kind.Type
  ) throws(Broken) -> Kind {
    guard let value = Kind(rawValue: try text()) else { throw Broken() }
    return value
  }
}
