public import Diagnostics
import Yams

/// Reads the YAML between the `---` lines of a note.
public struct FrontMatterReader: Sendable {
  public init() {}

  public enum Value: Sendable, Hashable {
    case text(String)
    case list([String])
  }

  /// A key with its value and place.
  public struct Entry: Sendable, Hashable {
    public let key: String
    public let value: Value
    public let place: Place
  }

  /// - Parameters:
  ///   - text: the lines between the two `---`.
  ///   - lineOffset: how many lines of the file come before it.
  /// - Returns: nil where the YAML is broken.
  public func read(
    _ text: String, display: String, lineOffset: Int, into findings: inout Findings
  ) -> [Entry]? {
    if let plain = PlainMapping.entries(of: text) {
      return plain.map { entry in
        let value: Value =
          switch entry.value {
          case .text(let text): .text(text)
          case .list(let items): .list(items)
          }
        return Entry(
          key: entry.key, value: value,
          place: Place(file: display, line: entry.line + max(0, lineOffset), column: entry.column))
      }
    }
    return readByLibrary(text, display: display, lineOffset: lineOffset, into: &findings)
  }

  /// YAML of any kind.
  func readByLibrary(
    _ text: String, display: String, lineOffset: Int, into findings: inout Findings
  ) -> [Entry]? {
    let scribe = Scribe()
    // Blank lines before keep the lines of the file.
    let shifted = String(repeating: "\n", count: max(0, lineOffset)) + text
    defer { findings.add(contentsOf: scribe.findings.all) }
    guard let root = YAMLFile.compose(shifted, display, scribe) else { return nil }
    let lists = root.sequenceKeys
    return root.keys.map { key in
      let place = root.place(of: key)
      let value: Value =
        lists.contains(key) ? .list(root.strings(key)) : .text(root.string(key) ?? "")
      return Entry(key: key, value: value, place: place)
    }
  }
}
