import Catalogue
import Diagnostics
import Languages
import Notes
import Partnership

/// `Content/meetings/DATE-KIND/{en,fr}.md`: the notes of all meetings.
struct MeetingFolder {
  let path: String

  func read(_ compact: Compact, into findings: inout Findings) -> [MeetingRecord] {
    let folder = Folder(path)
    guard folder.isFolder else { return [] }
    let read = inParallel(folder.names.filter { Folder(folder.child($0)).isFolder }) { code in
      var found = Findings()
      var notes = Localized<(source: NoteSource, frontMatter: FrontMatter)?>(both: nil)
      for language in Language.allCases {
        let file = "\(path)/\(code)/\(language.rawValue).md"
        guard let bytes = folder.bytes(of: "\(code)/\(language.rawValue).md") else { continue }
        notes[language] = note(bytes, file: file, into: &found)
      }
      let isThere = notes.english != nil || notes.french != nil
      return (source: isThere ? MeetingSource(code: code, notes: notes) : nil, findings: found)
    }
    for each in read { findings.add(contentsOf: each.findings.all) }
    let sources = read.compactMap(\.source)
    return NotesReader(compact: compact).read(sources, into: &findings)
  }

  private func note(
    _ bytes: [UInt8], file: String, into findings: inout Findings
  ) -> (source: NoteSource, frontMatter: FrontMatter)? {
    guard let source = NoteSource(bytes: bytes, file: file, into: &findings) else { return nil }
    guard let text = source.frontMatter else {
      findings.add(.noFrontMatter, at: Place(file: file, line: 1, column: 1))
      return nil
    }
    guard
      let entries = FrontMatterReader().read(
        text, display: file, lineOffset: source.frontMatterOffset, into: &findings)
    else { return nil }
    var values: [String: FrontMatter.Value] = [:]
    var places: [String: Place] = [:]
    for entry in entries {
      places[entry.key] = entry.place
      switch entry.value {
      case .text(let text): values[entry.key] = .text(text)
      case .list(let items): values[entry.key] = .list(items)
      }
    }
    return (source, FrontMatter(values: values, places: places))
  }
}

extension Finding.Message {
  fileprivate static let noFrontMatter = Self(
    .error, "front-matter-missing", en: "note begins with a front matter between two ‘---’",
    fr: "un compte rendu commence par un en-tête entre deux « --- »",
    fix: Localized(
      english: "add it, with type, date, place, title, chair, participants and status",
      french: "ajoutez-le, avec type, date, place, title, chair, participants et status"))
}
