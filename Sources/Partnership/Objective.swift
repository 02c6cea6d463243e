public import Languages

/// One of the partnership's objectives.
public struct Objective: Sendable, Hashable {
  /// `O2`.
  public var code: String
  public var number: Int
  /// `Protection`, `Poursuites`: for navigation.
  public var shortName: Localized<String>
  public var text: TranslatedText
  /// The wording of the annex where it differs from that of the body of the agreement.
  public var annexText: TranslatedText?
  /// A word for the address of its page: `protection`, `poursuites`.
  public var slug: Localized<String>

  public init(
    code: String,
    number: Int,
    shortName: Localized<String>,
    text: TranslatedText,
    annexText: TranslatedText? = nil,
    slug: Localized<String>
  ) {
    self.code = code
    self.number = number
    self.shortName = shortName
    self.text = text
    self.annexText = annexText
    self.slug = slug
  }
}
