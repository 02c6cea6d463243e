public import Diagnostics
public import Languages

/// A figure that somebody else has published: every attacker has it, whatever is shown here.
public struct PublicFigure: Sendable, Hashable {
  /// The code of its table here, then one category code a dimension.
  public var codes: [String]
  /// Persons.
  public var value: Int
  /// Where it was published.
  public var source: Localized<String>
  /// The decision by which it is shown here, where the rules of its class would hide it.
  public var decision: String?
  /// Where it is declared.
  public var place: Place

  public init(
    codes: [String], value: Int, source: Localized<String>, decision: String? = nil, place: Place
  ) {
    self.codes = codes
    self.value = value
    self.source = source
    self.decision = decision
    self.place = place
  }
}
