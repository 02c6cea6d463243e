/// Some bases that may move while all others stand still, and what that does to the cells.
///
/// Cells whose rows agree on these bases move together: they form one class. A class is either
/// the move of one base, or a sum of several.
struct Scope: Sendable {
  /// The bases, by their numbers in the system.
  let bases: [Int]
  /// The classes' rows over positions in `bases`, one after the other.
  let rowStart: [Int32]
  let rowBase: [Int32]
  let rowCoefficient: [Int32]
  /// The classes' cells, one after the other.
  let memberStart: [Int32]
  let members: [Int32]
  /// Every cell that moves here, ascending, and the class of each.
  private let touched: [Int32]
  private let classOfTouched: [Int32]
  /// For each class the ways to sum it from other classes.
  let sums: [[[Int32]]]

  var classCount: Int { rowStart.count - 1 }

  func row(_ group: Int) -> Range<Int> { Int(rowStart[group])..<Int(rowStart[group + 1]) }

  func cells(_ group: Int) -> ArraySlice<Int32> {
    members[Int(memberStart[group])..<Int(memberStart[group + 1])]
  }

  /// Whether a class is one base with coefficient one.
  func isBase(_ group: Int) -> Bool {
    let row = row(group)
    return row.count == 1 && rowCoefficient[row.lowerBound] == 1
  }

  /// The class of a cell; `nil` for one that does not move here.
  func classOf(_ cell: Int) -> Int? {
    var (low, high) = (0, touched.count)
    while low < high {
      let middle = (low + high) / 2
      if touched[middle] < cell { low = middle + 1 } else { high = middle }
    }
    return low < touched.count && touched[low] == cell ? Int(classOfTouched[low]) : nil
  }

  init(_ bases: [Int], in incidence: Incidence) {
    self.bases = bases
    // For each cell its place among those touched, in the order of their first base; its class later.
    var local = [Int32](repeating: -1, count: incidence.cellCount)
    var touched: [Int32] = []
    var counts: [Int32] = []
    for base in bases {
      for entry in incidence.column(base) {
        let cell = incidence.columnCell[entry]
        let place = local[Int(cell)]
        if place >= 0 {
          counts[Int(place)] += 1
        } else {
          local[Int(cell)] = Int32(touched.count)
          touched.append(cell)
          counts.append(1)
        }
      }
    }
    var starts = [Int32](repeating: 0, count: touched.count + 1)
    for place in touched.indices { starts[place + 1] = starts[place] + counts[place] }
    var next = starts
    var entryBase = [Int32](repeating: 0, count: Int(starts[touched.count]))
    var entryCoefficient = entryBase
    var hashes = [UInt64](repeating: 0, count: touched.count)
    for (position, base) in bases.enumerated() {
      let mixed = Self.mix(UInt64(position) &+ 1)
      for entry in incidence.column(base) {
        let place = Int(local[Int(incidence.columnCell[entry])])
        let slot = Int(next[place])
        next[place] += 1
        entryBase[slot] = Int32(position)
        let coefficient = incidence.columnCoefficient[entry]
        entryCoefficient[slot] = coefficient
        hashes[place] &+= mixed &* UInt64(bitPattern: Int64(coefficient))
      }
    }
    var classesOfHash: [UInt64: [Int]] = [:]
    classesOfHash.reserveCapacity(touched.count)
    var representatives: [Int] = []
    var groupOf = [Int](repeating: 0, count: touched.count)
    for place in touched.indices {
      let mine = Int(starts[place])..<Int(starts[place + 1])
      let known = classesOfHash[hashes[place], default: []].first { group in
        let other = representatives[group]
        let theirs = Int(starts[other])..<Int(starts[other + 1])
        return entryBase[mine] == entryBase[theirs]
          && entryCoefficient[mine] == entryCoefficient[theirs]
      }
      if let known {
        groupOf[place] = known
      } else {
        groupOf[place] = representatives.count
        classesOfHash[hashes[place], default: []].append(representatives.count)
        representatives.append(place)
      }
    }
    var rowStart: [Int32] = [0]
    var rowBase: [Int32] = []
    var rowCoefficient: [Int32] = []
    var memberStart = [Int32](repeating: 0, count: representatives.count + 1)
    for place in touched.indices { memberStart[groupOf[place] + 1] += 1 }
    for group in representatives.indices { memberStart[group + 1] += memberStart[group] }
    for place in representatives {
      let entries = Int(starts[place])..<Int(starts[place + 1])
      rowBase.append(contentsOf: entryBase[entries])
      rowCoefficient.append(contentsOf: entryCoefficient[entries])
      rowStart.append(Int32(rowBase.count))
    }
    var fill = memberStart
    var members = [Int32](repeating: 0, count: touched.count)
    for (place, cell) in touched.enumerated() {
      let group = groupOf[place]
      members[Int(fill[group])] = cell
      fill[group] += 1
      local[Int(cell)] = Int32(group)
    }
    self.rowStart = rowStart
    self.rowBase = rowBase
    self.rowCoefficient = rowCoefficient
    self.memberStart = memberStart
    self.members = members
    self.touched = touched.sorted()
    classOfTouched = self.touched.map { local[Int($0)] }
    sums = Self.sums(incidence, touched, classOfCell: local, count: representatives.count)
  }

  /// Parts outside do not move; a whole whose one moving part is itself says nothing.
  private static func sums(
    _ incidence: Incidence, _ touched: [Int32], classOfCell: [Int32], count: Int
  ) -> [[[Int32]]] {
    var sums = [[[Int32]]](repeating: [], count: count)
    var seen = [Int](repeating: -1, count: count)
    var moving: [Int32] = []
    var number = 0
    for cell in touched {
      let whole = Int(classOfCell[Int(cell)])
      for parts in incidence.sumRanges(Int(cell)) {
        moving.removeAll(keepingCapacity: true)
        number += 1
        for place in parts {
          let group = classOfCell[Int(incidence.sumPart[place])]
          if group >= 0, seen[Int(group)] != number {
            seen[Int(group)] = number
            moving.append(group)
          }
        }
        guard moving.count > 1 else { continue }
        moving.sort()
        if !sums[whole].contains(moving) { sums[whole].append(moving) }
      }
    }
    return sums
  }

  private static func mix(_ seed: UInt64) -> UInt64 {
    var z = seed &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
