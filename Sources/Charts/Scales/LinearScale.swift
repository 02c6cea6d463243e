/// Values to places along an axis, in tenths of a pixel.
struct LinearScale {
  let low: Double
  let high: Double
  let start: Int
  let end: Int
  private let factor: Double

  init(low: Double, high: Double, start: Int, end: Int) {
    self.low = low
    self.high = high
    self.start = start
    self.end = end
    // Halves, because the distance of two huge numbers may have no value.
    let span = high / 2 - low / 2
    factor = span > 0 ? Double(end - start) / span : 0
  }

  @inline(__always)
  func place(_ value: Double) -> Int {
    let offset = (value / 2 - low / 2) * factor
    guard offset.magnitude < 1e6 else { return value < low ? start : end }
    return start + Int(offset.rounded())
  }
}

/// Equal bands side by side.
struct BandScale {
  let start: Int
  let step: Int
  /// The middle of all bands.
  let center: Int

  init(count: Int, start: Int, end: Int) {
    self.start = start
    center = (start + end) / 2
    step = count > 0 ? (end - start) / count : 0
  }

  @inline(__always)
  func middle(_ index: Int) -> Int { start + step * index + step / 2 }
}
