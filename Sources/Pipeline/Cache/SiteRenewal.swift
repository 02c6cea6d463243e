import Catalogue
import Diagnostics
import Languages
import Notes
import Partnership
import Site

/// A build after which only some files can be others than before: nothing changed but the prose of some
/// notes, and words, templates and assets of the theme.
///
/// All else that is read is what it was, by its fingerprint, and every note states the facts that it
/// stated; so figures, rules and releases are what they were, and are remembered as they were published.
/// Pages are given the facts of all notes and the prose of their own alone (`Book`), no asset, and of the
/// theme what they ask for past a watch (`ThemeWatch`): no page can depend on a change unseen. Whatever does
/// not fit is a whole build.
struct SiteRenewal {
  let build: Build
  let cache: BuildCache
  let last: RememberedBuild
  let before: InputSnapshot
  /// The folders of the theme and of those it extends.
  let themes: [String]

  /// More notes to read again than this are a whole build.
  private static let most = 100

  private var request: BuildRequest { build.request }

  /// - Parameters:
  ///   - standing: the site as the last build left it.
  ///   - findings: a word where a memory is there that cannot be used.
  /// - Returns: nil where it takes a whole build; nothing is done then.
  func run(
    _ writer: SiteWriter, over standing: FileTree, apartFrom sources: [Folder],
    into findings: inout Findings
  ) throws -> RenewedSite? {
    guard last.content == before.content,
      let memory = cache.memory(of: last, into: &findings),
      let changed = memory.changed(in: before)
    else { return nil }
    build.onStage(.read)
    let (theme, catalogue) = inParallel(readTheme, readCatalogue)
    guard !theme.findings.hasErrors else { return nil }
    var found = theme.findings
    let said =
      last.theme == before.theme
      ? memory.saidThen : memory.said(by: theme.value, cache.fingerprints)
    guard
      let plan = plan(
        changed, memory, memory.paths(changedBy: said), catalogue, into: &found)
    else { return nil }
    build.onStage(.compose)
    let made = plan.input.map { SiteBuilder(theme: theme.value).files(at: plan.paths, $0) }
    guard (made?.files.count ?? 0) == plan.paths.count else { return nil }
    build.onStage(.write)
    let files = (made?.files ?? []) + theme.value.assets
    guard
      let written = try writer.renew(
        files.map { ($0.path, $0.bytes) }, over: standing, apartFrom: sources)
    else { return nil }
    let isAnew = isPlaced(in: changed)
    return RenewedSite(
      receipt: last.receipt(output: request.output, written: written),
      findings: last.allFindings.filter { !isAnew($0) } + found.all.filter(isAnew),
      memory: SiteMemory(
        facts: memory.meetings.mapValues(\.facts), published: memory.published,
        uses: made.map { memory.uses.with($0.uses) } ?? memory.uses, theme: theme.value,
        said: said))
  }

  /// Something that was read, and what was found in it.
  private struct Found<Value: Sendable>: Sendable {
    let value: Value
    let findings: Findings
  }

  @Sendable private func readTheme() -> Found<Theme> {
    var findings = Findings()
    let theme = ThemeFolder(path: request.theme).load(into: &findings)
    return Found(value: theme, findings: findings)
  }

  @Sendable private func readCatalogue() -> Found<CatalogueReader.Catalogue?> {
    var findings = Findings()
    let catalogue = CatalogueReader(root: request.content, display: request.content)
      .read(into: &findings)
    return Found(value: catalogue, findings: findings)
  }

  /// Which files are made anew, and from what.
  private struct Plan {
    let paths: Set<String>
    /// nil where none is.
    let input: SiteInput?
  }

  /// - Parameters:
  ///   - changed: codes of meetings.
  ///   - paths: of the files that the theme changes.
  /// - Returns: nil where the site would be another one, or none.
  private func plan(
    _ changed: [String], _ memory: RememberedSite, _ paths: Set<String>,
    _ catalogue: Found<CatalogueReader.Catalogue?>, into findings: inout Findings
  ) -> Plan? {
    if paths.isEmpty, changed.isEmpty { return Plan(paths: [], input: nil) }
    var paths = paths
    let remembered = inParallel(memory.meetings.map(\.value.facts)) {
      try? MeetingRecord(facts: $0)
    }
    let known = remembered.compactMap(\.self)
    guard known.count == remembered.count else { return nil }
    var codes = Set(changed)
    for record in known {
      let pages = PageAddresses.meeting(record.meeting)
      let ofMeeting = Language.allCases.map { pages[$0] }
      if codes.contains(record.meeting.code) {
        paths.formUnion(ofMeeting)
      } else if ofMeeting.contains(where: paths.contains) {
        codes.insert(record.meeting.code)
      }
    }
    guard codes.count <= Self.most, let value = catalogue.value else { return nil }
    findings.add(contentsOf: catalogue.findings.all)
    return input(codes, known, memory, value, into: &findings).map {
      Plan(paths: paths, input: $0)
    }
  }

  /// What the pages are made from: some notes read again, of all others their facts.
  ///
  /// - Returns: nil where a note cannot be read, or states what it did not state.
  private func input(
    _ codes: Set<String>, _ known: [MeetingRecord], _ memory: RememberedSite,
    _ catalogue: CatalogueReader.Catalogue, into findings: inout Findings
  ) -> SiteInput? {
    guard
      let fresh = MeetingFolder(path: request.content + "/meetings")
        .read(only: codes.sorted(), catalogue.compact, into: &findings),
      fresh.allSatisfy({ $0.facts == memory.meetings[$0.meeting.code]?.facts })
    else { return nil }
    let meetings = (known.filter { !codes.contains($0.meeting.code) } + fresh)
      .sorted { ($0.meeting.date, $0.meeting.code) < ($1.meeting.date, $1.meeting.code) }
    NotesReader(compact: catalogue.compact).checkTogether(meetings, into: &findings)
    let pages = PageFolder(path: request.content + "/pages")
      .read(catalogue.compact, into: &findings)
    // Figures and releases are remembered as they were published.
    guard
      let material = try? build.gather(
        catalogue, meetings, pages, bases: [], releases: [], into: &findings)
    else { return nil }
    return build.siteInput(material, memory.published, material.meetings)
  }

  /// What is said of the changed notes and of the theme is found anew; all else was said of what did not
  /// change.
  private func isPlaced(in codes: [String]) -> (Finding) -> Bool {
    let content = request.content + "/"
    let notes = codes.map { "\(content)meetings/\($0)/" }
    return { finding in
      guard let file = finding.place?.file else { return false }
      if codes.contains(file) || notes.contains(where: file.hasPrefix) { return true }
      // Content may lie in a theme's folder.
      return !file.hasPrefix(content)
        && themes.contains {
          file.hasPrefix($0 + "/") && ThemeFolder.isPart(String(file.dropFirst($0.count + 1)))
        }
    }
  }
}

/// A site of which some files were made anew and the rest was kept.
struct RenewedSite {
  let receipt: BuildReceipt
  /// All that a whole build would find.
  let findings: [Finding]
  let memory: SiteMemory
}
