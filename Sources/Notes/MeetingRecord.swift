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
  /// Where each of them is stated.
  let decisionPlaces: [Place]
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
  /// Prose of the author's own, which no page shows.
  public let reason: String
  public let place: Place

  var withoutReason: Overruling { Overruling(code: code, reason: "", place: place) }

  static func all(in notes: TwinNotes) -> [Overruling] {
    Language.allCases.flatMap { language in
      guard let note = notes[language]?.source else { return [Overruling]() }
      return note.permissions.map {
        Overruling(
          code: $0.code, reason: $0.reason,
          place: Place(file: note.file, line: $0.line, column: 1))
      }
    }
  }
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

/// One text in two languages, before it is read; nil where a language is pending.
public typealias TwinNotes = Localized<(source: NoteSource, frontMatter: FrontMatter)?>

extension TranslationStatus {
  /// What each note says of itself: `translation: working`; without a note, pending.
  static func each(of notes: TwinNotes) -> Localized<TranslationStatus> {
    notes.map { $0.map { $0.frontMatter.translation ?? .official } ?? .pending }
  }
}

extension NoteSource {
  /// As many as the language with more of them has.
  static func closedPassages(in notes: TwinNotes) -> Int {
    Language.allCases.compactMap { notes[$0]?.source.closedPassages }.max() ?? 0
  }
}

/// One meeting's files, before they are read.
public struct MeetingSource: Sendable {
  /// The folder's name: `2024-12-10-annual`.
  public let code: String
  public let notes: TwinNotes
  /// Whether a note is there that could not be read: its language is not pending.
  let hasBrokenTwin: Bool

  public init(code: String, notes: TwinNotes, hasBrokenTwin: Bool = false) {
    self.code = code
    self.notes = notes
    self.hasBrokenTwin = hasBrokenTwin
  }
}
