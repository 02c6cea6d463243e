/// What is asked of a table that is protected on its own.
public struct CubeRequest: Sendable {
  /// *k*: counts from 1 to *k* − 1 are unsafe.
  public var threshold: Int
  /// What must stay possible of an unsafe count.
  public var latitude = Latitude.mark
  /// Whether a zero is unsafe as well.
  public var zerosAreSensitive = false
  /// Chosen margins as lists of dimension names; `nil` for the full cube.
  public var tables: [[String]]?
  /// Cells that must not be hidden, one code of any level a dimension.
  public var published: [[String]] = []
  /// Cells that are public elsewhere, whether this table shows them or not: the attacker knows
  /// them. A value, where given, must be the true one.
  public var known: [(codes: [String], value: Int?)] = []
  public var options = ProtectionOptions()

  public init(threshold: Int) { self.threshold = threshold }

  var rule: any SensitivityRule {
    zerosAreSensitive
      ? SensitiveZeros(threshold: threshold, latitude: latitude)
      : FrequencyRule(threshold: threshold, latitude: latitude)
  }

  /// Margins as on a command line: `a,b;c`.
  public mutating func choose(_ tables: String) {
    self.tables = tables.split(separator: ";").map { table in
      table.split(separator: ",").map { String($0.trimming(while: \.isWhitespace)) }
    }
  }
}

extension Substring {
  func trimming(while isLeft: (Character) -> Bool) -> Substring {
    var rest = drop(while: isLeft)
    while let last = rest.last, isLeft(last) { rest.removeLast() }
    return rest
  }
}
