import Diagnostics
import Site

/// A build after which only the theme's style sheet, scripts and other assets can be others than before:
/// nothing changed but their texts.
///
/// Pages are given a theme without them (`Book`), so that none can depend on one by oversight.
struct AssetRenewal {
  let build: Build
  let cache: BuildCache
  let last: RememberedBuild
  let before: InputSnapshot
  /// The folders of the theme and of those it extends.
  let themes: [String]

  private var request: BuildRequest { build.request }

  /// - Parameter standing: the site as the last build left it.
  /// - Returns: nil where it takes a whole build; nothing is done then.
  func run(
    _ writer: SiteWriter, over standing: FileTree, apartFrom sources: [Folder]
  ) throws -> RenewedSite? {
    var ignored = Findings()
    guard last.pages == before.pages, let memory = cache.notes(of: last, into: &ignored) else {
      return nil
    }
    build.onStage(.compose)
    var found = Findings()
    let theme = ThemeFolder(path: request.theme).load(into: &found)
    if found.hasErrors { return nil }
    build.onStage(.write)
    guard
      let written = try writer.renew(
        theme.assets.map { ($0.path, $0.bytes) }, over: standing, apartFrom: sources)
    else { return nil }
    return RenewedSite(
      receipt: last.receipt(output: request.output, written: written),
      findings: last.allFindings.filter { !isOfTheme($0) } + found.all.filter(isOfTheme),
      facts: memory.meetings.mapValues(\.facts))
  }

  /// What is said of the theme's files is found anew; all else was said of what did not change.
  private func isOfTheme(_ finding: Finding) -> Bool {
    guard let file = finding.place?.file else { return false }
    return themes.contains { file.hasPrefix($0 + "/") }
  }
}
