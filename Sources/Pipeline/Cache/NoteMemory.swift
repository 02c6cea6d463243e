import Facts
import Notes

/// What a build remembers of each meeting: a keyed fingerprint of its notes, and the facts that they
/// state. Both follow from what was published; prose, and what was closed, is not in them.
struct NoteMemory {
  struct Meeting {
    let fingerprint: String
    let facts: [UInt8]
  }

  private static let mark = "vitrine notes 1"

  /// The fingerprint of all inputs of the build that it belongs to.
  private let build: String
  /// By code.
  let meetings: [String: Meeting]

  init(inputs: InputSnapshot, facts: [String: [UInt8]]) {
    build = inputs.whole
    meetings = inputs.notes.reduce(into: [:]) { meetings, note in
      meetings[note.key] = facts[note.key].map {
        Meeting(fingerprint: note.value, facts: $0)
      }
    }
  }

  /// - Returns: nil where the bytes are no memory, or that of another build.
  init?(_ bytes: [UInt8], of build: String) {
    var reader = FactReader(bytes)
    var meetings: [String: Meeting] = [:]
    do throws(FactReader.Broken) {
      guard try reader.text() == Self.mark, try reader.text() == build else { return nil }
      for _ in 0..<(try reader.number()) {
        let code = try reader.text()
        meetings[code] = Meeting(fingerprint: try reader.text(), facts: try reader.part())
      }
    } catch {
      return nil
    }
    self.build = build
    self.meetings = meetings
  }

  func write(to file: SealedFile) {
    var writer = FactWriter()
    writer.add(Self.mark)
    writer.add(build)
    writer.add(meetings.count)
    for (code, meeting) in meetings.sorted(by: { $0.key < $1.key }) {
      writer.add(code)
      writer.add(meeting.fingerprint)
      writer.add(meeting.facts)
    }
    file.write(writer.bytes)
  }

  /// The meetings whose notes are not what they were; nil where one came or went.
  func changed(in inputs: InputSnapshot) -> [String]? {
    guard meetings.count == inputs.notes.count else { return nil }
    var changed: [String] = []
    for (code, fingerprint) in inputs.notes {
      guard let known = meetings[code] else { return nil }
      if known.fingerprint != fingerprint { changed.append(code) }
    }
    return changed.sorted()
  }
}
