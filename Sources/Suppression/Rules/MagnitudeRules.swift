/// The *n* largest contributors give more than *k* per cent of the total.
public struct DominanceRule: SensitivityRule, Hashable {
  public let n: Int
  /// Per cent.
  public let k: Int
  /// Half the width of the interval to protect, in per cent of the total.
  public let width: Int

  public init(n: Int, k: Int, width: Int = 10) {
    self.n = n
    self.k = k
    self.width = width
  }

  public var code: String { "dominance" }

  public func isUnsafe(_ cell: CellContent) -> Bool {
    guard cell.total > 0, !cell.contributions.isEmpty else { return false }
    let largest = cell.contributions.sorted(by: >).prefix(n)
    return Double(largest.reduce(0, +)) * 100 > Double(k) * Double(cell.total)
  }

  public func requirement(for cell: CellContent) -> Requirement {
    .around(cell.total, percent: width)
  }
}

/// The second contributor could estimate the first to within *p* per cent.
public struct PPercentRule: SensitivityRule, Hashable {
  /// Per cent.
  public let p: Int

  public init(p: Int) { self.p = p }

  public var code: String { "p-percent" }

  public func isUnsafe(_ cell: CellContent) -> Bool {
    guard cell.total > 0, let first = cell.contributions.max() else { return false }
    let others = cell.contributions.sorted(by: >).dropFirst(2).reduce(0, +)
    return Double(others) * 100 < Double(p) * Double(first)
  }

  /// Wide enough that the second contributor's estimate of the first is off by *p* per cent.
  public func requirement(for cell: CellContent) -> Requirement {
    let sorted = cell.contributions.sorted(by: >)
    let first = Double(sorted.first ?? cell.total)
    let others = Double(sorted.dropFirst(2).reduce(0, +))
    let margin = Int((first * Double(p) / 100 - others).rounded(.up))
    return .interval(max(0, cell.total - max(1, margin))...(cell.total + max(1, margin)))
  }
}

extension Requirement {
  /// From `total` less `percent` to `total` more `percent`, at least one either side.
  static func around(_ total: Int, percent: Int) -> Requirement {
    let margin = max(1, Int((Double(total) * Double(percent) / 100).rounded(.up)))
    return .interval(max(0, total - margin)...(total + margin))
  }
}
