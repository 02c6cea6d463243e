/// Counts and sums by a whole-number key: an array where keys are small, else open addressing.
///
/// The owner deallocates it. Each group has `stride` whole numbers, zero at first.
///
/// Bounds: in an array, keys lie in 0 ..< capacity, which the maker of keys guarantees.
@safe struct GroupTable {
  let stride: Int
  private var values: UnsafeMutablePointer<Int>
  /// −1 where free; nil in an array.
  private var keys: UnsafeMutablePointer<Int>?
  private var capacity: Int
  private var count = 0

  /// The largest array: 65,536 groups, 1 MiB with one sum.
  static let largestArray = 1 << 16

  /// - Parameter bound: keys are below it.
  init(below bound: Int, stride: Int) {
    self.stride = stride
    let isArray = bound <= Self.largestArray
    capacity = isArray ? max(bound, 1) : 1 << 12
    unsafe values = Self.zeros(capacity * stride)
    unsafe keys = isArray ? nil : Self.free(capacity)
  }

  func deallocate() {
    unsafe values.deallocate()
    unsafe keys?.deallocate()
  }

  private static func zeros(_ count: Int) -> UnsafeMutablePointer<Int> {
    let values = UnsafeMutablePointer<Int>.allocate(capacity: count)
    unsafe values.initialize(repeating: 0, count: count)
    return unsafe values
  }

  private static func free(_ count: Int) -> UnsafeMutablePointer<Int> {
    let keys = UnsafeMutablePointer<Int>.allocate(capacity: count)
    unsafe keys.initialize(repeating: -1, count: count)
    return unsafe keys
  }

  /// The numbers of a group, which is there from now on.
  @inline(__always)
  mutating func group(_ key: Int) -> UnsafeMutablePointer<Int> {
    if unsafe keys == nil { return unsafe values + key &* stride }
    return unsafe probed(key)
  }

  private mutating func probed(_ key: Int) -> UnsafeMutablePointer<Int> {
    if count * 2 >= capacity { grow() }
    guard let keys = unsafe keys else { return unsafe values }
    var index = slot(of: key)
    while unsafe keys[index] != key {
      if unsafe keys[index] < 0 {
        unsafe keys[index] = key
        count += 1
        break
      }
      index = (index + 1) & (capacity - 1)
    }
    return unsafe values + index * stride
  }

  private func slot(of key: Int) -> Int {
    let mixed = UInt64(bitPattern: Int64(key)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: (mixed ^ (mixed >> 32))) & (capacity - 1)
  }

  private mutating func grow() {
    guard let oldKeys = unsafe keys else { return }
    let oldValues = unsafe values
    let oldCapacity = capacity
    capacity *= 4
    let newKeys = unsafe Self.free(capacity)
    unsafe keys = newKeys
    unsafe values = Self.zeros(capacity * stride)
    for old in 0..<oldCapacity where unsafe oldKeys[old] >= 0 {
      var index = unsafe slot(of: oldKeys[old])
      while unsafe newKeys[index] >= 0 { index = (index + 1) & (capacity - 1) }
      unsafe newKeys[index] = oldKeys[old]
      for offset in 0..<stride {
        unsafe values[index * stride + offset] = oldValues[old * stride + offset]
      }
    }
    unsafe oldKeys.deallocate()
    unsafe oldValues.deallocate()
  }

  /// Every group whose first number, the count of rows, is not zero; in no order.
  func forEachGroup(_ body: (Int, UnsafeMutablePointer<Int>) -> Void) {
    for index in 0..<capacity {
      let group = unsafe values + index * stride
      if unsafe group[0] == 0 { continue }
      unsafe body(keys.map { unsafe $0[index] } ?? index, group)
    }
  }
}
