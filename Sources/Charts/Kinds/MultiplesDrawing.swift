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
    for row in readings { drawing.willWrite(row) }
    let axis = axis(readings)
    let left = axis.labelWidth(drawing) + 80
    let columns = drawing.isNarrow ? 2 : (panels.count == 3 || panels.count == 6 ? 3 : 4)
    let pitch = (drawing.width - left) / columns
    // The last value stands right of its dot, where no line can cross it.
    let label = readings.reduce(0) { widest, row in
      max(widest, row.last { $0.value != nil }.map { drawing.labelWidth($0) } ?? 0)
    }
    // One that would take the panel’s room stands above or below it instead.
    let isBeside = label * 5 <= pitch * 2
    let inner = isBeside ? pitch - 130 - label : pitch - 200
    let ends = endNames(drawing, width: inner, language)
    var y = 0
    for start in stride(from: 0, to: panels.count, by: columns) {
      let row = start..<min(panels.count, start + columns)
      let names = row.map {
        FittedText.fit(
          panels[$0].name[language], width: pitch - 80, size: Drawing.textSize, most: 4,
          isBold: true)
      }
      let top =
        y + 40 + (names.map(\.lines.count).max() ?? 1) * Drawing.lineHeight
        + (isBeside ? 100 : 200)
      let bottom = top + (axis.isEmpty ? 200 : 800)
      let scale = LinearScale(low: axis.low, high: axis.high, start: bottom, end: top)
      drawing.horizontalGrid(axis, scale, from: left, to: left + pitch * row.count - 120)
      for (position, index) in row.enumerated() {
        let x = left + pitch * position + 40
        name(names[position], panels[index].name[language], &drawing, x: x, top: y)
        panel(
          readings[index], &drawing, BandScale(count: periods.count, start: x, end: x + inner),
          scale, isBeside: isBeside)
      }
      y = bottom + 40
      let lettersLine = lettersLine(row.map { readings[$0] })
      if lettersLine > 0 {
        for (position, index) in row.enumerated() {
          let x = left + pitch * position + 40
          letters(
            readings[index], &drawing,
            BandScale(count: periods.count, start: x, end: x + inner), top: y)
        }
        y += lettersLine
      }
      if row.contains(where: { readings[$0].contains { $0.sign != nil } }) {
        for (position, index) in row.enumerated() {
          let x = left + pitch * position + 40
          signs(
            readings[index], &drawing,
            BandScale(count: periods.count, start: x, end: x + inner), middle: y + 70)
        }
        y += 150
      }
      var lines = 1
      for position in 0..<row.count {
        lines = max(
          lines, draw(ends, &drawing, x: left + pitch * position + 40, width: inner, top: y))
      }
      y += 260 + (lines - 1) * Drawing.lineHeight
    }
    y -= 100
    if let frame = ends.frame {
      y = drawing.frame(frame, BandScale(count: 1, start: 0, end: drawing.width), top: y - 20) + 20
    }
    let height = drawing.signKey(top: y)
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
    drawing.lines(fitted, of: full, x, top + 120, classes: "label")
  }

  private func panel(
    _ row: [Reading], _ drawing: inout Drawing, _ bands: BandScale, _ scale: LinearScale,
    isBeside: Bool
  ) {
    let points = row.enumerated().map { index, reading in
      reading.value.map { (x: bands.middle(index), y: scale.place($0)) }
    }
    drawing.zeroLine(
      horizontalAt: scale.place(0), from: bands.start,
      to: bands.start + bands.step * max(1, row.count))
    drawing.openSeries(0)
    drawing.line(points)
    drawing.dots(
      0, row, bands.step < 110 ? Drawing.sparse(points, row) : points)
    drawing.out.put("</g>")
    guard let last = row.lastIndex(where: { $0.value != nil }), let point = points[last],
      let quantity = row[last].quantity
    else { return }
    guard isBeside else {
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
      return
    }
    // Never so low that it meets the name of the last period.
    drawing.out.openText("value", point.x + 75, min(point.y + 43, scale.start + 15))
    drawing.number(quantity, letters: row[last].letters)
    drawing.out.closeText()
  }

  /// What the letters below a row of panels take up: a line for each that one figure has. The last
  /// value has its own beside it.
  private func lettersLine(_ rows: [[Reading]]) -> Int {
    let most = rows.joined().reduce(0) { max($0, $1.letters.nonzeroBitCount) }
    return most * 130 + (most > 0 ? 20 : 0)
  }

  private func letters(
    _ row: [Reading], _ drawing: inout Drawing, _ bands: BandScale, top: Int
  ) {
    for reading in row { drawing.lettersSeen |= reading.letters }
    guard bands.step >= 200 else { return }
    drawing.out.put("<g class=\"middle\">")
    for (index, reading) in row.enumerated() {
      var y = top + 110
      for bit: UInt8 in [1, 2, 4, 8] where reading.letters & bit != 0 {
        drawing.out.openText(bands.middle(index), y)
        drawing.letters(bit, isAlone: true)
        drawing.out.closeText()
        y += 130
      }
    }
    drawing.out.put("</g>")
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

  /// The first and the last period, as short as their room asks for.
  private struct EndNames {
    var names: [String]
    /// What both have in common, said once below all panels: `Partnership year …, from October`.
    var frame: String?
    /// How wide the longer one may be.
    var room: Int
  }

  private func endNames(
    _ drawing: borrowing Drawing, width: Int, _ language: Language
  ) -> EndNames {
    guard periods.count > 1 else {
      return EndNames(names: periods.prefix(1).map { $0[language] }, room: width)
    }
    let room = (width - 60) / 2
    var names = [periods[0], periods[periods.count - 1]].map { $0[language] }
    let opening = Drawing.commonWords(names)
    guard !opening.isEmpty, drawing.textWidth(names[1]) > room else {
      return EndNames(names: names, room: room)
    }
    // `Year 1` and `33`: what both begin with is said once, where it has to be.
    let rests = names.map { String($0.dropFirst(opening.count)) }
    if drawing.textWidth(rests[1]) <= room {
      names[1] = rests[1]
      // What the last one leaves is the first one’s.
      return EndNames(names: names, room: max(room, width - 60 - drawing.textWidth(rests[1])))
    }
    if let (own, ending) = Drawing.commonEnding(rests),
      own.allSatisfy({ drawing.textWidth($0) <= room })
    {
      return EndNames(names: own, frame: opening + "…" + ending, room: room)
    }
    return EndNames(names: names, room: room)
  }

  /// First and last period below a panel.
  ///
  /// - Returns: on how many lines.
  private func draw(
    _ ends: EndNames, _ drawing: inout Drawing, x: Int, width: Int, top: Int
  ) -> Int {
    var most = 1
    for (number, end) in ends.names.enumerated() {
      let fitted = FittedText.fit(end, width: ends.room, size: Drawing.textSize, most: 5)
      most = max(most, fitted.lines.count)
      for (line, text) in fitted.lines.enumerated() {
        drawing.out.openText(
          number == 0 ? "tick" : "tick end", number == 0 ? x : x + width,
          top + 110 + line * Drawing.lineHeight)
        if line == 0, fitted.isShortened {
          drawing.out.put("<title>")
          drawing.out.put(text: end)
          drawing.out.put("</title>")
        }
        drawing.out.put(text: text)
        drawing.out.closeText()
      }
    }
    return most
  }

  private func wording(_ readings: [[Reading]], _ language: Language) -> Wording {
    var prose = Prose(language, subject)
    var signs = SignCount()
    for (number, row) in readings.enumerated() {
      for (index, reading) in row.enumerated() {
        signs.count(
          reading,
          of: "\(panels[number].name[language]), \(Prose.small(periods[index][language], language))"
        )
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
        first == last ? .smallMultiplesOf : .smallMultiples, (.name, .text(subject.name[language])),
        (.period, .time(last)),
        (.otherPeriod, .time(first)))
    }
    for (number, row) in readings.enumerated() {
      prose.tellTrend(row, name: panels[number].name[language], periods: periods)
    }
    signs.tell(&prose)
    return Wording(title: title ?? "", subtitle: subtitle, description: prose.take())
  }
}
