import Languages
import Partnership
import Publication

extension BarChart {
  func wording(_ rows: Rows, _ language: Language) -> Wording {
    var prose = Prose(language, subject)
    var signs = SignCount()
    var extremes = Extremes()
    let isSingle = series.count == 1
    for index in 0..<rows.count {
      for number in 0..<rows.series {
        let reading = rows[index, number]
        signs.count(
          reading,
          of: isSingle
            ? rows.names[index] : "\(rows.names[index]), \(series[number].name[language])")
        extremes.include(
          reading,
          isSingle
            ? rows.names[index] : rows.names[index] + ", " + series[number].name[language])
      }
    }
    // Parts of a whole: the finding is about the wholes, where these are known.
    var wholes = Extremes()
    let isStacked = stacks(rows)
    if isStacked {
      for index in 0..<rows.count {
        if let total = stack(rows, index).total { wholes.include(total, rows.names[index]) }
      }
    }
    let period = period?[language]
    let title =
      subject.title?[language]
      ?? prose.titleOfRange(
        wholes.highest == nil ? extremes : wholes, signs, period: period,
        direction: subject.direction)
    let subtitle = prose.subtitle(subject, period: period)
    let name = Prose.Word.text(subject.name[language])
    if series.count > 1 {
      let parts = series.map { $0.name[language] }.joined(separator: ", ")
      prose.add(
        isStacked ? .stackedChart : .groupedChart, (.name, name),
        (.otherName, .text(parts)))
    } else if rows.count == 1 {
      prose.add(.oneBar, (.name, name))
    } else {
      prose.add(.barChart, (.name, name), (.count, .count(rows.count)))
    }
    prose.tell(extremes, direction: subject.direction)
    signs.tell(&prose)
    return Wording(title: title, subtitle: subtitle, description: prose.take())
  }
}
