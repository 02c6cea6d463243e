import Languages
import Publication

/// The target and the baseline of a line chart.
extension LineChart {
  /// The target as a step a period, the baseline across.
  func references(
    _ drawing: inout Drawing, _ bands: BandScale, _ scale: LinearScale, left: Int, right: Int
  ) {
    if let baseline, let value = Reading.drawable(baseline) {
      drawing.out.put("<path class=\"baseline\" d=\"")
      drawing.out.move(left, scale.place(value))
      drawing.out.horizontal(to: right)
      drawing.out.put("\"/>")
    }
    var isOpen = false
    var goesOn = false
    for (index, target) in targets.prefix(periods.count).enumerated() {
      guard let value = target.flatMap(Reading.drawable) else {
        goesOn = false
        continue
      }
      if !isOpen { drawing.out.put("<path class=\"target\" d=\"") }
      isOpen = true
      let y = scale.place(value)
      if goesOn {
        drawing.out.vertical(to: y)
      } else {
        drawing.out.move(bands.start + bands.step * index, y)
      }
      drawing.out.horizontal(to: bands.start + bands.step * (index + 1))
      goesOn = true
    }
    if isOpen { drawing.out.put("\"/>") }
  }

  /// Whether a target that ends early leaves its name room right after it: the line has ended by then
  /// too, the target stands apart from the baseline, and what is left of the plot is wide enough.
  ///
  /// - Parameter room: how wide the plot is at least.
  func namesTargetInside(
    _ readings: [[Reading]], _ drawing: borrowing Drawing, room: Int, _ language: Language
  ) -> Bool {
    guard let last = targets.prefix(periods.count).lastIndex(where: { $0 != nil }),
      last < periods.count - 1, let target = targets[last], let value = Reading.drawable(target),
      readings.allSatisfy({ $0[(last + 1)...].allSatisfy { $0.value == nil } })
    else { return false }
    let width =
      drawing.textWidth(Terms.of(language).target) + 80 + drawing.numberWidth(target)
    guard width <= room * (periods.count - 1 - last) / periods.count else { return false }
    guard let baseline = baseline.flatMap(Reading.drawable) else { return true }
    return (value - baseline).magnitude > value.magnitude / 4
  }

  /// The name of a target that ends early, right after its line.
  func targetName(
    _ drawing: inout Drawing, _ bands: BandScale, _ scale: LinearScale, _ language: Language
  ) {
    guard let last = targets.prefix(periods.count).lastIndex(where: { $0 != nil }),
      let target = targets[last], let value = Reading.drawable(target)
    else { return }
    drawing.out.openText(
      "value", bands.start + bands.step * (last + 1) + 40, scale.place(value) + 40)
    drawing.out.put(raw: Terms.of(language).target)
    drawing.out.put(byte: 0x20)
    drawing.number(target)
    drawing.out.closeText()
  }
}
