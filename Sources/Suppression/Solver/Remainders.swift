/// What a class that must not move says beyond finer ones that must not either: its row without
/// theirs. Rows of few bases make small factors; a row with none left is a sum of others.
struct Remainders {
  private let scope: Scope
  private let isClosed: [Bool]
  private let still: [Bool]
  /// For each class how many entries remain, -1 before it is worked out, and by which of its sums.
  private var count: [Int32]
  private var way: [Int32]

  /// - Parameters:
  ///   - closed: the classes that must not move.
  ///   - still: whether each base of the scope is known not to move.
  init(_ scope: Scope, closed: [Int], still: [Bool]) {
    self.scope = scope
    self.still = still
    var isClosed = [Bool](repeating: false, count: scope.classCount)
    for group in closed { isClosed[group] = true }
    self.isClosed = isClosed
    count = [Int32](repeating: -1, count: scope.classCount)
    way = count
  }

  /// Adds the entries that remain of a class's row, by the sums that leave fewest.
  mutating func append(_ group: Int, to entries: inout [Int32]) {
    if size(group) == 0 { return }
    if way[group] < 0 {
      for entry in scope.row(group) where !still[Int(scope.rowBase[entry])] {
        entries.append(Int32(entry))
      }
    } else {
      for part in scope.sums[group][Int(way[group])] where !isClosed[Int(part)] {
        append(Int(part), to: &entries)
      }
    }
  }

  private mutating func size(_ group: Int) -> Int32 {
    if count[group] >= 0 { return count[group] }
    var best = Int32.max
    for (index, parts) in scope.sums[group].enumerated() {
      var sum: Int32 = 0
      for part in parts where !isClosed[Int(part)] { sum += size(Int(part)) }
      if sum < best { (best, way[group]) = (sum, Int32(index)) }
    }
    if way[group] < 0 {
      best = scope.row(group).reduce(0) { still[Int(scope.rowBase[$1])] ? $0 : $0 + 1 }
    }
    count[group] = best
    return best
  }
}
