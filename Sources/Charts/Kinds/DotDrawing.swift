public import Languages
import Publication

extension DotPlot {
  public func draw(in language: Language, id: String, width: ChartWidth) -> Chart {
    var drawing = Drawing(language, id: id, width, measure: subject.measure)
    let rows = categories.indices.map { index in
      series.map { Reading($0.figures.indices.contains(index) ? $0.figures[index] : nil) }
    }
    let words = wording(rows, language)
    guard !rows.isEmpty, !series.isEmpty else {
      return drawing.empty("chart-dots", subject.objective, words)
    }
    let names = NameColumn(categories.map { Terms.named($0[language]) }, drawing)
    var top = 0
    let seriesNames = namesInFirstRow(rows, drawing, language)
    if series.count > 1, seriesNames.isEmpty {
      top = drawing.key(
        series.enumerated().map { .dot(series: $0, name: $1.name[language]) }, top: 0)
    }
    // Signs have a column a series at the right, headed by the shape of its dot.
    let columns = series.indices.filter { number in rows.contains { $0[number].sign != nil } }
    let isLabelled = !(drawing.isNarrow && columns.count > 2)
    let column = isLabelled ? Drawing.signWidth + 60 : drawing.signBoxWidth + 60
    let end = drawing.width - columns.count * column
    let axis = axis(rows, drawing)
    let labels = series.count <= 2 ? widestLabel(rows, drawing, seriesNames) + 110 : 100
    let scale = LinearScale(
      low: axis.low, high: axis.high, start: names.plotStart + labels,
      end: max(names.plotStart + labels + 300, end - labels))
    if series.count > 1, !columns.isEmpty {
      for (position, number) in columns.enumerated() {
        drawing.openSeries(number)
        drawing.dots(number, [(end + position * column + drawing.signBoxWidth / 2, top + 50)])
        drawing.out.put("</g>")
      }
      top += 130
    }
    var tops: [Int] = []
    var y = top
    for index in rows.indices {
      tops.append(y)
      y += names.above + max(180, names.leastHeight(index)) + 60
    }
    let bottom = y
    let middle = { (index: Int) in
      tops[index] + names.above + max(180, names.leastHeight(index)) / 2
    }
    let spans = names.spans(
      from: top, to: bottom, marks: { middle($0) - 90 }, height: 180)
    drawing.verticalGrid(axis, scale, along: spans, to: bottom)
    drawing.zeroLine(verticalAt: scale.place(0), along: spans)
    names.draw(&drawing) { (tops[$0], max(180, names.leastHeight($0))) }
    joins(rows, &drawing, scale, middle: middle)
    for number in series.indices {
      drawing.openSeries(number)
      for isSoft in [false, true] {
        drawing.dots(
          number,
          rows.indices.compactMap { index in
            let reading = rows[index][number]
            guard reading.isSoft == isSoft, let value = reading.value else { return nil }
            return (scale.place(value), middle(index))
          }, isSoft: isSoft)
      }
      drawing.out.put("</g>")
    }
    if series.count <= 2 { values(rows, &drawing, scale, seriesNames, middle: middle) }
    for (index, row) in rows.enumerated() {
      for (position, number) in columns.enumerated() {
        guard let sign = row[number].sign else { continue }
        drawing.sign(
          sign, x: end + position * column, middle: middle(index), isLabelled: isLabelled)
      }
    }
    let height = drawing.signKey(top: bottom + 190)
    return drawing.finish("chart-dots", height: height, objective: subject.objective, words)
  }

  private func axis(_ rows: [[Reading]], _ drawing: borrowing Drawing) -> ValueAxis {
    var extent = Extent()
    var whole = true
    for row in rows {
      for reading in row {
        extent.include(reading.value)
        if let quantity = reading.quantity, quantity.decimals != 0 { whole = false }
      }
    }
    return ValueAxis(extent, wanted: drawing.isNarrow ? 3 : 5, whole: whole)
  }

  /// On a wide chart short names of two series stand beside the dots of the first category;
  /// empty where a key has to say them.
  private func namesInFirstRow(
    _ rows: [[Reading]], _ drawing: borrowing Drawing, _ language: Language
  ) -> [String] {
    guard !drawing.isNarrow, series.count == 2, rows[0].allSatisfy({ $0.value != nil }) else {
      return []
    }
    let names = series.map { $0.name[language] }
    return names.allSatisfy { drawing.textWidth($0) <= 800 } ? names : []
  }

