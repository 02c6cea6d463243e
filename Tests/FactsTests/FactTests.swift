import Testing

@testable import Facts

@Suite("Facts are read back as they were written, or not at all")
struct FactTests {
  enum Side: String { case left, right }

  private static var written: [UInt8] {
    var writer = FactWriter()
    writer.add(-7)
    writer.add("née, ’\u{0}")
    writer.add(true)
    writer.add([9, 8] as [UInt8])
    writer.add(String?.none) { $0.add($1) }
    writer.add(list: ["a", "", "c"]) { $0.add($1) }
    writer.add(Side.right.rawValue)
    return writer.bytes
  }

  @discardableResult
  private static func read(_ bytes: [UInt8]) throws -> [String] {
    var reader = FactReader(bytes)
    let number = try reader.number()
    let text = try reader.text()
    let flag = try reader.flag()
    let part = try reader.part()
    let none = try reader.optional { (r) throws(FactReader.Broken) in try r.text() }
    let list = try reader.list { (r) throws(FactReader.Broken) in try r.text() }
    let side = try reader.word(of: Side.self)
    if !reader.isAtEnd { throw FactReader.Broken() }
    return ["\(number)", text, "\(flag)", "\(part)", none ?? "–"] + list + ["\(side)"]
  }

  @Test("each kind of value comes back")
  func roundTrip() throws {
    #expect(
      try Self.read(Self.written)
        == ["-7", "née, ’\u{0}", "true", "[9, 8]", "–", "a", "", "c", "right"])
  }

  @Test("bytes that end too early are refused", arguments: Array(0..<Self.written.count))
  func cut(_ count: Int) {
    #expect(throws: FactReader.Broken.self) { try Self.read(Array(Self.written.prefix(count))) }
  }

  @Test(
    "a length that cannot be is refused before anything is made of it",
    arguments: [Int.max, -1, 1 << 40])
  func length(_ count: Int) {
    var writer = FactWriter()
    writer.add(count)
    var reader = FactReader(writer.bytes)
    #expect(throws: FactReader.Broken.self) { try reader.text() }
    reader = FactReader(writer.bytes)
    #expect(throws: FactReader.Broken.self) {
      try reader.list { (r) throws(FactReader.Broken) in try r.flag() }
    }
  }

  @Test("a word of no case is refused")
  func word() {
    var writer = FactWriter()
    writer.add("middle")
    var reader = FactReader(writer.bytes)
    #expect(throws: FactReader.Broken.self) { try reader.word(of: Side.self) }
  }
}
