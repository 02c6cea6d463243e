public import Languages

/// How far a text of one language may be relied on.
public enum TranslationStatus: String, Sendable, Hashable, CaseIterable {
  /// As signed, or as adopted by the body that wrote it.
  case official
  /// A working translation: the official wording must replace it.
  case working
  /// Not there yet; the other language stands in, marked as such.
  case pending
}

/// A text in both languages, each with its translation status.
public struct TranslatedText: Sendable, Hashable {
  public var text: Localized<String>
  public var status: Localized<TranslationStatus>

  public init(
    english: String, french: String, englishStatus: TranslationStatus = .official,
    frenchStatus: TranslationStatus = .official
  ) {
    text = Localized(english: english, french: french)
    status = Localized(english: englishStatus, french: frenchStatus)
  }

  public subscript(language: Language) -> String { text[language] }
}
