public import Partnership

/// A figure that is due and has not come.
public struct AwaitedFigure: Sendable, Hashable {
  public let indicator: Indicator
  public let period: Period
  /// The code of the body that owes it, where a dataset names one.
  public let body: String?
}

extension PublishedRecord {
  /// Figures of some years for which nothing is published, but that nothing came: by year, then in
  /// the order of the indicators.
  public func awaited(of compact: Compact, in periods: [Period]) -> [AwaitedFigure] {
    periods.flatMap { period in
      compact.indicators.compactMap { indicator -> AwaitedFigure? in
        switch main(of: indicator.code)?.figure([period.code])?.state {
        case .value, .hidden, .absent(.notApplicable), .absent(.notYetDue): return nil
        case nil, .absent(.notAvailable):
          let source = compact.datasets.first { dataset in
            dataset.measures.contains { $0.code == indicator.code }
          }?.source
          return AwaitedFigure(indicator: indicator, period: period, body: source)
        }
      }
    }
  }
}
