import Publication
import Suppression

/// Group disclosure: where all of a group are in one category, the other categories of its line are
/// empty, and whoever learns that learns the category of everybody in the group.
extension TableLayout {
  /// For each line of a table whose group is all in one category, the sum of its other categories.
  ///
  /// - Parameter columns: the dimensions that must not be told of everybody.
  func others(of columns: [String], in population: Population) -> [AdditiveSystem.Cell] {
    dimensions.indices.dropFirst().filter { columns.contains(dimensions[$0].code) }
      .flatMap { others(along: $0, in: population) }
  }

  private func others(along axis: Int, in population: Population) -> [AdditiveSystem.Cell] {
    let categories = dimensions[axis].categories
    // Categories that are no sum of others.
    let leaves = categories.indices.filter { index in
      !categories[index].isTotal && !categories.contains { $0.parent == categories[index].code }
    }
    guard leaves.count > 1 else { return [] }
    return (0..<cellCount).compactMap { position in
      var indices = indices(at: position)
      guard categories[indices[axis]].isTotal else { return nil }
      var full: [Int] = []
      var empty: [Int] = []
      for leaf in leaves {
        indices[axis] = leaf
        let bases = bases(at: indices, in: population)
        let total = bases.reduce(0) { $0 + population.values[$1] }
        if total == 0 { empty += bases } else { full.append(leaf) }
      }
      guard full.count == 1 else { return nil }
      return AdditiveSystem.Cell(
        codes: codes(at: position) + ["(others of \(dimensions[axis].code))"], bases: empty)
    }
  }
}
