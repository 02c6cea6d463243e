public import Languages
import Publication

extension SmallMultiples {
  public func draw(in language: Language, id: String, width: ChartWidth) -> Chart {
    var drawing = Drawing(language, id: id, width, measure: subject.measure)
    let readings = panels.map { panel in
      periods.indices.map { index in
        Reading(panel.figures.indices.contains(index) ? panel.figures[index] : nil)
      }
    }
    let words = wording(readings, language)
    guard !periods.isEmpty, !panels.isEmpty else {
      return drawing.empty("chart-multiples", subject.objective, words)
    }
    let axis = axis(readings)
    let left = axis.labelWidth(drawing) + 80
    let columns = drawing.isNarrow ? 2 : (panels.count == 3 || panels.count == 6 ? 3 : 4)
    let pitch = (drawing.width - left) / columns
    let inner = pitch - 200
    var y = 0
    for start in stride(from: 0, to: panels.count, by: columns) {
      let row = start..<min(panels.count, start + columns)
      let names = row.map {
        FittedText.fit(
          panels[$0].name[language], width: inner + 120, size: Drawing.textSize, isBold: true)
      }
      let top = y + 40 + (names.map(\.lines.count).max() ?? 1) * Drawing.lineHeight + 200
      let bottom = top + 800
      let scale = LinearScale(low: axis.low, high: axis.high, start: bottom, end: top)
      drawing.horizontalGrid(axis, scale, from: left, to: left + pitch * row.count - 120)
      for (position, index) in row.enumerated() {
        let x = left + pitch * position + 40
        name(names[position], panels[index].name[language], &drawing, x: x, top: y)
        panel(
          readings[index], &drawing, BandScale(count: periods.count, start: x, end: x + inner),
          scale)
      }
      y = bottom + 40
      if row.contains(where: { readings[$0].contains { $0.sign != nil } }) {
        for (position, index) in row.enumerated() {
          let x = left + pitch * position + 40
          signs(
            readings[index], &drawing,
            BandScale(count: periods.count, start: x, end: x + inner), middle: y + 70)
        }
        y += 150
      }
      for position in 0..<row.count {
        ends(&drawing, x: left + pitch * position + 40, width: inner, top: y, language)
      }
      y += 260
    }
    let height = drawing.signKey(top: y - 100)
    return drawing.finish("chart-multiples", height: height, objective: subject.objective, words)
  }

  private func axis(_ readings: [[Reading]]) -> ValueAxis {
    var extent = Extent()
    var whole = true
    for row in readings {
      for reading in row {
        extent.include(reading.value)
        if let quantity = reading.quantity, quantity.decimals != 0 { whole = false }
      }
    }
    return ValueAxis(extent, wanted: 3, whole: whole)
  }

  private func name(
    _ fitted: FittedText, _ full: String, _ drawing: inout Drawing, x: Int, top: Int
  ) {
    for (number, line) in fitted.lines.enumerated() {
      drawing.out.openText("label", x, top + 120 + number * Drawing.lineHeight)
      if number == 0, fitted.isShortened {
        drawing.out.put("<title>")
        drawing.out.put(text: full)
        drawing.out.put("</title>")
      }
      drawing.out.put(text: line)
      drawing.out.closeText()
    }
  }

  private func panel(
    _ row: [Reading], _ drawing: inout Drawing, _ bands: BandScale, _ scale: LinearScale
  ) {
    let points = row.enumerated().map { index, reading in
      reading.value.map { (x: bands.middle(index), y: scale.place($0)) }
    }
    drawing.zeroLine(
      horizontalAt: scale.place(0), from: bands.start,
      to: bands.start + bands.step * max(1, row.count))
    drawing.openSeries(0)
    drawing.line(points)
    drawing.dots(0, row, points)
    drawing.out.put("</g>")
    guard let last = row.lastIndex(where: { $0.value != nil }), let point = points[last],
      let quantity = row[last].quantity
    else { return }
    let half = drawing.labelWidth(row[last]) / 2
    let end = bands.start + bands.step * row.count + 120
    // Below a line that comes down to its last point, where there is room.
    let before = last > 0 ? points[last - 1] : nil
    let isBelow = (before.map { $0.y < point.y - 60 } ?? false) && point.y + 200 < scale.start
    drawing.out.openText(
      "value middle", max(bands.start + half, min(point.x, end - half)),
      point.y + (isBelow ? 185 : -90))
    drawing.number(quantity, letters: row[last].letters)
    drawing.out.closeText()
  }

  private func signs(
    _ row: [Reading], _ drawing: inout Drawing, _ bands: BandScale, middle: Int
  ) {
    drawing.signBoxWidth = max(30, min(180, bands.step - 20))
    for (index, reading) in row.enumerated() {
      guard let sign = reading.sign else { continue }
      drawing.sign(
        sign, x: bands.middle(index) - drawing.signBoxWidth / 2, middle: middle,
        isLabelled: false)
    }
  }

  /// First and last period below a panel.
  private func ends(
    _ drawing: inout Drawing, x: Int, width: Int, top: Int, _ language: Language
  ) {
    let isSingle = periods.count == 1
    let room = isSingle ? width : (width - 60) / 2
    if let first = periods.first?[language] {
      let fitted = FittedText.fit(first, width: room, size: Drawing.textSize, most: 1)
      drawing.out.openText("tick", x, top + 110)
      drawing.out.put(text: fitted.lines[0])
      drawing.out.closeText()
    }
    guard !isSingle, let last = periods.last?[language] else { return }
    let fitted = FittedText.fit(last, width: room, size: Drawing.textSize, most: 1)
    drawing.out.openText("tick end", x + width, top + 110)
    drawing.out.put(text: fitted.lines[0])
    drawing.out.closeText()
  }

  private func wording(_ readings: [[Reading]], _ language: Language) -> Wording {
    var prose = Prose(language, subject)
    var signs = SignCount()
    for (number, row) in readings.enumerated() {
      for (index, reading) in row.enumerated() {
        signs.count(
          reading, of: "\(panels[number].name[language]), \(periods[index][language])")
      }
    }
    var title = subject.title?[language]
    if title == nil {
      let last = periods.indices.last { index in readings.contains { $0[index].value != nil } }
      var extremes = Extremes()
      var atLast = SignCount()
      for (number, row) in readings.enumerated() {
        guard let last else { continue }
        extremes.include(row[last], panels[number].name[language])
        atLast.count(row[last])
      }
      title = prose.titleOfRange(
        extremes, last == nil ? signs : atLast, period: last.map { periods[$0][language] },
        direction: subject.direction)
    }
    let (first, last) = (periods.first?[language], periods.last?[language])
    let subtitle = prose.subtitle(subject, period: last, from: first)
    if let first, let last {
      prose.add(
        .smallMultiples, (.name, .text(subject.name[language])), (.period, .text(last)),
        (.otherPeriod, .text(first)))
    }
    for (number, row) in readings.enumerated() {
      prose.tellTrend(row, name: panels[number].name[language], periods: periods)
    }
    signs.tell(&prose)
    return Wording(title: title ?? "", subtitle: subtitle, description: prose.take())
  }
}
