import Catalogue
import Datasets
public import Diagnostics
import Disclosure
import Foundation
public import Languages
import Notes
import OpenData
import Partnership
import Publication
import Site

/// Where a build reads and writes.
public struct BuildRequest: Sendable, Hashable {
  public var content: String
  public var theme: String
  /// Where data files are, if not in the content.
  public var data: String?
  public var output: String
  /// Where builds are remembered; nil for nowhere.
  public var cache: CachePlace?

  public init(
    content: String, theme: String, data: String?, output: String, cache: CachePlace? = nil
  ) {
    self.content = content
    self.theme = theme
    self.data = data
    self.output = output
    self.cache = cache
  }
}

/// What a build did, in counts.
public struct BuildReceipt: Sendable {
  /// Cells of all published tables, those that the rules forbid to show, and those hidden to
  /// protect them.
  public let cells: Int
  public let unsafe: Int
  public let complementary: Int
  /// What the attacker worked out exactly, or more narrowly than the mark says: none, or nothing
  /// would have been published.
  public let recoverable: Int
  public let narrow: Int
  public let pages: Int
  public let files: Int
  public let written: Int
  public let output: String
}

/// The stages of a build, in order.
public enum BuildStage: Sendable, CaseIterable {
  case read, protect, compose, write

  /// As it is said while it lasts.
  public var words: Localized<String> {
    switch self {
    case .read: Localized(english: "reading", french: "lecture")
    case .protect: Localized(english: "protecting the figures", french: "protection des chiffres")
    case .compose: Localized(english: "composing the pages", french: "composition des pages")
    case .write: Localized(english: "writing", french: "écriture")
    }
  }
}

/// The one place where everything meets: read, tabulate, disclose, compose, write. Each stage
/// collects its findings and stops the build at its end where one is an error; the old site stays.
public struct Build: Sendable {
  let request: BuildRequest
  /// Told when a stage begins, for whoever waits at a terminal.
  let onStage: @Sendable (BuildStage) -> Void
  /// Told how many bytes of a data file are read, of how many.
  public var onBytes: @Sendable (Int, Int) -> Void = { _, _ in }

  public init(
    _ request: BuildRequest, onStage: @escaping @Sendable (BuildStage) -> Void = { _ in }
  ) {
    self.request = request
    self.onStage = onStage
  }

  /// - Parameter findings: warnings and notes of a build that succeeds.
  /// - Throws: `BuildStopped` with all findings, or `WriteFailure`.
  public func run(into findings: inout Findings) throws -> BuildReceipt {
    let writer = SiteWriter(output: Folder(request.output))
    let sources =
      [request.content, request.theme].map(Folder.init)
      + (request.data.map { [Folder($0)] } ?? [])
    try writer.refuseDangerousPlaces(sources)
    guard let cache = BuildCache(request) else {
      return try write(try compose(into: &findings), writer, apartFrom: sources)
    }
    let themes = ThemeFolder(path: request.theme).folders
    let inputs = BuildInputs(
      folders: [request.content] + (request.data.map { [$0] } ?? []) + themes,
      content: request.content, themes: Set(themes))
    let last = cache.last(into: &findings)
    let standing = FileTree(request.output, skipping: [])
    let isStanding = last.map { $0.site == cache.siteState(standing) } ?? false
    let trees = inputs.trees
    if let last, isStanding, last.state == inputs.state(of: trees, cache.fingerprints) {
      return last.said(again: &findings, output: request.output)
    }
    let before = inputs.snapshot(of: trees, cache.fingerprints)
    if let last, isStanding {
      if last.inputs == before.whole {
        cache.settle(last, before)
        return last.said(again: &findings, output: request.output)
      }
      let renewal = SiteRenewal(
        build: self, cache: cache, last: last, before: before, themes: themes)
      if let renewed = try renewal.run(
        writer, over: standing, apartFrom: sources, into: &findings)
      {
        findings.add(contentsOf: renewed.findings)
        cache.remember(
          renewed.receipt, findings, inputs: inputs, before: before, renewed.memory)
        return renewed.receipt
      }
    }
    var site = try compose(into: &findings)
    let receipt = try write(site, writer, apartFrom: sources)
    // Written, and let go before as much again is gathered to be remembered.
    site.files = []
    if site.isOfFiles {
      cache.remember(receipt, findings, inputs: inputs, before: before, site.memory)
    } else {
      cache.forget()
    }
    return receipt
  }

  private func write(
    _ site: Composition, _ writer: SiteWriter, apartFrom sources: [Folder]
  ) throws -> BuildReceipt {
    onStage(.write)
    let written = try writer.replace(
      with: site.files.map { ($0.path, $0.bytes) }, apartFrom: sources)
    return BuildReceipt(
      cells: site.disclosure.cells, unsafe: site.disclosure.unsafe,
      complementary: site.disclosure.complementary, recoverable: site.disclosure.recoverable,
      narrow: site.disclosure.narrow, pages: site.files.count { $0.path.hasSuffix(".html") },
      files: site.files.count, written: written.written, output: request.output)
  }

