/// What is asked of a pattern, over merged twins: who is unsafe, who must stay, which sides of
/// which cells must stay possible.
struct Demand: Sendable {
  let isUnsafe: [Bool]
  let isFixed: [Bool]
  let sides: [Side]

  init(
    _ system: AdditiveSystem, _ incidence: Incidence, _ values: [Int], _ unsafe: [UnsafeCell],
    _ options: ProtectionOptions
  ) throws(SuppressionError) {
    var isFixed = [Bool](repeating: false, count: incidence.cellCount)
    for cell in options.mustStayPublished.union(options.alreadyPublic) {
      guard system.cells.indices.contains(cell) else { throw .malformedSystem(codes: []) }
      isFixed[incidence.number[cell]] = true
    }
    var wanted = [Requirement?](repeating: nil, count: incidence.cellCount)
    var isUnsafe = [Bool](repeating: false, count: incidence.cellCount)
    for entry in unsafe {
      guard system.cells.indices.contains(entry.cell) else { throw .malformedSystem(codes: []) }
      let number = incidence.number[entry.cell]
      guard !isFixed[number] else {
        throw .unsafeButPublic(codes: system.cells[entry.cell].codes)
      }
      isUnsafe[number] = true
      wanted[number] = wanted[number]?.joined(entry.requirement) ?? entry.requirement
    }
    var sides: [Side] = []
    for number in 0..<incidence.cellCount {
      guard let requirement = wanted[number] else { continue }
      let value = values[incidence.origin[number]]
      let range = requirement.range(around: value)
      if range.lowerBound < value {
        sides.append(Side(cell: number, need: range.lowerBound - value))
      }
      if range.upperBound > value {
        sides.append(Side(cell: number, need: range.upperBound - value))
      }
    }
    self.isUnsafe = isUnsafe
    self.isFixed = isFixed
    self.sides = sides
  }
}

extension Requirement {
  /// The range to keep possible; a sliding width is laid around the value.
  func range(around value: Int) -> ClosedRange<Int> {
    switch self {
    case .interval(let range): return range
    case .sliding(let width):
      let below = value >= 0 ? min(width / 2, value) : width / 2
      return (value - below)...(value - below + width)
    }
  }
}
