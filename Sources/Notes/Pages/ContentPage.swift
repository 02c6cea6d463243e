public import Languages
public import Partnership

/// A page of the site in the committee's own words: how to read it, how the committee works.
public struct ContentPage: Sendable, Hashable {
  /// The name of its folder.
  public let name: String
  public let title: Localized<String>
  /// One or two sentences, under the title and for whoever shares the link.
  public let summary: Localized<String>
  /// The word of its address, in each language.
  public let slug: Localized<String>
  public let isDemonstration: Bool
  public let status: Localized<TranslationStatus>
  /// Nil where that language is pending.
  public let documents: Localized<NoteDocument?>
  /// How many passages were closed to the public, and so never left the source.
  public let closedPassages: Int
  /// Findings that an author overruled, each with the reason.
  public let overrulings: [Overruling]
  /// The first of its files, for findings.
  public let file: String
}

/// One page's files, before they are read.
public struct PageSource: Sendable {
  /// The folder's name: `how-to-read`.
  public let name: String
  public let notes: TwinNotes
  /// Whether a text is there that could not be read: its language is not pending.
  let hasBrokenTwin: Bool

  public init(name: String, notes: TwinNotes, hasBrokenTwin: Bool = false) {
    self.name = name
    self.notes = notes
    self.hasBrokenTwin = hasBrokenTwin
  }
}
