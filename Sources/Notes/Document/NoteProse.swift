public import Languages
import Partnership
import Synchronization

/// The prose of meetings' notes, each document given out once and let go: of thousands of notes, only
/// what is still to be drawn stays in memory.
public final class NoteProse: Sendable {
  private struct Entry {
    var documents: Localized<NoteDocument?>
    /// Whether both editions show the one document that there is.
    let isShared: Bool
  }

  private let waiting: Mutex<[String: Entry]>

  public init(_ records: [MeetingRecord]) {
    let entries = records.map { record in
      let documents = record.documents
      return (
        record.meeting.code,
        Entry(
          documents: documents,
          isShared: (documents.english == nil) != (documents.french == nil))
      )
    }
    waiting = Mutex(Dictionary(entries) { first, _ in first })
  }

  /// What the edition of a language shows of a meeting: its notes in that language, or in the other one
  /// where there are none. It is there for each edition once.
  public func take(_ meeting: String, for language: Language) -> NoteDocument? {
    waiting.withLock { waiting in
      guard let entry = waiting[meeting] else { return nil }
      if entry.isShared { return entry.documents.english ?? entry.documents.french }
      waiting[meeting]?.documents[language] = nil
      return entry.documents[language]
    }
  }
}
