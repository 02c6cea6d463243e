import Suppression
import Testing

/// What `protect` hides of tables up to 300 cells, held against the least that any pattern hides.
@Suite struct LossTests {
  @Test(
    "up to 300 cells the loss is within 5 % of what is proved to be the least",
    arguments: RandomTable.Shape.allCases, [1, 3, 5])
  func nearLeast(_ shape: RandomTable.Shape, _ size: Int) throws {
    for seed in 1...(size < 5 ? 2 : 1) {
      let table = try RandomTable(shape, seed: seed, size: size)
      let label: Comment = "\(shape) size \(size) seed \(seed)"
      #expect((40...300).contains(table.system.cells.count), label)
      #expect(!table.unsafe.isEmpty, label)
      var options = ProtectionOptions()
      options.exact = ExactLimits()
      let pattern = try protect(
        table.system, base: table.base, unsafe: table.unsafe, options: options)
      let bound = try #require(pattern.lowerBound, label)
      // No pattern loses less than the bound: where the search ended early it says so by the gap.
      #expect(bound <= pattern.loss, label)
      #expect(pattern.loss <= 1.05 * bound, "\(label): \(pattern.loss) over \(bound)")
      // The loss is of what is hidden, and the attack finds nothing.
      let weights = standardWeights(table.system, values: table.values)
      let hidden = pattern.statuses.indices.filter { pattern.statuses[$0] == .complementary }
      #expect(abs(hidden.reduce(0) { $0 + weights[$1] } - pattern.loss) < 1e-6, label)
      let verdict = try Attacker(
        system: table.system, published: pattern.published(table.values)
      ).verdict(required: table.unsafe)
      #expect(verdict.isSafe && verdict.unproved.isEmpty, label)
    }
  }

  @Test("exchanged cells lose less and protect as well", arguments: RandomTable.Shape.allCases)
  func exchanges(_ shape: RandomTable.Shape) throws {
    var loss = 0.0
    var lossOfExchanged = 0.0
    for seed in 1...6 {
      let table = try RandomTable(shape, seed: seed, size: 1)
      let label: Comment = "\(shape) seed \(seed)"
      var options = ProtectionOptions()
      let usual = try protect(
        table.system, base: table.base, unsafe: table.unsafe, options: options)
      options.exchanges = 2
      let exchanged = try protect(
        table.system, base: table.base, unsafe: table.unsafe, options: options)
      #expect(exchanged.loss <= usual.loss + 1e-9, label)
      loss += usual.loss
      lossOfExchanged += exchanged.loss
      let verdict = try Attacker(
        system: table.system, published: exchanged.published(table.values)
      ).verdict(required: table.unsafe)
      #expect(verdict.isSafe && verdict.unproved.isEmpty, label)
    }
    #expect(lossOfExchanged < loss, "\(shape)")
  }

  @Test("a search that its limits end says how far it is from a proof, and protects all the same")
  func ended() throws {
    let table = try RandomTable(.cube, seed: 1, size: 3)
    var options = ProtectionOptions()
    options.exact = ExactLimits()
    let whole = try protect(table.system, base: table.base, unsafe: table.unsafe, options: options)
    let least = try #require(whole.gap == 0 ? whole.loss : nil)
    var limits = ExactLimits()
    limits.choices = 0
    options.exact = limits
    let ended = try protect(table.system, base: table.base, unsafe: table.unsafe, options: options)
    let bound = try #require(ended.lowerBound)
    // What was proved until then holds, and is not called the least.
    #expect(bound <= least + 1e-6)
    #expect(bound < ended.loss)
    #expect(try #require(ended.gap) > 0)
    #expect(ended.loss >= least - 1e-6)
    let verdict = try Attacker(system: table.system, published: ended.published(table.values))
      .verdict(required: table.unsafe)
    #expect(verdict.isSafe && verdict.unproved.isEmpty)
  }
}
