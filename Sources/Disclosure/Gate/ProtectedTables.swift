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
  /// Where each layout's cells begin in the system.
  let starts: [Int]
  /// Where the cells that stand in no table begin in the system.
  let plannedCount: Int
  /// Hidden cells that an attacker works out exactly, and unsafe ones of which more can be proved than
  /// their mark says.
  let exact: Set<Int>
  let narrow: Set<Int>
  /// What the attacker has of each cell; nil where hidden.
  let published: [Int?]
  /// What must stay possible of each unsafe cell.
  let required: [UnsafeCell]
  /// For each unsafe cell the codes of the rules that forbid showing it.
  private let broken: [Int: [String]]

  var isSafe: Bool { exact.isEmpty && narrow.isEmpty }

  /// Protects all layouts together, as one additive system, and attacks what would be published.
  ///
  /// - Parameters:
  ///   - sensitiveColumns: dimensions of which nobody may learn that all of a group are in one category.
  ///   - intervalWidth: how far apart the ends of what stays possible of an unsafe cell are, at least.
  ///   - isSliding: whether that width may lie anywhere, rather than begin where the mark does.
  ///   - totalsAreExact: whether tables without breakdown are shown whatever their size.
  ///   - totalsStay: whether they are never hidden to protect another.
  ///   - remembered: cells that earlier releases have and no table has now.
  ///   - memory: what earlier builds chose and proved.
  ///   - isPublic: whether everybody has this value of a cell, from an earlier release or elsewhere:
  ///     hiding it now protects nobody.
  init(
    _ layouts: [TableLayout], population: Population, rules: [any SensitivityRule],
    sensitiveColumns: [String] = [], intervalWidth: Int? = nil, isSliding: Bool = false,
    totalsAreExact: Bool = false, totalsStay: Bool = false,
    remembered: [AdditiveSystem.Cell] = [], memory: (any PatternMemory)? = nil,
    isPublic: (_ codes: [String], _ value: Int) -> Bool = { _, _ in false }
  ) throws(SuppressionError) {
    var cells: [AdditiveSystem.Cell] = []
    var contents: [CellContent] = []
    var weights: [Double] = []
    var starts: [Int] = []
    func add(_ cell: AdditiveSystem.Cell, weight: Double) {
      cells.append(cell)
      let total = cell.bases.reduce(0) { $0 + population.values[$1] }
      contents.append(
        CellContent(total: total, contributions: population.contributions(of: cell.bases)))
      weights.append(weight)
    }
    for layout in layouts {
      starts.append(cells.count)
      for position in 0..<layout.cellCount {
        let indices = layout.indices(at: position)
        add(
          AdditiveSystem.Cell(
            codes: layout.codes(at: position),
            bases: layout.bases(at: indices, in: population)),
          weight: layout.weight(at: indices))
      }
    }
    let planned = cells.count
    plannedCount = planned
    // A table that is gone is still in the attacker's hands, where its figures hold; where they do not,
    // what they are now is not to be told either.
    for cell in remembered { add(cell, weight: 1) }
    let others = layouts.flatMap { $0.others(of: sensitiveColumns, in: population) }
    let othersStart = cells.count
    for cell in others { add(cell, weight: 1) }
    let system = try AdditiveSystem(baseCount: population.values.count, cells: cells)
    let values = try system.values(of: population.values)
    var options = ProtectionOptions()
    options.alreadyPublic = Set(
      (0..<othersStart).filter { isPublic(cells[$0].codes, values[$0]) })
    let known = Set(options.alreadyPublic.map { system.twin[$0] })
    if totalsAreExact {
      for (index, layout) in layouts.enumerated() where layout.plan.dimensions.isEmpty {
        options.mustStayPublished.formUnion(starts[index]..<(starts[index] + layout.cellCount))
      }
    }
    if totalsStay {
      for (index, layout) in layouts.enumerated() where layout.plan.dimensions.isEmpty {
        options.mustStayPublished.formUnion(
          (starts[index]..<(starts[index] + layout.cellCount)).filter { cell in
            !rules.contains { $0.isUnsafe(contents[cell]) }
          })
      }
    }
    let shown = known.union(options.mustStayPublished.map { system.twin[$0] })
    let broken = Self.brokenRules(
      contents, rules, oneCategory: (othersStart..<cells.count)
    )
    .filter { !shown.contains(system.twin[$0.key]) }
    var unsafe = unsafeCells(contents: Array(contents[..<othersStart]), rules: rules)
    if let intervalWidth {
      unsafe = unsafe.map {
        UnsafeCell(
          cell: $0.cell,
          requirement: isSliding
            ? .sliding(width: intervalWidth) : $0.requirement.widened(to: intervalWidth))
      }
    }
    // That nobody is in the others must not be told: somebody may be.
    unsafe += (othersStart..<cells.count).map {
      UnsafeCell(cell: $0, requirement: .interval(0...1))
    }
    unsafe.removeAll { shown.contains(system.twin[$0.cell]) }
    let isUnsafe = Set(unsafe.map(\.cell))
    // What stands in no table is not published, unsafe or not.
    let unpublished = (planned..<cells.count).filter {
      !shown.contains(system.twin[$0]) && !isUnsafe.contains($0) && system.twin[$0] >= planned
    }
    let standard = standardWeights(system, values: values)
    let pattern = try ProvedPattern(
      system, base: population.values, unsafe: unsafe,
      unpublished: unpublished.map {
        UnsafeCell(cell: $0, requirement: .interval(values[$0]...values[$0]))
      },
      weights: zip(weights, standard).map { $0 * $1 }, options: options, memory: memory)
    let verdict = pattern.verdict
    (exact, narrow) = Self.objections(verdict, plannedCount: planned, unsafe: isUnsafe)
    self.layouts = layouts
    self.system = system
    self.values = values
    statuses = pattern.statuses
    published = values.indices.map { cell in
      pattern.statuses[cell] == .published || options.alreadyPublic.contains(cell)
        ? values[cell] : nil
    }
    required = unsafe
    self.starts = starts
    self.broken = broken
  }

  /// By cell the codes of the rules that forbid showing it.
  private static func brokenRules(
    _ contents: [CellContent], _ rules: [any SensitivityRule], oneCategory: Range<Int>
  ) -> [Int: [String]] {
    var broken: [Int: [String]] = [:]
    for (cell, content) in contents.enumerated() {
      let codes =
        oneCategory.contains(cell)
        ? ["all-in-one-category"] : rules.filter { $0.isUnsafe(content) }.map(\.code)
      if !codes.isEmpty { broken[cell] = codes }
    }
    return broken
  }

  /// What of a verdict speaks against publishing: of cells that stand in no table only what must not
  /// be told.
  private static func objections(
    _ verdict: Verdict, plannedCount: Int, unsafe: Set<Int>
  ) -> (exact: Set<Int>, narrow: Set<Int>) {
    (
      Set(verdict.exact.filter { $0 < plannedCount || unsafe.contains($0) }),
      Set(verdict.narrow.filter(unsafe.contains))
    )
  }

  /// Whether one who is told that a sum of cells lies within a range learns of a hidden figure what its
  /// mark does not say. The attacker is given the sum as a published figure; a range as two, each with an
  /// unknown that makes up the difference.
  func isGivenAway(
    by sum: [(cell: Int, coefficient: Int)], within range: ClosedRange<Int>
  ) -> Bool {
    let terms = sum.flatMap { term in
      let cell = system.cells[term.cell]
      return zip(cell.bases, cell.coefficients).map {
        (base: $0, coefficient: $1 * term.coefficient)
      }
    }
    let spare = range.count == 1 ? 0 : 2
    var stated: [AdditiveSystem.Cell] = []
    if spare == 0 {
      stated.append(AdditiveSystem.Cell(codes: ["(stated)"], terms: terms))
    } else {
      for coefficient in [-1, 1] {
        stated.append(
          AdditiveSystem.Cell(
            codes: ["(stated)"],
            terms: terms + [(system.baseCount + (coefficient + 1) / 2, coefficient)]))
      }
    }
    do {
      let wider = try AdditiveSystem(
        baseCount: system.baseCount + spare, cells: system.cells + stated, empty: system.empty)
      let bounds = spare == 0 ? [range.lowerBound] : [range.lowerBound, range.upperBound]
      let verdict = try Attacker(system: wider, published: published + bounds)
        .verdict(required: required)
      let objections = Self.objections(
        verdict, plannedCount: plannedCount, unsafe: Set(required.map(\.cell)))
      return !objections.exact.isEmpty || !objections.narrow.isEmpty
    } catch {
      // What cannot be shown to be harmless is not let through.
      return true
    }
  }

  func isHidden(_ layout: Int, _ position: Int) -> Bool {
    statuses[starts[layout] + position] != .published
  }

  func value(_ layout: Int, _ position: Int) -> Int { values[starts[layout] + position] }

  /// Why a hidden cell is.
  func reason(_ layout: Int, _ position: Int) -> CellExplanation.Reason {
    let cell = starts[layout] + position
    guard statuses[cell] == .unsafe else { return .complementary }
    let twins = broken.keys.filter { system.twin[$0] == system.twin[cell] }
    return .unsafe(rules: Set(twins.flatMap { broken[$0] ?? [] }).sorted())
  }
}

extension Requirement {
  /// The same, and at least so wide.
  fileprivate func widened(to width: Int) -> Requirement {
    switch self {
    case .interval(let range):
      .interval(range.lowerBound...max(range.upperBound, range.lowerBound + width))
    case .sliding(let least): .sliding(width: max(least, width))
    }
  }
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
  func contributions(of members: [Int]) -> [Int] {
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
