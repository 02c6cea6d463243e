import Datasets
import Partnership
import Publication
import Suppression

/// The tables of one population with a decision for every cell, and the attacker's verdict on it.
struct ProtectedTables {
  let layouts: [TableLayout]
  let system: AdditiveSystem
  /// The true values: below the gate.
  let values: [Int]
  let statuses: [Pattern.Status]
  let verdict: Verdict
  /// Where each layout's cells begin in the system.
  let starts: [Int]
  /// Where the cells that only earlier releases have begin in the system.
  let plannedCount: Int

  /// Protects all layouts together, as one additive system, and attacks what would be published.
  ///
  /// - Parameters:
  ///   - totalsAreExact: whether tables without breakdown are shown whatever their size.
  ///   - remembered: cells that earlier releases have and no table has now.
  ///   - isPublic: whether an earlier release showed this value of a cell: the attacker has it, and
  ///     hiding it now protects nobody.
  ///   - memory: what earlier builds chose and proved.
  init(
    _ layouts: [TableLayout], population: Population, rules: [any SensitivityRule],
    totalsAreExact: Bool = false, remembered: [AdditiveSystem.Cell] = [],
    memory: (any PatternMemory)? = nil,
    isPublic: (_ codes: [String], _ value: Int) -> Bool = { _, _ in false }
  ) throws(SuppressionError) {
    var cells: [AdditiveSystem.Cell] = []
    var contents: [CellContent] = []
    var weights: [Double] = []
    var starts: [Int] = []
    for layout in layouts {
      starts.append(cells.count)
      for position in 0..<layout.cellCount {
        let indices = layout.indices(at: position)
        let members = population.members(layout.wanted(at: indices))
        cells.append(AdditiveSystem.Cell(codes: layout.codes(at: position), bases: members))
        let total = members.reduce(0) { $0 + population.values[$1] }
        contents.append(
          CellContent(total: total, contributions: population.contributions(of: members)))
        weights.append(layout.weight(at: indices))
      }
    }
    plannedCount = cells.count
    for cell in remembered {
      let total = cell.bases.reduce(0) { $0 + population.values[$1] }
      // A table that is gone is still in the attacker's hands, where its figures hold.
      guard isPublic(cell.codes, total) else { continue }
      cells.append(cell)
      contents.append(CellContent(total: total))
      weights.append(1)
    }
    let system = try AdditiveSystem(baseCount: population.values.count, cells: cells)
    let values = try system.values(of: population.values)
    var options = ProtectionOptions()
    options.alreadyPublic = Set(
      cells.indices.filter { isPublic(cells[$0].codes, values[$0]) })
    let known = Set(options.alreadyPublic.map { system.twin[$0] })
    if totalsAreExact {
      for (index, layout) in layouts.enumerated() where layout.plan.dimensions.isEmpty {
        options.mustStayPublished.formUnion(starts[index]..<(starts[index] + layout.cellCount))
      }
    }
    let exact = Set(options.mustStayPublished.map { system.twin[$0] })
    let unsafe = unsafeCells(contents: contents, rules: rules)
      .filter { !known.contains(system.twin[$0.cell]) && !exact.contains(system.twin[$0.cell]) }
    let standard = standardWeights(system, values: values)
    let pattern = try ProvedPattern(
      system, base: population.values, unsafe: unsafe,
      weights: zip(weights, standard).map { $0 * $1 }, options: options, memory: memory)
    self.layouts = layouts
    self.system = system
    self.values = values
    statuses = pattern.statuses
    verdict = pattern.verdict
    self.starts = starts
  }

  func isHidden(_ layout: Int, _ position: Int) -> Bool {
    statuses[starts[layout] + position] != .published
  }

  func value(_ layout: Int, _ position: Int) -> Int { values[starts[layout] + position] }
}

extension TableLayout {
  /// Headline cells are dear to hide, margins less, inner cells least.
  fileprivate func weight(at indices: [Int]) -> Double {
    let inner = zip(indices, dimensions).dropFirst().count { !$1.categories[$0].isTotal }
    switch inner {
    case 0: return 200
    case 1 where dimensions.count > 2: return 10
    default: return 1
    }
  }
}

extension Population {
  /// What each contributor gives to a sum of unknowns.
  fileprivate func contributions(of members: [Int]) -> [Int] {
    guard !contributions.isEmpty else { return [] }
    var sums: [Int: Int] = [:]
    var alone: [Int] = []
    for member in members {
      for part in contributions[member] {
        // A row without a named contributor is one by itself.
        if part.contributor < 0 {
          alone.append(part.amount)
        } else {
          sums[part.contributor, default: 0] += part.amount
        }
      }
    }
    return sums.sorted { $0.key < $1.key }.map(\.value) + alone
  }
}
