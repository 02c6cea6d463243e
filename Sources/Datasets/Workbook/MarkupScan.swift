import CExpat

/// Takes the elements of a part in order; names come without their prefix.
protocol MarkupReader: AnyObject {
  func start(_ name: String, _ attributes: [String: String])
  func end(_ name: String)
  func text(_ text: UnsafeBufferPointer<UInt8>)
  /// What ends the reading early.
  var trouble: WorkbookTrouble? { get }
}

/// Goes over the markup of a part once. A document type is refused: entities come with it, and no
/// workbook has one.
enum MarkupScan {
  /// - Returns: false where the archive has no such part.
  static func read(
    _ part: String, of archive: ZipArchive, into reader: any MarkupReader
  ) throws(WorkbookTrouble) -> Bool {
    guard let parser = unsafe XML_ParserCreate(nil) else { throw .broken }
    defer { unsafe XML_ParserFree(parser) }
    let relay = MarkupRelay(reader)
    unsafe attach(relay, to: parser)
    var isWhole = true
    let isThere = unsafe try archive.unpack(part) { block in
      let bytes = unsafe UnsafeRawPointer(block.baseAddress)?
        .assumingMemoryBound(to: CChar.self)
      isWhole =
        unsafe XML_Parse(parser, bytes, Int32(block.count), 0) == XML_STATUS_OK
        && !relay.isRefused && reader.trouble == nil
      return isWhole
    }
    if isThere, isWhole { isWhole = unsafe XML_Parse(parser, nil, 0, 1) == XML_STATUS_OK }
    // The relay is not held by the parser.
    return try withExtendedLifetime(relay) { () throws(WorkbookTrouble) in
      if let trouble = reader.trouble { throw trouble }
      if isThere, !isWhole || relay.isRefused { throw .broken }
      return isThere
    }
  }

  /// The same of markup that is there already; nil where nothing is wrong with it.
  static func read(_ markup: [UInt8], into reader: any MarkupReader) -> WorkbookTrouble? {
    guard let parser = unsafe XML_ParserCreate(nil) else { return .broken }
    defer { unsafe XML_ParserFree(parser) }
    let relay = MarkupRelay(reader)
    unsafe attach(relay, to: parser)
    return withExtendedLifetime(relay) {
      let isWhole = unsafe markup.withUnsafeBytes { buffer in
        unsafe XML_Parse(
          parser, buffer.assumingMemoryBound(to: CChar.self).baseAddress, Int32(buffer.count), 1)
          == XML_STATUS_OK
      }
      if let trouble = reader.trouble { return trouble }
      return isWhole && !relay.isRefused ? nil : .broken
    }
  }

  private static func attach(_ relay: MarkupRelay, to parser: XML_Parser) {
    unsafe XML_SetUserData(parser, Unmanaged.passUnretained(relay).toOpaque())
    unsafe XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let data = unsafe data, let name = unsafe name else { return }
        let relay = unsafe Unmanaged<MarkupRelay>.fromOpaque(data).takeUnretainedValue()
        var found: [String: String] = [:]
        var index = 0
        while let key = unsafe attributes?[index], let value = unsafe attributes?[index + 1] {
          unsafe found[String(cString: key)] = unsafe String(cString: value)
          index += 2
        }
        unsafe relay.reader.start(local(String(cString: name)), found)
      },
      { data, name in
        guard let data = unsafe data, let name = unsafe name else { return }
        let relay = unsafe Unmanaged<MarkupRelay>.fromOpaque(data).takeUnretainedValue()
        unsafe relay.reader.end(local(String(cString: name)))
      })
    unsafe XML_SetCharacterDataHandler(parser) { data, text, length in
      guard let data = unsafe data, let text = unsafe text else { return }
      let relay = unsafe Unmanaged<MarkupRelay>.fromOpaque(data).takeUnretainedValue()
      let bytes = unsafe UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self)
      unsafe relay.reader.text(UnsafeBufferPointer(start: bytes, count: Int(length)))
    }
    unsafe XML_SetStartDoctypeDeclHandler(parser) { data, _, _, _, _ in
      guard let data = unsafe data else { return }
      unsafe Unmanaged<MarkupRelay>.fromOpaque(data).takeUnretainedValue().isRefused = true
    }
  }
}

/// `x:row` is `row`.
private func local(_ name: String) -> String {
  guard let colon = name.utf8.lastIndex(of: 0x3A) else { return name }
  return String(name[name.index(after: colon)...])
}

private final class MarkupRelay {
  let reader: any MarkupReader
  var isRefused = false

  init(_ reader: any MarkupReader) { self.reader = reader }
}
