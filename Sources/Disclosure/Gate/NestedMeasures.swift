import Partnership

/// What is in one measure and not in a narrower one of the same records: of all victims those who were
/// not referred. A reader of both takes one from the other, so a small rest is as unsafe as a small
/// count, though no table shows it.
struct NestedMeasures {
  /// One rest, protected with the tables and never printed.
  struct Rest: Sendable, Hashable {
    /// The codes of the two measures.
    let whole: String
    let part: String
    /// The filter of the part: the rows that the rest is without.
    let leftOut: [String: [String]]
  }

  /// The dataset, with a measure more for each rest.
  let schema: DatasetSchema
  /// By the code of that measure.
  let rests: [String: Rest]

  init(_ schema: DatasetSchema) {
    var all = schema
    var rests: [String: Rest] = [:]
    for large in schema.measures {
      for small in schema.measures
      where Self.sumTheSame(large, small) && Self.isNarrower(small.filter, than: large.filter) {
        var rest = small
        rest.code = "\(small.code) (rest of \(large.code))"
        if rest.function != .sum { rest.function = .count }
        rest.filter = large.filter
        rest.breakdowns = small.breakdowns.filter { dimensions in
          large.breakdowns.contains { Set($0) == Set(dimensions) }
        }
        all.measures.append(rest)
        rests[rest.code] = Rest(whole: large.code, part: small.code, leftOut: small.filter)
      }
    }
    self.schema = all
    self.rests = rests
  }

  /// Whether one can be taken from the other: counts from counts, sums of one column from each other.
  private static func sumTheSame(
    _ one: DatasetSchema.Measure, _ other: DatasetSchema.Measure
  ) -> Bool {
    switch (one.function, other.function) {
    case (.milestone, _), (_, .milestone): false
    case (.sum, .sum): one.column == other.column
    case (.sum, _), (_, .sum): false
    default: true
    }
  }

  /// Whether a filter keeps some of the rows that another keeps, and none that it does not.
  private static func isNarrower(
    _ filter: [String: [String]], than other: [String: [String]]
  ) -> Bool {
    let isWithin = other.allSatisfy { name, codes in
      filter[name].map { Set($0).isSubset(of: codes) } ?? false
    }
    return isWithin && filter.mapValues(Set.init) != other.mapValues(Set.init)
  }
}
