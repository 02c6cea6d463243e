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
  /// The class of every cell that moves here.
  let classOfCell: [Int: Int]
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

  init(_ bases: [Int], in incidence: Incidence) {
    self.bases = bases
    var local: [Int32: Int] = [:]
    var touched: [Int32] = []
    var counts: [Int32] = []
    for base in bases {
      for entry in incidence.column(base) {
        let cell = incidence.columnCell[entry]
        if let place = local[cell] {
          counts[place] += 1
        } else {
          local[cell] = touched.count
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
        guard let place = local[incidence.columnCell[entry]] else { continue }
        let slot = Int(next[place])
        next[place] += 1
        entryBase[slot] = Int32(position)
        let coefficient = incidence.columnCoefficient[entry]
        entryCoefficient[slot] = coefficient
        hashes[place] &+= mixed &* UInt64(bitPattern: Int64(coefficient))
      }
    }
    var classesOfHash: [UInt64: [Int]] = [:]
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
    var memberCounts = [Int32](repeating: 0, count: representatives.count + 1)
    for place in touched.indices { memberCounts[groupOf[place] + 1] += 1 }
    for group in representatives.indices { memberCounts[group + 1] += memberCounts[group] }
    for place in representatives {
      let entries = Int(starts[place])..<Int(starts[place + 1])
      rowBase.append(contentsOf: entryBase[entries])
      rowCoefficient.append(contentsOf: entryCoefficient[entries])
      rowStart.append(Int32(rowBase.count))
    }
    var fill = memberCounts
    var members = [Int32](repeating: 0, count: touched.count)
    var classOfCell: [Int: Int] = [:]
    classOfCell.reserveCapacity(touched.count)
    for (place, cell) in touched.enumerated() {
      let group = groupOf[place]
      members[Int(fill[group])] = cell
      fill[group] += 1
      classOfCell[Int(cell)] = group
    }
    self.rowStart = rowStart
    self.rowBase = rowBase
    self.rowCoefficient = rowCoefficient
    memberStart = memberCounts
    self.members = members
    self.classOfCell = classOfCell
    var sums = [[[Int32]]](repeating: [], count: representatives.count)
    for (place, cell) in touched.enumerated() {
      for parts in incidence.sums(Int(cell)) {
        // Parts outside do not move; a cell whose one moving part is its whole says nothing.
        let moving = Set(parts.compactMap { classOfCell[Int($0)] })
        if moving.count > 1 { sums[groupOf[place]].append(moving.sorted().map(Int32.init)) }
      }
    }
    self.sums = sums
  }

  private static func mix(_ seed: UInt64) -> UInt64 {
    var z = seed &* 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
