/// One of the two languages of the site, of equal force.
public enum Language: String, CaseIterable, Sendable, Hashable, Codable, Comparable {
  case english = "en"
  case french = "fr"

  /// The BCP 47 tag, as HTML's `lang` wants it.
  public var tag: String { rawValue }

  /// The other one: the language of a page's twin.
  public var twin: Language { self == .english ? .french : .english }

  /// The language's own name for itself.
  public var ownName: String { self == .english ? "English" : "Français" }

  public static func < (one: Language, other: Language) -> Bool { one.rawValue < other.rawValue }
}
