/// Values one after the other as bytes, each text with its length: what is remembered of a note.
public struct FactWriter: Sendable {
  public private(set) var bytes: [UInt8] = []

  public init() {}

  public mutating func add(_ number: Int) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  public mutating func add(_ text: String) {
    add(text.utf8.count)
    bytes += text.utf8
  }

  public mutating func add(_ part: [UInt8]) {
    add(part.count)
    bytes += part
  }

  mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func add<Value>(_ value: Value?, _ each: (inout FactWriter, Value) -> Void) {
    add(value != nil)
    if let value { each(&self, value) }
  }

  mutating func add<Value>(list: [Value], _ each: (inout FactWriter, Value) -> Void) {
    add(list.count)
    for value in list { each(&self, value) }
  }
}

/// The same values back; whatever is not there, or makes no sense, throws.
public struct FactReader {
  public struct Broken: Error {}

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

  mutating func flag() throws(Broken) -> Bool {
    guard next < bytes.count else { throw Broken() }
    defer { next += 1 }
    return bytes[next] != 0
  }

  mutating func optional<Value>(
    _ each: (inout FactReader) throws(Broken) -> Value
  ) throws(Broken) -> Value? {
    try flag() ? try each(&self) : nil
  }

  mutating func list<Value>(
    _ each: (inout FactReader) throws(Broken) -> Value
  ) throws(Broken) -> [Value] {
    let count = try number()
    guard count >= 0, count <= bytes.count else { throw Broken() }
    var values: [Value] = []
    for _ in 0..<count { values.append(try each(&self)) }
    return values
  }
}
