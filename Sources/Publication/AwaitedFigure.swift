public import Languages
public import Partnership

/// A figure that is due and has not come.
public struct AwaitedFigure: Sendable, Hashable {
  public let indicator: Indicator
  public let period: Period
  /// The codes of the bodies that owe it: those of its dataset, else the owners of the latest
  /// decision about it that is still to be done.
  public let bodies: [String]
  /// The decision that names them, where no dataset does.
  public let decision: Decision?
}

extension PublishedRecord {
  /// Figures of some years for which nothing is published, but that nothing came: by year, then in
  /// the order of the indicators.
  ///
  /// - Parameters:
  ///   - decisions: all that were taken, oldest first; an unfinished one names who owes a figure that
  ///     no dataset speaks of.
  ///   - day: the day on which it is asked what is unfinished.
  public func awaited(
    of compact: Compact, in periods: [Period], decisions: [Decision], on day: CalendarDate
  ) -> [AwaitedFigure] {
    let unfinished = decisions.filter { $0.isUnfinished(on: day) }
    return periods.flatMap { period in
      compact.indicators.compactMap { indicator -> AwaitedFigure? in
        switch main(of: indicator.code)?.figure([period.code])?.state {
        case .value, .hidden, .absent(.notApplicable), .absent(.notYetDue): return nil
        case nil, .absent(.notAvailable):
          let source = compact.datasets.first { dataset in
            dataset.measures.contains { $0.code == indicator.code }
          }?.source
          if let source {
            return AwaitedFigure(
              indicator: indicator, period: period, bodies: [source], decision: nil)
          }
          let decision = unfinished.last { $0.concerns.contains(indicator.code) }
          return AwaitedFigure(
            indicator: indicator, period: period, bodies: decision?.owners ?? [], decision: decision
          )
        }
      }
    }
  }
}
