public import Languages
public import Partnership
public import Publication

/// What the figures of a chart are about, as its sentences need it.
public struct Subject: Sendable, Hashable {
  /// `Number of people trained`: the subtitle begins with it.
  public var name: Localized<String>
  public var unit: UnitName
  public var measure: PublishedMeasure
  /// Charts never colour by it; it keeps them from ordering what is read in context.
  public var direction: Direction
  /// 1…4 for the class `objective-1`…; nil takes the page’s `--objective`.
  public var objective: Int?
  /// Takes the place of the generated title.
  public var title: Localized<String>?

  public init(
    name: Localized<String>, unit: UnitName, measure: PublishedMeasure = .count,
    direction: Direction = .context, objective: Int? = nil, title: Localized<String>? = nil
  ) {
    self.name = name
    self.unit = unit
    self.measure = measure
    self.direction = direction
    self.objective = objective
    self.title = title
  }

  /// A final point of the signed name is left out: sentences go on after it.
  ///
  /// - Parameter objective: the number of the indicator’s objective.
  public init(_ indicator: Indicator, measure: PublishedMeasure, objective: Int? = nil) {
    self.init(
      name: indicator.name.text.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 },
      unit: indicator.unit, measure: measure,
      direction: indicator.direction, objective: objective)
  }
}

/// A name and the figures under it, in the order of periods or categories.
public struct Series: Sendable, Hashable {
  public var name: Localized<String>
  public var figures: [Figure]

  public init(_ name: Localized<String>, _ figures: [Figure]) {
    self.name = name
    self.figures = figures
  }
}
