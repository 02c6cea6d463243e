import Suppression

/// Which cells of a system are hidden, and the attacker's verdict on it: chosen and attacked now, or
/// known from an earlier build of the very same system.
///
/// Only a pattern with nothing to object to is remembered, and only for a question that is the same
/// to the last byte: the unknowns and their values, every sum, every requirement, weight and option.
struct ProvedPattern {
  let statuses: [Pattern.Status]
  let verdict: Verdict

  /// - Parameter unpublished: cells that stand in no table, with nothing asked of them.
  init(
    _ system: AdditiveSystem, base: [Int], unsafe: [UnsafeCell], unpublished: [UnsafeCell],
    weights: [Double], options: ProtectionOptions, memory: (any PatternMemory)?
  ) throws(SuppressionError) {
    let question =
      memory == nil
      ? nil
      : Self.question(
        system, base: base, unsafe: unsafe, unpublished: unpublished, weights: weights,
        options: options)
    if let question, let marks = memory?.answer(to: question.bytes),
      marks.count == system.cells.count
    {
      let forbidden = Set((unsafe + unpublished).map { system.twin[$0.cell] })
      statuses = marks.indices.map { cell in
        if marks[cell] == 0 { return .published }
        return forbidden.contains(system.twin[cell]) ? .unsafe : .complementary
      }
      verdict = Verdict(
        cells: marks.count,
        hidden: marks.indices.count { marks[$0] != 0 && !options.alreadyPublic.contains($0) },
        exact: [], narrow: [], unproved: [])
      return
    }
    let values = try system.values(of: base)
    let pattern = try protect(
      system, base: base, unsafe: unsafe + unpublished, weights: weights, options: options)
    // The attacker gets what will be published, what was published, and nothing else.
    var published = pattern.published(values)
    for cell in options.alreadyPublic { published[cell] = values[cell] }
    statuses = pattern.statuses
    verdict = try Attacker(system: system, published: published).verdict(
      required: unsafe, witnesses: pattern.witnesses)
    if let question, verdict.isSafe, verdict.unproved.isEmpty {
      memory?.keep(statuses.map { $0 == .published ? 0 : 1 }, to: question.bytes)
    }
  }

  private static func question(
    _ system: AdditiveSystem, base: [Int], unsafe: [UnsafeCell], unpublished: [UnsafeCell],
    weights: [Double], options: ProtectionOptions
  ) -> Question {
    var question = Question("pattern 3")
    question.add(base)
    question.add(system.cells.count)
    for cell in system.cells {
      question.add(cell.bases)
      question.add(cell.coefficients)
    }
    question.add(unsafe.count)
    for entry in unsafe + unpublished {
      question.add(entry.cell)
      switch entry.requirement {
      case .interval(let range):
        question.add([0, range.lowerBound, range.upperBound])
      case .sliding(let width): question.add([1, width])
      }
    }
    question.add(weights)
    question.add(options.alreadyPublic.sorted())
    question.add(options.mustStayPublished.sorted())
    question.add(options.improves)
    question.add(options.exchanges)
    return question
  }
}
