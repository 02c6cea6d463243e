import Partnership
@_spi(Gate) import Publication

/// Percent change from the baseline year, made of published counts only: where an end is hidden or
/// absent, so is the change, and nothing can be learnt from it that the counts do not say.
extension PublishedTable {
  /// The table of changes, with one decimal, half away from zero; the baseline year has none.
  func percentChange() -> PublishedTable {
    let periods = dimensions.first?.categories ?? []
    let width = periods.isEmpty ? 0 : figures.count / periods.count
    let baseline = periods.firstIndex { $0.code == Period.baselineCode }
    var changes: [Figure] = []
    for row in periods.indices {
      for column in 0..<width {
        let figure = figures[row * width + column]
        if row == baseline {
          changes.append(Figure(.absent(.notApplicable)))
        } else if let baseline {
          changes.append(figure.change(from: figures[baseline * width + column]))
        } else {
          changes.append(Figure(.absent(.notAvailable)))
        }
      }
    }
    return PublishedTable(
      code: code.replacingFirstCount(of: series), series: series, dimensions: dimensions,
      figures: changes, measure: .percentChange, provenance: provenance)
  }
}

extension Figure {
  fileprivate func change(from baseline: Figure) -> Figure {
    if case .absent = state { return self }
    if case .absent(let absence) = baseline.state { return Figure(.absent(absence)) }
    guard let now = value, let then = baseline.value else { return Figure(.hidden) }
    // A change from nothing has no percentage.
    guard then.units > 0 else { return Figure(.absent(.notApplicable)) }
    let thousand = (now.units - then.units).multipliedReportingOverflow(by: 1000)
    guard !thousand.overflow else { return Figure(.absent(.notAvailable)) }
    let half = then.units / 2
    let rounded =
      (thousand.partialValue.magnitude + UInt(half)) / UInt(then.units)
    let units = thousand.partialValue < 0 ? -Int(rounded) : Int(rounded)
    return Figure(.value(Quantity(units, decimals: 1)), qualifiers: qualifiers)
  }
}

extension String {
  /// `I3.1-count-form` of the series `I3.1` is `I3.1-form`.
  fileprivate func replacingFirstCount(of series: String) -> String {
    let stem = series + "-count"
    return hasPrefix(stem) ? series + dropFirst(stem.count) : self
  }
}
