import CScan

/// The rows of one block of text: where their separators are.
///
/// Bounds: `bytes` is readable up to 64 bytes past the last row; `ends[r]` is the number of
/// separators up to and with the line end of row `r`; separator `i` is at `separators[i]`, and
/// `separators[-1]` is −1, so that a field begins one past the separator before it.
@safe struct RowBlock {
  let bytes: UnsafePointer<UInt8>
  let separators: UnsafePointer<Int32>
  let ends: UnsafePointer<Int32>
  let rows: Int
  let length: Int
  /// Which segment of the file it is in, and the line of its first row, from 0, in that segment.
  let segment: Int
  let firstLine: Int
  let lineEnd: UInt8
  /// The delimiter, where places count fields rather than characters.
  let fieldMark: UInt8?

  /// The field of a row: bytes from the first to before the second, a carriage return left out.
  @inline(__always)
  func field(_ index: Int) -> (from: Int, to: Int) {
    let from = unsafe Int(separators[index &- 1]) &+ 1
    var to = unsafe Int(separators[index])
    if unsafe to > from && bytes[to] == lineEnd && bytes[to &- 1] == 0x0D { to &-= 1 }
    return (from, to)
  }

  /// Where a byte of the block is in the file: the line within the segment, from 0, and the column
  /// in characters, from 1.
  func place(of offset: Int) -> RowPlace {
    var line = firstLine
    var start = 0
    for index in 0..<offset where unsafe bytes[index] == lineEnd {
      line += 1
      start = index + 1
    }
    if let fieldMark {
      var fields = 1
      var isQuoted = false
      for index in start..<offset {
        if unsafe bytes[index] == 0x22 { isQuoted.toggle() }
        if !isQuoted, unsafe bytes[index] == fieldMark { fields += 1 }
      }
      return RowPlace(segment: segment, line: line, column: fields)
    }
    var column = 1
    for index in start..<offset where unsafe bytes[index] & 0xC0 != 0x80 { column += 1 }
    return RowPlace(segment: segment, line: line, column: column)
  }
}

/// A place in a file that is read in segments: ordered as the file is.
struct RowPlace: Comparable, Hashable, Sendable {
  var segment: Int
  /// From 0, in the segment.
  var line: Int
  /// In characters, from 1.
  var column: Int

  static func < (one: RowPlace, other: RowPlace) -> Bool {
    (one.segment, one.line, one.column) < (other.segment, other.line, other.column)
  }
}

/// What stops a scan: the text cannot be divided into rows.
enum BrokenText: Sendable, Hashable {
  case nul, strayQuote, unterminatedQuote, tooLong, unreadable, invalidEncoding
}

/// Takes the rows of a file, block after block.
protocol RowConsumer: AnyObject, SendableMetatype {
  /// - Returns: false to stop.
  func consume(_ block: RowBlock) -> Bool
}

/// Reads one stretch of a file, divides it into rows and hands them on.
@safe final class BlockReader {
  /// A field, and so a row, may not be longer.
  static let longestRow = 1 << 20
  static let blockSize = 1 << 17

  /// Whether places count fields, as in a sheet, rather than characters.
  var countsFields = false
  private var capacity: Int
  private var buffer: UnsafeMutablePointer<UInt8>
  private var separators: UnsafeMutablePointer<Int32>
  private var ends: UnsafeMutablePointer<Int32>

  init() {
    capacity = Self.blockSize
    unsafe (buffer, separators, ends) = Self.room(for: capacity)
  }

  deinit {
    unsafe buffer.deallocate()
    unsafe separators.deallocate()
    unsafe ends.deallocate()
  }

