/// What must stay possible of an unsafe cell, one side of it: a table that differs from the true
/// one by at least `need` in `cell` (by at most, when negative).
struct Side: Sendable, Hashable {
  let cell: Int
  let need: Int

  func isMet(by change: Int) -> Bool { need > 0 ? change >= need : change <= need }
}

/// A table that fits all that is published, as moves from the true one.
struct Certificate: Sendable {
  let moves: [(base: Int, by: Int)]
  /// Every cell that differs, by its number in the incidence; ascending.
  let changed: [(cell: Int, by: Int)]

  /// How far a cell differs.
  func change(of cell: Int) -> Int {
    var (low, high) = (0, changed.count)
    while low < high {
      let middle = (low + high) / 2
      if changed[middle].cell < cell { low = middle + 1 } else { high = middle }
    }
    return low < changed.count && changed[low].cell == cell ? changed[low].by : 0
  }
}

/// The tables known to be possible, and which sides they prove: one table proves many.
struct Certificates {
  let sides: [Side]
  private(set) var all: [Certificate] = []
  private(set) var isValid: [Bool] = []
  /// The sides that each proves.
  private var proved: [[Int]] = []
  /// How many valid certificates prove each side.
  private(set) var proofs: [Int]
  /// For each cell the certificates in which it differs.
  private(set) var using: [[Int32]]
  /// For each cell its sides down and up, -1 where it has none.
  private let down: [Int32]
  private let up: [Int32]

  init(sides: [Side], cellCount: Int) {
    self.sides = sides
    proofs = [Int](repeating: 0, count: sides.count)
    using = [[Int32]](repeating: [], count: cellCount)
    var down = [Int32](repeating: -1, count: cellCount)
    var up = down
    for (index, side) in sides.enumerated() {
      if side.need < 0 { down[side.cell] = Int32(index) } else { up[side.cell] = Int32(index) }
    }
    self.down = down
    self.up = up
  }

  /// The valid ones, as moves.
  var proving: [[Witnesses.Move]] {
    all.indices.filter { isValid[$0] }
      .map { all[$0].moves.map { Witnesses.Move(base: $0.base, by: $0.by) } }
  }

  func isProved(_ side: Int) -> Bool { proofs[side] > 0 }

  /// The sides that a certificate proves.
  func proved(by certificate: Certificate) -> [Int] {
    var found: [Int] = []
    for (cell, change) in certificate.changed {
      let side = Int(change < 0 ? down[cell] : up[cell])
      if side >= 0, sides[side].isMet(by: change) { found.append(side) }
    }
    return found
  }

  mutating func add(_ certificate: Certificate) {
    let index = Int32(all.count)
    all.append(certificate)
    isValid.append(true)
    let sides = proved(by: certificate)
    proved.append(sides)
    for side in sides { proofs[side] += 1 }
    for (cell, _) in certificate.changed { using[cell].append(index) }
  }

  /// Valid certificates in which a cell differs.
  func valid(using cell: Int) -> [Int] {
    using[cell].map(Int.init).filter { isValid[$0] }
  }

  /// Takes certificates out; returns the sides that are left without proof.
  mutating func withdraw(_ certificates: [Int]) -> [Int] {
    var orphans: [Int] = []
    for index in certificates where isValid[index] {
      isValid[index] = false
      for side in proved[index] {
        proofs[side] -= 1
        if proofs[side] == 0 { orphans.append(side) }
      }
    }
    return orphans
  }

  /// Puts withdrawn certificates back.
  mutating func restore(_ certificates: [Int]) {
    for index in certificates where !isValid[index] {
      isValid[index] = true
      for side in proved[index] { proofs[side] += 1 }
    }
  }
}
