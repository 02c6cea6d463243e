public import Diagnostics

/// Reads a theme's words: a flat file of `key: text`.
public struct StringsReader: Sendable {
  public init() {}

  /// - Parameters:
  ///   - path: as the machine knows it; `display` as the reader would type it.
  public func read(
    path: String, display: String, isRequired: Bool = true, into findings: inout Findings
  ) -> [String: String] {
    let scribe = Scribe()
    defer { findings.add(contentsOf: scribe.findings.all) }
    guard
      let root = YAMLFile(path: path, display: display, isRequired: isRequired, scribe: scribe)?
        .root
    else { return [:] }
    var words: [String: String] = [:]
    for key in root.keys { words[key] = root.string(key) ?? "" }
    return words
  }
}
