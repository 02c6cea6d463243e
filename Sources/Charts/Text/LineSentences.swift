import Languages
import Publication

/// What a line says: where it stands, whence it came, and how that compares with the target.
extension LineChart {
  func wording(_ readings: [[Reading]], _ language: Language) -> Wording {
    var prose = Prose(language, subject)
    var signs = SignCount()
    for (number, row) in readings.enumerated() {
      for (index, reading) in row.enumerated() {
        signs.count(
          reading,
          of: readings.count == 1
            ? Prose.small(periods[index][language], language)
            : "\(series[number].name[language]), \(Prose.small(periods[index][language], language))"
        )
      }
    }
    let first = periods.first?[language]
    let last = periods.last?[language]
    let title = title(readings, signs, &prose)
    let subtitle = prose.subtitle(subject, period: last, from: first)
    if let first, let last {
      prose.add(
        first == last ? .lineChartOf : .lineChart, (.name, .text(subject.name[language])),
        (.period, .time(last)),
        (.otherPeriod, .time(first)))
    }
    for (number, row) in readings.enumerated() {
      prose.tellTrend(
        row, name: readings.count == 1 ? nil : series[number].name[language],
        periods: periods, breaks: breaks)
    }
    if readings.count == 1, breaks.isEmpty { tellExtremes(readings[0], &prose) }
    tellTarget(readings, &prose)
    if let baseline { prose.add(.baselineIs, (.figure, .figure(baseline))) }
    for index in breaks where index > 0 && index < periods.count {
      prose.add(.breakBefore, (.period, .time(periods[index][language])))
    }
    signs.tell(&prose)
    return Wording(title: title, subtitle: subtitle, description: prose.take())
  }

  private func title(_ readings: [[Reading]], _ signs: SignCount, _ prose: inout Prose) -> String {
    if let title = subject.title { return title[prose.language] }
    guard signs.values > 0 else {
      prose.say(signs.emptyTitle)
      return prose.take()
    }
    return readings.count == 1
      ? prose.titleOfLine(readings[0], periods, targets: targets, breaks: breaks)
      : titleOfLines(readings, &prose)
  }

  /// Several lines: the range in the last period that has a value.
  private func titleOfLines(_ readings: [[Reading]], _ prose: inout Prose) -> String {
    let language = prose.language
    let last = periods.indices.last { index in readings.contains { $0[index].value != nil } } ?? 0
    var extremes = Extremes()
    var signs = SignCount()
    for (number, row) in readings.enumerated() {
      extremes.include(row[last], series[number].name[language])
      signs.count(row[last])
    }
    return prose.titleOfRange(
      extremes, signs, period: periods[last][language], direction: subject.direction)
  }

  private func tellExtremes(_ row: [Reading], _ prose: inout Prose) {
    var highest: Int?
    var lowest: Int?
    var count = 0
    for (index, reading) in row.enumerated() {
      guard let value = reading.value else { continue }
      count += 1
      if highest == nil || value > row[highest ?? 0].value ?? 0 { highest = index }
      if lowest == nil || value < row[lowest ?? 0].value ?? 0 { lowest = index }
    }
    guard count > 2, let highest, let lowest, let high = row[highest].quantity,
      let low = row[lowest].quantity
    else { return }
    // Where they are the two ends, the trend has told them.
    let known = row.indices.filter { row[$0].value != nil }
    guard Set([highest, lowest]) != Set([known.first, known.last]) else { return }
    prose.add(
      .extremes, (.figure, .figure(high)), (.period, .time(periods[highest][prose.language])),
      (.other, .number(low)), (.otherPeriod, .time(periods[lowest][prose.language])))
  }

  private func tellTarget(_ readings: [[Reading]], _ prose: inout Prose) {
    guard let last = targets.prefix(periods.count).lastIndex(where: { $0 != nil }) else { return }
    let row = readings.count == 1 ? readings[0] : []
    let compared = row.indices.last {
      row[$0].value != nil && targets.indices.contains($0) && targets[$0] != nil
    }
    let index = compared ?? last
    guard let target = targets[index] else { return }
    var template: Localized<Template> = .targetOnly
    if let quantity = compared.flatMap({ row[$0].quantity }) {
      template = quantity > target ? .targetAbove : target > quantity ? .targetBelow : .targetMet
    }
    prose.add(
      template, (.period, .time(periods[index][prose.language])), (.other, .figure(target)))
  }
}

extension Prose {
  /// `Year 2: 1,240 people, above the target of 1,000`.
  mutating func titleOfLine(
    _ row: [Reading], _ periods: [Localized<String>], targets: [Quantity?], breaks: [Int]
  ) -> String {
    let known = row.lastIndex { $0.value != nil }
    // What is not yet due, or has no meaning, is no news.
    let latest = row.lastIndex {
      $0.value != nil || $0.sign == .hidden || $0.sign == .notAvailable
    }
    guard let known, let latest, let quantity = row[known].quantity else {
      say(.nonePublished)
      return take()
    }
    let period = Word.time(periods[latest][language])
    if latest > known {
      say(
        row[latest].sign == .hidden ? .latestHidden : .latestMissing, (.period, period),
        (.other, .figure(quantity)), (.otherPeriod, .time(periods[known][language])))
      return take()
    }
    if targets.indices.contains(known), let target = targets[known] {
      say(
        quantity > target ? .above : target > quantity ? .below : .onTarget, (.period, period),
        (.figure, .figure(quantity)), (.other, .number(target)))
      return take()
    }
    guard let before = row[..<known].lastIndex(where: { $0.value != nil }),
      let previous = row[before].quantity
    else {
      say(.single, (.period, period), (.figure, .figure(quantity)))
      return take()
    }
    if breaks.contains(where: { $0 > before && $0 <= known }) {
      say(.broken, (.period, period), (.figure, .figure(quantity)))
      return take()
    }
    say(
      quantity > previous ? .rising : previous > quantity ? .falling : .unchanged,
      (.period, period), (.figure, .figure(quantity)), (.other, .number(previous)),
      (.otherPeriod, .time(periods[before][language])))
    return take()
  }

  /// From the first value to the last; after a break from the first that it can be compared with.
  ///
  /// - Parameter name: of the series; nil where there is one, which was named before.
  mutating func tellTrend(
    _ row: [Reading], name: String?, periods: [Localized<String>], breaks: [Int] = []
  ) {
    guard let last = row.lastIndex(where: { $0.value != nil }),
      let first = row.indices.first(where: {
        $0 >= breaks.filter { $0 <= last }.max() ?? 0 && row[$0].value != nil
      }), let end = row[last].quantity, let start = row[first].quantity
    else {
      if let name { add(.noFigure, (.name, .text(name))) } else { add(.noFigureAlone) }
      return
    }
    let period = Word.time(periods[last][language])
    guard first < last else {
      add(
        name == nil ? .onlyOneAlone : .onlyOne, (.name, .text(name ?? "")),
        (.figure, .figure(end)), (.period, period))
      return
    }
    let template: Localized<Template> =
      if name == nil {
        end > start ? .roseAlone : start > end ? .fellAlone : .stayedAlone
      } else {
        end > start ? .rose : start > end ? .fell : .stayed
      }
    add(
      template, (.name, .text(name ?? "")), (.figure, .figure(end)), (.period, period),
      (.other, .number(start)),
      (.otherPeriod, .time(periods[first][language])))
  }
}
