import Publication

/// Up to four classes between nice numbers, from published values only.
struct Shades {
  /// Where each class begins.
  let bounds: [Quantity]
  /// Whether some values lie below zero, so that zero is one among others.
  let hasNegative: Bool
  /// How many classes lie below zero.
  let below: Int
  private let starts: [Double]

  init(_ readings: [Reading]) {
    var extent = Extent()
    var whole = true
    for reading in readings {
      extent.include(reading.value)
      if let quantity = reading.quantity, quantity.decimals != 0 { whole = false }
    }
    hasNegative = extent.low < 0
    var bounds: [Quantity] = []
    var starts: [Double] = []
    // One value is no range: it is written, and needs no classes.
    let known = readings.compactMap(\.value)
    let isRange = known.contains { $0 != known[0] }
    if isRange,
      let ticks = Ticks.covering(
        low: extent.low, high: extent.high, wanted: 4, whole: whole,
        loosely: extent.low < 0)
    {
      // No value lies below the first tick; the last class takes all that is above.
      for index in 0..<ticks.count where bounds.count < 4 {
        guard let tick = ticks.quantity(index), ticks.value(index) < extent.high || bounds.isEmpty
        else { continue }
        bounds.append(Quantity(tick.units, decimals: tick.decimals))
        starts.append(ticks.value(index))
      }
    }
    below = bounds.count { $0.units < 0 }
    self.bounds = bounds
    self.starts = starts
  }

  /// 0 for the lightest.
  func shade(of value: Double) -> Int { max(0, (starts.lastIndex { $0 <= value }) ?? 0) }
}
