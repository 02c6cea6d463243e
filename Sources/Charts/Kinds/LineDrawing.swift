public import Languages
import Publication

extension LineChart {
  public func draw(in language: Language, id: String, width: ChartWidth) -> Chart {
    var drawing = Drawing(language, id: id, width, measure: subject.measure)
    let readings = series.map { series in
      periods.indices.map { index in
        Reading(series.figures.indices.contains(index) ? series.figures[index] : nil)
      }
    }
    let words = wording(readings, language)
    guard !periods.isEmpty, !series.isEmpty else {
      return drawing.empty("chart-line", subject.objective, words)
    }
    let height = plot(readings, &drawing, language)
    return drawing.finish("chart-line", height: height, objective: subject.objective, words)
  }

  /// - Returns: the height of all.
  private func plot(_ readings: [[Reading]], _ drawing: inout Drawing, _ language: Language) -> Int
  {
    for row in readings { drawing.willWrite(row) }
    drawing.willWrite(targets + [baseline])
    if needsStrips { return strips(readings, &drawing, language) }
    let axis = axis(readings, wanted: drawing.isNarrow ? 4 : 5)
    let left = axis.labelWidth(drawing) + 80
    let most = drawing.isNarrow ? (readings.count == 1 ? 600 : 900) : 1_900
    let showsEach = showsEachValue(readings, drawing, left: left)
    let namesTarget = namesTargetInside(
      readings, drawing, room: drawing.width - left - most - 120, language)
    let ends = EndLabels(
      labels(readings, showsEach: showsEach, namesTarget: namesTarget, language), most: most,
      drawing)
    let column = max(
      ends.width, signNames(readings, drawing, most: most, hasLetters: !showsEach, language))
    let field = LineField(
      axis: axis, left: left, right: drawing.width - (column == 0 ? 40 : column + 120),
      height: drawing.isNarrow ? 1_600 : 2_200, periods: periods.count, namesTarget: namesTarget)
    var y = draw(
      readings, ends, field, &drawing, top: 0, showsEach: showsEach, nameWidth: most, language)
    y = drawing.periodNames(periods.map { $0[language] }, field.bands, top: y)
    return drawing.signKey(top: y, hasBreak: !shownBreaks.isEmpty)
  }

  /// A field of lines, and the rows of signs below it.
  ///
  /// - Returns: where the names of the periods may begin.
  func draw(
    _ readings: [[Reading]], _ ends: EndLabels, _ field: LineField, _ drawing: inout Drawing,
    top: Int, showsEach: Bool, nameWidth: Int, _ language: Language
  ) -> Int {
    let (left, right, bands) = (field.left, field.right, field.bands)
    let peaks = readings.count == 1 && !showsEach ? peaks(readings[0], bands) : []
    let lines =
      showsEach
      ? readings[0].reduce(0) { max($0, letterLines($1.letters, step: bands.step)) } : 0
    let top = top + (showsEach || !peaks.isEmpty ? 220 + 130 * lines : 80)
    let bottom = top + (field.axis.isEmpty ? 200 : max(field.height, ends.height - 60))
    let scale = LinearScale(low: field.axis.low, high: field.axis.high, start: bottom, end: top)

    drawing.horizontalGrid(field.axis, scale, from: left, to: right)
    drawing.zeroLine(horizontalAt: scale.place(0), from: left, to: right)
    references(&drawing, bands, scale, left: left, right: right)
    seriesBreaks(&drawing, bands, top: top, bottom: bottom)
    var values = valueLabels(
      readings[0], showsEach ? Array(periods.indices) : peaks, drawing, bands, scale, right: right)
    // A peak that has no place is left to the table.
    if !showsEach { values.removeAll(where: \.isBlocked) }
    for (number, row) in readings.enumerated() {
      lineAndDots(number, row, &drawing, bands, scale, keeping: values.map(\.index))
    }
    draw(values, &drawing)
    for row in readings { for reading in row { drawing.lettersSeen |= reading.letters } }
    ends.draw(&drawing, x: right + 110, top: top - 70, bottom: bottom + 20) { label in
      // A target and a baseline end with their last period, a series in the middle of it.
      (
        label.series == nil
          ? bands.start + bands.step * (label.period + 1) : bands.middle(label.period),
        scale.place(label.value)
      )
    }
    if field.namesTarget { targetName(&drawing, bands, scale, language) }
    return signRows(
      readings, &drawing, bands, top: bottom + 30, nameX: right + 110, most: nameWidth,
      hasLetters: !showsEach, language)
  }