  /// A whole site in memory, nothing written.
  public struct Composition: Sendable {
    let disclosure: DisclosureReport
    fileprivate(set) var files: [SiteFile]
    /// Whether it follows from files alone: what a database holds may change unseen.
    let isOfFiles: Bool
    fileprivate let theme: Theme
    fileprivate let meetings: [MeetingRecord]
    fileprivate let published: PublishedState
    fileprivate let uses: ThemeUses

    /// What the next build may begin with.
    var memory: SiteMemory {
      let facts = inParallel(meetings) { ($0.meeting.code, $0.facts) }
      return SiteMemory(
        facts: Dictionary(facts) { first, _ in first }, published: published, uses: uses,
        theme: theme)
    }
  }

  /// - Throws: `BuildStopped` with all findings.
  public func compose(into findings: inout Findings) throws(BuildStopped) -> Composition {
    onStage(.read)
    var material = try read(into: &findings)
    onStage(.protect)
    let disclosed = try disclose(material, into: &findings)
    onStage(.compose)
    let theme = ThemeFolder(path: request.theme).load(into: &findings)
    try findings.close()
    let changes = ReleaseDifference.all(of: material.releases, material.compact)
    let archive = ReleaseArchive(path: request.content + "/releases")
    let archived = material.releases.flatMap { archive.read($0.name, into: &findings) }
    try findings.close()
    let data = try openData(
      of: material, disclosed.record, releases: changes.compactMap(\.note), into: &findings)
    let releases = changes.reversed().compactMap { ReleaseSummary($0, archived.map(\.path)) }
    // The prose is the pages' alone from here on, which let go of it one by one.
    let meetings = material.giveProse()
    let published = PublishedState(
      record: disclosed.record,
      release: material.releases.last { $0.shows(disclosed.record, material.compact) }?.name,
      files: data.compactMap(DataFileLink.init), releases: releases)
    let site = SiteBuilder(theme: theme).build(
      siteInput(material, published, meetings), into: &findings)
    try findings.close()
    let files =
      site.files + data.map { SiteFile(path: $0.path, bytes: $0.bytes) }
      + archived.map { SiteFile(path: $0.path, bytes: $0.bytes) }
    return Composition(
      disclosure: disclosed.report, files: files.sorted { $0.path < $1.path },
      isOfFiles: material.compact.datasets.allSatisfy { $0.database == nil },
      theme: theme, meetings: material.meetings, published: published, uses: site.uses)
  }

  /// What pages are made from.
  ///
  /// - Parameter meetings: with the prose of their notes.
  func siteInput(
    _ material: Material, _ published: PublishedState, _ meetings: consuming [MeetingRecord]
  ) -> SiteInput {
    SiteInput(
      compact: material.compact, record: published.record, meetings: meetings,
      pages: material.pages, ledger: material.ledger, contentDate: material.date,
      isPreview: published.release == nil, release: published.release,
      files: published.files, releases: published.releases,
      revision: ProcessInfo.processInfo.environment["VITRINE_REVISION"])
  }

  /// Why each cell is hidden, for the committee's own desk: codes, no values.
  public func explain(into findings: inout Findings) throws(BuildStopped) -> ExplanationText {
    let material = try read(into: &findings)
    return ExplanationText(cells: try disclose(material, into: &findings).explanations)
  }

  // MARK: Stages

  /// Everything that was read and is not confidential, and the confidential base cells beside it.
  struct Material {
    let compact: Compact
    let positions: Positions
    var meetings: [MeetingRecord]
    let pages: [ContentPage]
    let ledger: DecisionLedger
    let bases: [BaseTable]
    let releases: [Release]
    let date: CalendarDate

    /// Gives the prose of the notes away, and keeps what else they say.
    mutating func giveProse() -> [MeetingRecord] {
      let given = meetings
      meetings = given.map(\.withoutProse)
      return given
    }
  }

  func read(into findings: inout Findings) throws(BuildStopped) -> Material {
    for root in [request.content] + ThemeFolder(path: request.theme).folders {
      for link in FileTree(root).strayLinks {
        findings.add(.linkOutOfTree, at: Place(file: root + "/" + link))
      }
    }
    try findings.close()
    let reader = CatalogueReader(root: request.content, display: request.content)
    guard let catalogue = reader.read(into: &findings) else {
      throw BuildStopped(findings: findings)
    }
    let meetings = MeetingFolder(path: request.content + "/meetings")
      .read(catalogue.compact, into: &findings)
    return try read(catalogue, meetings, into: &findings)
  }

