import Suppression
import Testing

@Suite struct SystemTests {
  @Test func cycle() {
    #expect(
      throws: SuppressionError.cycle(dimension: "d", codes: ["b", "a"])
    ) { try Hierarchy(dimension: "d", edges: [("a", "b"), ("b", "a"), ("c", "T")]) }
  }

  @Test func twoParents() {
    #expect(
      throws: SuppressionError.twoParents(dimension: "d", child: "a", parents: ["S", "T"])
    ) { try Hierarchy(dimension: "d", edges: [("S", "T"), ("a", "S"), ("a", "T")]) }
  }

  @Test func severalRoots() {
    #expect(
      throws: SuppressionError.roots(dimension: "d", codes: ["T", "S"])
    ) { try Hierarchy(dimension: "d", edges: [("a", "T"), ("b", "S")]) }
  }

  @Test func cubeOfTwoTrees() throws {
    let place = try Hierarchy(
      dimension: "place", edges: [("n", "T"), ("s", "T"), ("n1", "n"), ("n2", "n"), ("s1", "s")])
    #expect(place.codes == ["T", "n", "n1", "n2", "s", "s1"])
    let sex = try Hierarchy(dimension: "sex", total: "all", codes: ["f", "m"])
    let system = try AdditiveSystem.cube(dimensions: [place, sex])
    #expect(system.cells.count == 18)
    #expect(system.baseCount == 6)
    let values = try system.values(of: [1, 2, 3, 4, 5, 6])
    #expect(values[0] == 21)
    let n = try #require(system.cells.firstIndex { $0.codes == ["n", "f"] })
    #expect(values[n] == 4)
    // s and s1 are the same people.
    let s = try #require(system.cells.firstIndex { $0.codes == ["s", "f"] })
    let s1 = try #require(system.cells.firstIndex { $0.codes == ["s1", "f"] })
    #expect(system.twin[s1] == s)
    #expect(try AdditiveSystem.base(["s1", "m"], in: [place, sex]) == 5)
    #expect(throws: SuppressionError.unknownCode(dimension: "sex", code: "x")) {
      try AdditiveSystem.base(["s1", "x"], in: [place, sex])
    }
  }

  @Test func chosenTables() throws {
    let a = try Hierarchy(dimension: "a", total: "A", codes: ["a1", "a2"])
    let b = try Hierarchy(dimension: "b", total: "B", codes: ["b1", "b2"])
    let system = try AdditiveSystem.cube(dimensions: [a, b], tables: [["a"], ["b"]])
    #expect(system.cells.map(\.codes).filter { $0 == ["a1", "b1"] }.isEmpty)
    #expect(system.cells.count == 5)
    #expect(throws: SuppressionError.unknownDimension("c")) {
      try AdditiveSystem.cube(dimensions: [a, b], tables: [["c"]])
    }
  }

  @Test func valuesThatCannotBe() throws {
    let tree = try Hierarchy(dimension: "a", total: "A", codes: ["a1", "a2"])
    let system = try AdditiveSystem.cube(dimensions: [tree])
    #expect(throws: SuppressionError.negative(codes: ["A"])) { try system.values(of: [-1, 2]) }
    #expect(throws: SuppressionError.overflow(codes: ["A"])) {
      try system.values(of: [.max, 2])
    }
    #expect(throws: SuppressionError.doesNotAddUp(codes: ["A"])) {
      try system.check(values: [4, 1, 2], of: [1, 2])
    }
    #expect(throws: SuppressionError.malformedSystem(codes: ["r"])) {
      try AdditiveSystem(baseCount: 1, cells: [.init(codes: ["r"], bases: [1])])
    }
  }
}

@Suite struct RuleTests {
  @Test(
    "with k = 11, a count from 1 to 10 is unsafe",
    arguments: [(0, false), (1, true), (10, true), (11, false)])
  func frequency(total: Int, unsafe: Bool) {
    #expect(FrequencyRule(threshold: 11).isUnsafe(CellContent(total: total)) == unsafe)
    let zeros = SensitiveZeros(threshold: 11)
    #expect(zeros.isUnsafe(CellContent(total: total)) == (total < 11))
  }

  @Test func dominance() {
    let rule = DominanceRule(n: 1, k: 75)
    #expect(rule.isUnsafe(CellContent(total: 100, contributions: [76, 24])))
    #expect(!rule.isUnsafe(CellContent(total: 100, contributions: [75, 25])))
  }

