import Testing

@testable import Charts

@Suite("Ticks are those of Talbot, Lin and Hanrahan")
struct TickTests {
  /// Known answers of the authors’ own algorithm, from a port of `extended` in R’s package
  /// `labeling` (the first is the example of its manual).
  @Test(
    "known answers",
    arguments: [
      (8.1, 14.1, 4, [8, 10, 12, 14]),
      (0, 1_240, 5, [0, 250, 500, 750, 1_000, 1_250]),
      (0, 1_240, 4, [0, 400, 800, 1_200]),
      (0, 87, 5, [0, 20, 40, 60, 80]),
      (-17, 25, 5, [-20, -10, 0, 10, 20]),
      (0, 3, 5, [0, 1, 2, 3]),
      (0, 0.001105, 5, [0, 0.00025, 0.0005, 0.00075, 0.001]),
      (-5.6, 25, 5, [-5, 0, 5, 10, 15, 20, 25]),
      (0, 1_000_000, 5, [0, 250_000, 500_000, 750_000, 1_000_000]),
      (0, 1_971, 3, [0, 1_000, 2_000]),
      (0, 7, 4, [0, 2.5, 5, 7.5]),
      (-100, -3, 5, [-100, -75, -50, -25, 0]),
    ] as [(Double, Double, Int, [Double])])
  func known(_ low: Double, _ high: Double, _ wanted: Int, _ expected: [Double]) throws {
    let ticks = try #require(Ticks.covering(low: low, high: high, wanted: wanted))
    #expect((0..<ticks.count).map { ticks.value($0) } == expected)
  }

  /// The same with `only.loose = TRUE`.
  @Test(
    "known answers where nothing may lie beyond the ticks",
    arguments: [
      (8.1, 14.1, 4, [7.5, 10, 12.5, 15]),
      (0, 1_240, 5, [0, 250, 500, 750, 1_000, 1_250]),
      (0, 1_240, 4, [0, 250, 500, 750, 1_000, 1_250]),
      (0, 1_271, 5, [0, 500, 1_000, 1_500]),
      (-5.6, 25, 5, [-10, 0, 10, 20, 30]),
      (-17, 20.1, 5, [-20, -10, 0, 10, 20, 30]),
      (0, 412, 5, [0, 100, 200, 300, 400, 500]),
      (0, 1_200, 5, [0, 300, 600, 900, 1_200]),
      (0, 87, 5, [0, 25, 50, 75, 100]),
      (0, 2_208, 5, [0, 500, 1_000, 1_500, 2_000, 2_500]),
      (-100, -3, 5, [-100, -75, -50, -25, 0]),
    ] as [(Double, Double, Int, [Double])])
  func loose(_ low: Double, _ high: Double, _ wanted: Int, _ expected: [Double]) throws {
    let ticks = try #require(
      Ticks.covering(low: low, high: high, wanted: wanted, loosely: true))
    #expect((0..<ticks.count).map { ticks.value($0) } == expected)
  }

  @Test("the exact decimal of a tick is its value", arguments: [0.000_87, 0.3, 9, 1_250, 4.2e17])
  func exact(_ high: Double) throws {
    let ticks = try #require(Ticks.covering(low: 0, high: high, wanted: 5))
    for index in 0..<ticks.count {
      let exact = try #require(ticks.quantity(index))
      #expect(Ticks.scaled(exact.units, -exact.decimals) == ticks.value(index))
    }
  }

  @Test("counts have whole ticks only", arguments: [1, 2, 3, 5, 7, 11, 26])
  func whole(_ high: Int) throws {
    let ticks = try #require(Ticks.covering(low: 0, high: Double(high), wanted: 5, whole: true))
    for index in 0..<ticks.count {
      #expect(ticks.value(index) == ticks.value(index).rounded())
      #expect(ticks.quantity(index)?.decimals == 0)
    }
  }

  @Test("what has no extent has no ticks")
  func none() {
    #expect(Ticks.covering(low: 0, high: 0, wanted: 5) == nil)
    #expect(Ticks.covering(low: 3, high: 1, wanted: 5) == nil)
    #expect(Ticks.covering(low: 0, high: .infinity, wanted: 5) == nil)
    #expect(Ticks.covering(low: .nan, high: 1, wanted: 5) == nil)
    #expect(ValueAxis(Extent(), wanted: 5, whole: true).ticks == nil)
  }
}