  func axis(_ readings: [[Reading]], wanted: Int) -> ValueAxis {
    var extent = Extent()
    var whole = true
    for row in readings {
      for reading in row {
        guard case .value(let quantity, let value) = reading.cell else { continue }
        extent.include(value)
        if quantity.decimals != 0 { whole = false }
      }
    }
    for target in targets.prefix(periods.count) { extent.include(target.flatMap(Reading.drawable)) }
    extent.include(baseline.flatMap(Reading.drawable))
    return ValueAxis(extent, wanted: wanted, whole: whole)
  }

  /// One line has its values above its dots, where each has room.
  private func showsEachValue(_ readings: [[Reading]], _ drawing: borrowing Drawing, left: Int)
    -> Bool
  {
    guard readings.count == 1, !periods.isEmpty else { return false }
    let references = targets.contains { $0 != nil } || baseline != nil
    let step =
      (drawing.width - left - (references ? (drawing.isNarrow ? 660 : 1_500) : 40)) / periods.count
    return readings[0].allSatisfy { reading in
      guard let quantity = reading.quantity else { return true }
      return max(drawing.numberWidth(quantity), reading.isSoft ? 220 : 0) + 40 <= step
    }
  }

  /// - Parameter namesTarget: the target has its name beside its line.
  func labels(
    _ readings: [[Reading]], showsEach: Bool, namesTarget: Bool = false, _ language: Language
  ) -> [EndLabel] {
    var labels: [EndLabel] = []
    let terms = Terms.of(language)
    if !showsEach {
      for (number, row) in readings.enumerated() {
        guard let last = row.lastIndex(where: { $0.value != nil }), let value = row[last].value
        else { continue }
        labels.append(
          EndLabel(
            series: number, quantity: row[last].quantity, letters: row[last].letters,
            name: readings.count == 1 ? "" : series[number].name[language], period: last,
            value: value))
      }
    }
    if let last = targets.prefix(periods.count).lastIndex(where: { $0 != nil }),
      let target = targets[last], let value = Reading.drawable(target), !namesTarget
    {
      // A target that ends early says when.
      let remark =
        last == periods.count - 1 ? "" : " (\(Prose.small(periods[last][language], language)))"
      labels.append(
        EndLabel(
          quantity: target, name: terms.target, remark: remark, period: periods.count - 1,
          value: value))
    }
    if let baseline, let value = Reading.drawable(baseline) {
      labels.append(
        EndLabel(
          quantity: baseline, name: terms.baseline, period: periods.count - 1, value: value))
    }
    return labels
  }

  private var shownBreaks: [Int] { breaks.filter { $0 > 0 && $0 < periods.count } }

  private func seriesBreaks(_ drawing: inout Drawing, _ bands: BandScale, top: Int, bottom: Int) {
    guard !shownBreaks.isEmpty else { return }
    drawing.out.put("<path class=\"break\" d=\"")
    for index in shownBreaks {
      drawing.out.move(bands.start + bands.step * index, top)
      drawing.out.vertical(to: bottom)
    }
    drawing.out.put("\"/>")
  }

  /// - Parameter keeping: periods whose dots are drawn even where the dots would hide the line.
  private func lineAndDots(
    _ number: Int, _ row: [Reading], _ drawing: inout Drawing, _ bands: BandScale,
    _ scale: LinearScale, keeping peaks: [Int]
  ) {
    let points = row.enumerated().map { index, reading in
      reading.value.map { (x: bands.middle(index), y: scale.place($0)) }
    }
    drawing.openSeries(number)
    drawing.line(points, breaks: breaks)
    drawing.dots(
      number, row,
      bands.step < Drawing.leastDotStep
        ? Drawing.sparse(points, row, breaks: breaks, keeping: peaks) : points)
    drawing.out.put("</g>")
  }
}
