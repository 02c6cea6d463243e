import Dispatch
import Synchronization

/// A whole file handed to consumers, in stretches on several cores where it is large.
enum FileScan {
  struct Outcome<Consumer: RowConsumer> {
    /// One for each core; their results add up whatever the order.
    var consumers: [Consumer]
    /// For each segment, the lines of the file before it.
    var linesBefore: [Int]
    var trouble: (what: BrokenText, place: RowPlace)?
  }

  static let segmentSize = 8 << 20

  /// - Parameters:
  ///   - threads: at most so many cores.
  ///   - progress: told how many bytes are done, of how many; by one thread at a time.
  static func run<Consumer: RowConsumer>(
    _ source: ByteSource, _ dialect: Dialect, threads: Int, segmentSize: Int = segmentSize,
    progress: ((Int, Int) -> Void)? = nil, consumer make: () -> Consumer
  ) -> Outcome<Consumer> {
    if threads > 1, !dialect.encoding.isUTF16, !dialect.isSheet, source.size > 2 * segmentSize {
      if let outcome = inParallel(
        source, dialect, threads: threads, segmentSize: segmentSize, progress: progress,
        consumer: make)
      {
        return outcome
      }
    }
    return inOrder(source, dialect, progress: progress, consumer: make)
  }

  private static func inOrder<Consumer: RowConsumer>(
    _ source: ByteSource, _ dialect: Dialect, progress: ((Int, Int) -> Void)?,
    consumer make: () -> Consumer
  ) -> Outcome<Consumer> {
    let consumer = make()
    let stream =
      dialect.encoding.isUTF16
      ? UTF16Text(source: source, encoding: dialect.encoding, mark: dialect.mark) : nil
    if let stream, dialect.dataStart > 0 {
      let header = UnsafeMutableRawBufferPointer.allocate(
        byteCount: dialect.dataStart, alignment: 1)
      _ = unsafe stream.read(into: header)
      unsafe header.deallocate()
    }
    var done = dialect.dataStart
    let reader = BlockReader()
    reader.countsFields = dialect.isSheet
    let end = unsafe reader.scan(
      dialect.dataStart..<(stream == nil ? source.size : Int.max), segment: 0,
      delimiter: dialect.delimiter, lineEnd: dialect.lineEnd,
      text: { buffer, offset in
        if let stream { return unsafe stream.read(into: buffer) }
        return unsafe source.read(into: buffer, at: offset)
      }, to: consumer,
      advanced: {
        done += $0
        progress?(min(done, source.size), source.size)
      })
    var trouble = end.trouble
    if trouble == nil, stream?.isBroken == true {
      trouble = (.invalidEncoding, RowPlace(segment: 0, line: end.lines, column: 1))
    }
    return Outcome(
      consumers: [consumer], linesBefore: [dialect.headerLines], trouble: trouble)
  }

  /// Stretches begin at the first line end after their bound, as if no quote were open there. That
  /// is checked afterwards: each must begin where the one before it ended, the first being right.
  ///
  /// - Returns: nil where a line end within quotes deceived, or the text is broken: then only the
  ///   order of the file tells.
  private static func inParallel<Consumer: RowConsumer>(
    _ source: ByteSource, _ dialect: Dialect, threads: Int, segmentSize: Int,
    progress: ((Int, Int) -> Void)?, consumer make: () -> Consumer
  ) -> Outcome<Consumer>? {
    let bounds = Array(stride(from: dialect.dataStart, to: source.size, by: segmentSize))
    // Each worker touches only its own consumer, and `progress` is called by the first alone.
    nonisolated(unsafe) let consumers = (0..<threads).map { _ in make() }
    nonisolated(unsafe) let progress = progress
    let next = Atomic<Int>(0)
    let shared = Mutex<Shared>(Shared(count: bounds.count))
    DispatchQueue.concurrentPerform(iterations: threads) { worker in
      let reader = BlockReader()
      while true {
        let segment = next.add(1, ordering: .relaxed).oldValue
        guard segment < bounds.count, shared.withLock({ !$0.isDeceived }) else { return }
        let bound = segment + 1 < bounds.count ? bounds[segment + 1] : source.size
        let start =
          segment == 0 ? bounds[0] : firstRow(from: bounds[segment], in: source, dialect)
        guard let start else {
          shared.withLock { $0.isDeceived = true }
          return
        }
        let end = unsafe reader.scan(
          min(start, bound)..<bound, segment: segment, delimiter: dialect.delimiter,
          lineEnd: dialect.lineEnd,
          text: { buffer, offset in unsafe source.read(into: buffer, at: offset) },
          to: consumers[worker], advanced: { _ in })
        let finished: Int = shared.withLock {
          $0.starts[segment] = start
          $0.ends[segment] = max(end.next, start)
          $0.lines[segment] = end.lines
          if end.trouble != nil || end.wasStopped { $0.isDeceived = true }
          $0.done += bound - bounds[segment]
          return $0.done
        }
        if worker == 0 { unsafe progress?(finished, source.size) }
      }
    }
    let result = shared.withLock { $0 }
    if result.isDeceived { return nil }
    for segment in 1..<bounds.count where result.starts[segment] != result.ends[segment - 1] {
      return nil
    }
    var linesBefore: [Int] = []
    var lines = dialect.headerLines
    for count in result.lines {
      linesBefore.append(lines)
      lines += count
    }
    return unsafe Outcome(consumers: consumers, linesBefore: linesBefore, trouble: nil)
  }

  private struct Shared: Sendable {
    var starts: [Int]
    var ends: [Int]
    var lines: [Int]
    var done = 0
    var isDeceived = false

    init(count: Int) {
      starts = Array(repeating: 0, count: count)
      ends = starts
      lines = starts
    }
  }

  /// The first byte after the first line end at or after the byte before `bound`; nil where there
  /// is none within the longest row.
  private static func firstRow(
    from bound: Int, in source: ByteSource, _ dialect: Dialect
  ) -> Int? {
    var offset = bound - 1
    var block = [UInt8](repeating: 0, count: 4096)
    while offset - bound < BlockReader.longestRow {
      let got = unsafe block.withUnsafeMutableBytes { unsafe source.read(into: $0, at: offset) }
      guard let got, got > 0 else { return got == nil ? nil : source.size }
      if let found = block[..<got].firstIndex(of: dialect.lineEnd) { return offset + found + 1 }
      offset += got
    }
    return nil
  }
}
