/// Lines and dots of a series: its class gives dash and colour, its number the shape of its dots.
extension Drawing {
  /// `<g class="s1">`; six styles, and labels tell the seventh from the first.
  mutating func openSeries(_ series: Int) {
    out.put("<g class=\"s")
    out.put(count: series % 6 + 1)
    out.put("\">")
  }

  /// Round, square, diamond, triangle, ring, cross.
  mutating func dots(_ series: Int, _ points: [(x: Int, y: Int)], isSoft: Bool = false) {
    guard !points.isEmpty else { return }
    out.put(isSoft ? "<path class=\"dot soft\" d=\"" : "<path class=\"dot\" d=\"")
    for (x, y) in points { shape(series % 6, x, y) }
    out.put("\"/>")
  }

  /// The dots of a line, the lighter ones after the others; `points` beside `row`.
  mutating func dots(_ series: Int, _ row: [Reading], _ points: [(x: Int, y: Int)?]) {
    for isSoft in [false, true] {
      var isOpen = false
      for (index, reading) in row.enumerated() where reading.isSoft == isSoft {
        guard let (x, y) = points[index] else { continue }
        if !isOpen {
          out.put(isSoft ? "<path class=\"dot soft\" d=\"" : "<path class=\"dot\" d=\"")
        }
        isOpen = true
        shape(series % 6, x, y)
      }
      if isOpen { out.put("\"/>") }
    }
  }

  /// Dots nearer than this hide the line that they stand on.
  static let leastDotStep = 200

  /// Of the dots of a dense line, those that say more than the line does: a value without a
  /// neighbour, a lighter one, the last, and those asked for.
  static func sparse(
    _ points: [(x: Int, y: Int)?], _ row: [Reading], breaks: [Int] = [], keeping: [Int] = []
  ) -> [(x: Int, y: Int)?] {
    let last = points.lastIndex { $0 != nil }
    return points.indices.map { index in
      index == last || row[index].isSoft || keeping.contains(index)
        || isAlone(points, index, breaks: breaks) ? points[index] : nil
    }
  }

  /// Whether no line reaches a point.
  static func isAlone(_ points: [(x: Int, y: Int)?], _ index: Int, breaks: [Int] = []) -> Bool {
    let isJoinedBefore = index > 0 && points[index - 1] != nil && !breaks.contains(index)
    let isJoinedAfter =
      index + 1 < points.count && points[index + 1] != nil && !breaks.contains(index + 1)
    return points[index] != nil && !isJoinedBefore && !isJoinedAfter
  }

  private mutating func shape(_ number: Int, _ x: Int, _ y: Int) {
    switch number {
    case 2:
      out.move(x, y - 45)
      out.line(x + 45, y)
      out.line(x, y + 45)
      out.line(x - 45, y)
      out.put("z")
    case 3:
      out.move(x, y - 45)
      out.line(x + 42, y + 35)
      out.horizontal(to: x - 42)
      out.put("z")
    case 1, 4: out.box(x - 35, y - 35, 70, 70)
    case 5:
      out.move(x - 35, y - 35)
      out.line(x + 35, y + 35)
      out.move(x + 35, y - 35)
      out.line(x - 35, y + 35)
    default:
      // A circle in two arcs.
      out.move(x - 35, y)
      out.put("a3.5 3.5 0 1 1 7 0 3.5 3.5 0 1 1-7 0z")
    }
  }

  /// One path through runs of values; where there is none, or the series breaks, it is broken.
  mutating func line(_ points: [(x: Int, y: Int)?], breaks: [Int] = []) {
    var isOpen = false
    for index in points.indices.dropFirst() {
      guard let from = points[index - 1], let to = points[index], !breaks.contains(index) else {
        continue
      }
      if !isOpen { out.put("<path class=\"line\" d=\"") }
      let goesOn = isOpen && index > 1 && points[index - 2] != nil && !breaks.contains(index - 1)
      if !goesOn { out.move(from.x, from.y) }
      out.line(to.x, to.y)
      isOpen = true
    }
    if isOpen { out.put("\"/>") }
  }
}
