public import Diagnostics

/// A theme's words in one language: a text for each key, and where the key stands.
public struct Strings: Sendable {
  public var texts: [String: String] = [:]
  public var places: [String: Place] = [:]

  public init() {}

  /// Lays those of a theme that extends this one over these.
  public mutating func merge(_ others: Strings) {
    texts.merge(others.texts) { $1 }
    places.merge(others.places) { $1 }
  }
}

/// Reads a theme's words: a flat file of `key: text`.
public struct StringsReader: Sendable {
  public init() {}

  /// - Parameters:
  ///   - path: as the machine knows it; `display` as the reader would type it.
  public func read(
    path: String, display: String, isRequired: Bool = true, into findings: inout Findings
  ) -> Strings {
    let scribe = Scribe()
    defer { findings.add(contentsOf: scribe.findings.all) }
    guard
      let root = YAMLFile(path: path, display: display, isRequired: isRequired, scribe: scribe)?
        .root
    else { return Strings() }
    var strings = Strings()
    for (key, text, place) in root.everyString() {
      strings.texts[key] = text ?? ""
      strings.places[key] = place
    }
    return strings
  }
}
