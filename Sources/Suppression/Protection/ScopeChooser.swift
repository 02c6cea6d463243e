/// Where to look for a move of a cell: near it first, wider when that fails or costs much.
struct ScopeChooser: Sendable {
  let incidence: Incidence
  /// Group of each base, finest partition first; the last has one group a component.
  private let partitions: [[Int]]
  /// Bases of each group, a partition at a time.
  private let groups: [[Int: [Int]]]
  /// How much each base can give.
  private let worth: [Int]
  /// Bases in a scope at most, before it is thinned.
  let capacity: Int

  /// What a scope is known by: partition, group, and how much of it is taken (0: all).
  struct Key: Hashable, Sendable {
    let partition: Int
    let group: Int
    let share: Int
  }

  init(_ system: AdditiveSystem, _ incidence: Incidence, table: [Int], capacity: Int) {
    self.incidence = incidence
    self.capacity = capacity
    var partitions = system.neighbourhoods
    if partitions.isEmpty { partitions = [Array(0..<system.baseCount)] }
    if Set(partitions.last ?? []).count > 1 {
      partitions.append(Self.components(incidence))
    }
    self.partitions = partitions
    groups = partitions.map { partition in
      Dictionary(grouping: partition.indices.filter { incidence.isMovable[$0] }) {
        partition[$0]
      }
    }
    worth = table.map { min($0, 20) }
  }

  /// Scopes for a cell, nearest first.
  func keys(for cell: Int) -> [Key] {
    let row = incidence.row(cell)
    guard let first = row.first.map({ Int(incidence.rowBase[$0]) }) else { return [] }
    var keys: [Key] = []
    var widest = 0
    for (level, partition) in partitions.enumerated() {
      let group = partition[first]
      let holdsAll = row.allSatisfy { partition[Int(incidence.rowBase[$0])] == group }
      let size = groups[level][group]?.count ?? 0
      if widest > 0, size > widest {
        var share = 1
        if size > capacity {
          while share < 4 {
            keys.append(Key(partition: level, group: group, share: share))
            share *= 2
          }
        }
        keys.append(Key(partition: level, group: group, share: 0))
      }
      if holdsAll { widest = max(widest, size) }
    }
    if keys.isEmpty, let last = partitions.indices.last {
      keys.append(Key(partition: last, group: partitions[last][first], share: 0))
    }
    return keys
  }

  /// The bases of a scope, ascending. A thinned one keeps the richest strands of each part.
  func bases(_ key: Key) -> [Int] {
    let all = groups[key.partition][key.group] ?? []
    guard key.share > 0, key.partition > 0 else { return all }
    let parts = Dictionary(grouping: all) { partitions[key.partition - 1][$0] }
    var kept: [Int] = []
    for (_, part) in parts.sorted(by: { $0.key < $1.key }) {
      let strands = Dictionary(grouping: part) { partitions[0][$0] }
        .map { (worth: $0.value.reduce(0) { $0 + worth[$1] }, name: $0.key, bases: $0.value) }
        .sorted { ($1.worth, $0.name) < ($0.worth, $1.name) }
      for strand in strands.prefix(key.share) { kept.append(contentsOf: strand.bases) }
    }
    return kept.sorted()
  }

  /// Bases that share cells, directly or through others.
  private static func components(_ incidence: Incidence) -> [Int] {
    var leader = Array(0..<incidence.baseCount)
    func find(_ base: Int) -> Int {
      var base = base
      while leader[base] != base {
        leader[base] = leader[leader[base]]
        base = leader[base]
      }
      return base
    }
    for cell in 0..<incidence.cellCount {
      let row = incidence.row(cell)
      guard let first = row.first else { continue }
      let one = find(Int(incidence.rowBase[first]))
      for entry in row { leader[find(Int(incidence.rowBase[entry]))] = one }
    }
    return (0..<incidence.baseCount).map(find)
  }
}