  @Test func pPercent() {
    // Others give 5: less than 10 % of 60, so the second finds the first to within 10 %.
    let rule = PPercentRule(p: 10)
    #expect(rule.isUnsafe(CellContent(total: 100, contributions: [60, 35, 5])))
    #expect(!rule.isUnsafe(CellContent(total: 101, contributions: [60, 35, 6])))
    #expect(
      rule.requirement(for: CellContent(total: 100, contributions: [60, 35, 5]))
        == .interval(99...101))
  }

  @Test func allInOneCategory() {
    let rule = AllInOneCategory()
    #expect(rule.isUnsafe(CellContent(total: 12, parts: [0, 12, 0])))
    #expect(!rule.isUnsafe(CellContent(total: 12, parts: [1, 11, 0])))
  }
}

@Suite struct CubeProtectionTests {
  private let leaves = "place,sex,value\nn,f,3\nn,m,30\ns,f,40\ns,m,25\n"
  private let trees = "dim,child,parent\nplace,n,T\nplace,s,T\nsex,f,all\nsex,m,all\n"

  private func protection(
    _ leaves: String, _ trees: String, published: String? = nil, known: String? = nil,
    _ change: (inout CubeRequest) -> Void = { _ in }
  ) throws -> CubeProtection {
    var request = CubeRequest(threshold: 11)
    change(&request)
    return try CubeProtection(
      leaves: leaves, hierarchies: trees, published: published, known: known, request: request)
  }

  @Test func fromText() throws {
    let table = try protection(leaves, trees)
    #expect(table.rows.count == 9)
    #expect(table.pattern.count(.unsafe) == 1)
    #expect(table.pattern.count(.complementary) == 3)
    #expect(table.verdict.isSafe)
    #expect(table.commaSeparated().contains("n,f,3,s\n"))
    #expect(table.commaSeparated().contains("T,all,98,p\n"))
  }

