import Languages
import Partnership
import Publication

extension BarChart {
  func wording(_ rows: [Row], _ language: Language) -> Wording {
    var prose = Prose(language, subject)
    var signs = SignCount()
    var extremes = Extremes()
    for row in rows {
      for (number, reading) in row.readings.enumerated() {
        signs.count(
          reading,
          of: series.count > 1 ? "\(row.name), \(series[number].name[language])" : row.name)
        extremes.include(
          reading,
          series.count > 1 ? row.name + ", " + series[number].name[language] : row.name)
      }
    }
    // Parts of a whole: the finding is about the wholes, where these are known.
    var wholes = Extremes()
    if arrangement == .stacked, series.count > 1 {
      for row in rows {
        if let total = stack(row).total { wholes.include(total, row.name) }
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
        arrangement == .stacked ? .stackedChart : .groupedChart, (.name, name),
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
