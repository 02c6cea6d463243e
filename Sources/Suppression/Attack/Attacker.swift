/// An outsider who knows every published figure, how cells add up, and that counts are whole
/// numbers ≥ 0. Works from the published values alone.
public struct Attacker: Sendable {
  public let system: AdditiveSystem
  /// One a cell; `nil` where hidden.
  public let published: [Int?]
  private let incidence: Incidence
  private let residue: Residue

  /// - Throws: `contradiction` when published figures plainly disagree (twins with two values, a
  ///   negative rest), `malformedSystem` when `published` has another length than the system.
  public init(
    system: AdditiveSystem, published: [Int?]
  ) throws(SuppressionError) {
    guard published.count == system.cells.count else { throw .malformedSystem(codes: []) }
    self.system = system
    self.published = published
    incidence = Incidence(system)
    residue = try Residue(system, incidence, published)
  }

  /// The feasibility interval of one cell, by two linear programs.
  ///
  /// Whole numbers: rounded inward, and made exact by branch and bound where that ends soon.
  ///
  /// - Throws: `contradiction` when no table fits the published figures.
  public func feasibilityInterval(
    of cell: Int
  ) throws(SuppressionError) -> FeasibilityInterval {
    guard system.cells.indices.contains(cell) else { throw .malformedSystem(codes: []) }
    let number = incidence.number[cell]
    var known = 0
    var lower = 0
    var upper: Int? = 0
    for block in residue.blocks() {
      let inside = Set(block.bases)
      let open = OpenBlock(bases: block.bases, rows: block.rows)
      guard open.table(nodes: 0) != nil else {
        throw .contradiction(codes: codes(block))
      }
      let terms = incidence.row(number).compactMap {
        entry -> (base: Int, coefficient: Int)? in
        let base = Int(incidence.rowBase[entry])
        return inside.contains(base)
          ? (base, Int(incidence.rowCoefficient[entry])) : nil
      }
      if terms.isEmpty { continue }
      lower += open.least(terms, nodes: 400) ?? 0
      let most = open.least(terms.map { ($0.base, -$0.coefficient) }, nodes: 400)
      upper = upper.flatMap { sum in most.map { sum - $0 } }
    }
    for entry in incidence.row(number) {
      if let value = residue.known[Int(incidence.rowBase[entry])] {
        known += Int(incidence.rowCoefficient[entry]) * value
      }
    }
    return FeasibilityInterval(lower: known + lower, upper: upper.map { $0 + known })
  }

  /// Attacks every hidden cell.
  ///
  /// One table that fits is found first; moves away from it prove what is possible, each of them
  /// for many cells, and what no move reaches is impossible.
  ///
  /// - Parameters:
  ///   - required: what must stay possible of which hidden cell. Of other hidden cells only whether
  ///     they can be worked out exactly is looked at.
  ///   - witnesses: tables said to fit. Each is checked against the published figures; what they
  ///     show need not be searched for. An outsider has none.
  /// - Throws: `contradiction` when no table fits the published figures.
  public func verdict(
    required: [UnsafeCell] = [], witnesses: Witnesses? = nil
  ) throws(SuppressionError) -> Verdict {
    var wanted: [Int: Requirement] = [:]
    for entry in required {
      guard system.cells.indices.contains(entry.cell) else { throw .malformedSystem(codes: []) }
      let number = incidence.number[entry.cell]
      wanted[number] = wanted[number]?.joined(entry.requirement) ?? entry.requirement
    }
    let shown = witnesses.flatMap { fits($0.base) ? $0 : nil }
    let table: [Int]
    if let shown { table = shown.base } else { table = try fittingTable() }
    var raid = Raid(system, incidence, residue, table: table, wanted: wanted)
    if let shown { raid.learn(from: shown) }
    raid.run()
    return verdict(raid)
  }

  private func verdict(_ raid: Raid) -> Verdict {
    func cells(where isMeant: (Int) -> Bool) -> [Int] {
      system.cells.indices.filter { isMeant(incidence.number[$0]) }
    }
    let exact = system.cells.indices.filter { cell in
      let number = incidence.number[cell]
      return published[cell] == nil
        && (residue.isPublished[number] || raid.exact.contains(number))
    }
    return Verdict(
      cells: system.cells.count, hidden: published.count { $0 == nil }, exact: exact,
      narrow: cells { raid.narrow.contains($0) },
      unproved: cells { raid.unproved.contains($0) })
  }

  /// Attacks as one who sees marks only, not which hidden cells are unsafe: a hidden cell that is
  /// surely in 1...(threshold − 1) must leave that whole range possible.
  public func verdict(threshold: Int) throws(SuppressionError) -> Verdict {
    let range = 1...max(1, threshold - 1)
    let hidden = published.indices.filter { published[$0] == nil }
    let first = try verdict(
      required: hidden.map { UnsafeCell(cell: $0, requirement: .interval(range)) })
    var narrow: [Int] = []
    for cell in first.narrow {
      let interval = try feasibilityInterval(of: cell)
      if interval.lower >= 1, let upper = interval.upper, upper < threshold {
        narrow.append(cell)
      }
    }
    return Verdict(
      cells: first.cells, hidden: first.hidden, exact: first.exact, narrow: narrow,
      unproved: first.unproved)
  }

  /// Whether a table is one of counts, and has every figure that is published.
  private func fits(_ table: [Int]) -> Bool {
    guard table.count == system.baseCount, table.allSatisfy({ $0 >= 0 }),
      system.empty.allSatisfy({ table[$0] == 0 }), let values = try? system.values(of: table)
    else { return false }
    return zip(published, values).allSatisfy { $0 == nil || $0 == $1 }
  }

  /// One table that fits all that is published.
  private func fittingTable() throws(SuppressionError) -> [Int] {
    var table = residue.known.map { $0 ?? 0 }
    for block in residue.blocks() {
      let open = OpenBlock(bases: block.bases, rows: block.rows)
      guard let found = open.table(nodes: 2000) else {
        throw .contradiction(codes: codes(block))
      }
      guard found.isWhole else { throw .limitReached(codes: codes(block)) }
      for (base, value) in zip(block.bases, found.values) { table[base] = Int(value.rounded()) }
    }
    return table
  }

  private func codes(_ block: Residue.Block) -> [String] {
    block.rows.first.map { system.cells[incidence.origin[$0.cell]].codes } ?? []
  }
}
