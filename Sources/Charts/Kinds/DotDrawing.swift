public import Languages
import Publication

extension DotPlot {
  public func draw(in language: Language, id: String, width: ChartWidth) -> Chart {
    var drawing = Drawing(language, id: id, width, measure: subject.measure)
    let rows = readings()
    let words = wording(rows, language)
    guard !rows.isEmpty, !series.isEmpty else {
      return drawing.empty("chart-dots", subject.objective, words)
    }
    let height = plot(rows, &drawing, language)
    return drawing.finish("chart-dots", height: height, objective: subject.objective, words)
  }

  /// Those of a category, one a series.
  func readings() -> [[Reading]] {
    categories.indices.map { index in
      series.map { Reading($0.figures.indices.contains(index) ? $0.figures[index] : nil) }
    }
  }

  /// - Parameter rows: the readings of each category, one a series.
  /// - Returns: the height of all.
  func plot(_ rows: [[Reading]], _ drawing: inout Drawing, _ language: Language) -> Int {
    for row in rows { drawing.willWrite(row) }
    let names = NameColumn(categories.map { Terms.named($0[language]) }, drawing)
    var top = 0
    let seriesNames = namesInFirstRow(rows, drawing, language)
    if series.count > 1, seriesNames.isEmpty {
      top = drawing.key(
        series.enumerated().map { .dot(series: $0, name: $1.name[language]) }, top: 0)
    }
    // Signs have a column a series at the right, headed by the shape of its dot and, where it has
    // room, the name of the series.
    let columns = series.indices.filter { number in rows.contains { $0[number].sign != nil } }
    let isLabelled = !(drawing.isNarrow && columns.count > 2)
    let headed = drawing.isNarrow ? [] : columns.map { series[$0].name[language] }
    let widestHead = headed.reduce(0) { max($0, drawing.textWidth($1)) }
    let isHeaded = !headed.isEmpty && widestHead <= 800
    let column = max(
      isLabelled ? Drawing.signWidth + 60 : drawing.signBoxWidth + 60,
      isHeaded ? widestHead + 260 : 0)
    let end = drawing.width - columns.count * column
    let axis = axis(rows, drawing)
    let scale = scale(rows, axis, drawing, from: names.plotStart, to: end, seriesNames)
    if series.count > 1, !columns.isEmpty {
      for (position, number) in columns.enumerated() {
        let x = end + position * column
        drawing.openSeries(number)
        drawing.dots(number, [(x + drawing.signBoxWidth / 2, top + 70)])
        drawing.out.put("</g>")
        guard isHeaded else { continue }
        drawing.out.openText("tick", x + drawing.signBoxWidth + 30, top + 110)
        drawing.out.put(text: series[number].name[language])
        drawing.out.closeText()
      }
      top += 160
    }
    var tops: [Int] = []
    var y = top
    for index in rows.indices {
      tops.append(y)
      y += names.above(index) + max(180, names.leastHeight(index)) + 60
    }
    let bottom = y
    let middle = { (index: Int) in
      tops[index] + names.above(index) + max(180, names.leastHeight(index)) / 2
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
            return (
              scale.place(value), middle(index) + apart(number, rows[index], scale)
            )
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
    return drawing.signKey(top: bottom + (axis.isEmpty ? 0 : 190))
  }

  /// A label that would stand on the line of zero goes between its dots; where one has no room
  /// there, all the labels get room before the line.
  private func scale(
    _ rows: [[Reading]], _ axis: ValueAxis, _ drawing: borrowing Drawing, from start: Int,
    to end: Int, _ seriesNames: [String]
  ) -> LinearScale {
    guard series.count <= 2 else {
      return LinearScale(
        low: axis.low, high: axis.high, start: start + 100, end: max(start + 400, end - 100))
    }
    let labels = widestLabel(rows, drawing, seriesNames) + 110
    let last = max(start + labels + 300, end - labels)
    let near = LinearScale(
      low: axis.low, high: axis.high, start: start + max(80, axis.labelWidth(drawing) / 2),
      end: last)
    let isFree = rows.indices.allSatisfy { index in
      guard let label = leftLabel(rows[index], index, drawing, near, seriesNames) else {
        return true
      }
      return label.goesInside || label.x - 80 - label.width > start + 20
    }
    return isFree && axis.low >= 0
      ? near : LinearScale(low: axis.low, high: axis.high, start: start + labels, end: last)
  }

  /// Dots of one row that would cover one another stand a little above and below their line.
  private func apart(_ number: Int, _ row: [Reading], _ scale: LinearScale) -> Int {
    guard row.count == 2, let one = row[0].value, let other = row[1].value,
      abs(scale.place(one) - scale.place(other)) < 60
    else { return 0 }
    return number == 0 ? -40 : 40
  }

  /// The label of the smaller of two values: where its dot is, how wide it is, and whether it
  /// stands between the dots.
  private func leftLabel(
    _ row: [Reading], _ index: Int, _ drawing: borrowing Drawing, _ scale: LinearScale,
    _ seriesNames: [String]
  ) -> (number: Int, x: Int, width: Int, goesInside: Bool)? {
    let known = order(row)
    guard known.count > 1, let number = known.first, let last = known.last,
      let value = row[number].value, let next = row[last].value
    else { return nil }
    let name = index == 0 && !seriesNames.isEmpty ? seriesNames[number] : ""
    let width =
      drawing.labelWidth(row[number]) + (name.isEmpty ? 0 : 40 + drawing.textWidth(name))
    let x = scale.place(value)
    let goesInside =
      value >= 0 && x - 80 - width < scale.place(0) + 20 && scale.place(next) - x > width + 200
    return (number, x, width, goesInside)
  }

  /// The series that have a value, from the smallest on.
  private func order(_ row: [Reading]) -> [Int] {
    row.indices.filter { row[$0].value != nil }
      .sorted { (row[$0].value ?? 0, $0) < (row[$1].value ?? 0, $1) }
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
    return names.allSatisfy { drawing.textWidth($0) <= 800 && Terms.standsBesideNumbers($0) }
      ? names : []
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
        let left = leftLabel(row, index, drawing, scale, seriesNames)
        guard let number = isLeft ? left?.number : order(row).last,
          case .value(let quantity, let value) = row[number].cell
        else { continue }
        let reading = row[number]
        let name = index == 0 && !seriesNames.isEmpty ? seriesNames[number] : ""
        let x = scale.place(value)
        if isLeft, left?.goesInside == true {
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
