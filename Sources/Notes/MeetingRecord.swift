public import Diagnostics
public import Languages
public import Partnership

/// A meeting as its notes tell it: the same facts from both languages, and a document of each.
public struct MeetingRecord: Sendable, Hashable {
  public let meeting: Meeting
  /// Nil where that language is pending.
  public let documents: Localized<NoteDocument?>
  /// Decisions first stated here; their follow-ups come from later meetings.
  public let decisions: [Decision]
  public let followUps: [StatedFollowUp]
  public let reports: [ActivityReport]
  /// Findings that an author overruled, each with the reason.
  public let overrulings: [Overruling]
  /// The first of its files, for findings.
  public let file: String
  /// Whether the three standing headings of an annual meeting are there.
  public let hasStandingHeadings: Bool
}

/// A finding that an author overruled in a note, where and why.
public struct Overruling: Sendable, Hashable {
  public let code: String
  public let reason: String
  public let place: Place
}

/// What a note says became of an earlier decision.
public struct StatedFollowUp: Sendable, Hashable {
  public let decision: String
  public let followUp: Decision.FollowUp
  public let place: Place
}

/// The front matter of a note, as the catalogue read it.
public struct FrontMatter: Sendable, Hashable {
  public enum Value: Sendable, Hashable {
    case text(String)
    case list([String])
  }

  public let values: [String: Value]
  public let places: [String: Place]

  public init(values: [String: Value], places: [String: Place]) {
    self.values = values
    self.places = places
  }

  func text(_ key: String) -> String? {
    if case .text(let text)? = values[key] { text } else { nil }
  }

  func list(_ key: String) -> [String] {
    switch values[key] {
    case .list(let items): items
    case .text(let text): text.split(separator: ",").map { String($0).trimmed }
    case nil: []
    }
  }
}

/// One meeting's files, before they are read.
public struct MeetingSource: Sendable {
  /// The folder's name: `2024-12-10-annual`.
  public let code: String
  public let notes: Localized<(source: NoteSource, frontMatter: FrontMatter)?>

  public init(
    code: String, notes: Localized<(source: NoteSource, frontMatter: FrontMatter)?>
  ) {
    self.code = code
    self.notes = notes
  }
}
