/// How a delimited file is written, found by looking at its beginning.
struct Dialect: Sendable, Hashable {
  var encoding: TextEncoding
  /// Whether a mark or an accented letter shows it: a beginning in ASCII alone is taken for UTF-8.
  var isEncodingCertain: Bool
  var delimiter: UInt8
  /// The byte that ends a line: a line feed, or the carriage return of old files.
  var lineEnd: UInt8
  /// `,` or `.`.
  var decimal: UInt8
  /// Whether a number of the file shows which: otherwise it follows from the delimiter.
  var isDecimalCertain: Bool
  /// Where the first row after the header begins: in the file, in bytes; in its UTF-8 stream where
  /// it is UTF-16.
  var dataStart: Int
  /// Lines before it.
  var headerLines: Int
  var header: [String]
  /// The length of the byte order mark.
  var mark: Int
  /// Whether the text was made of a sheet: a place is then a row and a cell.
  var isSheet = false

  static let sampleSize = 1 << 18
}

/// Why a beginning cannot be read.
enum BadBeginning: Error {
  case unreadable
  /// No header.
  case empty
  case broken(BrokenText, line: Int)
}

extension Dialect {
  /// - Parameters:
  ///   - known: names of columns that the file should have: the delimiter that finds most of them
  ///     is right; empty where nothing is known.
  ///   - delimiter: where it is known beforehand.
  static func detected(
    in source: ByteSource, known: [String], delimiter: UInt8? = nil
  ) throws(BadBeginning) -> Dialect {
    guard var sample = source.beginning(sampleSize) else { throw .unreadable }
    let (encoding, mark) = TextEncoding.detected(in: sample)
    if encoding.isUTF16 {
      let stream = UTF16Text(source: source, encoding: encoding, mark: mark)
      sample = [UInt8](repeating: 0, count: sampleSize)
      let got = unsafe sample.withUnsafeMutableBytes { unsafe stream.read(into: $0) }
      guard let got else { throw .unreadable }
      if stream.isBroken { throw .broken(.invalidEncoding, line: 1) }
      sample.removeLast(sample.count - got)
    }
    var start = encoding.isUTF16 ? 0 : mark
    let lineEnd: UInt8 = sample.contains(0x0A) || !sample.contains(0x0D) ? 0x0A : 0x0D
    var lines = 0
    var declared = delimiter
    // Excel's own first line, `sep=;`, which no other program writes.
    if delimiter == nil, sample[start...].starts(with: Array("sep=".utf8)),
      sample.count > start + 4,
      let end = sample[start...].firstIndex(of: lineEnd), end - start <= 6
    {
      declared = sample[start + 4]
      start = end + 1
      lines = 1
    }
    if sample[start...].allSatisfy({ $0 == 0x0A || $0 == 0x0D || $0 == 0x20 }) { throw .empty }
    let candidates: [UInt8] = declared.map { [$0] } ?? [0x2C, 0x3B, 0x09]
    var best: (rows: SampleRows, delimiter: UInt8, score: (Int, Int, Int))?
    for delimiter in candidates {
      let rows = SampleRows(
        Array(sample[start...]), delimiter: delimiter, lineEnd: lineEnd, encoding: encoding)
      let score = rows.score(known: known)
      if best.map({ score > $0.score }) ?? true { best = (rows, delimiter, score) }
    }
    guard let best, let header = best.rows.all.first else { throw .empty }
    if let trouble = best.rows.headerTrouble { throw .broken(trouble, line: lines + 1) }
    let votes = best.rows.decimalVotes
    let isCertain = (votes.comma > 0) != (votes.point > 0)
    let decimal: UInt8 =
      isCertain
      ? (votes.comma > 0 ? 0x2C : 0x2E) : (best.delimiter == 0x2C ? 0x2E : 0x2C)
    return Dialect(
      encoding: encoding,
      isEncodingCertain: encoding != .utf8 || mark > 0 || sample.contains { $0 >= 0x80 },
      delimiter: best.delimiter, lineEnd: lineEnd, decimal: decimal, isDecimalCertain: isCertain,
      dataStart: start + best.rows.headerLength,
      headerLines: lines + best.rows.headerLines, header: header, mark: mark)
  }
}

/// The first rows of a file under one delimiter, leniently.
struct SampleRows {
  private(set) var all: [[String]] = []
  private(set) var headerLength = 0
  private(set) var headerLines = 0
  private(set) var headerTrouble: BrokenText?
  private static let limit = 200

  init(_ bytes: [UInt8], delimiter: UInt8, lineEnd: UInt8, encoding: TextEncoding) {
    var row: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var wasQuoted = false
    var index = 0
    func text(_ field: [UInt8]) -> String { encoding.text(of: field) ?? "\u{FFFD}" }
    while index < bytes.count, all.count < Self.limit {
      let byte = bytes[index]
      index += 1
      if byte == 0, all.isEmpty { headerTrouble = .nul }
      if all.isEmpty, byte == lineEnd { headerLines += 1 }
      if isQuoted {
        if byte != 0x22 {
          field.append(byte)
        } else if index < bytes.count, bytes[index] == 0x22 {
          field.append(byte)
          index += 1
        } else {
          isQuoted = false
        }
      } else if byte == 0x22 {
        if !field.isEmpty || wasQuoted, all.isEmpty { headerTrouble = .strayQuote }
        isQuoted = true
        wasQuoted = true
      } else if byte == delimiter || byte == lineEnd {
        if byte == lineEnd, !wasQuoted, field.last == 0x0D { field.removeLast() }
        row.append(text(field))
        field = []
        wasQuoted = false
        if byte == lineEnd {
          if all.isEmpty { headerLength = index }
          all.append(row)
          row = []
        }
      } else if wasQuoted {
        if byte != 0x0D, all.isEmpty { headerTrouble = .strayQuote }
      } else {
        field.append(byte)
      }
    }
    if index == bytes.count, !row.isEmpty || !field.isEmpty || wasQuoted {
      if all.isEmpty {
        headerLength = index
        if isQuoted { headerTrouble = .unterminatedQuote }
      }
      if bytes.count < Dialect.sampleSize / 2 || all.isEmpty { all.append(row + [text(field)]) }
    }
  }

  /// More is better: known names found, then rows as long as the header, then columns.
  func score(known: [String]) -> (Int, Int, Int) {
    guard let header = all.first else { return (0, 0, 0) }
    let names = Set(known.map(Folding.fold))
    let found = header.count { names.contains(Folding.fold($0)) }
    let agreeing = header.count == 1 ? 0 : all.count { $0.count == header.count }
    return (found, agreeing, header.count)
  }

  /// How many numbers have a comma, or a point, that can only be decimal.
  var decimalVotes: (comma: Int, point: Int) {
    var votes = (comma: 0, point: 0)
    for field in all.dropFirst().joined() {
      let bytes = Array(field.utf8)
      let marks = bytes.filter { $0 == 0x2C || $0 == 0x2E }
      guard marks.count == 1, let mark = marks.first, let at = bytes.firstIndex(of: mark),
        at > 0, at < bytes.count - 1,
        bytes.allSatisfy({ $0 == mark || $0 == 0x2D || (0x30...0x39).contains($0) })
      else { continue }
      let decimals = bytes.count - at - 1
      let whole = at - (bytes[0] == 0x2D ? 1 : 0)
      if decimals == 3, whole <= 3, bytes[0] != 0x30 { continue }
      if mark == 0x2C { votes.comma += 1 } else { votes.point += 1 }
    }
    return votes
  }
}
