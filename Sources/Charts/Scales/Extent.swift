/// The smallest and the largest of the values seen; zero belongs to it.
struct Extent {
  private(set) var low = 0.0
  private(set) var high = 0.0
  private(set) var isEmpty = true

  @inline(__always)
  mutating func include(_ value: Double) {
    isEmpty = false
    if value < low { low = value }
    if value > high { high = value }
  }

  mutating func include(_ value: Double?) {
    if let value { include(value) }
  }
}
