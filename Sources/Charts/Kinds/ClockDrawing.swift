public import Languages
import Partnership
import Publication

extension FiveYearClock {
  public func draw(in language: Language, id: String, width: ChartWidth) -> Chart {
    var drawing = Drawing(language, id: id, width, measure: .count)
    let words = wording(language)
    let periods = clock.periods
    guard !periods.isEmpty else { return drawing.empty("chart-clock", nil, words) }
    let (left, right) = (10, drawing.width - 10)
    let scale = LinearScale(
      low: 0, high: Double(max(1, clock.effective.days(until: clock.end))), start: left, end: right)
    let place = { (date: CalendarDate) in
      scale.place(Double(self.clock.effective.days(until: date)))
    }
    let now = min(right, max(left, place(today)))
    let top = 220

    drawing.out.put("<path class=\"track\" d=\"")
    // As many years to a box as the number of its first one has room in.
    let every = max(1, (250 * periods.count + drawing.width - 1) / drawing.width)
    for first in stride(from: 0, to: periods.count, by: every) {
      let start = place(periods[first].start)
      let last = periods[min(first + every, periods.count) - 1]
      drawing.out.box(start, top, place(last.end.adding(days: 1)) - start, 260)
    }
    drawing.out.put("\"/>")
    if now > left {
      drawing.out.put("<path class=\"elapsed\" d=\"")
      drawing.out.box(left, top, now - left, 260)
      drawing.out.put("\"/>")
    }
    yearNumbers(periods, every: every, &drawing, top: top, place)
    boundaries(periods, &drawing, top: top + 260, place, language)
    var bars: [Int] = []
    let bottom = progressRows(
      &drawing, top: top + 560, left: left, right: right, bars: &bars, language)
    // Across the years and across each bar, never through words.
    for layer: StaticString in ["halo", "today"] {
      drawing.out.put("<path class=\"")
      drawing.out.put(layer)
      drawing.out.put("\" d=\"")
      drawing.out.move(now, top - 40)
      drawing.out.vertical(to: top + 290)
      for bar in bars {
        drawing.out.move(now, bar - 25)
        drawing.out.vertical(to: bar + 165)
      }
      drawing.out.put("\"/>")
    }
    todayName(&drawing, x: now, from: top - 40, language)
    return drawing.finish("chart-clock", height: bottom + 20, objective: nil, words)
  }

  /// In the middle of its year; at the beginning of a box of several.
  private func yearNumbers(
    _ periods: [Period], every: Int, _ drawing: inout Drawing, top: Int,
    _ place: (CalendarDate) -> Int
  ) {
    drawing.out.put(every == 1 ? "<g class=\"label middle\">" : "<g class=\"label\">")
    for period in periods where (period.number - 1) % every == 0 {
      let start = place(period.start)
      drawing.out.openText(
        every == 1 ? (start + place(period.end)) / 2 : start + 40, top + 175)
      drawing.out.put(count: period.number)
      drawing.out.closeText()
    }
    drawing.out.put("</g>")
  }

  /// Where each year begins, every so many years where not all have room; the first and the last
  /// always.
  private func boundaries(
    _ periods: [Period], _ drawing: inout Drawing, top: Int, _ place: (CalendarDate) -> Int,
    _ language: Language
  ) {
    let writer = DateWriter.of(language)
    // All of them with their month, or the year alone.
    let months = (first: writer.month(clock.effective), last: writer.month(clock.end))
    let step =
      (drawing.width - drawing.textWidth(months.first) - drawing.textWidth(months.last))
      / max(1, periods.count - 1)
    let isShort = periods.count > 1 && step < drawing.textWidth(months.first) + 160
    let first = isShort ? String(clock.effective.year) : months.first
    let last = isShort ? String(clock.end.year) : months.last
    drawing.out.openText("tick", 0, top + 140)
    drawing.out.put(text: first)
    drawing.out.closeText()
    drawing.out.openText("tick end", drawing.width, top + 140)
    drawing.out.put(text: last)
    drawing.out.closeText()
    let limit = drawing.width - drawing.textWidth(last) - 80
    let texts = periods.map { isShort ? String($0.start.year) : writer.month($0.start) }
    let widest = texts.reduce(0) { max($0, drawing.textWidth($1)) }
    // The first stands right of its place, the others on theirs.
    let yearWidth = max(1, drawing.width / max(1, periods.count))
    let every = max(1, (drawing.textWidth(first) + widest / 2 + 80 + yearWidth - 1) / yearWidth)
    drawing.out.put("<g class=\"tick middle\">")
    for (index, period) in periods.enumerated().dropFirst() where index % every == 0 {
      let x = place(period.start)
      guard x + drawing.textWidth(texts[index]) / 2 < limit else { continue }
      drawing.out.openText(x, top + 140)
      drawing.out.put(text: texts[index])
      drawing.out.closeText()
    }
    drawing.out.put("</g>")
  }

