public import Languages
import Partnership
import Publication

extension SlopeChart {
  private struct Pair {
    let name: String
    let from: Reading
    let to: Reading
    var isComplete: Bool { from.value != nil && to.value != nil }
  }

  public func draw(in language: Language, id: String, width: ChartWidth) -> Chart {
    var drawing = Drawing(language, id: id, width, measure: subject.measure)
    let pairs = rows.map {
      Pair(name: $0.name[language], from: Reading($0.from), to: Reading($0.to))
    }
    let words = wording(pairs, language)
    guard !pairs.isEmpty else { return drawing.empty("chart-slope", subject.objective, words) }
    if isLong {
      let height = asDots().plot(asDots().readings(), &drawing, language)
      return drawing.finish("chart-dots", height: height, objective: subject.objective, words)
    }
    for pair in pairs { drawing.willWrite([pair.from, pair.to]) }
    let complete = pairs.filter(\.isComplete)
    let most = drawing.isNarrow ? 1_400 : 2_600
    let start = columnStart(pairs, drawing)
    let ends = EndLabels(endLabels(complete), most: most, drawing)
    let incomplete = pairs.filter { !$0.isComplete }
    let column = max(ends.width, min(most, incompleteWidth(incomplete, drawing)))
    let end = max(start + 600, drawing.width - column - 120)
    let top = 300
    let bottom = top + max(complete.isEmpty ? 0 : 1_800, ends.height, complete.count * 150)
    let scale = scale(complete, top: top, bottom: bottom)

    heads(&drawing, start: start, end: end, language)
    if !complete.isEmpty {
      drawing.out.put("<path class=\"rail\" d=\"")
      for x in [start, end] {
        drawing.out.move(x, top - 60)
        drawing.out.vertical(to: bottom + 60)
      }
      drawing.out.put("\"/>")
      slopes(complete, &drawing, scale, start: start, end: end)
      startLabels(complete, &drawing, scale, x: start, top: top - 70, bottom: bottom + 70)
      ends.draw(&drawing, x: end + 110, top: top - 70, bottom: bottom + 70) {
        (end, scale.place($0.value))
      }
    }
    var y = complete.isEmpty ? top - 100 : bottom + 150
    for pair in incomplete {
      y = incompleteRow(pair, &drawing, start: start, end: end, top: y)
    }
    let height = drawing.signKey(top: y)
    return drawing.finish("chart-slope", height: height, objective: subject.objective, words)
  }

  /// So many lines that they cannot be told apart: each category has a row of its own then.
  private var isLong: Bool { rows.count > 12 }

  /// The same as a dot plot, a row a category, the largest last figure first; what is read in
  /// context keeps the order given.
  private func asDots() -> DotPlot {
    var ordered = rows
    if subject.direction != .context {
      let last = rows.map { Reading($0.to).value ?? -.infinity }
      ordered = rows.indices.sorted { (-last[$0], $0) < (-last[$1], $1) }.map { rows[$0] }
    }
    return DotPlot(
      subject: subject, categories: ordered.map(\.name),
      series: [Series(from, ordered.map(\.from)), Series(to, ordered.map(\.to))])
  }

  private func scale(_ pairs: [Pair], top: Int, bottom: Int) -> LinearScale {
    var extent = Extent()
    for pair in pairs {
      extent.include(pair.from.value)
      extent.include(pair.to.value)
    }
    return LinearScale(
      low: extent.low, high: extent.high > extent.low ? extent.high : 1, start: bottom, end: top)
  }

  private func columnStart(_ pairs: [Pair], _ drawing: borrowing Drawing) -> Int {
    var widest = 0
    for pair in pairs { widest = max(widest, drawing.labelWidth(pair.from)) }
    return widest + 120
  }

  private func incompleteWidth(_ pairs: [Pair], _ drawing: borrowing Drawing) -> Int {
    var widest = 0
    for pair in pairs {
      widest = max(widest, drawing.labelWidth(pair.to) + 60 + drawing.textWidth(pair.name))
    }
    return widest
  }

  private func endLabels(_ pairs: [Pair]) -> [EndLabel] {
    pairs.map { pair in
      EndLabel(
        series: 0, quantity: pair.to.quantity, letters: pair.to.letters, name: pair.name,
        value: pair.to.value ?? 0)
    }
  }

  private func heads(_ drawing: inout Drawing, start: Int, end: Int, _ language: Language) {
    // Each beside its rail, on the side of its figures.
    let room = (end - start) / 2 - 40
    let left = FittedText.fit(
      from[language], width: start + room, size: Drawing.textSize, most: 1)
    drawing.out.openText("tick", max(0, start - drawing.textWidth(left.lines[0])), 130)
    drawing.out.put(text: left.lines[0])
    drawing.out.closeText()
    let right = FittedText.fit(
      to[language], width: drawing.width - end + room, size: Drawing.textSize, most: 1)
    let width = drawing.textWidth(right.lines[0])
    drawing.out.openText("tick", min(end, drawing.width - width), 130)
    drawing.out.put(text: right.lines[0])
    drawing.out.closeText()
  }

