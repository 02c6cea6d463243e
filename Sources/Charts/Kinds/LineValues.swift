import Languages
import Publication

/// Values beside the dots of a line: each where nothing runs through it.
extension LineChart {
  /// On how many lines the letters of a value stand: one, where its band has room for them.
  func letterLines(_ letters: UInt8, step: Int) -> Int {
    let count = letters.nonzeroBitCount
    return count * 220 + 20 <= step ? min(1, count) : count
  }

  /// Of a line too dense for all its values, the highest and the lowest; the last stands at its end.
  func peaks(_ row: [Reading], _ bands: BandScale) -> [Int] {
    guard bands.step < Drawing.leastDotStep else { return [] }
    let known = row.indices.filter { row[$0].value != nil }
    guard known.count > 2, let last = known.last,
      let highest = known.max(by: { (row[$0].value ?? 0, $1) < (row[$1].value ?? 0, $0) }),
      let lowest = known.min(by: { (row[$0].value ?? 0, $0) < (row[$1].value ?? 0, $1) }),
      row[highest].quantity != row[lowest].quantity
    else { return [] }
    return [highest, lowest].filter { $0 != last }
  }

  /// One place of a label, and how much runs through it there.
  private struct Place {
    var x: Int
    var isBelow: Bool
    var score: Int
  }

  /// A value at its place.
  struct ValueLabel {
    let index: Int
    let x: Int
    /// Of the number’s base line.
    let y: Int
    let quantity: Quantity
    let letters: UInt8
    /// On how many lines these stand.
    let lines: Int
    /// Something runs through it.
    let isBlocked: Bool
  }

  /// Above its dot, below it, or beside it, where the line, the target or the baseline would run
  /// through it. Its letters stand below the number, as they are read.
  func valueLabels(
    _ row: [Reading], _ indices: [Int], _ drawing: borrowing Drawing, _ bands: BandScale,
    _ scale: LinearScale, right: Int
  ) -> [ValueLabel] {
    let points = row.map { $0.value.map(scale.place) }
    var labels: [ValueLabel] = []
    for index in indices {
      guard let quantity = row[index].quantity, let y = points[index] else { continue }
      let letters = row[index].letters
      let lines = letterLines(letters, step: bands.step)
      let lettersWidth = lines == 0 ? 0 : (letters.nonzeroBitCount + lines - 1) / lines * 220 - 30
      let half = max(drawing.numberWidth(quantity), lettersWidth) / 2
      let place = place(
        index, y: y, half: half, height: 110 + 130 * lines, points, bands, scale, right: right)
      labels.append(
        ValueLabel(
          index: index, x: place.x, y: place.isBelow ? y + 185 : y - 90 - 130 * lines,
          quantity: quantity, letters: letters, lines: lines, isBlocked: place.score > 2))
    }
    return labels
  }

  func draw(_ labels: [ValueLabel], _ drawing: inout Drawing) {
    guard !labels.isEmpty else { return }
    drawing.out.put("<g class=\"value middle\">")
    for label in labels {
      drawing.out.openText(label.x, label.y)
      drawing.number(label.quantity)
      drawing.out.closeText()
      if label.lines == 1 {
        drawing.out.openText(label.x, label.y + 130)
        drawing.letters(label.letters, isAlone: true)
        drawing.out.closeText()
        continue
      }
      var y = label.y
      for bit: UInt8 in [1, 2, 4, 8] where label.letters & bit != 0 {
        y += 130
        drawing.out.openText(label.x, y)
        drawing.letters(bit, isAlone: true)
        drawing.out.closeText()
      }
    }
    drawing.out.put("</g>")
  }

  /// - Parameters:
  ///   - y: of the dot.
  ///   - half: of the label’s width.
  private func place(
    _ index: Int, y: Int, half: Int, height: Int, _ points: [Int?], _ bands: BandScale,
    _ scale: LinearScale, right: Int
  ) -> Place {
    let x = bands.middle(index)
    let step = max(1, bands.step)
    // How high the line is where the label ends, on either side.
    let sides = [index - 1, index + 1].map { other in
      points.indices.contains(other) && !breaks.contains(max(index, other))
        ? points[other].map { y + ($0 - y) * min(half, step) / step } : nil
    }
    let neighbours = sides.compactMap { $0 }
    let levels = [targets.indices.contains(index) ? targets[index] : nil, baseline]
      .compactMap { $0.flatMap(Reading.drawable).map(scale.place) }
    let below = (y + 70)...(y + 80 + height)
    let leavesPlot = y + 80 + height > scale.start ? 100 : 0
    // Never beyond the plot, nor beside the number of a tick.
    let middle = max(bands.start + half + 20, min(x, right - half))
    var best = Place(
      x: middle, isBelow: false,
      score: obstacles((y - 80 - height)...(y - 70), levels)
        + neighbours.count { $0 < y - 70 } * 3)
    let other = Place(
      x: middle, isBelow: true,
      score: obstacles(below, levels) + neighbours.count { $0 > y + 70 } * 3 + leavesPlot)
    if other.score < best.score { best = other }
    // At the side from which the line turns away: below at the right or above at the left where it
    // rises, the other way round where it falls.
    let (before, after) = (sides[0] ?? y, sides[1] ?? y)
    let isRising = before >= y && after <= y && before > after
    let isFalling = before <= y && after >= y && before < after
    guard isRising || isFalling, best.score > 1, 2 * half + 100 <= step else { return best }
    for isBelow in [true, false] {
      let shift = half + 40
      let beside = Place(
        x: isRising == isBelow ? x + shift : x - shift, isBelow: isBelow,
        score: isBelow
          ? obstacles(below, levels) + 1 + leavesPlot
          : obstacles((y - 80 - height)...(y - 70), levels) + 1)
      let isInside = beside.x - half >= bands.start - 40 && beside.x + half <= right
      if beside.score < best.score, isInside { best = beside }
    }
    return best
  }

  /// How much would run through a label between two heights.
  private func obstacles(_ box: ClosedRange<Int>, _ levels: [Int]) -> Int {
    levels.count { box.contains($0) } * 2
  }
}