  private func progressName(
    _ row: Progress, _ drawing: borrowing Drawing, _ language: Language
  ) -> (full: String, fitted: FittedText) {
    let share = Terms.share(row.name[language], row.done, row.of, in: language)
    let label = share.prefix(1).uppercased() + share.dropFirst()
    return (label, FittedText.fit(label, width: drawing.width, size: Drawing.textSize))
  }

  /// Each count as a share of its whole, on the same width as the years.
  private func progressRows(
    _ drawing: inout Drawing, top: Int, left: Int, right: Int, bars: inout [Int],
    _ language: Language
  ) -> Int {
    var y = top
    for row in progress {
      let (label, fitted) = progressName(row, drawing, language)
      y = drawing.lines(fitted, of: label, 0, y + 110, classes: "near") - 110
      bars.append(y)
      drawing.out.put("<path class=\"track\" d=\"")
      drawing.out.box(left, y, right - left, 140)
      drawing.out.put("\"/>")
      let share = row.of > 0 ? min(1, max(0, Double(row.done) / Double(row.of))) : 0
      drawing.out.put("<path class=\"bar s1\" d=\"")
      drawing.out.box(left, y, max(20, Int(Double(right - left) * share)), 140)
      drawing.out.put("\"/>")
      y += 270
    }
    return progress.isEmpty ? top - 80 : y - 60
  }

  private func todayName(_ drawing: inout Drawing, x: Int, from: Int, _ language: Language) {
    let text = DateWriter.of(language).full(today)
    let half = drawing.boldWidth(text) / 2
    drawing.out.openText(
      "label middle", min(drawing.width - half, max(half, x)), from - 50)
    drawing.out.put(text: text)
    drawing.out.closeText()
  }

  private func wording(_ language: Language) -> Wording {
    var prose = Prose(language)
    let dates = DateWriter.of(language)
    let years = clock.years
    let passed = clock.effective.days(until: today)
    let whole = max(1, clock.effective.days(until: clock.end))
    let total = Prose.Word.count(years)
    if years < 1 {
      prose.say(.noPeriod)
    } else if passed < 0 {
      prose.say(.notBegun, (.total, total), (.period, .text(dates.full(clock.effective))))
    } else if passed >= whole {
      prose.say(.ended, (.total, total), (.period, .text(dates.full(clock.end))))
    } else {
      prose.say(.timePassed, (.count, .count(passed * 100 / whole)), (.total, total))
    }
    let time = prose.take()
    let rows = progress.map { Terms.share($0.name[language], $0.done, $0.of, in: language) }
    let separator = language == .english ? "; " : "\u{202F}; "
    let generated = ([time] + rows.prefix(1)).joined(separator: separator)
    let period = (start: dates.full(clock.effective), end: dates.full(clock.end))
    if years > 0 {
      prose.add(.clockChart, (.otherPeriod, .text(period.start)), (.period, .text(period.end)))
    }
    let opening = prose.take()
    return Wording(
      title: title?[language] ?? generated,
      subtitle: years < 1 ? period.start : "\(period.start) – \(period.end)",
      description: ((opening.isEmpty ? [] : [opening]) + [time + "."]
        + rows.map { $0.prefix(1).uppercased() + $0.dropFirst() + "." }).joined(separator: " "))
  }
}
