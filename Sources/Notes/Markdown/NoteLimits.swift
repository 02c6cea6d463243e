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
    var number = 1
    var accepted = true
    var block = Block()
    var definition = LongestDefinition()
    func add(_ line: Line, end: Int) {
      block.add(line)
      definition.add(line, number, end: end)
      if accepted, let message = line.obstacle(end: end) ?? block.obstacle {
        findings.add(message, at: Place(file: file, line: number, column: 1))
        accepted = false
      }
    }
    var line = Line(start: 0)
    for index in bytes.indices {
      switch bytes[index] {
      case 0x0A:
        add(line, end: index)
        number += 1
        line = Line(start: index + 1)
      case 0:
        findings.add(
          .noteHasNUL, at: Place(file: file, line: number, column: index - line.start + 1))
        return false
      case let byte:
        line.add(byte, at: index)
      }
    }
    add(line, end: bytes.count)
    if accepted, definition.expansion > expansion {
      findings.add(.definitionsTooLong, at: Place(file: file, line: definition.line, column: 1))
      accepted = false
    }
    return accepted
  }

  /// What one line holds, counted in one pass over its bytes.
  private struct Line {
    let start: Int
    /// Bytes since the last space.
    private var run = 0
    private(set) var isRunTooLong = false
    private(set) var bars = 0
    /// `[`, `*`, `_`, `~`.
    private(set) var marks = 0
    private(set) var brackets = 0
    /// Where `:` stands after the first `]`.
    private(set) var definition: Int?
    private var previous: UInt8 = 0
    /// Nothing but spaces.
    private(set) var isBlank = true
    /// Nothing but hyphens, bars, colons, and marks of quotes and lists.
    private var isOfRules = true
    private var hasHyphens = false
    /// Whether nothing but marks of quotes and lists stood so far, and how many of them.
    private var isPrefix = true
    private var depth = 0
    private var spaces = 0

    init(start: Int) { self.start = start }

    /// Whether it is the row of hyphens under a header.
    var isRule: Bool { isOfRules && hasHyphens }

    @inline(__always)
    mutating func add(_ byte: UInt8, at index: Int) {
      let before = previous
      previous = byte
      switch byte {
      case 0x20:
        run = 0
        if isPrefix { spaces += 1 }
        return
      case 0x09:
        run = 0
        if isPrefix { spaces += 4 }
        return
      case 0x0D: isPrefix = false
      case 0x3E, 0x2D, 0x2A, 0x2B:  // > - * +
        isBlank = false
        if byte == 0x2D { hasHyphens = true }
        if byte == 0x2A { marks += 1 }
        if isPrefix { depth += 1 }
      case 0x7C, 0x3A:  // | :
        (isBlank, isPrefix) = (false, false)
        if byte == 0x7C { bars += 1 }
        // Only the first `]:` of a paragraph counts: what follows it is the longest.
        if byte == 0x3A, before == 0x5D, definition == nil { definition = index }
      case 0x5B, 0x5F, 0x7E:  // [ _ ~
        (isBlank, isOfRules, isPrefix) = (false, false, false)
        marks += 1
        if byte == 0x5B { brackets += 1 }
      case 0x30...0x39:  // The number of an ordered item.
        (isBlank, isOfRules) = (false, false)
      case 0x2E, 0x29:  // 1. 1)
        (isBlank, isOfRules) = (false, false)
        if isPrefix { depth += 1 }
      default:
        (isBlank, isOfRules, isPrefix) = (false, false, false)
      }
      run += 1
      if run > runWithoutSpace { isRunTooLong = true }
    }

    func obstacle(end: Int) -> Finding.Message? {
      if end - start > lineBytes || isRunTooLong { return .lineTooLong }
      if bars > tableColumns { return .tableTooWide }
      if !isPrefix || spaces > 0, depth > nesting { return .nestedTooDeep }
      if spaces > nesting * 4, !isPrefix { return .nestedTooDeep }
      return nil
    }
  }

  /// How long a definition, `[a]: address 'title'`, may be: from its `]:` to the end of its
  /// paragraph; and how many brackets could use it.
  private struct LongestDefinition {
    private(set) var line = 1
    private var longest = 0
    private var brackets = 0
    private var open: (line: Int, length: Int)?

    var expansion: Int { longest * brackets }

    mutating func add(_ line: Line, _ number: Int, end: Int) {
      brackets += line.brackets
      if line.isBlank { open = nil }
      if let open {
        self.open = (open.line, open.length + end - line.start)
      } else if let start = line.definition {
        open = (number, end - start)
      }
      if let open, open.length > longest { (self.line, longest) = open }
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

    mutating func add(_ line: Line) {
      if line.isBlank {
        self = Block()
        return
      }
      lines += 1
      marks += line.marks
      bars = max(bars, line.bars)
      isRuled = isRuled || line.isRule
    }
  }
}
