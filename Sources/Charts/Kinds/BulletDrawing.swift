public import Languages
import Partnership
import Publication

extension BulletChart {
  public func draw(in language: Language, id: String, width: ChartWidth) -> Chart {
    var drawing = Drawing(language, id: id, width, measure: subject.measure)
    let readings = rows.map { Reading($0.actual) }
    let words = wording(readings, language)
    guard !rows.isEmpty else { return drawing.empty("chart-bullet", subject.objective, words) }

    drawing.willWrite(readings)
    drawing.willWrite(rows.map(\.target) + rows.map(\.baseline))
    let names = NameColumn(rows.map { $0.name[language] }, drawing)
    var items: [KeyItem] = [.actual]
    if rows.contains(where: { $0.target != nil }) { items.append(.target) }
    if rows.contains(where: { $0.baseline != nil }) { items.append(.baseline) }
    let top = drawing.key(items, top: 0)
    var tops: [Int] = []
    var bottom = top
    for index in rows.indices {
      tops.append(bottom)
      bottom += names.above(index) + max(480, names.leastHeight(index) + 100)
    }
    let trackTop = { (index: Int) in tops[index] + names.above(index) + 20 }
    let scale = scale(readings, start: names.plotStart + 20, end: drawing.width - 30)
    let zero = scale.place(0)

    // A name of one line stands beside its track, a longer one beside the track and its figures.
    names.draw(&drawing) { index in
      let isLong = names.isAbove || names.leastHeight(index) > Drawing.lineHeight
      return (
        tops[index] + (isLong ? 0 : 20), isLong ? max(360, names.leastHeight(index)) : 180
      )
    }
    drawing.out.put("<path class=\"track\" d=\"")
    for index in rows.indices {
      drawing.out.box(scale.start, trackTop(index), scale.end - scale.start, 180)
    }
    drawing.out.put("\"/>")
    actuals(readings, &drawing, scale, zero, isSoft: false, top: trackTop)
    actuals(readings, &drawing, scale, zero, isSoft: true, top: trackTop)
    ticks("baseline", rows.map(\.baseline), &drawing, scale, top: trackTop)
    ticks("target", rows.map(\.target), &drawing, scale, top: trackTop)
    drawing.out.put("<g class=\"value\">")
    for (index, row) in rows.enumerated() {
      figures(row, readings[index], &drawing, x: scale.start, top: trackTop(index), language)
    }
    drawing.out.put("</g>")
    for index in rows.indices {
      let y = trackTop(index)
      drawing.zeroLine(verticalAt: zero, along: [y - 20..<y + 200])
    }
    let height = drawing.signKey(top: bottom)
    return drawing.finish("chart-bullet", height: height, objective: subject.objective, words)
  }

  private func scale(_ readings: [Reading], start: Int, end: Int) -> LinearScale {
    var extent = Extent()
    for reading in readings { extent.include(reading.value) }
    for row in rows {
      extent.include(row.target.flatMap(Reading.drawable))
      extent.include(row.baseline.flatMap(Reading.drawable))
    }
    return LinearScale(
      low: extent.low, high: extent.high > extent.low ? extent.high : 1, start: start, end: end)
  }

  private func actuals(
    _ readings: [Reading], _ drawing: inout Drawing, _ scale: LinearScale, _ zero: Int,
    isSoft: Bool, top: (Int) -> Int
  ) {
    guard readings.contains(where: { $0.value != nil && $0.isSoft == isSoft }) else { return }
    drawing.out.put(isSoft ? "<path class=\"bar soft s1\" d=\"" : "<path class=\"bar s1\" d=\"")
    for (index, reading) in readings.enumerated() {
      guard let value = reading.value, reading.isSoft == isSoft else { continue }
      let end = scale.place(value)
      drawing.out.box(min(zero, end), top(index) + 45, max(10, abs(end - zero)), 90)
    }
    drawing.out.put("\"/>")
  }

  private func ticks(
    _ kind: StaticString, _ values: [Quantity?], _ drawing: inout Drawing, _ scale: LinearScale,
    top: (Int) -> Int
  ) {
    guard values.contains(where: { $0.flatMap(Reading.drawable) != nil }) else { return }
    // The paper beside it keeps it apart from a bar of any colour.
    for layer: StaticString in ["halo", kind] {
      drawing.out.put("<path class=\"")
      drawing.out.put(layer)
      drawing.out.put("\" d=\"")
      for (index, quantity) in values.enumerated() {
        guard let value = quantity.flatMap(Reading.drawable) else { continue }
        drawing.out.move(scale.place(value), top(index) - 10)
        drawing.out.vertical(to: top(index) + 190)
      }
      drawing.out.put("\"/>")
    }
  }

