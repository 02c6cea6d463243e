import Facts
import Notes
import Site

/// What a build leaves to the next one beside its site: what its notes state, what was published, and
/// what of the theme each page was made with. All of it follows from what everybody may see; prose, what
/// was closed and what is under a mark are not in it.
struct SiteMemory: Sendable {
  /// What each meeting's notes state, by its code.
  var facts: [String: [UInt8]]
  var published: PublishedState
  var uses: ThemeUses
  var theme: Theme
  /// What the theme says to some of these uses, keyed, where that is known already.
  var said: [ThemeUse: String] = [:]
}

/// The same as it is kept, with what tells whether it still holds.
struct RememberedSite {
  struct Meeting {
    /// Of the texts of its notes, keyed.
    let fingerprint: String
    let facts: [UInt8]
  }

  private static let mark = "vitrine site 1"

  /// The fingerprint of all inputs of the build that it belongs to.
  private let build: String
  /// By code.
  let meetings: [String: Meeting]
  let published: PublishedState
  let uses: ThemeUses
  /// Of what the theme said to each use, keyed.
  private let said: [String]

  /// - Returns: nil where the notes that were read are others than those that are watched for changes.
  init?(_ memory: SiteMemory, _ inputs: InputSnapshot, _ keyed: KeyedFingerprint) {
    guard Set(memory.facts.keys) == Set(inputs.notes.keys) else { return nil }
    build = inputs.whole
    meetings = inputs.notes.reduce(into: [:]) { meetings, note in
      meetings[note.key] = memory.facts[note.key].map {
        Meeting(fingerprint: note.value, facts: $0)
      }
    }
    published = memory.published
    uses = memory.uses
    said = inParallel(uses.uses) { use in
      memory.said[use] ?? keyed.hex(of: memory.theme.said(to: use))
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
      published = try PublishedState(facts: try reader.part())
      uses = try ThemeUses(facts: try reader.part())
      said = try reader.texts()
      guard reader.isAtEnd, said.count == uses.uses.count else { return nil }
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
    writer.add(published.facts)
    writer.add(uses.facts)
    writer.add(said)
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

  /// What the theme of that build said to each use.
  var saidThen: [ThemeUse: String] {
    Dictionary(zip(uses.uses, said)) { first, _ in first }
  }

  /// What another theme says to each use.
  func said(by theme: Theme, _ keyed: KeyedFingerprint) -> [ThemeUse: String] {
    let said = inParallel(uses.uses) { keyed.hex(of: theme.said(to: $0)) }
    return Dictionary(zip(uses.uses, said)) { first, _ in first }
  }

  /// The files that were made with what is now said otherwise.
  func paths(changedBy now: [ThemeUse: String]) -> Set<String> {
    let changed = zip(uses.uses, said).map { now[$0] != $1 }
    return changed.contains(true) ? uses.paths { changed[$0] } : []
  }
}
