/// What single equations (a whole and its parts) forbid: quick to look up, and enough to see that
/// most cells cannot be given back.
struct Equations: Sendable {
  /// The members of each equation, the whole first.
  private let members: [[Int32]]
  /// The equations of each cell.
  private let holding: [[Int32]]
  /// The true value of each cell.
  private let values: [Int]
  /// How far each cell must be able to fall and to rise; both 0 where nothing is required.
  private let fall: [Int]
  private let rise: [Int]

  init(_ incidence: Incidence, table: [Int], sides: [Side]) {
    var members: [[Int32]] = []
    var holding = [[Int32]](repeating: [], count: incidence.cellCount)
    for whole in 0..<incidence.cellCount {
      for parts in incidence.sums(whole) {
        for member in [Int32(whole)] + parts { holding[Int(member)].append(Int32(members.count)) }
        members.append([Int32(whole)] + parts)
      }
    }
    var fall = [Int](repeating: 0, count: incidence.cellCount)
    var rise = fall
    for side in sides {
      if side.need < 0 { fall[side.cell] = -side.need } else { rise[side.cell] = side.need }
    }
    self.members = members
    self.holding = holding
    values = (0..<incidence.cellCount).map { incidence.value($0, in: table) }
    self.fall = fall
    self.rise = rise
  }

  /// Whether an unsafe cell could be worked out, or moves too little, in an equation by itself once
  /// a cell is published. What is thereby worked out of other cells is followed.
  func forbid(_ cell: Int, hidden: [Bool]) -> Bool {
    var open: Set<Int> = []
    var queue = [cell]
    var known: Set<Int> = [cell]
    while let next = queue.popLast() {
      for equation in holding[next] {
        let all = members[Int(equation)]
        open = []
        for member in all where hidden[Int(member)] && !known.contains(Int(member)) {
          open.insert(Int(member))
        }
        if open.count == 1, let alone = open.first {
          if fall[alone] > 0 || rise[alone] > 0 { return true }
          known.insert(alone)
          queue.append(alone)
        } else if isTooTight(whole: Int(all[0]), open) {
          return true
        }
      }
    }
    return false
  }

  /// Parts rise by what their siblings can fall, where the whole is known; a whole falls by what
  /// its parts can.
  private func isTooTight(whole: Int, _ open: Set<Int>) -> Bool {
    let parts = open.reduce(0) { $1 == whole ? $0 : $0 + values[$1] }
    if open.contains(whole) { return fall[whole] > parts }
    return open.contains { rise[$0] > parts - values[$0] }
  }
}
