import Languages
import Publication

/// A table read along one or two of its dimensions, the others held at their total.
struct TableSlice {
  let table: PublishedTable
  /// The category index at which each dimension is held; nil where it has no total.
  private let held: [Int]

  /// - Parameter along: positions of the dimensions that vary.
  /// - Returns: nil where another dimension has no total to be held at.
  init?(_ table: PublishedTable, along: [Int]) {
    var held: [Int] = []
    for (position, dimension) in table.dimensions.enumerated() {
      let total = dimension.categories.firstIndex { $0.isTotal }
      guard along.contains(position) || total != nil else { return nil }
      held.append(total ?? 0)
    }
    self.table = table
    self.held = held
  }

  /// - Parameter choice: the category index, by position of the dimension.
  func figure(_ choice: [(dimension: Int, category: Int)]) -> Figure? {
    var indices = held
    for each in choice where indices.indices.contains(each.dimension) {
      indices[each.dimension] = each.category
    }
    return table.figure(at: indices)
  }

  /// Indices of the categories that are no total, in order.
  static func parts(of dimension: PublishedDimension) -> [Int] {
    dimension.categories.indices.filter { !dimension.categories[$0].isTotal }
  }
}

extension PublishedTable {
  /// The position of a dimension by its code.
  func position(of dimension: String) -> Int? { dimensions.firstIndex { $0.code == dimension } }

  /// The index of a period: the last one with a value where none is asked for.
  func periodIndex(_ code: String?) -> Int? {
    guard let periods = dimensions.first?.categories else { return nil }
    if let code { return periods.firstIndex { $0.code == code } }
    let stride = periods.isEmpty ? 0 : figures.count / periods.count
    guard stride > 0 else { return nil }
    return periods.indices.last { index in
      figures[(index * stride)..<min(figures.count, (index + 1) * stride)].contains {
        $0.value != nil || $0.isHidden
      }
    } ?? periods.indices.last
  }
}
