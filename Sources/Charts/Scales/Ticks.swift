/// Nice numbers that label an axis.
///
/// The search of Talbot, Lin & Hanrahan, “An Extension of Wilkinson’s Algorithm for Positioning
/// Tick Labels on Axes” (2010), §4, with their weights; legibility is left to the layout, which
/// asks for few.
struct Ticks: Equatable {
  /// The first tick is `start` × 10^`exponent`, tenths of a step apart: whole numbers keep every
  /// label exact.
  let first: Int
  /// In the same unit.
  let step: Int
  let count: Int
  let exponent: Int

  func value(_ index: Int) -> Double { Self.scaled(first + index * step, exponent) }

  /// The tick as an exact decimal, of no more decimals than it needs.
  func quantity(_ index: Int) -> (units: Int, decimals: Int)? {
    let units = first + index * step
    guard exponent >= 0 else { return (units, -exponent) }
    var result = units
    for _ in 0..<exponent {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      result = product
    }
    return (result, 0)
  }

  /// - Parameters:
  ///   - wanted: about how many; more or fewer where they are nicer.
  ///   - whole: for counts, whole numbers only.
  ///   - loosely: no tick lies inside the first and the last value (`only.loose` of the authors’
  ///     package): nothing is drawn beyond the axis.
  static func covering(
    low: Double, high: Double, wanted: Int, whole: Bool = false, loosely: Bool = false
  ) -> Ticks? {
    guard low.isFinite, high.isFinite, high > low, (high - low).isFinite, wanted > 1 else {
      return nil
    }
    var search = TickSearch(low: low, high: high, wanted: wanted, whole: whole, loose: loosely)
    search.run()
    return search.best
  }

  /// Zeros at the end of every label taken into the exponent.
  func simplified() -> Ticks {
    var ticks = self
    while ticks.first % 10 == 0, ticks.step % 10 == 0 {
      ticks = Ticks(
        first: ticks.first / 10, step: ticks.step / 10, count: count, exponent: ticks.exponent + 1)
    }
    return ticks
  }

  static func scaled(_ units: Int, _ exponent: Int) -> Double {
    var value = Double(units)
    if exponent >= 0 {
      for _ in 0..<exponent { value *= 10 }
    } else {
      var divisor = 1.0
      for _ in 0..<(-exponent) { divisor *= 10 }
      value /= divisor
    }
    return value
  }
}
