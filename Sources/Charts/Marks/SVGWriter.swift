/// A growing run of UTF-8 bytes, and how numbers and text are put into it.
///
/// All unsafe code of this room is here. Bounds: every write first makes room for the bytes that
/// it adds (`room`), so `count <= capacity` always holds, and nothing is read beyond `count`.
@safe
struct SVGWriter: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 8_192) {
    self.capacity = max(64, capacity)
    unsafe base = UnsafeMutablePointer<UInt8>.allocate(capacity: self.capacity)
  }

  deinit { unsafe base.deallocate() }

  /// Three runs of bytes, one after the other.
  static func joined(
    _ head: borrowing SVGWriter, _ body: borrowing SVGWriter, _ foot: StaticString
  ) -> [UInt8] {
    let count = head.count + body.count + foot.utf8CodeUnitCount
    return unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      guard let start = buffer.baseAddress else { return }
      unsafe start.initialize(from: head.base, count: head.count)
      let middle = unsafe start + head.count
      unsafe middle.initialize(from: body.base, count: body.count)
      unsafe (middle + body.count).initialize(
        from: foot.utf8Start, count: foot.utf8CodeUnitCount)
      initialized = count
    }
  }

  func string() -> String {
    unsafe String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self)
  }

  mutating func removeAll() { count = 0 }

  /// Whether a full stop and a space were put last.
  var endsSentence: Bool {
    unsafe count > 1 && base[count - 1] == 0x20 && base[count - 2] == UInt8(ascii: ".")
  }

  @inline(__always)
  private mutating func room(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    unsafe larger.initialize(from: base, count: count)
    unsafe base.deallocate()
    unsafe base = larger
  }

  /// Mark-up written in this room.
  @inline(__always)
  mutating func put(_ markup: StaticString) {
    let length = markup.utf8CodeUnitCount
    room(length)
    unsafe (base + count).initialize(from: markup.utf8Start, count: length)
    count += length
  }

  @inline(__always)
  mutating func put(byte: UInt8) {
    room(1)
    unsafe base[count] = byte
    count += 1
  }

  mutating func put(bytes: ArraySlice<UInt8>) {
    room(bytes.count)
    unsafe bytes.withUnsafeBufferPointer { bytes in
      guard let start = bytes.baseAddress else { return }
      unsafe (base + count).initialize(from: start, count: bytes.count)
      count += bytes.count
    }
  }

  /// Text as it stands: ids, classes, and prose that is not yet mark-up.
  mutating func put(raw text: String) {
    var text = text
    text.withUTF8 { bytes in
      room(bytes.count)
      if let start = bytes.baseAddress {
        unsafe (base + count).initialize(from: start, count: bytes.count)
      }
      count += bytes.count
    }
  }

  /// Text as an element or an attribute holds it: escaped, without what XML forbids, and without
  /// characters that would turn the direction of what follows.
  mutating func put(text: String) {
    var text = text
    text.withUTF8 { bytes in
      // The longest escape, `&quot;`, is six bytes for one.
      room(bytes.count * 6)
      guard let start = bytes.baseAddress else { return }
      var (from, end) = unsafe (start, start + bytes.count)
      var to = unsafe base + count
      while unsafe from < end {
        let byte = unsafe from.pointee
        if Self.isPlain(byte) {
          unsafe to.pointee = byte
          unsafe to += 1
          unsafe from += 1
          continue
        }
        unsafe count = to - base
        unsafe from += putUnusual(from, before: end)
        unsafe to = base + count
      }
      unsafe count = to - base
    }
  }

  /// Whether a byte stands for itself wherever it is: all but mark-up, controls, and the first
  /// bytes of what may have to go.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte & 0xFB != 0x22 && byte & 0xFD != 0x3C && byte != 0x7F && byte != 0xE2
      && byte != 0xEF
  }

  /// Room for the longest escape is there.
  ///
  /// - Returns: how many bytes of the text it was.
  private mutating func putUnusual(
    _ from: UnsafePointer<UInt8>, before end: UnsafePointer<UInt8>
  ) -> Int {
    let byte = unsafe from.pointee
    switch byte {
    case UInt8(ascii: "&"): put("&amp;")
    case UInt8(ascii: "<"): put("&lt;")
    case UInt8(ascii: ">"): put("&gt;")
    case UInt8(ascii: "\""): put("&quot;")
    case 0x09, 0x0A, 0x0D: put(byte: 0x20)
    case 0..<0x20, 0x7F: break
    case 0xE2 where unsafe end - from > 2 && Self.turnsDirection(from[1], from[2]): return 3
    case 0xEF where unsafe end - from > 2 && from[1] == 0xBF && from[2] >= 0xBE: return 3
    default: put(byte: byte)
    }
    return 1
  }

  /// Whether a text may hold letters that run from right to left: U+0590 and beyond begin with
  /// bytes from 0xD6 on.
  static func mayTurn(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      for index in bytes.indices where unsafe bytes[index] >= 0xD6 { return true }
      return false
    }
  }

  /// U+202A…U+202E and U+2066…U+2069, after their first byte.
  @inline(__always)
  private static func turnsDirection(_ second: UInt8, _ third: UInt8) -> Bool {
    (second == 0x80 && (0xAA...0xAE).contains(third))
      || (second == 0x81 && (0xA6...0xA9).contains(third))
  }

  /// A length in tenths of a pixel: `123` is written `12.3`.
  @inline(__always)
  mutating func put(tenths: Int) {
    room(Self.longest)
    unsafe count = Self.write(tenths: tenths, at: base + count) - base
  }

  /// `<text x= y=>`, open.
  @inline(__always)
  mutating func openText(_ x: Int, _ y: Int) {
    room(2 * Self.longest + 24)
    var place = unsafe Self.write("<text x=\"", at: base + count)
    unsafe place = Self.write(tenths: x, at: place)
    unsafe place = Self.write("\" y=\"", at: place)
    unsafe place = Self.write(tenths: y, at: place)
    unsafe place = Self.write("\">", at: place)
    unsafe count = place - base
  }

  /// A closed box, part of a path.
  mutating func box(_ x: Int, _ y: Int, _ width: Int, _ height: Int) {
    room(5 * Self.longest + 8)
    var place = unsafe Self.write("M", at: base + count)
    unsafe place = Self.write(tenths: x, at: place)
    unsafe place = Self.write(" ", at: place)
    unsafe place = Self.write(tenths: y, at: place)
    unsafe place = Self.write("h", at: place)
    unsafe place = Self.write(tenths: width, at: place)
    unsafe place = Self.write("v", at: place)
    unsafe place = Self.write(tenths: height, at: place)
    unsafe place = Self.write("h", at: place)
    unsafe place = Self.write(tenths: -width, at: place)
    unsafe place = Self.write("z", at: place)
    unsafe count = place - base
  }

  /// A command of a path and its place: `M12 3.5`.
  @inline(__always)
  mutating func putPoint(_ command: StaticString, _ x: Int, _ y: Int) {
    room(2 * Self.longest + 4)
    var place = unsafe Self.write(command, at: base + count)
    unsafe place = Self.write(tenths: x, at: place)
    unsafe place = Self.write(" ", at: place)
    unsafe place = Self.write(tenths: y, at: place)
    unsafe count = place - base
  }

  /// The most bytes that `write(tenths:)` touches.
  private static let longest = 16

  /// Mark-up whose room is there.
  ///
  /// - Returns: the place after it.
  @inline(__always)
  private static func write(_ markup: StaticString, at place: UnsafeMutablePointer<UInt8>)
    -> UnsafeMutablePointer<UInt8>
  {
    unsafe place.initialize(from: markup.utf8Start, count: markup.utf8CodeUnitCount)
    return unsafe place + markup.utf8CodeUnitCount
  }

  /// Nearly all lengths have up to three digits before the point: these are set without a branch,
  /// since which of them a length has cannot be foreseen.
  ///
  /// - Returns: the place after it.
  @inline(__always)
  private static func write(tenths: Int, at start: UnsafeMutablePointer<UInt8>)
    -> UnsafeMutablePointer<UInt8>
  {
    let size = UInt32(truncatingIfNeeded: tenths.magnitude)
    let (whole, tenth) = (size / 10, size % 10)
    unsafe start.pointee = UInt8(ascii: "-")
    var place = unsafe start + (tenths < 0 ? 1 : 0)
    if whole < 1_000 {
      unsafe place = write(small: whole, at: place)
    } else {
      unsafe place = write(large: whole, at: place)
    }
    // A point and a digit, which count only where the digit is not 0.
    unsafe place[0] = UInt8(ascii: ".")
    unsafe place[1] = UInt8(truncatingIfNeeded: 0x30 + tenth)
    return unsafe place + (tenth == 0 ? 0 : 2)
  }

  /// Up to three digits; four bytes are touched.
  @inline(__always)
  private static func write(small number: UInt32, at place: UnsafeMutablePointer<UInt8>)
    -> UnsafeMutablePointer<UInt8>
  {
    let digits =
      (number / 100) | (number / 10 % 10) << 8 | (number % 10) << 16 | 0x0030_3030
    let absent: UInt32 = (number < 10 ? 1 : 0) + (number < 100 ? 1 : 0)
    unsafe UnsafeMutableRawPointer(place).storeBytes(
      of: (digits &>> (absent &* 8)).littleEndian, as: UInt32.self)
    return unsafe place + Int(3 - absent)
  }

  @inline(never)
  private static func write(large number: UInt32, at place: UnsafeMutablePointer<UInt8>)
    -> UnsafeMutablePointer<UInt8>
  {
    var divisor: UInt32 = 1_000
    while number / divisor >= 10 { divisor *= 10 }
    var place = unsafe place
    while divisor > 0 {
      unsafe place.pointee = UInt8(truncatingIfNeeded: 0x30 + number / divisor % 10)
      unsafe place += 1
      divisor /= 10
    }
    return unsafe place
  }

  mutating func put(count number: Int) {
    if number < 0 { put(byte: UInt8(ascii: "-")) }
    put(magnitude: number.magnitude)
  }

  mutating func put(magnitude: UInt) {
    room(20)
    if magnitude < 1_000 {
      unsafe count =
        Self.write(small: UInt32(truncatingIfNeeded: magnitude), at: base + count) - base
      return
    }
    var divisor: UInt = 1
    while magnitude / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      put(byte: UInt8(ascii: "0") + UInt8(magnitude / divisor % 10))
      divisor /= 10
    }
  }
}
