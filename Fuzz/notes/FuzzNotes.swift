import CFuzzer
import Catalogue
import Diagnostics
import FuzzPartnership
import Languages
import Notes
import Partnership

/// A note as it is typed: front matter, Markdown, decisions. The same bytes are taken for both
/// languages of a meeting.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  guard let start = unsafe start, let compact = SmallPartnership.compact else { return -1 }
  let bytes = unsafe Array(UnsafeBufferPointer(start: start, count: size))
  var findings = Findings()
  var notes = Localized<(source: NoteSource, frontMatter: FrontMatter)?>(both: nil)
  for language in Language.allCases {
    guard let source = NoteSource(bytes: bytes, file: "note.md", into: &findings) else { return 0 }
    var values: [String: FrontMatter.Value] = [:]
    var places: [String: Place] = [:]
    let entries = source.frontMatter.flatMap {
      FrontMatterReader().read(
        $0, display: "note.md", lineOffset: source.frontMatterOffset, into: &findings)
    }
    for entry in entries ?? [] {
      places[entry.key] = entry.place
      switch entry.value {
      case .text(let text): values[entry.key] = .text(text)
      case .list(let items): values[entry.key] = .list(items)
      }
    }
    notes[language] = (source, FrontMatter(values: values, places: places))
  }
  _ = NotesReader(compact: compact)
    .read([MeetingSource(code: "2025-04-02-annual", notes: notes)], into: &findings)
  return 0
}

@_cdecl("FuzzNotes_main")
public func main(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var count = count
  var arguments = unsafe arguments
  return unsafe LLVMFuzzerRunDriver(&count, &arguments, { unsafe fuzz($0, $1) })
}
