public import Publication

/// Whether a number typed in prose gives a hidden figure away. It answers yes or no.
public struct ProseGuard: Sendable {
  /// The hidden values of each series.
  private var secrets: [String: Set<Int>] = [:]
  private var combinations: [StatedCombinations] = []
  private var shares: [StatedShares] = []

  init(_ parts: [DatasetPart]) {
    for part in parts {
      secrets.merge(part.secrets) { $0.union($1) }
      combinations += part.combinations
      shares += part.shares
    }
  }

  /// Whether a count equals a hidden one, or lets one be worked out with all that is published.
  ///
  /// - Parameters:
  ///   - number: as typed in prose.
  ///   - series: the indicators of which the prose speaks.
  public func reveals(_ number: Int, of series: some Sequence<String>) -> Bool {
    series.contains { name in
      secrets[name]?.contains(number) ?? false
        || combinations.contains { $0.reveal(number, of: name) }
    }
  }

  /// Whether a percentage lets a hidden figure be worked out from a published one.
  public func reveals(percent: Quantity, of series: some Sequence<String>) -> Bool {
    series.contains { name in shares.contains { $0.reveal(percent, of: name) } }
  }
}
