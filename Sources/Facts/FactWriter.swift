public import Languages

/// Values one after the other as bytes, each text with its length: what a build remembers for the next.
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

  public mutating func add(_ text: Localized<String>) {
    for language in Language.allCases { add(text[language]) }
  }

  public mutating func add(_ texts: [String]) { add(list: texts) { $0.add($1) } }

  public mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  public mutating func add<Value>(_ value: Value?, _ each: (inout FactWriter, Value) -> Void) {
    add(value != nil)
    if let value { each(&self, value) }
  }

  public mutating func add<Value>(list: [Value], _ each: (inout FactWriter, Value) -> Void) {
    add(list.count)
    for value in list { each(&self, value) }
  }
}
