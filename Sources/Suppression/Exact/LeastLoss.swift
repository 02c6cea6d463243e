/// The least loss of any pattern that protects, or a bound on it: rows are generated until the
/// cheapest choice that fits them protects (Fischetti & Salazar 2000, 2001).
///
/// The rows speak of tables of any numbers ≥ 0; a choice that protects these and not whole tables
/// is cut off with all that hide less.
struct LeastLoss {
  private let choice: HidingChoice
  private let bound: AttackerBound
  private var master: Master
  private let limits: ExactLimits
  /// Proved: no pattern loses less.
  private(set) var lowerBound: Double

  init(
    _ incidence: Incidence, _ demand: Demand, table: [Int], weights: [Double], limits: ExactLimits
  ) {
    choice = HidingChoice(incidence, demand, table: table, weights: weights)
    bound = AttackerBound(choice, table: table)
    master = Master(cost: choice.cost)
    master.add(choice.equationRows())
    lowerBound = choice.constant
    self.limits = limits
  }

  /// Raises the bound as far as the relaxation goes.
  ///
  /// On large systems as far as `limits.programs` allow: a side for which no row was broken rests for
  /// some rounds. Whatever rows there are, the bound holds.
  mutating func relax() {
    let isLarge = choice.cellCount > limits.cells
    var programs = isLarge ? limits.programs : .max
    var wakes = [Int](repeating: 0, count: choice.wanted.count)
    for round in 0...limits.rounds {
      guard let (cost, point) = master.relaxation() else { return }
      lowerBound = max(lowerBound, choice.constant + cost)
      if programs <= 0 || round == limits.rounds { return }
      var new: [MasterRow] = []
      var looked = 0
      for (side, (group, need)) in choice.wanted.enumerated()
      where wakes[side] <= round && programs > 0 {
        programs -= 1
        looked += 1
        if let row = bound.row(group, need: need, at: point, isWhole: false) {
          new.append(row)
        } else if isLarge {
          wakes[side] = round + 4
        }
      }
      if master.add(new) == 0 {
        if looked == wakes.count { return }
        wakes = wakes.map { _ in 0 }
      }
    }
  }

  /// Looks for a pattern cheaper than one known, until none is.
  ///
  /// - Parameters:
  ///   - known: the protector that holds the best pattern so far.
  ///   - start: makes a protector for which some cells are hidden already.
  /// - Returns: the best protector, and whether nothing is cheaper.
  mutating func search(
    from known: Protector, start: ([Bool]) -> Protector
  ) -> (best: Protector, isLeast: Bool) {
    var best = known
    for _ in 0..<limits.choices {
      let ceiling = best.loss - choice.constant - 1e-7
      if lowerBound >= best.loss - 1e-7 { return (best, true) }
      let answer = master.solve(below: ceiling, nodes: limits.nodes)
      lowerBound = max(lowerBound, min(best.loss, choice.constant + answer.bound))
      guard let columns = answer.columns else { return (best, answer.isComplete) }
      let hidden = cells(columns)
      var trial = start(hidden)
      let point = columns.map { $0 ? 1.0 : 0.0 }
      let open = trial.unproved()
      if open.isEmpty {
        if trial.loss < best.loss { best = trial }
        if answer.isComplete { return (best, true) }
        return (best, false)
      }
      var new: [MasterRow] = []
      for (group, need) in choice.wanted {
        if let row = bound.row(group, need: need, at: point, isWhole: true) { new.append(row) }
      }
      if master.add(new) == 0 {
        // Only whole tables show that it does not protect; nor does then anything within it.
        guard !trial.gaveUp else { return (best, false) }
        let others = columns.indices.filter { !columns[$0] }
        master.add([MasterRow(terms: others.map { ($0, 1) }, least: 1)])
      }
      // What it takes to mend the choice may be a better pattern already.
      if trial.protect() == nil, trial.giveBack() == nil, trial.loss < best.loss - 1e-9 {
        best = trial
      }
    }
    return (best, false)
  }

  /// The cells of the incidence that columns hide.
  private func cells(_ columns: [Bool]) -> [Bool] {
    var hidden = [Bool](repeating: false, count: choice.cellCount)
    for (column, isHidden) in columns.enumerated() where isHidden {
      for cell in choice.scope.cells(choice.classOfColumn[column]) { hidden[Int(cell)] = true }
    }
    return hidden
  }
}

/// How far an exact search goes; never measured by the clock.
public struct ExactLimits: Sendable, Hashable {
  /// Cells up to which the least loss is looked for.
  public var cells = 320
  /// Whether the bound of the relaxation is worked out for larger systems.
  public var boundsLargerSystems = false
  /// Rounds of rows for the relaxation.
  public var rounds = 60
  /// Attacker's programs for the relaxation of larger systems.
  public var programs = 6_000
  /// Choices looked at.
  public var choices = 100
  /// Branch-and-cut nodes of each.
  public var nodes = 2_000

  public init() {}
}
