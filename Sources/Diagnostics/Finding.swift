public import Languages

/// What is wrong, where, and how to mend it, in both languages.
///
/// A message never carries a value of a confidential file: it says where, not what.
public struct Finding: Sendable, Hashable {
  public let message: Message
  public let place: Place?

  public init(_ message: Message, at place: Place? = nil) {
    self.message = message
    self.place = place
  }

  /// What is said of a place; the code never changes and has a manual page.
  public struct Message: Sendable, Hashable {
    public let code: String
    public let severity: Severity
    /// One sentence without a full stop that states the rule, most specific word first.
    public let summary: Localized<String>
    /// The mend, as an action.
    public let fix: Localized<String>?

    public init(
      _ severity: Severity, _ code: String, en: String, fr: String,
      fix: Localized<String>? = nil
    ) {
      self.severity = severity
      self.code = code
      self.summary = Localized(english: en, french: fr)
      self.fix = fix
    }
  }
}

public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
  case note, warning, error

  public var word: Localized<String> {
    switch self {
    case .note: Localized(english: "note", french: "remarque")
    case .warning: Localized(english: "warning", french: "avertissement")
    case .error: Localized(english: "error", french: "erreur")
    }
  }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  public static func < (one: Severity, other: Severity) -> Bool { one.rank < other.rank }
}
