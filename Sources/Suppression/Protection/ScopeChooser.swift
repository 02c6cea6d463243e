/// Where to look for a move of a cell: near it first, wider when that fails.
struct ScopeChooser: Sendable {
  let incidence: Incidence
  /// Group of each base, finest partition first; the last has one group a component.
  private let partitions: [[Int]]
  /// Movable bases of each group, a partition at a time.
  private let groups: [[Int: [Int]]]
  private let table: [Int]
  /// For each partition and group: the strands of each of its parts, richest first.
  private let ranks: [[Int: [[Int]]]]
  /// Bases in a scope at most, before it is thinned.
  let capacity: Int
  /// Bases of the largest strand.
  private let strandSize: Int

  /// What a scope is known by. A thinned one names its strands (groups of the finest partition).
  struct Key: Hashable, Sendable {
    let partition: Int
    let group: Int
    let strands: [Int]?

    var isWhole: Bool { strands == nil }
  }

  init(
    _ system: AdditiveSystem, _ incidence: Incidence, table: [Int], movable: [Bool]
  ) {
    self.incidence = incidence
    // The time of a program grows with the square of its size; there are many on large systems.
    let capacity = incidence.baseCount > 8000 ? 180 : 450
    self.capacity = capacity
    self.table = table
    var partitions = system.neighbourhoods
    if Set(partitions.last ?? [0, 1]).count > 1 {
      partitions.append(Self.components(incidence))
    }
    self.partitions = partitions
    let groups = partitions.map { partition in
      Dictionary(grouping: partition.indices.filter { movable[$0] }) { partition[$0] }
    }
    self.groups = groups
    strandSize = max(1, groups.first?.values.map(\.count).max() ?? 1)
    ranks = partitions.indices.map { level in
      level == 0
        ? [:]
        : groups[level].mapValues { all in
          if all.count <= capacity { return [] }
          return Dictionary(grouping: all) { partitions[level - 1][$0] }
            .sorted { $0.key < $1.key }
            .map { part in
              Dictionary(grouping: part.value) { partitions[0][$0] }
                .map { (name: $0.key, worth: $0.value.reduce(0) { $0 + min(table[$1], 20) }) }
                .sorted { ($1.worth, $0.name) < ($0.worth, $1.name) }
            }
            .sorted { ($1[0].worth, $0[0].name) < ($0[0].worth, $1[0].name) }
            .map { $0.map(\.name) }
        }
    }
  }

  /// For each cell the lane that may work on it alone: cells of one lane lie in groups of bases
  /// that hang together only through cells without a lane (`nil`).
  ///
  /// - Returns: lanes `0..<count`, of about the same number of bases; none for small systems.
  func lanes(_ count: Int) -> [Int?] {
    let none = [Int?](repeating: nil, count: incidence.cellCount)
    guard incidence.baseCount > 600,
      let level = partitions.indices.last(where: { groups[$0].count > 1 })
    else { return none }
    var load = [Int](repeating: 0, count: count)
    var laneOf: [Int: Int] = [:]
    let bySize = groups[level].map { (group: $0.key, size: $0.value.count) }
      .sorted { ($1.size, $0.group) < ($0.size, $1.group) }
    for (group, size) in bySize {
      guard let lane = load.indices.min(by: { (load[$0], $0) < (load[$1], $1) }) else { break }
      laneOf[group] = lane
      load[lane] += size
    }
    let partition = partitions[level]
    return (0..<incidence.cellCount).map { cell in
      let row = incidence.row(cell)
      guard let first = row.first else { return nil }
      let group = partition[Int(incidence.rowBase[first])]
      guard row.allSatisfy({ partition[Int(incidence.rowBase[$0])] == group }) else { return nil }
      return laneOf[group]
    }
  }

  /// Where to look, before thinning is worked out.
  struct Place: Sendable {
    fileprivate let partition: Int
    fileprivate let group: Int
    /// Strands of each part to keep; `nil` for all.
    fileprivate let share: Int?
  }

  /// Scopes for a move of a cell, nearest first; the last is whole, and holds everything that
  /// the cell's move could take along.
  func places(for cell: Int) -> [Place] {
    let row = incidence.row(cell)
    guard let first = row.first.map({ Int(incidence.rowBase[$0]) }) else { return [] }
    var places: [Place] = []
    var widest = 0
    for (level, partition) in partitions.enumerated() {
      let group = partition[first]
      let size = groups[level][group]?.count ?? 0
      if widest > 0, size > widest {
        if size > capacity, level > 0 {
          var share = 1
          // Doubled until the next one would not be much smaller than the whole.
          while strandCount(level, group, share) * strandSize < size,
            share < 3 || size > 4 * share * capacity
          {
            places.append(Place(partition: level, group: group, share: share))
            share *= 2
          }
        }
        places.append(Place(partition: level, group: group, share: nil))
      }
      if row.allSatisfy({ partition[Int(incidence.rowBase[$0])] == group }) {
        widest = max(widest, size)
      }
    }
    if let last = partitions.indices.last, places.last?.partition != last {
      places.append(Place(partition: last, group: partitions[last][first], share: nil))
    }
    return places
  }

  func key(_ place: Place, for cell: Int, by need: Int) -> Key {
    Key(
      partition: place.partition, group: place.group,
      strands: place.share.map {
        strands(place.partition, place.group, cell, need: need, share: $0)
      })
  }

  /// Strands in a scope of one share at most.
  private func room(_ share: Int) -> Int {
    max(2 * share, share * capacity * 3 / 2 / strandSize)
  }

  private func strandCount(_ level: Int, _ group: Int, _ share: Int) -> Int {
    let parts = ranks[level][group] ?? []
    return min(room(share), parts.reduce(0) { $0 + min(share, $1.count) })
  }

  /// The strand that holds a whole cell.
  private func home(of cell: Int) -> Int? {
    let row = incidence.row(cell)
    guard let first = row.first else { return nil }
    let strand = partitions[0][Int(incidence.rowBase[first])]
    return row.allSatisfy { partitions[0][Int(incidence.rowBase[$0])] == strand } ? strand : nil
  }

  /// The bases of a scope, ascending.
  func bases(_ key: Key) -> [Int] {
    let all = groups[key.partition][key.group] ?? []
    guard let strands = key.strands else { return all }
    let kept = Set(strands)
    return all.filter { kept.contains(partitions[0][$0]) }
  }

  /// The richest strands of each part of a group, and enough of the cell's own to bear its move.
  private func strands(
    _ level: Int, _ group: Int, _ cell: Int, need: Int, share: Int
  ) -> [Int] {
    let ranked = ranks[level][group] ?? []
    var kept: Set<Int> = []
    // Parts with the richest strands first, as many as a program of this size can bear.
    var room = room(share)
    if ranked.reduce(0, { $0 + min(share, $1.count) }) > room, let home = home(of: cell) {
      kept.insert(home)
      room -= 1
    }
    for part in ranked {
      let taken = part.prefix(min(share, room))
      kept.formUnion(taken)
      room -= taken.count
      if room <= 0 { break }
    }
    guard need < 0 else { return kept.sorted() }
    var own: [Int: Int] = [:]
    var borne = 0
    for entry in incidence.row(cell) {
      let base = Int(incidence.rowBase[entry])
      guard table[base] > 0 else { continue }
      let strand = partitions[0][base]
      if kept.contains(strand) {
        borne += table[base]
      } else {
        own[strand, default: 0] += table[base]
      }
    }
    for (strand, value) in own.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      if borne >= share * -need { break }
      kept.insert(strand)
      borne += value
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
