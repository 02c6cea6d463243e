import Catalogue
import Diagnostics
import Languages
import Notes
import Partnership

/// `Content/meetings/DATE-KIND/{en,fr}.md`: the notes of all meetings.
struct MeetingFolder {
  let path: String

  func read(_ compact: Compact, into findings: inout Findings) -> [MeetingRecord] {
    NotesReader(compact: compact).read(TwinFolders(path: path).names, into: &findings, from: source)
  }

  /// Some meetings by themselves, none checked against another.
  ///
  /// - Returns: nil where one cannot be read.
  func read(
    only codes: [String], _ compact: Compact, into findings: inout Findings
  ) -> [MeetingRecord]? {
    let records = NotesReader(compact: compact).readEach(codes, from: source)
    for found in records.map(\.findings) { findings.add(contentsOf: found.all) }
    let read = records.compactMap(\.record)
    return read.count == codes.count ? read : nil
  }

  private func source(_ code: String, _ findings: inout Findings) -> MeetingSource? {
    guard let texts = TwinFolders(path: path).read(code, into: &findings) else { return nil }
    return MeetingSource(code: code, notes: texts.notes, hasBrokenTwin: texts.hasBrokenTwin)
  }
}

/// `Content/pages/NAME/{en,fr}.md`: the pages that the committee writes.
struct PageFolder {
  let path: String

  func read(_ compact: Compact, into findings: inout Findings) -> [ContentPage] {
    let folders = TwinFolders(path: path)
    let sources = folders.names.compactMap { name in
      folders.read(name, into: &findings).map {
        PageSource(name: name, notes: $0.notes, hasBrokenTwin: $0.hasBrokenTwin)
      }
    }
    return PagesReader(compact: compact).read(sources, into: &findings)
  }
}

/// A folder of folders, each with a text in two languages: `en.md` and `fr.md`, or one of them.
private struct TwinFolders {
  let path: String

  var names: [String] {
    let folder = Folder(path)
    guard folder.isFolder else { return [] }
    return folder.names.filter { Folder(folder.child($0)).isFolder }
  }

  /// One folder: its texts, and whether one of the two is there and could not be read.
  ///
  /// - Returns: nil where it holds no text that can be read.
  func read(
    _ name: String, into findings: inout Findings
  ) -> (notes: TwinNotes, hasBrokenTwin: Bool)? {
    let folder = Folder(path)
    var notes = TwinNotes(both: nil)
    var hasBrokenTwin = false
    for language in Language.allCases {
      let file = "\(path)/\(name)/\(language.rawValue).md"
      guard let bytes = folder.bytes(of: "\(name)/\(language.rawValue).md") else { continue }
      notes[language] = note(bytes, file: file, into: &findings)
      if notes[language] == nil { hasBrokenTwin = true }
    }
    return notes.english == nil && notes.french == nil ? nil : (notes, hasBrokenTwin)
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
