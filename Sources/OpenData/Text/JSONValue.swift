/// A JSON value with its members in the order given, so that the same figures are the same bytes.
indirect enum JSONValue {
  case text(String)
  case number(String)
  case flag(Bool)
  case null
  case list([JSONValue])
  case object([(String, JSONValue)])

  static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }

  /// RFC 8259, indented by two spaces, ended by a line feed.
  var bytes: [UInt8] {
    var out: [UInt8] = []
    write(into: &out, depth: 0)
    out.append(0x0A)
    return out
  }

  private func write(into out: inout [UInt8], depth: Int) {
    switch self {
    case .text(let text): Self.write(text, into: &out)
    case .number(let digits): out += Array(digits.utf8)
    case .flag(let value): out += Array((value ? "true" : "false").utf8)
    case .null: out += Array("null".utf8)
    case .list(let values):
      Self.write(values.count, "[", "]", into: &out, depth: depth) { index, out in
        values[index].write(into: &out, depth: depth + 1)
      }
    case .object(let members):
      Self.write(members.count, "{", "}", into: &out, depth: depth) { index, out in
        Self.write(members[index].0, into: &out)
        out += [0x3A, 0x20]
        members[index].1.write(into: &out, depth: depth + 1)
      }
    }
  }

  private static func write(
    _ count: Int, _ open: Character, _ close: Character, into out: inout [UInt8], depth: Int,
    each: (Int, inout [UInt8]) -> Void
  ) {
    out += Array(String(open).utf8)
    for index in 0..<count {
      if index > 0 { out.append(0x2C) }
      out.append(0x0A)
      out += [UInt8](repeating: 0x20, count: (depth + 1) * 2)
      each(index, &out)
    }
    if count > 0 {
      out.append(0x0A)
      out += [UInt8](repeating: 0x20, count: depth * 2)
    }
    out += Array(String(close).utf8)
  }

  private static func write(_ text: String, into out: inout [UInt8]) {
    out.append(0x22)
    for byte in text.utf8 {
      switch byte {
      case 0x22: out += [0x5C, 0x22]
      case 0x5C: out += [0x5C, 0x5C]
      case 0x0A: out += [0x5C, 0x6E]
      case 0x00..<0x20:
        let hex = Array("0123456789abcdef".utf8)
        out += Array("\\u00".utf8) + [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      default: out.append(byte)
      }
    }
    out.append(0x22)
  }
}
