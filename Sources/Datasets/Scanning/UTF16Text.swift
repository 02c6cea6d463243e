/// A UTF-16 file as a stream of UTF-8, a block at a time.
final class UTF16Text {
  private let source: ByteSource
  private let isBigEndian: Bool
  private var offset: Int
  private var high: UInt16?
  private var pending: [UInt8] = []
  private(set) var isBroken = false

  init(source: ByteSource, encoding: TextEncoding, mark: Int) {
    self.source = source
    isBigEndian = encoding == .utf16BigEndian
    offset = mark
  }

  /// Fills a buffer with the next bytes of the stream; fewer only at its end.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    var filled = 0
    while filled < buffer.count {
      if pending.isEmpty {
        guard decodeBlock() else { return nil }
        if pending.isEmpty { break }
      }
      let take = min(pending.count, buffer.count - filled)
      for index in 0..<take { unsafe buffer[filled + index] = pending[index] }
      pending.removeFirst(take)
      filled += take
    }
    return filled
  }

  private func decodeBlock() -> Bool {
    var block = [UInt8](repeating: 0, count: 1 << 16)
    let got = unsafe block.withUnsafeMutableBytes { unsafe source.read(into: $0, at: offset) }
    guard let got else { return false }
    offset += got
    if got % 2 != 0 { isBroken = true }
    pending.reserveCapacity(got * 2)
    for index in stride(from: 0, to: got - 1, by: 2) {
      let one = UInt16(block[index])
      let two = UInt16(block[index + 1])
      take(isBigEndian ? one << 8 | two : two << 8 | one)
    }
    if got < block.count, high != nil { isBroken = true }
    return true
  }

  private func take(_ unit: UInt16) {
    var value = UInt32(unit)
    if let high {
      self.high = nil
      guard UTF16.isTrailSurrogate(unit) else {
        isBroken = true
        return
      }
      value = 0x1_0000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
    } else if UTF16.isLeadSurrogate(unit) {
      high = unit
      return
    }
    guard let scalar = Unicode.Scalar(value) else {
      isBroken = true
      return
    }
    pending.append(contentsOf: UTF8.encode(scalar)?.map { $0 } ?? [])
  }
}
