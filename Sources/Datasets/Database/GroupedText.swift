/// Rows of a database as comma-separated text, so that one reader sees to whatever is wrong with
/// them: types, nomenclatures, synonyms, and what may not come in.
struct GroupedText {
  private(set) var bytes: [UInt8] = []
  private(set) var rows = 0

  /// Every field in quotes; a line end within one becomes a space, so that lines are rows.
  mutating func append(_ fields: [[UInt8]]) {
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      if field.isEmpty { continue }
      bytes.append(0x22)
      for byte in field {
        if byte == 0x22 { bytes.append(0x22) }
        bytes.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
      }
      bytes.append(0x22)
    }
    bytes.append(0x0A)
    rows += 1
  }
}
