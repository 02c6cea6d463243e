/// Chooses which further cells to hide, so that every unsafe cell keeps what it requires.
///
/// The guarantee is on the attacker's feasibility interval given all values that stay published,
/// and non-negativity. The same input always gives the same pattern.
///
/// - Parameters:
///   - base: the true value of each base cell.
///   - unsafe: the unsafe cells; a twin of an unsafe cell is unsafe too.
///   - weights: the loss of hiding each cell, > 0; `nil` takes ``standardWeights(_:values:)``.
/// - Throws: `unsafeButPublic`, `cannotProtect`, `limitReached`, and what ``AdditiveSystem/values(of:)`` throws.
public func protect(
  _ system: AdditiveSystem, base: [Int], unsafe: [UnsafeCell], weights: [Double]? = nil,
  options: ProtectionOptions = ProtectionOptions()
) throws(SuppressionError) -> Pattern {
  let values = try system.values(of: base)
  let incidence = Incidence(system)
  let demand = try Demand(system, incidence, values, unsafe, options)
  let all = weights ?? standardWeights(system, values: values)
  guard all.count == system.cells.count else { throw .malformedSystem(codes: []) }
  var merged = [Double](repeating: 0, count: incidence.cellCount)
  for (cell, number) in incidence.number.enumerated() { merged[number] += max(all[cell], 1e-6) }
  var protector = Protector(
    system, incidence, table: base, sides: demand.sides, unsafe: demand.isUnsafe,
    fixed: demand.isFixed, weights: merged, nodes: options.nodes)
  func failure(_ side: Side) -> SuppressionError {
    let codes = system.cells[incidence.origin[side.cell]].codes
    return protector.gaveUp ? .limitReached(codes: codes) : .cannotProtect(codes: codes)
  }
  if let failed = protector.protect() { throw failure(failed) }
  if options.improves {
    if let failed = protector.giveBack() { throw failure(failed) }
    for _ in 0..<options.exchanges {
      if !protector.exchange() { break }
    }
  }
  var lowerBound: Double?
  var isLeast = false
  if let limits = options.exact,
    system.cells.count <= limits.cells || limits.boundsLargerSystems
  {
    var least = LeastLoss(incidence, demand, table: base, weights: merged, limits: limits)
    least.relax()
    if system.cells.count <= limits.cells {
      let known = protector
      (protector, isLeast) = least.search(from: known) { known.afresh(hiding: $0) }
    }
    lowerBound = isLeast ? protector.loss : min(least.lowerBound, protector.loss)
  }
  return Pattern(
    statuses: incidence.number.map {
      demand.isUnsafe[$0] ? .unsafe : protector.isHidden[$0] ? .complementary : .published
    },
    loss: protector.loss, lowerBound: lowerBound,
    witnesses: Witnesses(base: base, moves: protector.certificates.proving))
}

/// Unsafe cells of a system by a list of rules that look at totals only.
///
/// Where several rules forbid a cell, the widest requirement holds.
public func unsafeCells(
  _ system: AdditiveSystem, values: [Int], rules: [any SensitivityRule]
) -> [UnsafeCell] {
  unsafeCells(contents: values.map { CellContent(total: $0) }, rules: rules)
}

/// Unsafe cells by a list of rules, with all that the rules may look at (one a cell).
public func unsafeCells(
  contents: [CellContent], rules: [any SensitivityRule]
) -> [UnsafeCell] {
  contents.enumerated().compactMap { index, content in
    let requirements = rules.filter { $0.isUnsafe(content) }
      .map { $0.requirement(for: content) }
    guard let first = requirements.first else { return nil }
    return UnsafeCell(
      cell: index, requirement: requirements.dropFirst().reduce(first) { $0.joined($1) })
  }
}

/// Every cell costs the same to hide, a little more when it is a larger figure or a wider total.
public func standardWeights(_ system: AdditiveSystem, values: [Int]) -> [Double] {
  values.map { 1 + 0.1 * Double($0.magnitude + 1).logarithm }
}

extension Requirement {
  /// Both at once, as a range where possible.
  func joined(_ other: Requirement) -> Requirement {
    switch (self, other) {
    case (.interval(let a), .interval(let b)):
      .interval(min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound))
    case (.sliding(let a), .sliding(let b)): .sliding(width: max(a, b))
    case (.interval(let a), .sliding(let width)), (.sliding(let width), .interval(let a)):
      .interval(a.lowerBound...max(a.upperBound, a.lowerBound + width))
    }
  }
}
