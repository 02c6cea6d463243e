import Publication

/// Up to four classes between nice numbers, from published values only.
struct Shades {
  /// Where each class begins.
  let bounds: [Quantity]
  /// Whether some values lie below zero, so that zero is one among others.
  let hasNegative: Bool
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
    if let ticks = Ticks.covering(low: extent.low, high: extent.high, wanted: 4, whole: whole) {
      // The first class takes what lies below the second tick, the last all that is above.
      for index in 0..<ticks.count where bounds.count < 4 {
        guard let tick = ticks.quantity(index), ticks.value(index) < extent.high || bounds.isEmpty
        else { continue }
        bounds.append(Quantity(tick.units, decimals: tick.decimals))
        starts.append(ticks.value(index))
      }
      if let first = starts.first, extent.low < first {
        // Below the first tick there is no nice number: values there take the first class.
        starts[0] = extent.low
      }
    }
    self.bounds = bounds
    self.starts = starts
  }

  /// 0 for the lightest.
  func shade(of value: Double) -> Int { max(0, (starts.lastIndex { $0 <= value }) ?? 0) }
}
