import Languages

/// Where lines are drawn: an axis of values and the bands of the periods.
struct LineField {
  let axis: ValueAxis
  let left: Int
  let right: Int
  /// What the values take up, at least.
  let height: Int
  let bands: BandScale
  /// The target has its name beside its line.
  let namesTarget: Bool

  init(
    axis: ValueAxis, left: Int, right: Int, height: Int, periods: Int, namesTarget: Bool = false
  ) {
    self.namesTarget = namesTarget
    self.axis = axis
    self.left = left
    self.right = right
    self.height = height
    bands = BandScale(count: periods, start: left, end: right)
  }
}

/// Many lines in one field cross so often that no eye follows one. Each then has a strip of its own,
/// all on one scale, one below the other over the same periods.
extension LineChart {
  /// Three lines or more over more than a dozen periods, or more lines than there are styles.
  var needsStrips: Bool { (series.count > 2 && periods.count > 12) || series.count > 6 }

  /// - Returns: the height of all.
  func strips(_ readings: [[Reading]], _ drawing: inout Drawing, _ language: Language) -> Int {
    let axis = axis(readings, wanted: 3)
    let most = drawing.isNarrow ? 600 : 1_500
    let ends = readings.map {
      EndLabels(labels([$0], showsEach: false, language), most: most, drawing)
    }
    let column = ends.reduce(0) { max($0, $1.width) }
    let field = LineField(
      axis: axis, left: axis.labelWidth(drawing) + 80,
      right: drawing.width - (column == 0 ? 40 : column + 120), height: 650,
      periods: periods.count)
    var y = 0
    for (number, row) in readings.enumerated() {
      let full = Terms.named(series[number].name[language])
      let name = FittedText.fit(
        full, width: drawing.width, size: Drawing.textSize, most: 2, isBold: true)
      drawing.lines(name, of: full, 0, y + 120, classes: "label")
      y = draw(
        [row], ends[number], field, &drawing, top: y + name.lines.count * Drawing.lineHeight,
        showsEach: false, nameWidth: most, language)
      if number < readings.count - 1 { y += 120 }
    }
    y = drawing.periodNames(periods.map { $0[language] }, field.bands, top: y)
    return drawing.signKey(top: y, hasBreak: breaks.contains { $0 > 0 && $0 < periods.count })
  }
}