  /// `1,240 · target 1,000 · baseline 420`, below the track: words cannot collide there.
  private func figures(
    _ row: Row, _ reading: Reading, _ drawing: inout Drawing, x: Int, top: Int,
    _ language: Language
  ) {
    let terms = Terms.of(language)
    var x = x
    if let sign = reading.sign {
      drawing.sign(sign, x: x, middle: top + 270)
      x += Drawing.signWidth + 40
    }
    drawing.out.openText(x, top + 315)
    var isFirst = true
    if let quantity = reading.quantity {
      drawing.number(quantity, letters: reading.letters)
      isFirst = false
    }
    for (word, quantity) in [(terms.target, row.target), (terms.baseline, row.baseline)] {
      guard let quantity else { continue }
      if !isFirst { drawing.out.put(" · ") }
      drawing.out.put(raw: word)
      drawing.out.put(byte: 0x20)
      drawing.number(quantity)
      isFirst = false
    }
    drawing.out.closeText()
  }

  private func wording(_ readings: [Reading], _ language: Language) -> Wording {
    var prose = Prose(language, subject)
    var signs = SignCount()
    // What has no value is told with its row.
    for (row, reading) in zip(rows, readings) {
      signs.count(reading, of: reading.value == nil ? nil : row.name[language])
    }
    let title = subject.title?[language] ?? headline(readings, signs, &prose)
    let subtitle = prose.subtitle(subject, period: nil)
    prose.add(.bulletChart, (.name, .text(subject.name[language])))
    for (row, reading) in zip(rows, readings) {
      let name = Prose.Word.text(row.name[language])
      if let quantity = reading.quantity {
        prose.add(
          comparison(quantity, row.target), (.period, name), (.figure, .figure(quantity)),
          (.other, .number(row.target ?? quantity)))
        prose.out.put(".")
      } else if let sign = reading.sign {
        prose.add(
          .rowSign, (.name, name), (.other, .text(Terms.meaning(of: sign, in: language))))
        if let target = row.target {
          prose.add(.targetOnly, (.period, name), (.other, .figure(target)))
        }
      }
      if let baseline = row.baseline { prose.add(.baselineIs, (.figure, .figure(baseline))) }
    }
    signs.tell(&prose)
    return Wording(title: title, subtitle: subtitle, description: prose.take())
  }

  private func comparison(_ quantity: Quantity, _ target: Quantity?) -> Localized<Template> {
    guard let target else { return .single }
    return quantity > target ? .above : target > quantity ? .below : .onTarget
  }

  private func headline(_ readings: [Reading], _ signs: SignCount, _ prose: inout Prose) -> String {
    if rows.count == 1, let quantity = readings[0].quantity {
      prose.say(
        comparison(quantity, rows[0].target), (.period, .text(rows[0].name[prose.language])),
        (.figure, .figure(quantity)), (.other, .number(rows[0].target ?? quantity)))
      return prose.take()
    }
    var reached = 0
    var total = 0
    for (row, reading) in zip(rows, readings) {
      guard let target = row.target, let quantity = reading.quantity else { continue }
      total += 1
      let isReached = subject.direction == .down ? quantity <= target : quantity >= target
      if isReached { reached += 1 }
    }
    guard total > 0, subject.direction != .context else {
      var extremes = Extremes()
      for (row, reading) in zip(rows, readings) {
        extremes.include(reading, row.name[prose.language])
      }
      return prose.titleOfRange(extremes, signs, period: nil, direction: subject.direction)
    }
    // Of several rows only one can be compared: it is named.
    if total == 1,
      let only = zip(rows, readings).first(where: { $0.target != nil && $1.quantity != nil }),
      let quantity = only.1.quantity
    {
      prose.say(
        comparison(quantity, only.0.target), (.period, .text(only.0.name[prose.language])),
        (.figure, .figure(quantity)), (.other, .number(only.0.target ?? quantity)))
      return prose.take()
    }
    prose.say(
      reached == 0 ? .noTargetReached : reached == 1 ? .oneTargetReached : .targetsReached,
      (.count, .count(reached)), (.total, .count(total)))
    return prose.take()
  }
}
