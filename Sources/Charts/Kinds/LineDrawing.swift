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
    let axis = axis(readings, wanted: drawing.isNarrow ? 4 : 5)
    let left = axis.labelWidth(drawing) + 80
    let most = drawing.isNarrow ? (readings.count == 1 ? 600 : 900) : 1_900
    let showsEach = showsEachValue(readings, drawing, left: left)
    let ends = EndLabels(
      labels(readings, showsEach: showsEach, language), most: most, drawing)
    let column = max(
      ends.width, signNames(readings, drawing, most: most, hasLetters: !showsEach, language))
    let right = drawing.width - (column == 0 ? 40 : column + 120)
    let letters = readings.joined().reduce(0) { max($0, $1.letters.nonzeroBitCount) }
    let top = showsEach ? 220 + 130 * letters : 80
    let bottom =
      axis.isEmpty ? top + 200 : top + max(drawing.isNarrow ? 1_600 : 2_200, ends.height - 60)
    let bands = BandScale(count: periods.count, start: left, end: right)
    let scale = LinearScale(low: axis.low, high: axis.high, start: bottom, end: top)

    drawing.horizontalGrid(axis, scale, from: left, to: right)
    drawing.zeroLine(horizontalAt: scale.place(0), from: left, to: right)
    references(&drawing, bands, scale, left: left, right: right)
    seriesBreaks(&drawing, bands, top: top, bottom: bottom)
    for (number, row) in readings.enumerated() {
      lineAndDots(number, row, &drawing, bands, scale)
    }
    if showsEach { values(readings[0], &drawing, bands, scale) }
    for row in readings { for reading in row { drawing.lettersSeen |= reading.letters } }
    ends.draw(&drawing, x: right + 110, top: top - 70, bottom: bottom + 20) { label in
      // A target and a baseline end with their last period, a series in the middle of it.
      (
        label.series == nil
          ? bands.start + bands.step * (label.period + 1) : bands.middle(label.period),
        scale.place(label.value)
      )
    }

    var y = bottom + 30
    y = signRows(
      readings, &drawing, bands, top: y, nameX: right + 110, most: most, hasLetters: !showsEach,
      language)
    y = drawing.periodNames(periods.map { $0[language] }, bands, top: y)
    return drawing.signKey(top: y, hasBreak: !shownBreaks.isEmpty)
  }

  private func axis(_ readings: [[Reading]], wanted: Int) -> ValueAxis {
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

  private func labels(_ readings: [[Reading]], showsEach: Bool, _ language: Language)
    -> [EndLabel]
  {
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
      let target = targets[last], let value = Reading.drawable(target)
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

  /// The target as a step a period, the baseline across.
  private func references(
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

  private func lineAndDots(
    _ number: Int, _ row: [Reading], _ drawing: inout Drawing, _ bands: BandScale,
    _ scale: LinearScale
  ) {
    let points = row.enumerated().map { index, reading in
      reading.value.map { (x: bands.middle(index), y: scale.place($0)) }
    }
    drawing.openSeries(number)
    drawing.line(points, breaks: breaks)
    drawing.dots(number, row, points)
    drawing.out.put("</g>")
  }

  /// Above its dot, or below where the line, the target or the baseline would run through it.
  /// Letters take a line of their own on the far side.
  private func values(
    _ row: [Reading], _ drawing: inout Drawing, _ bands: BandScale, _ scale: LinearScale
  ) {
    let points = row.map { $0.value.map(scale.place) }
    drawing.out.put("<g class=\"value middle\">")
    for (index, reading) in row.enumerated() {
      guard let quantity = reading.quantity, let y = points[index] else { continue }
      let half = max(drawing.numberWidth(quantity), reading.isSoft ? 220 : 0) / 2
      let height = 110 + 130 * reading.letters.nonzeroBitCount
      let neighbours = [index - 1, index + 1].compactMap { other in
        points.indices.contains(other) && !breaks.contains(max(index, other))
          ? points[other].map { y + ($0 - y) * half / max(1, bands.step) } : nil
      }
      let levels = [targets.indices.contains(index) ? targets[index] : nil, baseline]
        .compactMap { $0.flatMap(Reading.drawable).map(scale.place) }
      let above =
        obstacles((y - 80 - height)...(y - 70), levels) + neighbours.count { $0 < y - 70 } * 3
      let below =
        obstacles((y + 70)...(y + 80 + height), levels) + neighbours.count { $0 > y + 70 } * 3
        + (y + 80 + height > scale.start ? 100 : 0)
      let isBelow = below < above
      drawing.out.openText(bands.middle(index), isBelow ? y + 185 : y - 90)
      drawing.number(quantity)
      drawing.out.closeText()
      var away = 130
      for bit: UInt8 in [1, 2, 4, 8] where reading.letters & bit != 0 {
        drawing.out.openText(bands.middle(index), isBelow ? y + 185 + away : y - 90 - away)
        drawing.letters(bit, isAlone: true)
        drawing.out.closeText()
        away += 130
      }
    }
    drawing.out.put("</g>")
  }

  /// How much would run through a label between two heights.
  private func obstacles(_ box: ClosedRange<Int>, _ levels: [Int]) -> Int {
    levels.count { box.contains($0) } * 2
  }
}
