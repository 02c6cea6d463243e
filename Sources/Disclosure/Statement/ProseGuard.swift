/// Whether a number typed in prose gives a hidden figure away. It answers yes or no.
public struct ProseGuard: Sendable {
  /// The hidden values of each series.
  private let secrets: [String: Set<Int>]

  init(secrets: [String: Set<Int>]) { self.secrets = secrets }

  /// - Parameters:
  ///   - number: as typed in prose.
  ///   - series: the indicators of which the prose speaks.
  public func reveals(_ number: Int, of series: some Sequence<String>) -> Bool {
    series.contains { secrets[$0]?.contains(number) ?? false }
  }
}