  private func slopes(
    _ pairs: [Pair], _ drawing: inout Drawing, _ scale: LinearScale, start: Int, end: Int
  ) {
    drawing.openSeries(0)
    drawing.out.put("<path class=\"line\" d=\"")
    for pair in pairs {
      drawing.out.move(start, scale.place(pair.from.value ?? 0))
      drawing.out.line(end, scale.place(pair.to.value ?? 0))
    }
    drawing.out.put("\"/>")
    let ends =
      pairs.map { ($0.from, (x: start, y: scale.place($0.from.value ?? 0))) }
      + pairs.map { ($0.to, (x: end, y: scale.place($0.to.value ?? 0))) }
    drawing.dots(0, ends.filter { !$0.0.isSoft }.map(\.1))
    drawing.dots(0, ends.filter { $0.0.isSoft }.map(\.1), isSoft: true)
    drawing.out.put("</g>")
  }

  private func startLabels(
    _ pairs: [Pair], _ drawing: inout Drawing, _ scale: LinearScale, x: Int, top: Int, bottom: Int
  ) {
    let wanted = pairs.map { scale.place($0.from.value ?? 0) }
    let middles = SpreadLabels.spread(
      wanted, heights: pairs.map { _ in Drawing.lineHeight }, top: top, bottom: bottom)
    var leaders: [(Int, Int)] = []
    drawing.out.put("<g class=\"value end\">")
    for (index, pair) in pairs.enumerated() {
      guard let quantity = pair.from.quantity else { continue }
      drawing.out.openText(x - 110, middles[index] + 40)
      drawing.number(quantity, letters: pair.from.letters)
      drawing.out.closeText()
      if (middles[index] - wanted[index]).magnitude > 50 {
        leaders.append((wanted[index], middles[index]))
      }
    }
    drawing.out.put("</g>")
    guard !leaders.isEmpty else { return }
    drawing.out.put("<path class=\"leader\" d=\"")
    for (from, to) in leaders {
      drawing.out.move(x - 60, from)
      drawing.out.line(x - 100, to)
    }
    drawing.out.put("\"/>")
  }

  /// A category that cannot be joined stands below, without height.
  private func incompleteRow(
    _ pair: Pair, _ drawing: inout Drawing, start: Int, end: Int, top: Int
  ) -> Int {
    if let sign = pair.from.sign {
      drawing.sign(sign, x: start - 80 - Drawing.signWidth, middle: top + 80)
    } else if let quantity = pair.from.quantity {
      drawing.out.openText("value end", start - 110, top + 120)
      drawing.number(quantity, letters: pair.from.letters)
      drawing.out.closeText()
    }
    var x = end + 110
    if let sign = pair.to.sign {
      drawing.sign(sign, x: x, middle: top + 80)
    } else if let quantity = pair.to.quantity {
      drawing.out.openText("value", x, top + 120)
      drawing.number(quantity, letters: pair.to.letters)
      drawing.out.closeText()
    }
    x += drawing.labelWidth(pair.to) + 60
    let name = FittedText.fit(pair.name, width: drawing.width - x, size: Drawing.textSize)
    for (number, line) in name.lines.enumerated() {
      drawing.out.openText(x, top + 120 + number * Drawing.lineHeight)
      if number == 0, name.isShortened {
        drawing.out.put("<title>")
        drawing.out.put(text: pair.name)
        drawing.out.put("</title>")
      }
      drawing.out.put(text: line)
      drawing.out.closeText()
    }
    return top + 40 + name.lines.count * Drawing.lineHeight
  }

  private func wording(_ pairs: [Pair], _ language: Language) -> Wording {
    var prose = Prose(language, subject)
    var signs = SignCount()
    var (rises, falls, unchanged) = (0, 0, 0)
    for pair in pairs {
      signs.count(pair.from, of: "\(pair.name), \(Prose.small(from[language], language))")
      signs.count(pair.to, of: "\(pair.name), \(Prose.small(to[language], language))")
      guard let from = pair.from.quantity, let to = pair.to.quantity else { continue }
      if to > from { rises += 1 } else if from > to { falls += 1 } else { unchanged += 1 }
    }
    let (first, last) = (from[language], to[language])
    let title: String
    if let given = subject.title {
      title = given[language]
    } else if rises + falls + unchanged == 1,
      let pair = pairs.first(where: \.isComplete), let before = pair.from.quantity,
      let after = pair.to.quantity
    {
      prose.say(
        after > before ? .namedRise : before > after ? .namedFall : .namedLevel,
        (.name, .text(pair.name)), (.figure, .figure(after)), (.period, .time(last)),
        (.other, .number(before)), (.otherPeriod, .time(first)))
      title = prose.take()
    } else if rises + falls + unchanged > 0 {
      prose.say(
        .changes,
        (
          .name,
          .text(
            Terms.changes(rises: rises, falls: falls, unchanged: unchanged, in: language))
        ), (.period, .time(last)), (.otherPeriod, .time(first)))
      title = prose.take()
    } else {
      prose.say(signs.values == 0 ? signs.emptyTitle : .noPair)
      title = prose.take()
    }
    let subtitle = prose.subtitle(subject, period: last, from: first)
    if isLong {
      prose.add(
        .dotPlot, (.name, .text(subject.name[language])),
        (.otherName, .text("\(Prose.small(first, language)), \(Prose.small(last, language))")))
    } else {
      prose.add(
        .slopeChart, (.name, .text(subject.name[language])), (.period, .time(last)),
        (.otherPeriod, .time(first)))
    }
    for pair in pairs {
      prose.tellTrend(
        [pair.from, pair.to], name: pair.name, periods: [from, to])
    }
    signs.tell(&prose)
    return Wording(title: title, subtitle: subtitle, description: prose.take())
  }
}