  /// The rest of what is read, once the notes are.
  func read(
    _ catalogue: CatalogueReader.Catalogue, _ meetings: [MeetingRecord],
    into findings: inout Findings
  ) throws(BuildStopped) -> Material {
    let compact = catalogue.compact
    let pages = PageFolder(path: request.content + "/pages").read(compact, into: &findings)
    // A table of a broken catalogue would only repeat its findings.
    try findings.close()
    let folder = request.data ?? request.content + "/data"
    let bases = compact.datasets.compactMap { schema in
      DatasetReader(
        schema: schema, compact: compact, dataFolder: folder, displayFolder: folder,
        schemaPlace: { catalogue.positions.place(of: "datasets/\(schema.name)/\($0)") }
      ).read(into: &findings, progress: onBytes)
    }
    try findings.close()
    let releases = ReleaseFolder(path: request.content + "/releases").read(into: &findings)
    try findings.close()
    return try gather(
      catalogue, meetings, pages, bases: bases, releases: releases, into: &findings)
  }

  /// Everything that was read, with what follows from the notes together.
  func gather(
    _ catalogue: CatalogueReader.Catalogue, _ meetings: [MeetingRecord], _ pages: [ContentPage],
    bases: [BaseTable], releases: [Release], into findings: inout Findings
  ) throws(BuildStopped) -> Material {
    var compact = catalogue.compact
    var bases = bases
    for (schema, base) in MeetingCounts(compact: compact, meetings: meetings).tables() {
      compact.datasets.append(schema)
      bases.append(base)
    }
    let date = ContentDate(compact: compact, meetings: meetings).date
    let ledger = DecisionLedger(records: meetings, compact: compact, day: date)
    DecisionCheck(positions: catalogue.positions, ledger: ledger).check(into: &findings)
    try findings.close()
    return Material(
      compact: compact, positions: catalogue.positions, meetings: meetings, pages: pages,
      ledger: ledger, bases: bases, releases: releases, date: date)
  }

  /// Everything but the pages, checked before it is written.
  func openData(
    of material: Material, _ record: PublishedRecord, releases: [ReleaseNote],
    into findings: inout Findings
  ) throws(BuildStopped) -> [DataFile] {
    let input = OpenDataInput(material, record, releases: releases)
    do {
      let files = try OpenDataBuilder(input).files()
      OpenDataCheck().check(files, into: &findings)
      try findings.close()
      return files
    } catch let stop as BuildStopped {
      throw stop
    } catch {
      findings.add(.dataFileFailed)
      throw BuildStopped(findings: findings)
    }
  }

  func disclose(
    _ material: Material, into findings: inout Findings
  ) throws(BuildStopped) -> Disclosed {
    let memory = PatternStore(request, into: &findings)
    guard
      let disclosed = Gate(
        compact: material.compact, ledger: material.releases, memory: memory
      ).open(material.bases, into: &findings)
    else { throw BuildStopped(findings: findings) }
    memory?.save()
    let prose = ProseCheck(record: disclosed.record, proseGuard: disclosed.proseGuard)
    prose.check(
      material.meetings.map(\.documents) + material.pages.map(\.documents), into: &findings)
    prose.check(material.compact, positions: material.positions, into: &findings)
    BaselineCheck(record: disclosed.record, positions: material.positions)
      .check(material.compact, into: &findings)
    try findings.close()
    return disclosed
  }
}

extension Finding.Message {
  fileprivate static let linkOutOfTree = Self(
    .error, "link-out-of-tree",
    en: "symbolic link leads out of the folder that holds it, to files that may not be meant "
      + "for the public",
    fr: "ce lien symbolique mène hors du dossier qui le contient, vers des fichiers qui ne sont "
      + "peut-être pas destinés au public",
    fix: Localized(
      english: "replace it with a copy, or name a folder of data with --data",
      french: "remplacez-le par une copie, ou indiquez un dossier de données avec --data"))
}

extension Release {
  /// Whether a record shows what this release showed, cell by cell.
  fileprivate func shows(_ record: PublishedRecord, _ compact: Compact) -> Bool {
    Release(name: name, date: date, record: record, compact: compact).cells == cells
  }
}

extension ReleaseSummary {
  /// nil where it has no name yet.
  fileprivate init?(_ difference: ReleaseDifference, _ archived: [String]) {
    guard let name = difference.release else { return nil }
    let folder = "releases/\(name)/"
    self.init(
      name: name, date: difference.date,
      changes: difference.sentences.map { sentence in
        let series = difference.series.first { $0.code == sentence.series }
        return Change(
          kind: sentence.series == nil
            ? .rule
            : (series?.count(.withdrawn) ?? 0) > 0
              ? .withdrawn : (series?.cells.isEmpty ?? true) ? .added : .revised,
          series: sentence.series, text: sentence.text)
      },
      files: archived.filter { $0.hasPrefix(folder) })
  }
}

extension Finding.Message {
  static let dataFileFailed = Self(
    .error, "data-file-failed", en: "file of open data could not be made on this machine",
    fr: "un fichier de données ouvertes n’a pas pu être produit sur cette machine",
    fix: Localized(
      english: "check the free space of the temporary folder",
      french: "vérifiez l’espace libre du dossier temporaire"))
}
