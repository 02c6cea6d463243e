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

  /// The bytes so far; the writer goes on.
  func bytes() -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      if let start = buffer.baseAddress { unsafe start.initialize(from: base, count: count) }
      initialized = count
    }
  }

  func string() -> String {
    unsafe String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self)
  }

  mutating func removeAll() { count = 0 }

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

  mutating func put(_ other: borrowing SVGWriter) {
    room(other.count)
    unsafe (base + count).initialize(from: other.base, count: other.count)
    count += other.count
  }

  mutating func put(bytes: ArraySlice<UInt8>) {
    room(bytes.count)
    for byte in bytes { put(byte: byte) }
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
      var index = 0
      while index < bytes.count {
        let byte = unsafe bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "&"): put("&amp;")
        case UInt8(ascii: "<"): put("&lt;")
        case UInt8(ascii: ">"): put("&gt;")
        case UInt8(ascii: "\""): put("&quot;")
        case 0x09, 0x0A, 0x0D: put(byte: 0x20)
        case 0..<0x20, 0x7F: break
        case 0xE2 where index + 1 < bytes.count:
          if unsafe Self.turnsDirection(bytes[index], bytes[index + 1]) {
            index += 2
          } else {
            put(byte: byte)
          }
        case 0xEF where index + 1 < bytes.count:
          if unsafe bytes[index] == 0xBF && bytes[index + 1] >= 0xBE {
            index += 2
          } else {
            put(byte: byte)
          }
        default: put(byte: byte)
        }
      }
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
    if tenths < 0 { put(byte: UInt8(ascii: "-")) }
    let size = Int(tenths.magnitude & 0xFFFF_FFFF)
    let (whole, tenth) = (size / 10, size % 10)
    if whole < 10 {
      put(byte: UInt8(ascii: "0") + UInt8(whole))
    } else if whole < 100 {
      put(byte: UInt8(ascii: "0") + UInt8(whole / 10))
      put(byte: UInt8(ascii: "0") + UInt8(whole % 10))
    } else {
      put(magnitude: UInt(whole))
    }
    if tenth != 0 {
      put(byte: UInt8(ascii: "."))
      put(byte: UInt8(ascii: "0") + UInt8(tenth))
    }
  }

  mutating func put(count number: Int) {
    if number < 0 { put(byte: UInt8(ascii: "-")) }
    put(magnitude: number.magnitude)
  }

  mutating func put(magnitude: UInt) {
    room(20)
    if magnitude < 1_000 {
      // Nearly all: divisions by constants are multiplications.
      let zero = UInt8(ascii: "0")
      let small = UInt32(truncatingIfNeeded: magnitude)
      if small >= 100 { put(byte: zero + UInt8(truncatingIfNeeded: small / 100)) }
      if small >= 10 { put(byte: zero + UInt8(truncatingIfNeeded: small / 10 % 10)) }
      return put(byte: zero + UInt8(truncatingIfNeeded: small % 10))
    }
    var divisor: UInt = 1
    while magnitude / divisor >= 10 { divisor *= 10 }
    while divisor > 0 {
      put(byte: UInt8(ascii: "0") + UInt8(magnitude / divisor % 10))
      divisor /= 10
    }
  }
}
