public import Languages
import Publication

extension MilestoneTrack {
  public func draw(in language: Language, id: String, width: ChartWidth) -> Chart {
    var drawing = Drawing(language, id: id, width, measure: .stage)
    let readings = periods.indices.map { index in
      known(Reading(reached.indices.contains(index) ? reached[index] : nil))
    }
    let words = wording(readings, language)
    guard !stages.isEmpty else {
      return drawing.empty("chart-milestone", subject.objective, words)
    }
    let step = drawing.width / stages.count
    let isUpright = drawing.isNarrow || step < 1_000
    let names = stages.map {
      FittedText.fit(
        $0[language], width: isUpright ? drawing.width - 400 : step - 120,
        size: Drawing.textSize, most: 7, isBold: true)
    }
    var y =
      isUpright
      ? upright(names, readings, &drawing, language)
      : level(names, readings, &drawing, step: step, language)
    y = signs(readings, &drawing, top: y, language)
    let height = drawing.signKey(top: y)
    return drawing.finish("chart-milestone", height: height, objective: subject.objective, words)
  }

  /// A figure that is the number of no stage cannot be drawn, and is not taken for the last one.
  private func known(_ reading: Reading) -> Reading {
    guard let value = reading.value, !stages.isEmpty else { return reading }
    let isStage = value >= 0 && value < Double(stages.count) && value == value.rounded()
    return isStage ? reading : Reading(missing: .undrawable)
  }

  /// The stage reached last; nil where no figure tells.
  private func current(_ readings: [Reading]) -> Int? {
    readings.last { $0.value != nil }.flatMap { stage($0) }
  }

  private func stage(_ reading: Reading) -> Int? {
    guard let value = reading.value, value >= 0, value < Double(stages.count) else { return nil }
    return Int(value)
  }

  /// The first period by which a stage was reached.
  private func period(of stage: Int, _ readings: [Reading]) -> Int? {
    guard let current = current(readings), stage <= current else { return nil }
    return readings.firstIndex { (self.stage($0) ?? -1) >= stage }
  }

  /// When a stage was reached: the period, or, where nothing is known of the one before, the period
  /// by which it was.
  private func time(of stage: Int, _ readings: [Reading], _ language: Language) -> String? {
    guard let period = period(of: stage, readings) else { return nil }
    let name = periods[period][language]
    let isBy = period > 0 && readings[period - 1].value == nil
    return isBy ? Terms.by(Prose.small(name, language), in: language) : name
  }

  private func level(
    _ names: [FittedText], _ readings: [Reading], _ drawing: inout Drawing, step: Int,
    _ language: Language
  ) -> Int {
    let current = current(readings) ?? -1
    let middle = { (index: Int) in step * index + step / 2 }
    let last = stages.count - 1
    drawing.out.put("<path class=\"rail\" d=\"")
    drawing.out.move(middle(0), 150)
    drawing.out.horizontal(to: middle(last))
    drawing.out.put("\"/>")
    if current > 0 {
      drawing.out.put("<path class=\"way\" d=\"")
      drawing.out.move(middle(0), 150)
      drawing.out.horizontal(to: middle(current))
      drawing.out.put("\"/>")
    }
    drawing.out.put("<g class=\"middle\">")
    var lowest = 0
    for (index, name) in names.enumerated() {
      stop(&drawing, x: middle(index), y: 150, isReached: index <= current)
      var y = 420
      label(
        name, stages[index][language], &drawing, x: middle(index), y: &y, isNow: index == current)
      if let time = time(of: index, readings, language) {
        let fitted = FittedText.fit(time, width: step - 80, size: Drawing.textSize)
        for line in fitted.lines {
          drawing.out.openText("tick", middle(index), y)
          drawing.out.put(text: line)
          drawing.out.closeText()
          y += Drawing.lineHeight
        }
      }
      lowest = max(lowest, y)
    }
    drawing.out.put("</g>")
    return lowest
  }

