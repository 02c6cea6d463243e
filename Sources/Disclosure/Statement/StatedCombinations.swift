import Publication
import Synchronization

/// The sums and differences of figures that a sentence may state, and whether one of them, beside all
/// that is published, gives a hidden figure away.
///
/// Of the parts of one whole (the places of a year, the years of a place): two of them together, some of
/// the hidden ones together, all but one; of two parts that make the whole, and of a year and the one
/// before, also how many more the one has than the other. What such a number tells is asked of the
/// attacker, who is given it as one more published figure.
final class StatedCombinations: Sendable {
  /// A sum of cells, each so many times.
  private struct Combination {
    let terms: [(cell: Int, coefficient: Int)]
    let value: Int
  }
  private struct Question: Hashable {
    let series: String
    let value: Int
  }

  private let protected: ProtectedTables
  /// By series and value the combinations that have this value.
  private let combinations: [Question: [Combination]]
  private let answers = Mutex<[Question: Bool]>([:])

  /// Groups with more hidden parts than this are combined by twos and by all but one only.
  static let mostCombined = 6

  /// - Parameters:
  ///   - decimals: of the values; a number is typed in whole units.
  ///   - series: the series whose words each layout goes by.
  ///   - isReported: whether the period at an index of a layout has figures.
  init(
    _ protected: ProtectedTables, decimals: Int, series: (TableLayout) -> [String],
    isReported: (TableLayout, Int) -> Bool
  ) {
    var found: [Question: [Combination]] = [:]
    for (index, layout) in protected.layouts.enumerated() {
      let names = series(layout)
      let parts = Parts(layout, isReported: { isReported(layout, $0) })
      let start = protected.starts[index]
      func add(_ combination: [(position: Int, coefficient: Int)]) {
        var value = 0
        for term in combination {
          value += term.coefficient * protected.value(index, term.position)
        }
        let sign = value < 0 ? -1 : 1
        let stated = Combination(
          terms: combination.map { (start + $0.position, sign * $0.coefficient) },
          value: abs(value))
        let typed = Quantity(abs(value), decimals: decimals).wholeUnits
        for name in names {
          found[Question(series: name, value: typed), default: []].append(stated)
        }
      }
      func isHidden(_ position: Int) -> Bool { protected.isHidden(index, position) }
      for group in parts.wholes { Self.combine(group, isHidden, add) }
      for run in parts.runs { Self.follow(run, isHidden, add) }
    }
    self.protected = protected
    combinations = found
  }

  /// Whether a number beside the words of a series is a combination that gives something away.
  func reveal(_ number: Int, of series: String) -> Bool {
    let question = Question(series: series, value: number)
    guard let candidates = combinations[question] else { return false }
    if let known = answers.withLock({ $0[question] }) { return known }
    let answer = candidates.contains { combination in
      protected.isGivenAway(by: combination.terms, within: combination.value...combination.value)
    }
    answers.withLock { $0[question] = answer }
    return answer
  }

  // MARK: What may be stated

  /// Parts of one whole, of which some are hidden.
  private static func combine(
    _ parts: [Int], _ isHidden: (Int) -> Bool,
    _ add: ([(position: Int, coefficient: Int)]) -> Void
  ) {
    let hidden = parts.filter(isHidden)
    if hidden.isEmpty { return }
    if parts.count == 2 { add([(parts[0], 1), (parts[1], -1)]) }
    for (place, one) in parts.enumerated() {
      for other in parts[(place + 1)...] where isHidden(one) || isHidden(other) {
        add([(one, 1), (other, 1)])
      }
    }
    if parts.count > 3 {
      for left in parts { add(parts.filter { $0 != left }.map { ($0, 1) }) }
    }
    guard hidden.count > 2, hidden.count <= mostCombined else {
      if hidden.count > 2 { add(hidden.map { ($0, 1) }) }
      return
    }
    for choice in 1..<(1 << hidden.count) where choice.nonzeroBitCount > 2 {
      add(hidden.indices.filter { choice & (1 << $0) != 0 }.map { (hidden[$0], 1) })
    }
  }

  /// One cell over its years.
  private static func follow(
    _ years: [Int], _ isHidden: (Int) -> Bool,
    _ add: ([(position: Int, coefficient: Int)]) -> Void
  ) {
    for (place, first) in years.enumerated() {
      for end in years.indices where end > place {
        let span = years[place...end]
        guard span.contains(where: isHidden) else { continue }
        add(span.map { ($0, 1) })
        if end == place + 1 { add([(years[end], 1), (first, -1)]) }
      }
    }
  }
}

/// Which cells of a table add up to another, and which follow each other in time.
private struct Parts {
  /// Positions of the parts of each whole.
  private(set) var wholes: [[Int]] = []
  /// Positions of each cell's reported years, in order.
  private(set) var runs: [[Int]] = []

  init(_ layout: TableLayout, isReported: (Int) -> Bool) {
    let dimensions = layout.dimensions
    for position in 0..<layout.cellCount {
      let indices = layout.indices(at: position)
      func positions(_ categories: [Int], along place: Int) -> [Int] {
        categories.map { category in
          var other = indices
          other[place] = category
          return layout.position(of: other)
        }
      }
      if indices[0] == 0 {
        runs.append(positions(dimensions[0].categories.indices.filter(isReported), along: 0))
      }
      guard isReported(indices[0]) else { continue }
      for place in dimensions.indices.dropFirst() {
        let categories = dimensions[place].categories
        let parts = categories.indices.filter {
          categories[$0].isPart(of: categories[indices[place]], among: categories)
        }
        if parts.count > 1 { wholes.append(positions(parts, along: place)) }
      }
    }
  }
}

extension PublishedCategory {
  /// Whether a category is the next coarser one above this one.
  fileprivate func isPart(of whole: PublishedCategory, among all: [PublishedCategory]) -> Bool {
    whole.isTotal ? !isTotal && parent == nil : parent == whole.code
  }
}

extension Quantity {
  /// Rounded to whole units, half away from zero, as prose states an amount.
  var wholeUnits: Int {
    decimals == 0 ? units : Int(double.rounded(.toNearestOrAwayFromZero))
  }
}
