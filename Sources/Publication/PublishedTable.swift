public import Languages

/// A table as the public may see it: dimensions, and a figure for each crossing of their
/// categories. The first dimension is always the period.
public struct PublishedTable: Sendable, Hashable {
  /// Stable: `I2.4`, `I2.4-sex`, `I2.4-age-form`.
  public let code: String
  /// The indicator's code, or that of a series of the site.
  public let series: String
  public let dimensions: [PublishedDimension]
  /// Row-major: the last dimension varies fastest.
  public let figures: [Figure]
  public let measure: PublishedMeasure
  public let provenance: Provenance

  @_spi(Gate) public init(
    code: String, series: String, dimensions: [PublishedDimension], figures: [Figure],
    measure: PublishedMeasure, provenance: Provenance
  ) {
    self.code = code
    self.series = series
    self.dimensions = dimensions
    self.figures = figures
    self.measure = measure
    self.provenance = provenance
  }

  /// The figure at one category index a dimension, in their order.
  public func figure(at indices: [Int]) -> Figure? {
    guard indices.count == dimensions.count else { return nil }
    var position = 0
    for (index, dimension) in zip(indices, dimensions) {
      guard dimension.categories.indices.contains(index) else { return nil }
      position = position * dimension.categories.count + index
    }
    return figures.indices.contains(position) ? figures[position] : nil
  }

  /// The figure of one category code a dimension.
  public func figure(_ codes: [String]) -> Figure? {
    guard codes.count == dimensions.count else { return nil }
    var indices: [Int] = []
    for (code, dimension) in zip(codes, dimensions) {
      guard let index = dimension.categories.firstIndex(where: { $0.code == code }) else {
        return nil
      }
      indices.append(index)
    }
    return figure(at: indices)
  }

  public var hiddenCount: Int { figures.count { $0.isHidden } }
}

/// What the figures of a table measure.
public enum PublishedMeasure: Sendable, Hashable {
  case count
  /// A magnitude, such as an amount of money in a currency (ISO 4217) or hours.
  case amount(unit: String)
  /// Percent change from the baseline.
  case percentChange
  /// A running total over periods.
  case cumulative
  /// The index of a stage reached.
  case stage
}

public struct PublishedDimension: Sendable, Hashable {
  /// `period`, `sex`, `district`.
  public let code: String
  public let title: Localized<String>
  public let categories: [PublishedCategory]
  /// Whether its finest categories are left out, since too much of the table would be hidden.
  public let isCoarsened: Bool

  public init(
    code: String, title: Localized<String>, categories: [PublishedCategory],
    isCoarsened: Bool = false
  ) {
    self.code = code
    self.title = title
    self.categories = categories
    self.isCoarsened = isCoarsened
  }
}

public struct PublishedCategory: Sendable, Hashable {
  /// `F`, `CI-AB`, `Y2`; `total` for the sum of the others.
  public let code: String
  public let label: Localized<String>
  public let isTotal: Bool
  /// The category it is part of, where the dimension has levels.
  public let parent: String?

  public init(
    code: String, label: Localized<String>, isTotal: Bool = false, parent: String? = nil
  ) {
    self.code = code
    self.label = label
    self.isTotal = isTotal
    self.parent = parent
  }
}

/// Where a figure comes from, and under which rule it was published.
public struct Provenance: Sendable, Hashable {
  public let dataset: String
  public let version: CalendarDate
  public let source: String
  public let confidentiality: String
  public let isDemonstration: Bool
  /// The dataset that it is part of.
  public let subsetOf: String?
  /// Which rows are counted: by column the categories kept; none where all are.
  public let filter: [String: [String]]
  /// The multiple to which its counts are rounded; nil where they are exact.
  public let roundedTo: Int?

  public init(
    dataset: String, version: CalendarDate, source: String, confidentiality: String,
    isDemonstration: Bool, subsetOf: String? = nil, filter: [String: [String]] = [:],
    roundedTo: Int? = nil
  ) {
    self.roundedTo = roundedTo
    self.subsetOf = subsetOf
    self.filter = filter
    self.dataset = dataset
    self.version = version
    self.source = source
    self.confidentiality = confidentiality
    self.isDemonstration = isDemonstration
  }
}
