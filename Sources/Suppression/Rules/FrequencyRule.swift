/// A count from 1 to *k* − 1 is unsafe; nothing more may be known of it than that.
public struct FrequencyRule: SensitivityRule, Hashable {
  /// *k*: the smallest count that may be shown.
  public let threshold: Int
  public let latitude: Latitude

  public init(threshold: Int, latitude: Latitude = .mark) {
    self.threshold = threshold
    self.latitude = latitude
  }

  public var code: String { "frequency" }

  public func isUnsafe(_ cell: CellContent) -> Bool {
    cell.total > 0 && cell.total < threshold
  }

  public func requirement(for cell: CellContent) -> Requirement {
    latitude.requirement(for: cell.total, mark: 1...max(2, threshold - 1))
  }
}

/// A zero tells too much as well: counts from 0 to *k* − 1 are unsafe.
public struct SensitiveZeros: SensitivityRule, Hashable {
  /// *k*: the smallest count that may be shown.
  public let threshold: Int
  public let latitude: Latitude

  public init(threshold: Int, latitude: Latitude = .mark) {
    self.threshold = threshold
    self.latitude = latitude
  }

  public var code: String { "sensitive-zeros" }

  public func isUnsafe(_ cell: CellContent) -> Bool { cell.total < threshold }

  public func requirement(for cell: CellContent) -> Requirement {
    latitude.requirement(for: cell.total, mark: 0...max(0, threshold - 1))
  }
}
