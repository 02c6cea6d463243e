import Catalogue
import Diagnostics
import Languages
import Notes
import Partnership

/// `Content/meetings/DATE-KIND/{en,fr}.md`: the notes of all meetings.
struct MeetingFolder {
  let path: String

  func read(_ compact: Compact, into findings: inout Findings) -> [MeetingRecord] {
    let sources = TwinFolders(path: path).read(into: &findings).map {
      MeetingSource(code: $0.name, notes: $0.notes, hasBrokenTwin: $0.hasBrokenTwin)
    }
    return NotesReader(compact: compact).read(sources, into: &findings)
  }

  /// Some meetings by themselves, none checked against another.
  ///
  /// - Returns: nil where one cannot be read.
  func read(
    only codes: [String], _ compact: Compact, into findings: inout Findings
  ) -> [MeetingRecord]? {
    let folders = TwinFolders(path: path)
    let texts = codes.map { folders.read($0) }
    let sources = zip(codes, texts).filter(\.1.isThere).map {
      MeetingSource(code: $0, notes: $1.notes, hasBrokenTwin: $1.hasBrokenTwin)
    }
    let records = NotesReader(compact: compact).readEach(sources)
    for found in texts.map(\.findings) + records.map(\.findings) {
      findings.add(contentsOf: found.all)
    }
    let read = records.compactMap(\.record)
    return read.count == codes.count ? read : nil
  }
}

/// `Content/pages/NAME/{en,fr}.md`: the pages that the committee writes.
struct PageFolder {
  let path: String

  func read(_ compact: Compact, into findings: inout Findings) -> [ContentPage] {
    let sources = TwinFolders(path: path).read(into: &findings).map {
      PageSource(name: $0.name, notes: $0.notes, hasBrokenTwin: $0.hasBrokenTwin)
    }
    return PagesReader(compact: compact).read(sources, into: &findings)
  }
}

/// A folder of folders, each with a text in two languages: `en.md` and `fr.md`, or one of them.
private struct TwinFolders {
  let path: String

  /// - Returns: texts by folder, and whether one of the two is there and could not be read.
  func read(
    into findings: inout Findings
  ) -> [(name: String, notes: TwinNotes, hasBrokenTwin: Bool)] {
    let folder = Folder(path)
    guard folder.isFolder else { return [] }
    let read = inParallel(folder.names.filter { Folder(folder.child($0)).isFolder }) {
      (name: $0, read: self.read($0))
    }
    for each in read { findings.add(contentsOf: each.read.findings.all) }
    return read.compactMap { each in
      each.read.isThere ? (each.name, each.read.notes, each.read.hasBrokenTwin) : nil
    }
  }

  /// One folder: its texts, and what is to mend in them.
  struct Texts: Sendable {
    var notes = TwinNotes(both: nil)
    var hasBrokenTwin = false
    var findings = Findings()
    var isThere: Bool { notes.english != nil || notes.french != nil }
  }

  func read(_ name: String) -> Texts {
    let folder = Folder(path)
    var texts = Texts()
    for language in Language.allCases {
      let file = "\(path)/\(name)/\(language.rawValue).md"
      guard let bytes = folder.bytes(of: "\(name)/\(language.rawValue).md") else { continue }
      texts.notes[language] = note(bytes, file: file, into: &texts.findings)
      if texts.notes[language] == nil { texts.hasBrokenTwin = true }
    }
    return texts
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
    let typed = entries.map { entry in
      let value: FrontMatter.Value =
        switch entry.value {
        case .text(let text): .text(text)
        case .list(let items): .list(items)
        }
      return (key: entry.key, value: value, place: entry.place)
    }
    return (source, FrontMatter(entries: typed, into: &findings))
  }
}

extension Finding.Message {
  fileprivate static let noFrontMatter = Self(
    .error, "front-matter-missing", en: "text begins with a front matter between two lines ‘---’",
    fr: "un texte commence par un en-tête entre deux lignes « --- »",
    fix: Localized(
      english: "add it; ‘vitrine new meeting’ and ‘vitrine new page’ write one ready to fill",
      french: "ajoutez-le ; « vitrine new meeting » et « vitrine new page » en écrivent un prêt à "
        + "remplir"))
}
