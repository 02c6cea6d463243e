/// A zip archive without compression, enough to make a workbook in a test (APPNOTE 6.3.10, 4.3).
struct StoredZip {
  private var body: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  /// - Parameter claimed: the size that the archive says a part has, if not its own.
  mutating func add(_ name: String, _ content: [UInt8], claimed: Int? = nil) {
    let sizes =
      Self.four(UInt32(content.count)) + Self.four(UInt32(claimed ?? content.count))
    let common: [UInt8] =
      [20, 0, 0, 0, claimed == nil ? 0 : 8, 0, 0, 0, 0x21, 0]
      + Self.four(Self.checksum(content)) + sizes + Self.two(name.utf8.count) + [0, 0]
    let offset = UInt32(body.count)
    body += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + content
    directory +=
      [0x50, 0x4B, 1, 2, 20, 0] + common + [0, 0, 0, 0, 0, 0, 0, 0, 0, 0] + Self.four(offset)
      + Array(name.utf8)
    count += 1
  }

  var bytes: [UInt8] {
    body + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + Self.two(count) + Self.two(count)
      + Self.four(UInt32(directory.count)) + Self.four(UInt32(body.count)) + [0, 0]
  }

  private static func two(_ number: Int) -> [UInt8] {
    [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)]
  }

  private static func four(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in
        sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0)
      }
    }
  }
}

/// A workbook of the sheets given, as the XML of their rows.
func workbook(
  _ sheets: [(name: String, rows: String)], shared: [String] = [], claimed: Int? = nil
) -> [UInt8] {
  var zip = StoredZip()
  func add(_ name: String, _ text: String, claimed: Int? = nil) {
    zip.add(name, Array(("<?xml version=\"1.0\"?>" + text).utf8), claimed: claimed)
  }
  let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  func relation(_ id: String, _ type: String, _ target: String) -> String {
    "<Relationship Id=\"\(id)\" Type=\"\(office)/\(type)\" Target=\"\(target)\"/>"
  }
  add(
    "_rels/.rels",
    "<Relationships>\(relation("r0", "officeDocument", "xl/workbook.xml"))</Relationships>")
  let list = sheets.enumerated().map {
    "<sheet name=\"\($1.name)\" sheetId=\"\($0 + 1)\" r:id=\"s\($0)\"/>"
  }.joined()
  add("xl/workbook.xml", "<workbook xmlns:r=\"\(office)\"><sheets>\(list)</sheets></workbook>")
  let targets = sheets.indices.map { relation("s\($0)", "worksheet", "worksheets/sheet\($0).xml") }
  add(
    "xl/_rels/workbook.xml.rels",
    "<Relationships>" + targets.joined() + relation("t", "sharedStrings", "sharedStrings.xml")
      + relation("y", "styles", "styles.xml") + "</Relationships>")
  add(
    "xl/sharedStrings.xml",
    "<sst>" + shared.map { "<si><r><t>\($0)</t></r></si>" }.joined() + "</sst>")
  add(
    "xl/styles.xml",
    """
    <styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>\
    <cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/></cellXfs></styleSheet>
    """)
  for (index, sheet) in sheets.enumerated() {
    add(
      "xl/worksheets/sheet\(index).xml",
      "<worksheet><sheetData>\(sheet.rows)</sheetData></worksheet>", claimed: claimed)
  }
  return zip.bytes
}
