/// What the public may see of one cell. Only the gate makes one.
///
/// A figure is a value or a mark, with nothing behind it: a hidden one does not know whether it was
/// unsafe or hidden to protect another.
public struct Figure: Sendable, Hashable {
  public enum State: Sendable, Hashable {
    case value(Quantity)
    /// `[c]`.
    case hidden
    case absent(Absence)
  }

  public let state: State
  public let qualifiers: Set<Qualifier>

  @_spi(Gate) public init(_ state: State, qualifiers: Set<Qualifier> = []) {
    self.state = state
    self.qualifiers = qualifiers
  }

  public var value: Quantity? {
    if case .value(let quantity) = state { quantity } else { nil }
  }

  public var isHidden: Bool { state == .hidden }

  /// `[c]`, `[x]`, `[z]`, `[n]`; nil for a value.
  public var mark: String? {
    switch state {
    case .value: nil
    case .hidden: "[c]"
    case .absent(let absence): absence.mark
    }
  }
}

/// Why there is no figure where one could stand.
public enum Absence: String, Sendable, Hashable, CaseIterable {
  /// Not collected or not received.
  case notAvailable = "[x]"
  case notApplicable = "[z]"
  case notYetDue = "[n]"

  public var mark: String { rawValue }
}

/// What is said beside a value.
public enum Qualifier: String, Sendable, Hashable, CaseIterable, Comparable {
  case estimated = "[e]"
  case provisional = "[p]"
  case revised = "[r]"
  /// A revision is known and will be shown when it can be shown safely.
  case awaitingRevision = "[a]"

  public var mark: String { rawValue }

  public static func < (one: Qualifier, other: Qualifier) -> Bool { one.rawValue < other.rawValue }
}

/// An exact decimal number: `units` 123 with 1 decimal is 12.3. Counts have no decimals.
public struct Quantity: Sendable, Hashable, Comparable {
  public let units: Int
  public let decimals: Int

  public init(_ units: Int, decimals: Int = 0) {
    self.units = units
    self.decimals = decimals
  }

  /// For drawing only.
  public var double: Double {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    return Double(units) / scale
  }

  public static func < (one: Quantity, other: Quantity) -> Bool {
    one.decimals == other.decimals ? one.units < other.units : one.double < other.double
  }
}
