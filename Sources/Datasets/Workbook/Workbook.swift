/// What a file is, by its first bytes.
enum WorkbookKind {
  case zipped
  /// The container of Excel 97, and of a workbook with a password.
  case compound

  init?(beginning: [UInt8]) {
    if beginning.starts(with: [0x50, 0x4B, 0x03, 0x04])
      || beginning.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      self = .zipped
    } else if beginning.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = .compound
    } else {
      return nil
    }
  }
}

/// An `.xlsx` workbook (ECMA-376), as text.
enum Workbook {
  struct Sheet {
    /// Comma-separated UTF-8, a line a row of the sheet.
    var text: [UInt8]
    /// Rows of the sheet before the first line.
    var rowsBefore: Int
  }

  static func sheet(
    _ choice: SheetChoice, of source: ByteSource, kind: WorkbookKind
  ) throws(WorkbookTrouble) -> Sheet {
    if source.size > ZipArchive.mostPacked { throw .tooLarge }
    guard let bytes = source.beginning(source.size), bytes.count == source.size else {
      throw .broken
    }
    return try sheet(choice, of: bytes, kind: kind)
  }

  static func sheet(
    _ choice: SheetChoice, of bytes: [UInt8], kind: WorkbookKind
  ) throws(WorkbookTrouble) -> Sheet {
    if kind == .compound {
      // The stream of a workbook with a password, by its name in UTF-16 (MS-OFFCRYPTO 2.3.4).
      let name: [UInt8] = "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
      throw contains(name, in: bytes) ? .passwordProtected : .oldFormat
    }
    var range = CellRange.everything
    if let text = choice.range {
      guard let chosen = CellRange(text) else { throw .badRange }
      range = chosen
    }
    let archive = try ZipArchive(bytes)
    let main = try mainPart(of: archive)
    let folder = main.split(separator: "/").dropLast().joined(separator: "/")
    let file = main.split(separator: "/").last.map(String.init) ?? ""
    let list = SheetListReader()
    guard try MarkupScan.read(main, of: archive, into: list) else { throw .broken }
    let relations = RelationReader()
    _ = try MarkupScan.read("\(folder)/_rels/\(file).rels", of: archive, into: relations)
    let part = try sheetPart(choice.name, of: list, relations)

    let shared = SharedTextReader()
    if let target = relations.byType["sharedStrings"] {
      _ = try MarkupScan.read(
        RelationReader.path(target, from: folder), of: archive, into: shared)
    }
    let styles = StyleReader()
    if let target = relations.byType["styles"] {
      _ = try MarkupScan.read(
        RelationReader.path(target, from: folder), of: archive, into: styles)
    }
    let reader = SheetReader(
      range: range, shared: shared.texts, areDates: styles.areDates,
      countsFrom1904: list.countsFrom1904)
    guard
      try MarkupScan.read(RelationReader.path(part, from: folder), of: archive, into: reader)
    else { throw .broken }
    return Sheet(text: reader.text, rowsBefore: range.rows.lowerBound - 1)
  }

  private static func mainPart(of archive: ZipArchive) throws(WorkbookTrouble) -> String {
    let relations = RelationReader()
    _ = try MarkupScan.read("_rels/.rels", of: archive, into: relations)
    return relations.byType["officeDocument"].map { RelationReader.path($0, from: "") }
      ?? "xl/workbook.xml"
  }

  private static func sheetPart(
    _ name: String?, of list: SheetListReader, _ relations: RelationReader
  ) throws(WorkbookTrouble) -> String {
    let relation: String
    if let name {
      guard let sheet = list.sheets.first(where: { Folding.fold($0.name) == Folding.fold(name) })
      else { throw .unknownSheet }
      relation = sheet.relation
    } else {
      let shown = list.sheets.filter { !$0.isHidden }
      guard let only = shown.first else { throw .broken }
      if shown.count > 1 { throw .sheetNotChosen(shown.count) }
      relation = only.relation
    }
    guard let part = relations.targets[relation] else { throw .broken }
    return part
  }

  private static func contains(_ name: [UInt8], in bytes: [UInt8]) -> Bool {
    guard let first = name.first, bytes.count >= name.count else { return false }
    for index in 0...bytes.count - name.count
    where bytes[index] == first && bytes[index..<index + name.count].elementsEqual(name) {
      return true
    }
    return false
  }
}
