import Diagnostics

/// What a note may be, so that no file takes over a second to read: this version of libcmark-gfm is
/// super-linear on a few shapes (wide tables, deep nesting, endless runs without a space).
enum NoteLimits {
  static let bytes = 400_000
  static let lineBytes = 20_000
  static let runWithoutSpace = 4_000
  static let tableColumns = 60
  static let nesting = 40
  /// Cells of one table, counting those that a short row lacks: the parser makes them all.
  static let tableCells = 50_000
  /// Marks of one paragraph or table: `[`, `*`, `_`, `~`, which wait for their other half.
  static let marks = 6_000

  /// Bytes that a link's definition may add to the page: its length, times the places that could use
  /// it. The parser copies address and title to each.
  static let expansion = 20_000_000

  /// - Returns: false with a finding where a limit is passed.
  static func accept(_ bytes: [UInt8], file: String, _ findings: inout Findings) -> Bool {
    guard bytes.count <= Self.bytes else {
      findings.add(.noteTooLarge, at: Place(file: file))
      return false
    }
    var line = 1
    var start = 0
    var accepted = true
    var index = 0
    var block = Block()
    var definition = LongestDefinition()
    while index <= bytes.count {
      if index == bytes.count || bytes[index] == 0x0A {
        let text = bytes[start..<index]
        block.add(text)
        definition.add(text)
        let message = obstacle(text) ?? block.obstacle
        if let message, accepted {
          findings.add(message, at: Place(file: file, line: line, column: 1))
          accepted = false
        }
        line += 1
        start = index + 1
      } else if bytes[index] == 0 {
        findings.add(.noteHasNUL, at: Place(file: file, line: line, column: index - start + 1))
        return false
      }
      index += 1
    }
    if accepted, definition.expansion > expansion {
      findings.add(.definitionsTooLong, at: Place(file: file, line: definition.line, column: 1))
      accepted = false
    }
    return accepted
  }

  /// How long a definition, `[a]: address 'title'`, may be: from its `]:` to the end of its
  /// paragraph; and how many brackets could use it.
  private struct LongestDefinition {
    private(set) var line = 1
    private var longest = 0
    private var brackets = 0
    private var open: (line: Int, length: Int)?
    private var current = 0

    var expansion: Int { longest * brackets }

    mutating func add(_ text: ArraySlice<UInt8>) {
      current += 1
      if text.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { open = nil }
      var previous: UInt8 = 0
      for byte in text {
        if byte == 0x5B { brackets += 1 }
        // Only the first `]:` of a paragraph counts: what follows it is the longest.
        if previous == 0x5D, byte == 0x3A, open == nil { open = (current, 0) }
        open?.length += 1
        previous = byte
      }
      if let open, open.length > longest { (line, longest) = open }
    }
  }

  /// Lines without a blank one between them: what a table cannot reach beyond.
  private struct Block {
    private var lines = 0
    private var bars = 0
    private var isRuled = false
    private var marks = 0

    var obstacle: Finding.Message? {
      if cells > tableCells { return .tableTooLarge }
      return marks > NoteLimits.marks ? .tooManyMarks : nil
    }

    private var cells: Int { isRuled ? (bars + 1) * lines : 0 }

    mutating func add(_ line: ArraySlice<UInt8>) {
      if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
        self = Block()
        return
      }
      lines += 1
      var bars = 0
      for byte in line {
        switch byte {
        case 0x5B, 0x2A, 0x5F, 0x7E: marks += 1
        case 0x7C: bars += 1
        default: break
        }
      }
      self.bars = max(self.bars, bars)
      // The row of hyphens under a header: hyphens, bars, colons, and marks of quotes and lists.
      isRuled =
        isRuled
        || (line.contains(0x2D) && line.allSatisfy { "-|:> \t*+\r".utf8.contains($0) })
    }
  }

  private static func obstacle(_ line: ArraySlice<UInt8>) -> Finding.Message? {
    if line.count > lineBytes { return .lineTooLong }
    var run = 0
    var bars = 0
    var depth = 0
    var isPrefix = true
    var spaces = 0
    for byte in line {
      run = byte == 0x20 || byte == 0x09 ? 0 : run + 1
      if run > runWithoutSpace { return .lineTooLong }
      if byte == 0x7C { bars += 1 }
      guard isPrefix else { continue }
      switch byte {
      case 0x3E, 0x2D, 0x2A, 0x2B: depth += 1  // > - * +
      case 0x20: spaces += 1
      case 0x09: spaces += 4
      case 0x30...0x39: break  // The number of an ordered item.
      case 0x2E, 0x29: depth += 1  // 1. 1)
      default: isPrefix = false
      }
    }
    if bars > tableColumns { return .tableTooWide }
    if !isPrefix || spaces > 0, depth > nesting { return .nestedTooDeep }
    if spaces > nesting * 4, !isPrefix { return .nestedTooDeep }
    return nil
  }
}
