/// Where to look for a move of a cell: near it first, wider when that fails.
struct ScopeChooser: Sendable {
  let incidence: Incidence
  /// Group of each base, finest partition first; the last has one group a component.
  private let partitions: [[Int]]
  /// Movable bases of each group, a partition at a time.
  private let groups: [[Int: [Int]]]
  private let table: [Int]
  /// Bases in a scope at most, before it is thinned.
  let capacity: Int

  /// What a scope is known by. A thinned one names its strands (groups of the finest partition).
  struct Key: Hashable, Sendable {
    let partition: Int
    let group: Int
    let strands: [Int]?

    var isWhole: Bool { strands == nil }
  }

  init(
    _ system: AdditiveSystem, _ incidence: Incidence, table: [Int], movable: [Bool],
    capacity: Int
  ) {
    self.incidence = incidence
    self.capacity = capacity
    self.table = table
    var partitions = system.neighbourhoods
    if Set(partitions.last ?? [0, 1]).count > 1 {
      partitions.append(Self.components(incidence))
    }
    self.partitions = partitions
    groups = partitions.map { partition in
      Dictionary(grouping: partition.indices.filter { movable[$0] }) { partition[$0] }
    }
  }

  /// Scopes for a move of a cell by `need`, nearest first; the last is whole, and holds
  /// everything that the cell's move could take along.
  func keys(for cell: Int, by need: Int) -> [Key] {
    let row = incidence.row(cell)
    guard let first = row.first.map({ Int(incidence.rowBase[$0]) }) else { return [] }
    var keys: [Key] = []
    var widest = 0
    for (level, partition) in partitions.enumerated() {
      let group = partition[first]
      let size = groups[level][group]?.count ?? 0
      if widest > 0, size > widest {
        if size > capacity, level > 0 {
          for share in [1, 2] {
            keys.append(
              Key(
                partition: level, group: group,
                strands: strands(level, group, cell, need: need, share: share)))
          }
        }
        keys.append(Key(partition: level, group: group, strands: nil))
      }
      if row.allSatisfy({ partition[Int(incidence.rowBase[$0])] == group }) {
        widest = max(widest, size)
      }
    }
    if let last = partitions.indices.last, keys.last?.partition != last || keys.isEmpty {
      keys.append(Key(partition: last, group: partitions[last][first], strands: nil))
    }
    return keys
  }

  /// The bases of a scope, ascending.
  func bases(_ key: Key) -> [Int] {
    let all = groups[key.partition][key.group] ?? []
    guard let strands = key.strands else { return all }
    let kept = Set(strands)
    return all.filter { kept.contains(partitions[0][$0]) }
  }

  /// The richest strands of each part of a group, and those that can bear the cell's own move.
  private func strands(
    _ level: Int, _ group: Int, _ cell: Int, need: Int, share: Int
  ) -> [Int] {
    var own: [Int: Int] = [:]
    for entry in incidence.row(cell) {
      let base = Int(incidence.rowBase[entry])
      own[partitions[0][base], default: 0] += table[base]
    }
    var kept: Set<Int> = []
    var borne = 0
    for (strand, value) in own.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      if kept.count >= share, need > 0 || borne >= share * -need { break }
      kept.insert(strand)
      borne += value
    }
    let parts = Dictionary(grouping: groups[level][group] ?? []) { partitions[level - 1][$0] }
    for (_, part) in parts {
      let ranked = Dictionary(grouping: part) { partitions[0][$0] }
        .map { (name: $0.key, worth: $0.value.reduce(0) { $0 + min(table[$1], 20) }) }
        .sorted { ($1.worth, $0.name) < ($0.worth, $1.name) }
      kept.formUnion(ranked.prefix(share).map(\.name))
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
