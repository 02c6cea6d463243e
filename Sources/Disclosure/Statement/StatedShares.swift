import Publication
import Synchronization

/// The percentages that a sentence may state of hidden figures, and whether one gives its figure away.
///
/// A hidden cell in percent of a published whole, and what it is more or less, in percent, than the year
/// before or after. A percentage is rounded: it tells that the cell lies between two counts. What that
/// tells is asked of the attacker.
final class StatedShares: Sendable {
  /// A hidden cell beside a published figure of the same table.
  fileprivate struct Pair {
    let cell: Int
    let hidden: Int
    let beside: Int
    let relation: Relation
  }
  private struct Question: Hashable {
    let series: String
    let percent: Quantity
  }
  fileprivate enum Relation {
    /// The hidden cell in percent of the other.
    case share
    /// How much the hidden cell is more or less than the other, in percent of the other.
    case changeTo
    /// How much the other is more or less than the hidden cell, in percent of the hidden cell.
    case changeFrom
  }

  private let protected: ProtectedTables
  private let pairs: [String: [Pair]]
  private let answers = Mutex<[Question: Bool]>([:])

  /// - Parameters:
  ///   - series: the series whose words each layout goes by.
  ///   - isReported: whether the period at an index of a layout has figures.
  init(
    _ protected: ProtectedTables, series: (TableLayout) -> [String],
    isReported: (TableLayout, Int) -> Bool
  ) {
    var pairs: [String: [Pair]] = [:]
    for (index, layout) in protected.layouts.enumerated() {
      let start = protected.starts[index]
      func value(_ position: Int) -> Int { protected.value(index, position) }
      func add(_ position: Int, _ beside: Int, _ relation: Relation) {
        guard !protected.isHidden(index, beside) else { return }
        let pair = Pair(
          cell: start + position, hidden: value(position), beside: value(beside),
          relation: relation)
        for name in series(layout) { pairs[name, default: []].append(pair) }
      }
      for position in 0..<layout.cellCount where protected.isHidden(index, position) {
        let indices = layout.indices(at: position)
        guard isReported(layout, indices[0]) else { continue }
        for whole in layout.wholes(of: indices) { add(position, whole, .share) }
        for year in [indices[0] - 1, indices[0] + 1]
        where layout.dimensions[0].categories.indices.contains(year) && isReported(layout, year) {
          var other = indices
          other[0] = year
          add(position, layout.position(of: other), year < indices[0] ? .changeTo : .changeFrom)
        }
      }
    }
    self.protected = protected
    self.pairs = pairs
  }

  /// Whether a percentage beside the words of a series gives a hidden figure away.
  ///
  /// - Parameter percent: as typed, without sign: 12.5 is 125 with one decimal.
  func reveal(_ percent: Quantity, of series: String) -> Bool {
    let question = Question(series: series, percent: percent)
    if let known = answers.withLock({ $0[question] }) { return known }
    let answer = (pairs[series] ?? []).contains { pair in
      guard let range = pair.range(percent) else { return false }
      return protected.isGivenAway(by: [(pair.cell, 1)], within: range)
    }
    answers.withLock { $0[question] = answer }
    return answer
  }
}

extension StatedShares.Pair {
  /// The counts of the hidden cell of which the percentage, rounded, would be the one typed; nil where its
  /// own is not among them.
  fileprivate func range(_ percent: Quantity) -> ClosedRange<Int>? {
    // In whole numbers: a bound that is a count must not be lost to rounding. Of `whole` = 100 %, the
    // percentage is from `low` to `high`.
    let scale = (0..<percent.decimals).reduce(1) { scale, _ in scale * 10 }
    let whole = 200 * scale
    let low = 2 * percent.units - 1
    let high = 2 * percent.units + 1
    let bounds: (least: Int?, most: Int?)
    switch relation {
    case .share:
      bounds = (quotient(low, whole, .up), quotient(high, whole, .down))
    case .changeTo where hidden >= beside:
      bounds = (quotient(whole + low, whole, .up), quotient(whole + high, whole, .down))
    case .changeTo:
      bounds = (quotient(whole - high, whole, .up), quotient(whole - low, whole, .down))
    case .changeFrom where beside >= hidden:
      bounds = (quotient(whole, whole + high, .up), quotient(whole, whole + low, .down))
    case .changeFrom:
      // Nothing falls by more than all of it.
      if low >= whole { return nil }
      bounds = (quotient(whole, whole - low, .up), quotient(whole, whole - high, .down))
    }
    if let least = bounds.least, least > hidden { return nil }
    if let most = bounds.most, most < hidden { return nil }
    // Where a bound is too large to be worked out: no more than the figure itself.
    guard let least = bounds.least, let most = bounds.most else { return hidden...hidden }
    return max(0, least)...most
  }

  /// The published figure times a fraction, rounded; nil where it is too large, or none.
  private func quotient(
    _ numerator: Int, _ denominator: Int, _ rule: FloatingPointRoundingRule
  ) -> Int? {
    let (product, isTooMuch) = beside.multipliedReportingOverflow(by: numerator)
    guard !isTooMuch, denominator > 0 else { return nil }
    let (quotient, rest) = product.quotientAndRemainder(dividingBy: denominator)
    switch rule {
    case .up: return rest > 0 ? quotient + 1 : quotient
    default: return rest < 0 ? quotient - 1 : quotient
    }
  }
}

extension TableLayout {
  /// The positions of all cells that this one is part of along one dimension.
  fileprivate func wholes(of indices: [Int]) -> [Int] {
    dimensions.indices.dropFirst().flatMap { place in
      let categories = dimensions[place].categories
      var wholes = Set(categories.indices.filter { categories[$0].isTotal && $0 != indices[place] })
      var above = categories[indices[place]].parent
      while let code = above, let index = categories.firstIndex(where: { $0.code == code }),
        wholes.insert(index).inserted
      {
        above = categories[index].parent
      }
      return wholes.sorted().map { whole in
        var other = indices
        other[place] = whole
        return position(of: other)
      }
    }
  }
}
