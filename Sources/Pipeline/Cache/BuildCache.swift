import Diagnostics
import Foundation
import Languages

/// What is remembered of the last build of a site: of what, by one keyed fingerprint, and what it
/// made, by another. It holds no value of the content and no fingerprint of a single file.
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

  /// What was found and done last time, if a build would now give the same site.
  ///
  /// - Parameter findings: a word where a cache is there that cannot be used.
  func standing(into findings: inout Findings) -> (receipt: BuildReceipt, findings: [Finding])? {
    guard let data = FileManager.default.contents(atPath: file) else { return nil }
    guard let sealed = try? JSONDecoder().decode(Sealed.self, from: data),
      sealed.seal == fingerprints.hex(of: Array(sealed.entry.utf8)),
      let entry = try? JSONDecoder().decode(Entry.self, from: Data(sealed.entry.utf8))
    else {
      findings.add(.cacheIgnored)
      return nil
    }
    guard entry.format == Entry.format,
      entry.inputs == BuildInputs(folders: entry.folders).fingerprint(fingerprints),
      entry.site == siteState
    else { return nil }
    return (entry.receipt(output: request.output), entry.findings.map(\.finding))
  }

  /// Remembers a build. A cache that cannot be written is none: the build has succeeded already.
  ///
  /// - Parameter before: the inputs' fingerprint from before anything was read; a file that changed
  ///   meanwhile leaves nothing to remember.
  func remember(
    _ receipt: BuildReceipt, _ findings: Findings, inputs: BuildInputs, before: String
  ) {
    guard inputs.fingerprint(fingerprints) == before else { return forget() }
    let entry = Entry(
      folders: inputs.folders, inputs: before, site: siteState, receipt: receipt,
      findings: findings.all.filter { $0.message.code != "cache-ignored" })
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let text = try? encoder.encode(entry) else { return forget() }
    let body = String(decoding: text, as: UTF8.self)
    let sealed = Sealed(entry: body, seal: fingerprints.hex(of: Array(body.utf8)))
    guard let data = try? encoder.encode(sealed),
      PrivateFile.write([UInt8](data), to: file, over: true)
    else { return forget() }
  }

  func forget() { try? FileManager.default.removeItem(atPath: file) }

  /// Every file of the site by name, size and moment.
  private var siteState: String {
    var text: [UInt8] = []
    for entry in FileTree(request.output, skipping: []).entries {
      text += Array("\(entry.path) \(entry.isLink) \(entry.size) \(entry.state)\n".utf8)
    }
    return fingerprints.hex(of: text)
  }

  private struct Sealed: Codable {
    let entry: String
    let seal: String
  }
}

/// One remembered build.
private struct Entry: Codable {
  static let format = 1

  var format = Self.format
  let folders: [String]
  let inputs: String
  let site: String
  let counts: [Int]
  let findings: [CachedFinding]

  init(
    folders: [String], inputs: String, site: String, receipt: BuildReceipt, findings: [Finding]
  ) {
    self.folders = folders
    self.inputs = inputs
    self.site = site
    counts = [
      receipt.cells, receipt.unsafe, receipt.complementary, receipt.recoverable, receipt.narrow,
      receipt.pages, receipt.files,
    ]
    self.findings = findings.map(CachedFinding.init)
  }

  /// The counts of that build; nothing is written now.
  func receipt(output: String) -> BuildReceipt {
    func count(_ index: Int) -> Int { counts.indices.contains(index) ? counts[index] : 0 }
    return BuildReceipt(
      cells: count(0), unsafe: count(1), complementary: count(2), recoverable: count(3),
      narrow: count(4), pages: count(5), files: count(6), written: 0, output: output)
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
