import Publication

/// The axis of values: its ticks, and the ends that the scale takes from them. No value lies beyond
/// the first or the last tick.
struct ValueAxis {
  let ticks: Ticks?
  let low: Double
  let high: Double
  /// Nothing is known that could stand on it: no tick, and no height to speak of.
  let isEmpty: Bool

  /// - Parameter whole: every value is a whole number.
  init(_ extent: Extent, wanted: Int, whole: Bool) {
    let high = extent.high > extent.low ? extent.high : 1
    let low = extent.high > extent.low ? extent.low : 0
    isEmpty = extent.isEmpty
    ticks =
      extent.isEmpty
      ? nil : Ticks.covering(low: low, high: high, wanted: wanted, whole: whole, loosely: true)
    if let ticks {
      self.low = min(low, ticks.value(0))
      self.high = max(high, ticks.value(ticks.count - 1))
    } else {
      self.low = low
      self.high = high
    }
  }

  /// The widest label, in tenths of a pixel.
  func labelWidth(_ drawing: borrowing Drawing) -> Int {
    guard let ticks else { return 0 }
    var widest = 0
    for index in 0..<ticks.count { widest = max(widest, drawing.tickWidth(ticks, index)) }
    return widest
  }
}

extension Drawing {
  /// Lines across the plot with their numbers at its left.
  mutating func horizontalGrid(
    _ axis: ValueAxis, _ scale: LinearScale, from left: Int, to right: Int
  ) {
    guard let ticks = axis.ticks else { return }
    out.put("<path class=\"grid\" d=\"")
    for index in 0..<ticks.count {
      out.move(left, scale.place(ticks.value(index)))
      out.horizontal(to: right)
    }
    out.put("\"/><g class=\"tick end\">")
    for index in 0..<ticks.count {
      out.openText(left - 60, scale.place(ticks.value(index)) + 40)
      tick(ticks, index)
      out.closeText()
    }
    out.put("</g>")
  }

  /// Lines up the plot, where `spans` are, with their numbers below it.
  mutating func verticalGrid(
    _ axis: ValueAxis, _ scale: LinearScale, along spans: [Range<Int>], to bottom: Int
  ) {
    guard let ticks = axis.ticks else { return }
    out.put("<path class=\"grid\" d=\"")
    for index in 0..<ticks.count {
      for span in spans {
        out.move(scale.place(ticks.value(index)), span.lowerBound)
        out.vertical(to: span.upperBound)
      }
    }
    out.put("\"/><g class=\"tick middle\">")
    for index in 0..<ticks.count {
      out.openText(scale.place(ticks.value(index)), bottom + 150)
      tick(ticks, index)
      out.closeText()
    }
    out.put("</g>")
  }

  /// The line of zero.
  mutating func zeroLine(horizontalAt y: Int, from left: Int, to right: Int) {
    out.put("<path class=\"axis\" d=\"")
    out.move(left, y)
    out.horizontal(to: right)
    out.put("\"/>")
  }

  mutating func zeroLine(verticalAt x: Int, along spans: [Range<Int>]) {
    out.put("<path class=\"axis\" d=\"")
    for span in spans {
      out.move(x, span.lowerBound)
      out.vertical(to: span.upperBound)
    }
    out.put("\"/>")
  }
}
