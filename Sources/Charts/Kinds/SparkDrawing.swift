public import Languages
import Publication

extension Sparkline {
  /// The same at both widths: as high as two lines of text.
  public func draw(in language: Language, id: String, width: ChartWidth) -> Chart {
    var drawing = Drawing(language, id: id, width, measure: subject.measure)
    let readings = periods.indices.map { index in
      Reading(figures.indices.contains(index) ? figures[index] : nil)
    }
    let words = wording(readings, language)
    drawing.willWrite(readings)
    var extent = Extent()
    for reading in readings { extent.include(reading.value) }
    let bands = BandScale(count: max(1, periods.count), start: 0, end: 900)
    let scale = LinearScale(
      low: extent.low, high: extent.high > extent.low ? extent.high : 1, start: 180, end: 40)
    let points = readings.enumerated().map { index, reading in
      reading.value.map { (x: bands.middle(index), y: scale.place($0)) }
    }
    drawing.zeroLine(horizontalAt: scale.place(0), from: 0, to: 900)
    drawing.openSeries(0)
    drawing.line(points)
    // The last value, and those that no line reaches.
    let last = points.lastIndex { $0 != nil }
    drawing.dots(
      0, readings,
      points.indices.map { $0 == last || Drawing.isAlone(points, $0) ? points[$0] : nil })
    drawing.out.put("</g>")
    drawing.signBoxWidth = max(30, min(180, bands.step - 20))
    for (index, reading) in readings.enumerated() {
      guard let sign = reading.sign else { continue }
      drawing.sign(
        sign, x: bands.middle(index) - drawing.signBoxWidth / 2, middle: 260, isLabelled: false)
    }
    // What is not yet due is no latest figure.
    let latest = readings.last { $0.sign != .notYetDue && $0.sign != .notApplicable }
    var label = 300
    if let latest {
      label = max(label, drawing.labelWidth(latest))
      switch latest.cell {
      case .value(let quantity, _):
        drawing.out.openText("value", 960, 155)
        drawing.number(quantity, letters: latest.letters)
        drawing.out.closeText()
      case .sign(let sign):
        drawing.out.openText(960, 155)
        drawing.out.put(sign.mark)
        drawing.out.closeText()
      }
    } else if readings.isEmpty {
      drawing.out.openText(960, 155)
      drawing.out.put(Sign.notAvailable.mark)
      drawing.out.closeText()
    }
    return drawing.finish(
      "chart-spark", height: 330, objective: subject.objective, viewWidth: 960 + max(640, label),
      words)
  }

  private func wording(_ readings: [Reading], _ language: Language) -> Wording {
    var prose = Prose(language, subject)
    var signs = SignCount()
    for (index, reading) in readings.enumerated() {
      signs.count(reading, of: Prose.small(periods[index][language], language))
    }
    let title: String
    if let given = subject.title {
      title = given[language]
    } else if signs.values == 0 {
      prose.say(signs.emptyTitle)
      title = prose.take()
    } else {
      title = prose.titleOfLine(readings, periods, targets: [], breaks: [])
    }
    let (first, last) = (periods.first?[language], periods.last?[language])
    let subtitle = prose.subtitle(subject, period: last, from: first)
    if let first, let last {
      prose.add(
        first == last ? .sparklineOf : .sparkline, (.name, .text(subject.name[language])),
        (.period, .time(last)),
        (.otherPeriod, .time(first)))
      prose.tellTrend(readings, name: nil, periods: periods)
    }
    signs.tell(&prose)
    let description = prose.take()
    return Wording(
      title: title, subtitle: subtitle,
      description: description.isEmpty ? title + "." : description)
  }
}
