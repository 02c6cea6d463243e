public import Languages
import Partnership
import Publication

extension BarChart {
  public func draw(in language: Language, id: String, width: ChartWidth) -> Chart {
    var drawing = Drawing(language, id: id, width, measure: subject.measure)
    let rows = rows(language)
    let words = wording(rows, language)
    drawing.willWrite(rows.readings)
    let isStacked = stacks(rows)
    let kind: StaticString = isStacked ? "chart-stacked" : "chart-bar"
    guard rows.count > 0, !series.isEmpty else {
      return drawing.empty(kind, subject.objective, words)
    }
    let height =
      isStacked ? drawStacked(rows, &drawing, language) : drawGrouped(rows, &drawing, language)
    return drawing.finish(kind, height: height, objective: subject.objective, words)
  }

  /// Parts of a whole stand end to end. Negative ones are no parts: their bars stand side by side.
  func stacks(_ rows: Rows) -> Bool {
    arrangement == .stacked && series.count > 1
      && rows.readings.allSatisfy { ($0.value ?? 0) >= 0 }
  }

  /// Categories in the order to draw, with their readings: flat, since a chart has dozens.
  struct Rows {
    var names: [String] = []
    /// The place of each among the categories given.
    var places: [Int] = []
    /// Those of a category one after the other, one a series.
    var readings: [Reading] = []
    let series: Int

    var count: Int { names.count }

    @inline(__always)
    subscript(row: Int, number: Int) -> Reading { readings[row * series + number] }
  }

  /// In the order to draw. What is read in context keeps the order given.
  private func rows(_ language: Language) -> Rows {
    var rows = Rows(places: places(), series: series.count)
    rows.names.reserveCapacity(rows.places.count)
    rows.readings.reserveCapacity(rows.places.count * series.count)
    for index in rows.places {
      rows.names.append(Terms.named(categories[index][language]))
      for each in series {
        rows.readings.append(
          each.figures.indices.contains(index)
            ? Reading(each.figures[index]) : Reading(missing: .notAvailable))
      }
    }
    return rows
  }

  /// The places of the categories in the order to draw.
  private func places() -> [Int] {
    guard order == .byValue, subject.direction != .context, let first = series.first?.figures else {
      return Array(categories.indices)
    }
    var valued: [(value: Double, index: Int)] = []
    var others: [Int] = []
    valued.reserveCapacity(categories.count)
    for index in categories.indices {
      if first.indices.contains(index), let value = Reading(first[index]).value {
        valued.append((value, index))
      } else {
        others.append(index)
      }
    }
    valued.sort { $0.value > $1.value || ($0.value == $1.value && $0.index < $1.index) }
    return valued.map(\.index) + others
  }

  // MARK: One bar a category, or several side by side

  private func drawGrouped(_ rows: Rows, _ drawing: inout Drawing, _ language: Language) -> Int {
    let names = NameColumn(rows.names, drawing)
    var top = 0
    let isNamed = namesSeriesInFirstRow(drawing, language)
    if series.count > 1, !isNamed {
      top = drawing.key(
        series.enumerated().map { .swatch(series: $0, name: $1.name[language]) }, top: 0)
    }
    let seriesNames = isNamed ? series.map { $0.name[language] } : []
    let scale = scale(rows, drawing, plotStart: names.plotStart, seriesNames)
    let bar = series.count > 1 ? 130 : 140
    let pitch = series.count > 1 ? 150 : 140
    let block = pitch * series.count
    var tops: [Int] = []
    tops.reserveCapacity(rows.count)
    var y = top
    for index in 0..<rows.count {
      tops.append(y)
      y +=
        names.above(index) + max(block, names.leastHeight(index))
        + (series.count > 1 ? 100 : names.isAbove ? 90 : 60)
    }
    let bottom = y
    let marksTop = { (index: Int) in
      tops[index] + names.above(index) + max(0, names.leastHeight(index) - block) / 2
    }
    let zero = scale.place(0)
    drawing.zeroLine(
      verticalAt: zero,
      along: names.spans(from: top, to: bottom - 40, marks: marksTop, height: block))
    names.draw(&drawing) { (tops[$0], max(block, names.leastHeight($0))) }
    for number in series.indices {
      bars(
        rows, number, &drawing, scale, zero, thickness: bar, isSoft: false,
        series.count > 1 ? number : nil
      ) { marksTop($0) + number * pitch }
      bars(
        rows, number, &drawing, scale, zero, thickness: bar, isSoft: true,
        series.count > 1 ? number : nil
      ) { marksTop($0) + number * pitch }
    }
    labels(rows, &drawing, scale, zero, seriesNames) { marksTop($0) + $1 * pitch + bar / 2 }
    return drawing.signKey(top: bottom)
  }