  @Test(
    "a leaf that cannot be is named by its codes",
    arguments: [
      ("n,f,-3", SuppressionError.negative(codes: ["n", "f"])),
      ("n,f,3.5", .notWhole(codes: ["n", "f"])),
      ("x,f,3", .unknownCode(dimension: "place", code: "x")),
      ("n,m,3", .duplicateCell(codes: ["n", "m"])),
      ("n,f,99999999999999999999", .overflow(codes: ["n", "f"])),
      ("n,f", .unreadable(file: "leaves", line: 2)),
    ])
  func broken(line: String, error: SuppressionError) {
    let text = leaves.replacing("n,f,3\n", with: line + "\n")
    #expect(throws: error) {
      try protection(text, trees)
    }
  }

  @Test(
    "a hierarchy that cannot be is named by its codes",
    arguments: [
      ("place,T,n", SuppressionError.cycle(dimension: "place", codes: ["T", "n"])),
      (
        "place,n,U",
        .twoParents(dimension: "place", child: "n", parents: ["T", "U"])
      ),
      ("place,a,U", .roots(dimension: "place", codes: ["T", "U"])),
      ("age,a,T", .unknownDimension("age")),
      ("place,n", .unreadable(file: "hierarchies", line: 6)),
    ])
  func brokenTree(line: String, error: SuppressionError) {
    #expect(throws: error) {
      try protection(leaves, trees + line + "\n")
    }
  }

  @Test func aMarginNobodyHasIsNamed() {
    #expect(throws: SuppressionError.unknownDimension("age")) {
      try protection(leaves, trees) { $0.choose("place;age") }
    }
  }

  @Test func chosenMarginsAreProtectedWithoutTheRest() throws {
    // By hand: place totals 33 and 65, sex totals 43 and 55, all at least 11: nothing to hide.
    let table = try protection(leaves, trees) { $0.choose("place;sex") }
    #expect(table.rows.count == 5)
    #expect(table.pattern.count(.published) == 5)
  }

  // Worked by hand: 3 of n/f is unsafe. With n/m (30) it makes 33, with s/f (40) it makes 43.
  @Test func aCellThatMustStayIsNotTheOneHidden() throws {
    let text = "place,sex\nT,f\nn,m\n"
    let table = try protection(leaves, trees, published: text)
    for codes in [["T", "f"], ["n", "m"]] {
      #expect(table.rows.first { $0.codes == codes }?.status == .published)
    }
    // The row of n must give: with n/m fixed only n/all is left to hide with n/f.
    #expect(table.rows.first { $0.codes == ["n", "all"] }?.status == .complementary)
    #expect(table.verdict.isSafe)
  }

  @Test func whatIsUnsafeCannotStay() {
    #expect(throws: SuppressionError.unsafeButPublic(codes: ["n", "f"])) {
      try protection(leaves, trees, published: "place,sex\nn,f\n")
    }
    #expect(throws: SuppressionError.notShown(codes: ["s", "m"])) {
      try protection(leaves, trees, published: "place,sex\ns,m\n") { $0.choose("place;sex") }
    }
    #expect(throws: SuppressionError.unknownCode(dimension: "sex", code: "x")) {
      try protection(leaves, trees, published: "place,sex\nn,x\n")
    }
  }

  @Test func whatIsKnownElsewhereCannotProtect() throws {
    // Places and sexes only, k = 35: of n = 33 and s = 65 the first is unsafe, and s goes with it.
    // Where everybody knows s/f and s/m, s is known, and so are all: nothing protects n.
    let alone = try protection(leaves, trees) {
      $0.threshold = 35
      $0.choose("place")
    }
    #expect(alone.pattern.statuses == [.published, .unsafe, .complementary])
    #expect(throws: SuppressionError.cannotProtect(codes: ["n", "all"])) {
      try protection(leaves, trees, known: "place,sex,value\ns,f,40\ns,m,25\nT,all,\n") {
        $0.threshold = 35
        $0.choose("place")
      }
    }
    // Known cells that the table does not show are not in what it prints.
    let wider = try protection(leaves, trees, known: "place,sex,value\ns,f,40\n") {
      $0.threshold = 35
      $0.choose("place")
    }
    #expect(wider.rows.count == 3)
    #expect(throws: SuppressionError.doesNotAddUp(codes: ["s", "f"])) {
      try protection(leaves, trees, known: "place,sex,value\ns,f,41\n")
    }
  }

  @Test func givenTotalsAreChecked() throws {
    let right = try protection(leaves + "n,all,33\nT,all,98\n", trees)
    #expect(try right.rows == protection(leaves, trees).rows)
    #expect(throws: SuppressionError.doesNotAddUp(codes: ["n", "all"])) {
      try protection(leaves + "n,all,34\n", trees)
    }
  }

  @Test(
    "the width asked for is kept possible, around the value or anywhere", arguments: [2, 6, 20])
  func widths(width: Int) throws {
    for latitude in [Latitude.width(width), .sliding(width)] {
      let table = try protection(leaves, trees) { $0.latitude = latitude }
      #expect(table.verdict.isSafe)
      #expect(table.pattern.count(.complementary) == 3)
    }
    // 3 of 3…: half of 20 below is cut off at zero, so 0 to 20 must stay possible.
    let rule = FrequencyRule(threshold: 11, latitude: .width(20))
    #expect(rule.requirement(for: CellContent(total: 3)) == .interval(0...20))
    let zeros = SensitiveZeros(threshold: 11, latitude: .sliding(4))
    #expect(zeros.requirement(for: CellContent(total: 0)) == .sliding(width: 4))
  }

  @Test func zerosAsWell() throws {
    let text = leaves.replacing("n,f,3", with: "n,f,0")
    #expect(try protection(text, trees).pattern.count(.unsafe) == 0)
    let table = try protection(text, trees) { $0.zerosAreSensitive = true }
    #expect(table.rows.first { $0.codes == ["n", "f"] }?.status == .unsafe)
    #expect(table.verdict.isSafe)
  }

  /// Large enough for work in lanes; drawn from seed 3.
  @Test func aLargeTableHasOnePattern() throws {
    var dice = Dice(seed: 3)
    var leaves = "place,sex,year,value\n"
    var trees = "dim,child,parent\n"
    for region in 1...5 {
      trees += "place,R\(region),T\n"
      for place in 1...16 {
        trees += "place,R\(region)-\(place),R\(region)\n"
        for sex in ["f", "m"] {
          for year in 1...5 {
            leaves += "R\(region)-\(place),\(sex),\(year),\(max(0, dice.roll(-8...30)))\n"
          }
        }
      }
    }
    for sex in ["f", "m"] { trees += "sex,\(sex),all\n" }
    for year in 1...5 { trees += "year,\(year),years\n" }
    let first = try protection(leaves, trees)
    #expect(first.verdict.isSafe)
    #expect(first.verdict.unproved.isEmpty)
    #expect(first.pattern.count(.unsafe) > 100)
    let again = try protection(leaves, trees)
    #expect(again.pattern == first.pattern)
  }

  @Test func aCombinationNotListedIsEmpty() throws {
    let text = leaves.replacing("n,m,30\n", with: "")
    let table = try protection(text, trees)
    #expect(table.commaSeparated().contains("n,m,,p\n"))
  }
}
