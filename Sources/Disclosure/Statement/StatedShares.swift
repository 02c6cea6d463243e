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
      guard let range = pair.range(percent), range.contains(pair.hidden) else { return false }
      return protected.isGivenAway(by: [(pair.cell, 1)], within: range)
    }
    answers.withLock { $0[question] = answer }
    return answer
  }
}

extension StatedShares.Pair {
  /// The counts of the hidden cell of which the percentage, rounded, would be the one typed.
  fileprivate func range(_ percent: Quantity) -> ClosedRange<Int>? {
    let scale = (0..<percent.decimals).reduce(1.0) { scale, _ in scale * 10 }
    let low = (Double(percent.units) - 0.5) / scale / 100
    let high = (Double(percent.units) + 0.5) / scale / 100
    let other = Double(beside)
    let bounds: (Double, Double)
    switch relation {
    case .share: bounds = (other * low, other * high)
    case .changeTo:
      bounds =
        hidden >= beside
        ? (other * (1 + low), other * (1 + high)) : (other * (1 - high), other * (1 - low))
    case .changeFrom:
      bounds =
        beside >= hidden
        ? (other / (1 + high), other / (1 + low))
        : (other / max(1 - low, .ulpOfOne), other / max(1 - high, .ulpOfOne))
    }
    let least = max(0, bounds.0).rounded(.up)
    let most = bounds.1.rounded(.down)
    guard other > 0, least <= most, most < Double(1 << 50) else { return nil }
    return Int(least)...Int(most)
  }
}

extension TableLayout {
  /// The row-major position of one category index a dimension.
  fileprivate func position(of indices: [Int]) -> Int {
    zip(indices, dimensions).reduce(0) { $0 * $1.1.categories.count + $1.0 }
  }

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