  private func upright(
    _ names: [FittedText], _ readings: [Reading], _ drawing: inout Drawing, _ language: Language
  ) -> Int {
    let current = current(readings) ?? -1
    var tops: [Int] = []
    var y = 0
    for (index, name) in names.enumerated() {
      tops.append(y)
      let lines = name.lines.count + (period(of: index, readings) == nil ? 0 : 1)
      y += max(300, lines * Drawing.lineHeight + 130)
    }
    let middle = { (index: Int) in tops[index] + 130 }
    drawing.out.put("<path class=\"rail\" d=\"")
    drawing.out.move(130, middle(0))
    drawing.out.vertical(to: middle(stages.count - 1))
    drawing.out.put("\"/>")
    if current > 0 {
      drawing.out.put("<path class=\"way\" d=\"")
      drawing.out.move(130, middle(0))
      drawing.out.vertical(to: middle(current))
      drawing.out.put("\"/>")
    }
    for (index, name) in names.enumerated() {
      stop(&drawing, x: 130, y: middle(index), isReached: index <= current)
      var line = middle(index) + 42
      label(name, stages[index][language], &drawing, x: 340, y: &line, isNow: index == current)
      if let time = time(of: index, readings, language) {
        drawing.out.openText("tick", 340, line)
        drawing.out.put(
          text: FittedText.fit(
            time, width: drawing.width - 360, size: Drawing.textSize, most: 1
          ).lines[0])
        drawing.out.closeText()
      }
    }
    return y
  }

  /// Reached is full and ticked, not reached hollow.
  private func stop(_ drawing: inout Drawing, x: Int, y: Int, isReached: Bool) {
    drawing.out.put(isReached ? "<path class=\"stop done\" d=\"" : "<path class=\"stop\" d=\"")
    drawing.out.move(x - 90, y)
    drawing.out.put("a9 9 0 1 1 18 0 9 9 0 1 1-18 0z\"/>")
    guard isReached else { return }
    drawing.out.put("<path class=\"check\" d=\"")
    drawing.out.move(x - 40, y)
    drawing.out.line(x - 10, y + 35)
    drawing.out.line(x + 45, y - 35)
    drawing.out.put("\"/>")
  }

  private func label(
    _ name: FittedText, _ full: String, _ drawing: inout Drawing, x: Int, y: inout Int,
    isNow: Bool
  ) {
    y = drawing.lines(name, of: full, x, y, classes: isNow ? "label" : nil)
  }

  /// Periods of which nothing can be said, by name.
  private func signs(
    _ readings: [Reading], _ drawing: inout Drawing, top: Int, _ language: Language
  ) -> Int {
    var y = top + 20
    var isAny = false
    var x = 0
    for (index, reading) in readings.enumerated() {
      guard let sign = reading.sign else { continue }
      let name = FittedText.fit(
        periods[index][language], width: drawing.width - 700, size: Drawing.textSize, most: 1)
      let width = drawing.textWidth(name.lines[0]) + 60 + Drawing.signWidth
      if x > 0, x + width > drawing.width { (x, y) = (0, y + 180) }
      drawing.out.openText(x, y + 120)
      drawing.out.put(text: name.lines[0])
      drawing.out.closeText()
      drawing.sign(sign, x: x + width - Drawing.signWidth, middle: y + 80)
      x += width + 160
      isAny = true
    }
    return isAny ? y + 200 : top
  }

  private func wording(_ readings: [Reading], _ language: Language) -> Wording {
    var prose = Prose(language, subject)
    var signs = SignCount()
    for reading in readings { signs.count(reading) }
    let title: String
    if let given = subject.title {
      title = given[language]
    } else if let last = readings.lastIndex(where: { $0.value != nil }),
      let stage = stage(readings[last])
    {
      prose.say(
        .stageReached, (.period, .time(periods[last][language])), (.count, .count(stage + 1)),
        (.total, .count(stages.count)), (.name, .text(stages[stage][language])))
      title = prose.take()
    } else {
      prose.say(signs.emptyTitle)
      title = prose.take()
    }
    let subtitle = prose.subtitle(
      subject, period: periods.last?[language], from: periods.first?[language])
    prose.add(.milestoneTrack, (.name, .text(subject.name[language])))
    for (index, reading) in readings.enumerated() {
      let period = Prose.Word.time(periods[index][language])
      if let stage = stage(reading) {
        prose.add(
          .stageReached, (.period, period), (.count, .count(stage + 1)),
          (.total, .count(stages.count)), (.name, .text(stages[stage][language])))
        prose.out.put(".")
      } else if let sign = reading.sign {
        prose.add(
          .rowSign, (.name, period), (.other, .text(Terms.meaning(of: sign, in: language))))
      }
    }
    return Wording(title: title, subtitle: subtitle, description: prose.take())
  }
}
