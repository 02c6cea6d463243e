import Suppression

/// The tables of one population put together again as one additive system, from outside.
///
/// What is read beside the figures, in the JSON files: which categories are part of which, which
/// dataset is part of which (`subsetOf`), and which rows a series counts (`filter`).
struct Rebuild {
  let system: AdditiveSystem
  /// What an outsider knows of each cell; nil where hidden.
  let known: [Int?]
  /// The codes of each cell: table, then one category a dimension.
  let codes: [[String]]
  let kinds: [Kind]

  enum Kind: Sendable, Hashable {
    /// It stands in a table.
    case shown
    /// It stands in a table, rounded: it lies within bounds.
    case rounded
    /// What is left of a whole less its part.
    case rest
    /// All of a group but those in one category; `group` is the whole group.
    case others(group: Int)
  }

  /// More unknowns than this are not attacked.
  static let largest = 4_000_000

  /// - Parameters:
  ///   - tables: tables of one population, the period first.
  ///   - earlier: the tables of each other release.
  /// - Returns: nil where there are too many unknowns, or none.
  init?(_ current: [OutsideTable], earlier: [[OutsideTable]]) throws(SuppressionError) {
    let memory = ReleaseMemory(current, earlier)
    let tables = current + memory.gone
    let axes = OutsideAxis.all(of: tables)
    guard let family = OutsideFamily(tables) else { return nil }
    var count = family.ways.count
    for axis in axes {
      let (product, overflow) = count.multipliedReportingOverflow(by: axis.leaves.count)
      guard !overflow, product <= Self.largest else { return nil }
      count = product
    }
    guard count > 0 else { return nil }
    var cells: [AdditiveSystem.Cell] = []
    var known: [Int?] = []
    var codes: [[String]] = []
    var kinds: [Kind] = []
    func unknowns(_ table: OutsideTable, _ path: [String]) -> [Int] {
      var positions = family.ways(in: table.dataset)
      for axis in axes {
        let chosen = axis.places(of: path, in: table)
        positions = positions.flatMap { start in
          chosen.map { start * axis.leaves.count + $0 }
        }
      }
      return positions
    }
    for table in tables {
      let parts = tables.filter { family.isPart($0, of: table) }
      for (path, entry) in table.entries.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
        guard entry != .absent else { continue }
        let cell = [table.code] + path
        cells.append(AdditiveSystem.Cell(codes: cell, bases: unknowns(table, path)))
        codes.append(cell)
        let number = memory.knowledge(of: path, in: table, entry)
        let counts = number.map { table.counts(shownAs: $0) }
        if let counts, counts.count > 1 {
          // What lacks to the greatest is as much as from the least to the greatest, at most.
          let bases = cells[cells.count - 1].bases
          known.append(nil)
          kinds.append(.rounded)
          for (bases, sum) in [
            (bases + [count], counts.upperBound),
            ([count, count + 1], counts.upperBound - counts.lowerBound),
          ] {
            cells.append(AdditiveSystem.Cell(codes: cell, bases: bases))
            codes.append(cell)
            known.append(sum)
            kinds.append(.rounded)
          }
          count += 2
        } else {
          known.append(number)
          kinds.append(.shown)
        }
        for part in parts where part.entries[path].map({ $0 != .absent }) ?? false {
          let counted = Set(unknowns(part, path))
          let rest = unknowns(table, path).filter { !counted.contains($0) }
          if rest.isEmpty { continue }
          cells.append(AdditiveSystem.Cell(codes: cell, bases: rest))
          codes.append(["\(table.code) − \(part.code)"] + path)
          known.append(nil)
          kinds.append(.rest)
        }
      }
    }
    for table in current where table.measure == "count" {
      for place in table.dimensions.indices
      where table.allInOneCategory.contains(table.dimensions[place].code) {
        let leaves = table.leaves(of: place)
        guard leaves.count > 1 else { continue }
        for (path, entry) in table.entries.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
        where entry != .absent && table.isTotal(path[place], of: place) {
          guard let group = codes.firstIndex(of: [table.code] + path) else { continue }
          for one in leaves {
            let others = leaves.filter { $0 != one }.flatMap { other -> [Int] in
              var path = path
              path[place] = other
              return unknowns(table, path)
            }
            cells.append(
              AdditiveSystem.Cell(codes: codes[group], bases: Set(others).sorted()))
            codes.append(codes[group])
            known.append(nil)
            kinds.append(.others(group: group))
          }
        }
      }
    }
    system = try AdditiveSystem(baseCount: count, cells: cells)
    self.known = known
    self.codes = codes
    self.kinds = kinds
  }
}
