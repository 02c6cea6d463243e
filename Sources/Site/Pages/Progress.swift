import Partnership

/// Where an indicator stands on its way from baseline to target, by the method that the data page
/// publishes: the share of the way that is covered.
enum Progress: Sendable, Hashable, CaseIterable {
  case reached, near, onTheWay, atBaseline, behindBaseline

  /// - Returns: nil for an indicator that is read in context, or whose target is its baseline.
  init?(baseline: Double, target: Double, actual: Double, direction: Direction) {
    guard direction != .context, target != baseline, (target > baseline) == (direction == .up)
    else { return nil }
    let share = (actual - baseline) / (target - baseline)
    self =
      share >= 1
      ? .reached
      : share >= 0.9 ? .near : share > 0 ? .onTheWay : share == 0 ? .atBaseline : .behindBaseline
  }

  var word: Word {
    switch self {
    case .reached: .progressReached
    case .near: .progressNear
    case .onTheWay: .progressOnTheWay
    case .atBaseline: .progressAtBaseline
    case .behindBaseline: .progressBehind
    }
  }
}
