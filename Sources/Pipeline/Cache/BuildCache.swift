import Diagnostics
import Foundation
import Languages

/// What is remembered of the last build of a site: of what, by one keyed fingerprint, and what it
/// made, by another. Beside it lies what the next build may begin with (`SiteMemory`): what the site
/// shows, and fingerprints of single notes; none of a file of data.
///
/// Where both still hold, the site that stands is the one that a build would make, and nothing is
/// done. Anything else (another tool, a touched page, a cache of another machine) is a full build.
struct BuildCache {
  let request: BuildRequest
  let fingerprints: KeyedFingerprint
  private let file: String

  /// - Returns: nil where the user has no place for a cache, or wants none.
  init?(_ request: BuildRequest) {
    guard let place = request.cache, PrivateFile.makeFolder(place.folder),
      let fingerprints = place.fingerprints()
    else { return nil }
    self.request = request
    self.fingerprints = fingerprints
    let site = [request.output, request.content, request.theme, request.data ?? ""]
      .map { Folder($0).resolved }.joined(separator: "\n")
    file = place.folder + "/" + fingerprints.hex(of: Array(site.utf8)) + ".json"
  }

  /// The last build of this site, whatever has changed since.
  ///
  /// - Parameter findings: a word where a cache is there that cannot be used.
  func last(into findings: inout Findings) -> RememberedBuild? {
    guard let data = FileManager.default.contents(atPath: file) else { return nil }
    guard let sealed = try? JSONDecoder().decode(Sealed.self, from: data),
      sealed.seal == fingerprints.hex(of: Array(sealed.entry.utf8)),
      let entry = try? JSONDecoder().decode(RememberedBuild.self, from: Data(sealed.entry.utf8))
    else {
      findings.add(.cacheIgnored)
      return nil
    }
    return entry.format == RememberedBuild.format ? entry : nil
  }

  /// Remembers a build. A cache that cannot be written is none: the build has succeeded already.
  ///
  /// - Parameters:
  ///   - before: the inputs from before anything was read; a file that changed meanwhile leaves nothing
  ///     to remember.
  func remember(
    _ receipt: BuildReceipt, _ findings: Findings, inputs: BuildInputs, before: InputSnapshot,
    _ memory: SiteMemory
  ) {
    guard inputs.areStill(before, fingerprints) else { return forget() }
    let entry = RememberedBuild(
      inputs: before, site: siteState(FileTree(request.output, skipping: [])), receipt: receipt,
      findings: findings.all.filter { $0.message.code != "cache-ignored" })
    guard write(entry) else { return forget() }
    if let site = RememberedSite(memory, before, fingerprints) {
      site.write(to: memoryFile)
    } else {
      memoryFile.remove()
    }
  }

  /// Remembers of a build that still stands by which state its inputs can be known from now on.
  func settle(_ build: RememberedBuild, _ inputs: InputSnapshot) {
    guard inputs.isSettled, build.state != inputs.state else { return }
    var settled = build
    settled.state = inputs.state
    if !write(settled) { forget() }
  }

  private func write(_ entry: RememberedBuild) -> Bool {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let text = try? encoder.encode(entry) else { return false }
    let body = String(decoding: text, as: UTF8.self)
    let sealed = Sealed(entry: body, seal: fingerprints.hex(of: Array(body.utf8)))
    guard let data = try? encoder.encode(sealed) else { return false }
    return PrivateFile.write([UInt8](data), to: file, over: true)
  }

  /// What that build left beside its site.
  func memory(of build: RememberedBuild, into findings: inout Findings) -> RememberedSite? {
    switch memoryFile.read() {
    case .none: return nil
    case .foreign:
      findings.add(.cacheIgnored)
      return nil
    case .bytes(let body): return RememberedSite(body, of: build.inputs)
    }
  }

  private var memoryFile: SealedFile {
    SealedFile(path: String(file.dropLast(5)) + ".site", fingerprints: fingerprints)
  }

  func forget() {
    try? FileManager.default.removeItem(atPath: file)
    memoryFile.remove()
  }

  /// Every file of the site by name, size and moment.
  func siteState(_ tree: FileTree) -> String {
    var text: [UInt8] = []
    for entry in tree.entries { entry.add(to: &text) }
    return fingerprints.hex(of: text)
  }

  private struct Sealed: Codable {
    let entry: String
    let seal: String
  }
}

/// One remembered build.
struct RememberedBuild: Codable {
  static let format = 4

  private(set) var format = Self.format
  /// Of everything read; of everything but the texts of notes and of the theme; of the theme; of the state
  /// of all files, empty where it could deceive.
  let inputs: String
  let content: String
  let theme: String
  fileprivate(set) var state: String
  let site: String
  private let counts: [Int]
  private let findings: [CachedFinding]

  fileprivate init(
    inputs: InputSnapshot, site: String, receipt: BuildReceipt, findings: [Finding]
  ) {
    self.inputs = inputs.whole
    content = inputs.content
    theme = inputs.theme
    state = inputs.isSettled ? inputs.state : ""
    self.site = site
    counts = [
      receipt.cells, receipt.unsafe, receipt.complementary, receipt.recoverable, receipt.narrow,
      receipt.pages, receipt.files,
    ]
    self.findings = findings.map(CachedFinding.init)
  }

  /// The findings of that build once more, and its counts; nothing is written.
  func said(again findings: inout Findings, output: String) -> BuildReceipt {
    findings.add(contentsOf: allFindings)
    return receipt(output: output, written: 0)
  }

  /// What was found then.
  var allFindings: [Finding] { findings.map(\.finding) }

  /// The counts of that build, and how many files are written now.
  func receipt(output: String, written: Int) -> BuildReceipt {
    func count(_ index: Int) -> Int { counts.indices.contains(index) ? counts[index] : 0 }
    return BuildReceipt(
      cells: count(0), unsafe: count(1), complementary: count(2), recoverable: count(3),
      narrow: count(4), pages: count(5), files: count(6), written: written, output: output)
  }
}

/// A finding of a build that succeeded, so that its warnings are said again.
private struct CachedFinding: Codable {
  let code: String
  let severity: String
  let summary: [String]
  let fix: [String]?
  let file: String?
  let line: Int?
  let column: Int?

  init(_ finding: Finding) {
    code = finding.message.code
    severity = finding.message.severity.rawValue
    summary = Language.allCases.map { finding.message.summary[$0] }
    fix = finding.message.fix.map { fix in Language.allCases.map { fix[$0] } }
    file = finding.place?.file
    line = finding.place?.line
    column = finding.place?.column
  }

  var finding: Finding {
    func text(_ texts: [String], _ language: Language) -> String {
      let index = Language.allCases.firstIndex(of: language) ?? 0
      return texts.indices.contains(index) ? texts[index] : ""
    }
    return Finding(
      Finding.Message(
        Severity(rawValue: severity) ?? .warning, code, en: text(summary, .english),
        fr: text(summary, .french),
        fix: fix.map { fix in Localized.each { text(fix, $0) } }),
      at: file.map { Place(file: $0, line: line, column: column) })
  }
}

extension Finding.Message {
  static let cacheIgnored = Self(
    .note, "cache-ignored",
    en: "cache of an earlier build is damaged or of another machine, and was not used",
    fr: "le cache d’une construction antérieure est abîmé ou vient d’une autre machine ; "
      + "il n’a pas servi",
    fix: Localized(
      english: "nothing to do: this build replaces it",
      french: "rien à faire : cette construction le remplace"))
}