  private static func room(
    for capacity: Int
  ) -> (UnsafeMutablePointer<UInt8>, UnsafeMutablePointer<Int32>, UnsafeMutablePointer<Int32>) {
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + 192)
    unsafe buffer.initialize(repeating: 0, count: capacity + 192)
    let separators = UnsafeMutablePointer<Int32>.allocate(capacity: capacity + 192)
    unsafe separators.initialize(repeating: -1, count: 1)
    let ends = UnsafeMutablePointer<Int32>.allocate(capacity: capacity + 64)
    return unsafe (buffer, separators, ends)
  }

  private func grow() {
    let larger = capacity * 2
    let (newBuffer, newSeparators, newEnds) = unsafe Self.room(for: larger)
    unsafe newBuffer.update(from: buffer, count: capacity)
    unsafe buffer.deallocate()
    unsafe separators.deallocate()
    unsafe ends.deallocate()
    unsafe (buffer, separators, ends) = unsafe (newBuffer, newSeparators, newEnds)
    capacity = larger
  }

  /// How a stretch ended.
  struct Ending {
    /// Where the first row after the stretch begins.
    var next: Int
    /// Lines of the stretch.
    var lines: Int
    var trouble: (what: BrokenText, place: RowPlace)?
    var wasStopped = false
  }

  /// Hands on every row that begins in `range`; the last one may end after it.
  ///
  /// - Parameters:
  ///   - range: offsets of bytes; the lower one is the start of a row.
  ///   - text: gives bytes from an offset on, fewer only at the end, nil where it cannot.
  func scan(
    _ range: Range<Int>, segment: Int, delimiter: UInt8, lineEnd: UInt8,
    text: (UnsafeMutableRawBufferPointer, Int) -> Int?, to consumer: some RowConsumer,
    advanced: (Int) -> Void
  ) -> Ending {
    var filled = 0  // bytes in the buffer
    var start = range.lowerBound  // offset of the first of them
    var line = 0
    while start < range.upperBound {
      let room = unsafe UnsafeMutableRawBufferPointer(
        start: buffer + filled, count: capacity - filled)
      guard let got = unsafe text(room, start + filled) else {
        return Ending(
          next: start, lines: line,
          trouble: (.unreadable, RowPlace(segment: segment, line: line, column: 1)))
      }
      let isEnd = got < room.count
      filled += got
      if filled == 0 { break }
      // The last row may lack its line end: the buffer has room for one.
      if unsafe isEnd && buffer[filled - 1] != lineEnd {
        unsafe buffer[filled] = lineEnd
        filled += 1
      }
      for index in filled..<filled + 64 { unsafe buffer[index] = 1 }
      let found = unsafe cscan_index(
        buffer, filled, delimiter, lineEnd, separators + 1, ends)
      var rows = found.rows
      var used = rows == 0 ? 0 : unsafe Int(separators[Int(ends[rows - 1])]) + 1
      // Rows that begin after the range belong to the next stretch.
      if start + used > range.upperBound {
        let limit = range.upperBound - start
        while rows > 1, unsafe Int(separators[Int(ends[rows - 2])]) + 1 >= limit { rows -= 1 }
        used = unsafe Int(separators[Int(ends[rows - 1])]) + 1
      }
      let block = unsafe RowBlock(
        bytes: buffer, separators: separators + 1, ends: ends, rows: rows, length: used,
        segment: segment, firstLine: line, lineEnd: lineEnd,
        fieldMark: countsFields ? delimiter : nil)
      if let trouble = Self.trouble(of: found, in: block, filled: filled, isEnd: isEnd) {
        return Ending(next: start, lines: line, trouble: trouble)
      }
      if rows == 0 {
        if capacity >= Self.longestRow {
          return Ending(
            next: start, lines: line,
            trouble: (.tooLong, RowPlace(segment: segment, line: line, column: 1)))
        }
        grow()
        continue
      }
      if !consumer.consume(block) {
        return Ending(next: start, lines: line, wasStopped: true)
      }
      line += rows
      if found.hidden_line_ends > 0 { line = block.place(of: used).line }
      advanced(used)
      unsafe buffer.update(from: buffer + used, count: filled - used)
      filled -= used
      start += used
      if isEnd { break }
    }
    return Ending(next: start, lines: line)
  }

  private static func trouble(
    of found: cscan_result, in block: RowBlock, filled: Int, isEnd: Bool
  ) -> (what: BrokenText, place: RowPlace)? {
    func startOfRow(at offset: Int) -> Int {
      var start = 0
      for row in 0..<found.rows {
        let next = unsafe Int(block.separators[Int(block.ends[row]) - 1]) + 1
        if next > offset { break }
        start = next
      }
      return start
    }
    if found.stray_quote >= 0 {
      let start = startOfRow(at: Int(found.stray_quote))
      return (.strayQuote, block.place(of: start))
    }
    if found.has_nul != 0 {
      var offset = 0
      while unsafe offset < filled && block.bytes[offset] != 0 { offset += 1 }
      return (.nul, block.place(of: offset))
    }
    if isEnd && found.is_open != 0 {
      return (.unterminatedQuote, block.place(of: startOfRow(at: filled)))
    }
    return nil
  }
}