  private func widestLabel(
    _ rows: [[Reading]], _ drawing: borrowing Drawing, _ seriesNames: [String]
  ) -> Int {
    var widest = 0
    for (index, row) in rows.enumerated() {
      for (number, reading) in row.enumerated() where reading.value != nil {
        let name = index == 0 && !seriesNames.isEmpty ? seriesNames[number] : ""
        widest = max(
          widest,
          drawing.labelWidth(reading) + (name.isEmpty ? 0 : 40 + drawing.textWidth(name)))
      }
    }
    return widest
  }

  /// A line between the outermost dots of a row.
  private func joins(
    _ rows: [[Reading]], _ drawing: inout Drawing, _ scale: LinearScale, middle: (Int) -> Int
  ) {
    guard series.count > 1 else { return }
    drawing.out.put("<path class=\"span\" d=\"")
    for (index, row) in rows.enumerated() {
      let places = row.compactMap { $0.value.map(scale.place) }
      guard let first = places.min(), let last = places.max(), first < last else { continue }
      drawing.out.move(first, middle(index))
      drawing.out.horizontal(to: last)
    }
    drawing.out.put("\"/>")
  }

  /// The smaller at the left of its dot, the larger at the right.
  private func values(
    _ rows: [[Reading]], _ drawing: inout Drawing, _ scale: LinearScale,
    _ seriesNames: [String], middle: (Int) -> Int
  ) {
    for isLeft in [false, true] {
      drawing.out.put(isLeft ? "<g class=\"value end\">" : "<g class=\"value\">")
      for (index, row) in rows.enumerated() {
        let known = row.indices.filter { row[$0].value != nil }
          .sorted { (row[$0].value ?? 0, $0) < (row[$1].value ?? 0, $1) }
        guard let number = isLeft ? (known.count > 1 ? known.first : nil) : known.last,
          case .value(let quantity, let value) = row[number].cell
        else { continue }
        let reading = row[number]
        let name = index == 0 && !seriesNames.isEmpty ? seriesNames[number] : ""
        let x = scale.place(value)
        // One that would stand on the line of zero goes between the dots, where there is room.
        let width =
          drawing.labelWidth(reading) + (name.isEmpty ? 0 : 40 + drawing.textWidth(name))
        let next = known.last.flatMap { row[$0].value }.map(scale.place) ?? x
        if isLeft, value >= 0, x - 80 - width < scale.place(0) + 20, next - x > width + 200 {
          drawing.out.openText("inner", x + 80, middle(index) + 43)
        } else {
          drawing.out.openText(x + (isLeft ? -80 : 80), middle(index) + 43)
        }
        if isLeft, !name.isEmpty {
          drawing.out.put(text: name)
          drawing.out.put(byte: 0x20)
        }
        drawing.number(quantity, letters: reading.letters)
        if !isLeft, !name.isEmpty {
          drawing.out.put(byte: 0x20)
          drawing.out.put(text: name)
        }
        drawing.out.closeText()
      }
      drawing.out.put("</g>")
    }
  }

  private func wording(_ rows: [[Reading]], _ language: Language) -> Wording {
    var prose = Prose(language, subject)
    var signs = SignCount()
    var extremes = Extremes()
    for (index, row) in rows.enumerated() {
      let name = Terms.named(categories[index][language])
      for (number, reading) in row.enumerated() {
        signs.count(
          reading, of: series.count > 1 ? "\(name), \(series[number].name[language])" : name)
        extremes.include(
          reading, series.count > 1 ? name + ", " + series[number].name[language] : name)
      }
    }
    let period = period?[language]
    let title =
      subject.title?[language]
      ?? prose.titleOfRange(extremes, signs, period: period, direction: subject.direction)
    let subtitle = prose.subtitle(subject, period: period)
    prose.add(
      .dotPlot, (.name, .text(subject.name[language])),
      (.otherName, .text(series.map { $0.name[language] }.joined(separator: ", "))))
    prose.tell(extremes, direction: subject.direction)
    signs.tell(&prose)
    return Wording(title: title, subtitle: subtitle, description: prose.take())
  }
}
