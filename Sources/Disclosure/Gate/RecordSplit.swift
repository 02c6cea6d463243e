import Datasets

/// The records of a whole, split step by step into those that are in a part and those that are not.
struct RecordSplit {
  /// Records that agree in all that is known of them.
  struct Unit: Hashable, Comparable {
    /// A category an axis; 0 where the axis is another part's.
    var keys: [Int]
    /// The datasets that they are in, as bits.
    var members: Int

    static func < (one: Unit, other: Unit) -> Bool {
      one.keys == other.keys
        ? one.members < other.members : one.keys.lexicographicallyPrecedes(other.keys)
    }
  }

  private(set) var axes: [Axis]
  /// For each dataset the positions of its axes.
  private var axesOf: [Int: [Int]]
  /// For each dataset itself and all that it is part of, as bits.
  private var closure: [Int: Int] = [0: 1]
  private var units: [Unit: Int] = [:]

  init(_ whole: BaseTable) {
    axes = whole.dimensions
    axesOf = [0: Array(whole.dimensions.indices)]
    for cell in whole.cells { units[Unit(keys: cell.keys, members: 1), default: 0] += cell.count }
  }

  /// In order of their categories.
  var cells: [(unit: Unit, count: Int)] {
    units.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Whether a part's axes are those of what it is part of, or its own alone.
  func admits(_ part: BaseTable, into parent: Int) -> Bool {
    guard part.dimensions.first?.isPeriod == true else { return false }
    let above = axesOf[parent] ?? []
    return part.dimensions.allSatisfy { axis in
      guard let place = axes.firstIndex(where: { $0.code == axis.code }) else { return true }
      let known = axes[place]
      return above.contains(place) && known.nomenclature == axis.nomenclature
        && known.isPeriod == axis.isPeriod
        && Set(axis.categories).isSubset(of: known.categories)
    }
  }

  /// Marks records of a whole as being in a part, as many as the part counts.
  ///
  /// - Returns: the codes of a cell of which the part counts more than the whole; nil where it fits.
  mutating func take(_ part: BaseTable, as member: Int, from parent: Int) -> [String]? {
    let shared = part.dimensions.map { axis in axes.firstIndex { $0.code == axis.code } }
    var places: [Int] = []
    for (axis, known) in zip(part.dimensions, shared) {
      if let known {
        places.append(known)
      } else {
        places.append(axes.count)
        axes.append(axis)
        units = units.reduce(into: [:]) { longer, unit in
          longer[Unit(keys: unit.key.keys + [0], members: unit.key.members)] = unit.value
        }
      }
    }
    axesOf[member] = places + (axesOf[parent] ?? []).filter { !places.contains($0) }
    let matched = zip(places, shared).filter { $0.1 != nil }.map(\.0)
    func match(_ keys: [Int]) -> [Int] { matched.map { keys[$0] } }
    let inside = units.filter { $0.key.members & (1 << parent) != 0 }.keys.sorted()
    let groups = Dictionary(grouping: inside) { match($0.keys) }
    let closed = (closure[parent] ?? 1) | (1 << member)
    closure[member] = closed
    var rows: [[Int]: Int] = [:]
    for cell in part.cells {
      var keys = [Int](repeating: 0, count: axes.count)
      for (axis, (place, key)) in zip(part.dimensions, zip(places, cell.keys)) {
        keys[place] = axes[place].categories.firstIndex(of: axis.categories[key]) ?? key
      }
      rows[keys, default: 0] += cell.count
    }
    for (keys, count) in rows.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      var wanted = count
      for unit in groups[match(keys)] ?? [] {
        guard let there = units[unit], wanted > 0 || count == 0 else { continue }
        let taken = min(there, wanted)
        var marked = unit
        marked.members |= 1 << member
        for (place, known) in zip(places, shared) where known == nil {
          marked.keys[place] = keys[place]
        }
        units[unit] = there - taken
        units[marked, default: 0] += taken
        wanted -= taken
        if wanted == 0 { break }
      }
      if wanted > 0 {
        return zip(matched, match(keys)).map { axes[$0].categories[$1] }
      }
      if count == 0, groups[match(keys)] == nil {
        // Reported as none, where the whole has no row at all.
        units[Unit(keys: keys, members: closed), default: 0] += 0
      }
    }
    return nil
  }
}
