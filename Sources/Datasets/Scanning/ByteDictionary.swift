/// Codes of the byte strings that a column has: open addressing, compared exactly.
///
/// The owner deallocates it. Keys are the raw bytes of fields, quotes included, so that the way to
/// a known category is one hash; what the bytes mean is settled once, when they are first met.
///
/// Bounds: a lookup reads up to 16 bytes from the start of a field whatever its length, so that
/// fields must lie in a buffer with at least 16 readable bytes after them (`BlockReader` pads).
@safe struct ByteDictionary {
  /// What a lookup answers where the bytes are not known.
  static let unknown = Int32.min

  @safe private struct Slot {
    var low: UInt64
    var high: UInt64
    /// −1 where the slot is free.
    var length: Int32
    var code: Int32
    /// A copy of the bytes after the sixteenth.
    var tail: UnsafeMutablePointer<UInt8>?
  }

  private var slots: UnsafeMutablePointer<Slot>
  private var shift: UInt64
  private(set) var count = 0

  init() {
    unsafe slots = Self.free(64)
    shift = 58
  }

  func deallocate() {
    for index in 0..<capacity { unsafe slots[index].tail?.deallocate() }
    unsafe slots.deallocate()
  }

  private var capacity: Int { 1 << (64 - Int(shift)) }

  private static func free(_ capacity: Int) -> UnsafeMutablePointer<Slot> {
    let slots = UnsafeMutablePointer<Slot>.allocate(capacity: capacity)
    unsafe slots.initialize(
      repeating: Slot(low: 0, high: 0, length: -1, code: 0, tail: nil), count: capacity)
    return unsafe slots
  }

  /// The code of a field, `unknown` where it has none yet.
  @inline(__always)
  func code(of field: UnsafePointer<UInt8>, length: Int) -> Int32 {
    let (low, high) = unsafe Self.words(of: field, length: length)
    var index = unsafe Self.hash(low, high, length, field) >> shift
    let mask = UInt64(capacity - 1)
    while true {
      let slot = unsafe slots[Int(truncatingIfNeeded: index)]
      if slot.low == low && slot.high == high
        && slot.length == Int32(truncatingIfNeeded: length)
      {
        if length <= 16 { return slot.code }
        if unsafe Self.equal(slot.tail, field + 16, length - 16) { return slot.code }
      } else if slot.length < 0 {
        return Self.unknown
      }
      index = (index &+ 1) & mask
    }
  }

  /// Remembers a field that is not known.
  mutating func insert(_ field: UnsafePointer<UInt8>, length: Int, code: Int32) {
    if count * 4 >= capacity { grow() }
    let (low, high) = unsafe Self.words(of: field, length: length)
    var tail: UnsafeMutablePointer<UInt8>?
    if length > 16 {
      let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: length - 16)
      unsafe copy.initialize(from: field + 16, count: length - 16)
      unsafe tail = copy
    }
    let hash = unsafe Self.hash(low, high, length, field)
    unsafe place(
      Slot(low: low, high: high, length: Int32(length), code: code, tail: tail), hash: hash)
    count += 1
  }

  private func place(_ slot: Slot, hash: UInt64) {
    var index = hash >> shift
    while unsafe slots[Int(index)].length >= 0 { index = (index + 1) & UInt64(capacity - 1) }
    unsafe slots[Int(index)] = slot
  }

  private mutating func grow() {
    let old = unsafe slots
    let oldCapacity = capacity
    shift -= 2
    unsafe slots = Self.free(capacity)
    for index in 0..<oldCapacity where unsafe old[index].length >= 0 {
      let slot = unsafe old[index]
      var hash = Self.mix(slot.low, slot.high, Int(slot.length))
      if let tail = unsafe slot.tail {
        hash = unsafe Self.absorb(tail, Int(slot.length) - 16, into: hash)
      }
      place(slot, hash: hash)
    }
    unsafe old.deallocate()
  }

  @inline(__always)
  private static func words(
    of field: UnsafePointer<UInt8>, length: Int
  ) -> (UInt64, UInt64) {
    let raw = unsafe UnsafeRawPointer(field)
    let low = unsafe UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
    if length <= 8 { return (low & mask(length), 0) }
    let high = unsafe UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    return (low, high & mask(min(length - 8, 8)))
  }

  /// The low `length` bytes of a word, 0 to 8.
  @inline(__always)
  private static func mask(_ length: Int) -> UInt64 {
    length == 0 ? 0 : UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- length &* 8)
  }

  @inline(__always)
  private static func hash(
    _ low: UInt64, _ high: UInt64, _ length: Int, _ field: UnsafePointer<UInt8>
  ) -> UInt64 {
    let hash = mix(low, high, length)
    return length <= 16 ? hash : unsafe absorb(field + 16, length - 16, into: hash)
  }

  @inline(__always)
  private static func mix(_ low: UInt64, _ high: UInt64, _ length: Int) -> UInt64 {
    let folded =
      low ^ (high &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(truncatingIfNeeded: length)
    return (folded ^ (folded &>> 29)) &* 0xBF58_476D_1CE4_E5B9
  }

  private static func absorb(
    _ bytes: UnsafePointer<UInt8>, _ count: Int, into hash: UInt64
  ) -> UInt64 {
    var hash = hash
    for index in 0..<count {
      hash = unsafe (hash ^ UInt64(bytes[index])) &* 0x0000_0100_0000_01B3
    }
    return hash &* 0x9E37_79B9_7F4A_7C15
  }

  private static func equal(
    _ one: UnsafeMutablePointer<UInt8>?, _ other: UnsafePointer<UInt8>, _ count: Int
  ) -> Bool {
    guard let one = unsafe one else { return false }
    for index in 0..<count where unsafe one[index] != other[index] { return false }
    return true
  }
}
