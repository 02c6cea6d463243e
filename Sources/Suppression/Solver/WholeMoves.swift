/// Moves in whole numbers.
extension MoveProgram {
  /// A move whose steps are whole, but for the dust of floating point; `nil` for any other.
  func whole(_ moves: [Double]) -> [(base: Int, by: Int)]? {
    var whole: [(base: Int, by: Int)] = []
    for (base, move) in zip(bases, moves) {
      let rounded = move.rounded()
      guard abs(move - rounded) < 1e-5, rounded.magnitude < 1e15 else { return nil }
      if rounded != 0 { whole.append((base, Int(rounded))) }
    }
    return whole
  }

  /// Branch and bound from the last answer on: depth first, the nearer side first. The bounds are
  /// left as they were.
  func branch(_ budget: inout Int) -> [(base: Int, by: Int)]? {
    let moves = solution
    if let whole = whole(moves) { return whole }
    var worst: (position: Int, distance: Double)?
    for (position, move) in moves.enumerated() {
      let distance = abs(move - move.rounded())
      if distance > max(1e-5, worst?.distance ?? 0) { worst = (position, distance) }
    }
    guard let position = worst?.position else { return nil }
    let floor = moves[position].rounded(.down)
    let sides = moves[position] - floor > 0.5 ? [true, false] : [false, true]
    let (rise, fall) = (2 * position, 2 * position + 1)
    let (oldRise, oldFall) = (program.bounds(rise), program.bounds(fall))
    let basis = program.basis
    func restore() {
      program.setBounds(rise, oldRise.lower, oldRise.upper)
      program.setBounds(fall, oldFall.lower, oldFall.upper)
    }
    defer { restore() }
    for goesUp in sides {
      if budget <= 0 { return nil }
      budget -= 1
      // One of the two columns carries the move, the other is closed.
      let bound = goesUp ? floor + 1 : floor
      if goesUp {
        if bound >= 0 {
          program.setBounds(rise, max(bound, oldRise.lower), oldRise.upper)
          program.setBounds(fall, oldFall.lower, oldFall.lower)
        } else {
          program.setBounds(fall, oldFall.lower, min(-bound, oldFall.upper))
        }
      } else {
        if bound >= 0 {
          program.setBounds(rise, oldRise.lower, min(bound, oldRise.upper))
        } else {
          program.setBounds(rise, oldRise.lower, oldRise.lower)
          program.setBounds(fall, max(-bound, oldFall.lower), oldFall.upper)
        }
      }
      let ordered =
        program.bounds(rise).lower <= program.bounds(rise).upper
        && program.bounds(fall).lower <= program.bounds(fall).upper
      program.basis = basis
      if ordered, program.solveDual() == .optimal, let found = branch(&budget) { return found }
      restore()
    }
    return nil
  }
}
