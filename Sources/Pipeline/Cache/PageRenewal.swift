import Catalogue
import Diagnostics
import Disclosure
import Notes
import Partnership
import Site

/// A build after which only pages of notes can be others than before: nothing changed but the prose of
/// some notes.
///
/// All else that is read is what it was, by its fingerprint, and every note states the facts that it
/// stated. Pages are given the facts of all notes and the prose of their own alone (`Book`), so that
/// no other page, file or index can depend on what changed. Whatever does not fit is a whole build.
struct PageRenewal {
  let build: Build
  let cache: BuildCache
  let last: RememberedBuild
  let before: InputSnapshot

  /// More changed notes than this are a whole build.
  private static let most = 100

  private var request: BuildRequest { build.request }

  /// - Parameter standing: the site as the last build left it.
  /// - Returns: nil where it takes a whole build; nothing is done then.
  func run(
    _ writer: SiteWriter, over standing: FileTree, apartFrom sources: [Folder]
  ) throws -> RenewedSite? {
    var ignored = Findings()
    guard last.rest == before.rest, let memory = cache.notes(of: last, into: &ignored),
      let changed = memory.changed(in: before), !changed.isEmpty, changed.count <= Self.most
    else { return nil }
    build.onStage(.read)
    var found = Findings()
    guard let input = input(changed, memory, into: &found) else { return nil }
    build.onStage(.compose)
    let theme = ThemeFolder(path: request.theme).load(into: &ignored)
    let pages = SiteBuilder(theme: theme).meetingPages(of: Set(changed), input)
    build.onStage(.write)
    guard
      let written = try writer.renew(
        pages.map { ($0.path, $0.bytes) }, over: standing, apartFrom: sources)
    else { return nil }
    let isOfChanged = isPlaced(in: changed)
    return RenewedSite(
      receipt: last.receipt(output: request.output, written: written),
      findings: last.allFindings.filter { !isOfChanged($0) } + found.all.filter(isOfChanged),
      facts: memory.meetings.mapValues(\.facts))
  }

  /// What is said of the changed notes is found anew; all else was said of what did not change.
  private func isPlaced(in codes: [String]) -> (Finding) -> Bool {
    let folders = codes.map { "\(request.content)/meetings/\($0)/" }
    return { finding in
      guard let file = finding.place?.file else { return false }
      return folders.contains { file.hasPrefix($0) } || codes.contains(file)
    }
  }

  /// What the pages are made from: the changed notes read again, of all others their facts.
  ///
  /// - Returns: nil where the site would be another one, or none.
  private func input(
    _ changed: [String], _ memory: NoteMemory, into findings: inout Findings
  ) -> SiteInput? {
    guard
      let catalogue = CatalogueReader(root: request.content, display: request.content)
        .read(into: &findings),
      let fresh = MeetingFolder(path: request.content + "/meetings")
        .read(only: changed, catalogue.compact, into: &findings),
      fresh.allSatisfy({ $0.facts == memory.meetings[$0.meeting.code]?.facts })
    else { return nil }
    let anew = Set(changed)
    let others = memory.meetings.filter { !anew.contains($0.key) }.sorted { $0.key < $1.key }
    let known = inParallel(others.map(\.value.facts)) { try? MeetingRecord(facts: $0) }
    guard known.allSatisfy({ $0 != nil }) else { return nil }
    let meetings = (known.compactMap(\.self) + fresh)
      .sorted { ($0.meeting.date, $0.meeting.code) < ($1.meeting.date, $1.meeting.code) }
    NotesReader(compact: catalogue.compact).checkTogether(meetings, into: &findings)
    guard let material = try? build.read(catalogue, meetings, into: &findings) else { return nil }
    build.onStage(.protect)
    guard let disclosed = try? build.disclose(material, into: &findings) else { return nil }
    return build.siteInput(material, disclosed.record, material.meetings)
  }
}