  /// Short names of a few series stand beside the bars of the first category; others have a key.
  private func namesSeriesInFirstRow(_ drawing: borrowing Drawing, _ language: Language) -> Bool {
    guard (2...4).contains(series.count) else { return false }
    let most = drawing.isNarrow ? 700 : 1_400
    return series.allSatisfy {
      drawing.textWidth($0.name[language]) <= most && Terms.standsBesideNumbers($0.name[language])
    }
  }

  private func scale(
    _ rows: Rows, _ drawing: borrowing Drawing, plotStart: Int, _ seriesNames: [String]
  ) -> LinearScale {
    var extent = Extent()
    var before = 0
    var after = 0
    for index in 0..<rows.count {
      for number in 0..<rows.series {
        let reading = rows[index, number]
        var width = drawing.labelWidth(reading) + 80
        if index == 0, !seriesNames.isEmpty { width += 40 + drawing.textWidth(seriesNames[number]) }
        if let value = reading.value {
          extent.include(value)
          if value < 0 { before = max(before, width) } else { after = max(after, width) }
        } else {
          after = max(after, width)
        }
      }
    }
    // The longest bar with its label ends where the chart does.
    let room = max(200, drawing.width - plotStart - before - after)
    let high = extent.high > extent.low ? extent.high : 1
    return LinearScale(
      low: extent.high > extent.low ? extent.low : 0, high: high, start: plotStart + before + 10,
      end: plotStart + before + 10 + room - 20)
  }

  /// The bars of a series: one path. Zero is a tick on the line.
  private func bars(
    _ rows: Rows, _ number: Int, _ drawing: inout Drawing, _ scale: LinearScale, _ zero: Int,
    thickness: Int, isSoft: Bool, _ style: Int?, top: (Int) -> Int
  ) {
    var isOpen = false
    for index in 0..<rows.count {
      let reading = rows[index, number]
      guard reading.isSoft == isSoft, let value = reading.value else { continue }
      if !isOpen {
        drawing.out.put(isSoft ? "<path class=\"bar soft s" : "<path class=\"bar s")
        drawing.out.put(count: (style ?? 0) % 6 + 1)
        drawing.out.put("\" d=\"")
        isOpen = true
      }
      let end = scale.place(value)
      if value == 0 {
        drawing.out.box(zero - 10, top(index), 20, thickness)
      } else {
        // Never so short that it is not there.
        let length = max(10, abs(end - zero))
        drawing.out.box(value < 0 ? zero - length : zero, top(index), length, thickness)
      }
    }
    if isOpen { drawing.out.put("\"/>") }
  }

  private func labels(
    _ rows: Rows, _ drawing: inout Drawing, _ scale: LinearScale, _ zero: Int,
    _ seriesNames: [String], middle: (Int, Int) -> Int
  ) {
    var negatives: [(Int, Int, Reading, name: String?)] = []
    drawing.out.put("<g class=\"value\">")
    for index in 0..<rows.count {
      for number in 0..<rows.series {
        let reading = rows[index, number]
        let name = index == 0 && !seriesNames.isEmpty ? seriesNames[number] : nil
        switch reading.cell {
        case .sign(let sign):
          drawing.sign(sign, x: zero + 60, middle: middle(index, number))
          guard let name else { continue }
          drawing.out.openText(zero + 100 + Drawing.signWidth, middle(index, number) + 43)
          drawing.out.put(text: name)
          drawing.out.closeText()
        case .value(let quantity, let value):
          if value < 0 {
            negatives.append(
              (min(zero - 10, scale.place(value)), middle(index, number), reading, name))
            continue
          }
          drawing.out.openText(max(zero + 10, scale.place(value)) + 50, middle(index, number) + 43)
          drawing.number(quantity, letters: reading.letters)
          if let name {
            drawing.out.put(byte: 0x20)
            drawing.out.put(text: name)
          }
          drawing.out.closeText()
        }
      }
    }
    drawing.out.put("</g>")
    guard !negatives.isEmpty else { return }
    drawing.out.put("<g class=\"value end\">")
    for (x, y, reading, name) in negatives {
      guard let quantity = reading.quantity else { continue }
      drawing.out.openText(x - 50, y + 43)
      if let name {
        drawing.out.put(text: name)
        drawing.out.put(byte: 0x20)
      }
      drawing.number(quantity, letters: reading.letters)
      drawing.out.closeText()
    }
    drawing.out.put("</g>")
  }
}
