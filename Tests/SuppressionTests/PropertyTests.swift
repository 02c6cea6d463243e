import Suppression
import Testing

/// Laws that must hold for every table, tried on thousands of tiny ones against an enumerator.
@Suite struct PropertyTests {
  /// A small cube, or arbitrary rows with subsets and differences.
  private static func system(_ dice: inout Dice) throws -> AdditiveSystem {
    if dice.roll(0...1) == 0 {
      let tree = try Hierarchy(
        dimension: "a",
        edges: [("a1", "A"), ("a2", "A")] + (dice.roll(0...3) == 0 ? [("a3", "A")] : []))
      let other = try Hierarchy(dimension: "b", total: "B", codes: ["b1", "b2"])
      return try .cube(dimensions: tree.leaves.count == 3 ? [tree] : [tree, other])
    }
    let bases = dice.roll(2...4)
    var cells: [AdditiveSystem.Cell] = []
    for name in 0..<dice.roll(2...7) {
      let row = (0..<bases).filter { _ in dice.roll(0...1) == 1 }
      if !row.isEmpty { cells.append(.init(codes: ["r\(name)"], bases: row)) }
    }
    if cells.isEmpty { cells.append(.init(codes: ["all"], bases: Array(0..<bases))) }
    return try AdditiveSystem(baseCount: bases, cells: cells)
  }

  @Test("what is hidden stays possible, whole tables counted one by one", arguments: 1...24)
  func protects(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed))
    for round in 0..<100 {
      let system = try Self.system(&dice)
      let threshold = dice.roll(3...4)
      let base = (0..<system.baseCount).map { _ in dice.roll(0...4) }
      let values = try system.values(of: base)
      let rule: any SensitivityRule =
        dice.roll(0...3) == 0
        ? SensitiveZeros(threshold: threshold) : FrequencyRule(threshold: threshold)
      let unsafe = unsafeCells(system, values: values, rules: [rule])
      let pattern: Suppression.Pattern
      do {
        pattern = try protect(system, base: base, unsafe: unsafe)
      } catch {
        // Nothing can be moved where the rows allow one table only; then hiding all fails too.
        let all = values.indices.map { _ in Int?.none }
        let free = BruteForce(system: system, published: all, ceiling: 7).intervals()
        Issue.record("seed \(seed) round \(round): \(error) \(base) \(String(describing: free))")
        continue
      }
      let published = pattern.published(values)
      let ceiling = max(5, base.reduce(0, +))
      let brute = BruteForce(system: system, published: published, ceiling: ceiling)
      let ranges = try #require(brute.intervals())
      for entry in unsafe {
        let found = FeasibilityInterval(
          lower: ranges[entry.cell].lowerBound, upper: ranges[entry.cell].upperBound)
        #expect(
          found.satisfies(entry.requirement),
          "seed \(seed) round \(round) cell \(system.cells[entry.cell].codes) base \(base)")
      }
      let attacker = try Attacker(system: system, published: published)
      let verdict = try attacker.verdict(required: unsafe)
      #expect(verdict.isSafe, "seed \(seed) round \(round)")
      #expect(verdict.unproved.isEmpty, "seed \(seed) round \(round)")
      let again = try protect(system, base: base, unsafe: unsafe)
      #expect(again == pattern, "seed \(seed) round \(round)")
    }
  }

  @Test("the attacker's interval is that of all tables", arguments: 1...24)
  func attacks(seed: Int) throws {
    var dice = Dice(seed: UInt64(seed + 1000))
    for round in 0..<60 {
      let system = try Self.system(&dice)
      let base = (0..<system.baseCount).map { _ in dice.roll(0...3) }
      let values = try system.values(of: base)
      let published = values.map { dice.roll(0...1) == 0 ? $0 : nil }
      let ceiling = max(4, base.reduce(0, +))
      let brute = BruteForce(system: system, published: published, ceiling: ceiling)
      let ranges = try #require(brute.intervals())
      let attacker = try Attacker(system: system, published: published)
      for cell in values.indices {
        let found = try attacker.feasibilityInterval(of: cell)
        let label: Comment = "seed \(seed) round \(round) cell \(system.cells[cell].codes)"
        #expect(found.lower == ranges[cell].lowerBound, label)
        // The enumerator stops at its ceiling; below it the two must agree.
        if let upper = found.upper, upper < ceiling {
          #expect(upper == ranges[cell].upperBound, label)
        } else {
          #expect(ranges[cell].upperBound >= min(ceiling, found.upper ?? .max), label)
        }
      }
      let verdict = try attacker.verdict()
      let exact = values.indices.filter {
        published[$0] == nil && ranges[$0].count == 1
      }
      #expect(verdict.exact == exact, "seed \(seed) round \(round)")
    }
  }
}
