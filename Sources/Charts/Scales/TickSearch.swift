/// The search itself: steps from simple to odd, each abandoned as soon as the best score that it
/// could still reach is no better than what was found.
struct TickSearch {
  let low: Double
  let high: Double
  let wanted: Int
  let whole: Bool
  /// The first tick at or below `low`, the last at or above `high`.
  let loose: Bool
  private(set) var best: Ticks?
  private var bestScore = -2.0
  /// How far a value may lie beyond the outer ticks.
  private let slack: Double

  init(low: Double, high: Double, wanted: Int, whole: Bool, loose: Bool) {
    self.low = low
    self.high = high
    self.wanted = wanted
    self.whole = whole
    self.loose = loose
    slack = loose ? (high - low) * 1e-9 : .infinity
  }

  /// Nice step bases in tenths, best first: 1, 5, 2, 2.5, 4, 3.
  private static func base(_ rank: Int) -> Int {
    switch rank {
    case 0: 10
    case 1: 50
    case 2: 20
    case 3: 25
    case 4: 40
    default: 30
    }
  }

  mutating func run() {
    for skip in 1...6 {
      for rank in 0..<6 {
        let simplest = 2 - Double(rank) / 5 - Double(skip)
        guard Self.score(simplest, 1, 1) >= bestScore else { return }
        tryCounts(skip: skip, base: Self.base(rank), simplest: simplest)
      }
    }
  }

  private mutating func tryCounts(skip: Int, base: Int, simplest: Double) {
    for count in 2...20 {
      let densest = count < wanted ? 1 : 2 - Double(count - 1) / Double(wanted - 1)
      guard Self.score(simplest, 1, densest) >= bestScore else { return }
      let delta = (high - low) / Double(count + 1) / Double(skip) / (Double(base) / 10)
      var power = Self.exponent(of: delta)
      while power < 306 {
        let step = Ticks.scaled(skip * base, power - 1)
        let widest = coverageLimit(span: step * Double(count - 1))
        guard Self.score(simplest, widest, densest) >= bestScore else { break }
        tryStarts(
          skip: skip, base: base, count: count, power: power, step: step, simplest: simplest)
        power += 1
      }
    }
  }

  private mutating func tryStarts(
    skip: Int, base: Int, count: Int, power: Int, step: Double, simplest: Double
  ) {
    if whole, step < 1 || (power < 1 && (power < 0 || base % 10 != 0)) { return }
    let first = (high / step).rounded(.down) - Double(count - 1)
    let last = (low / step).rounded(.up)
    guard first <= last, first.magnitude < 1e9, last.magnitude < 1e9 else { return }
    for start in Int(first) * skip...Int(last) * skip {
      let begin = Ticks.scaled(start * base, power - 1)
      let end = begin + step * Double(count - 1)
      guard begin <= low + slack, end >= high - slack else { continue }
      let hasZero = start % skip == 0 && start <= 0 && start + skip * (count - 1) >= 0
      let total = Self.score(
        hasZero ? simplest : simplest - 1, coverage(begin, end), density(count, begin, end))
      if total > bestScore {
        bestScore = total
        best = Ticks(first: start * base, step: skip * base, count: count, exponent: power - 1)
          .simplified()
      }
    }
  }

  private static func score(_ simplicity: Double, _ coverage: Double, _ density: Double) -> Double {
    0.25 * simplicity + 0.2 * coverage + 0.5 * density + 0.05
  }

  private func density(_ count: Int, _ begin: Double, _ end: Double) -> Double {
    let rate = Double(count - 1) / (end - begin)
    let aim = Double(wanted - 1) / (max(end, high) - min(begin, low))
    return 2 - max(rate / aim, aim / rate)
  }

  private func coverage(_ begin: Double, _ end: Double) -> Double {
    let range = 0.1 * (high - low)
    let (over, under) = (high - end, low - begin)
    return 1 - 0.5 * (over * over + under * under) / (range * range)
  }

  private func coverageLimit(span: Double) -> Double {
    let range = high - low
    guard span > range else { return 1 }
    let half = (span - range) / 2
    return 1 - half * half / (0.01 * range * range)
  }

  /// The power of ten at or above a positive number.
  private static func exponent(of number: Double) -> Int {
    var (power, bound) = (0, 1.0)
    while bound < number, power < 308 {
      bound *= 10
      power += 1
    }
    while bound / 10 >= number, power > -300 {
      bound /= 10
      power -= 1
    }
    return power
  }
}
