import Diagnostics
import Foundation
import Yams

/// One YAML file of the content folder.
struct YAMLFile {
  let root: Keyed

  /// - Parameters:
  ///   - path: as the machine knows it.
  ///   - display: as the reader would type it.
  ///   - isRequired: whether its absence is a finding.
  /// - Returns: nil where it is missing or broken.
  init?(path: String, display: String, isRequired: Bool = true, scribe: Scribe) {
    guard let data = FileManager.default.contents(atPath: path) else {
      if isRequired { scribe.add(.missingFile, at: Place(file: display)) }
      return nil
    }
    guard let text = String(bytes: data, encoding: .utf8) else {
      scribe.add(.notUTF8, at: Place(file: display))
      return nil
    }
    for line in LeftToFill.lines(of: text) {
      scribe.add(.leftToFill, at: Place(file: display, line: line + 1, column: 1))
    }
    guard let root = Self.compose(text, display, scribe) else { return nil }
    self.root = root
  }

  /// The mapping of a YAML text; the first line of the text is line 1 of the file.
  static func compose(_ text: String, _ display: String, _ scribe: Scribe) -> Keyed? {
    do {
      // Values are read as the types that are wanted, never as what they look like: the resolver that
      // guesses types by regular expressions would be asked for each of them in vain.
      guard let node = try Yams.compose(yaml: text, .basic) else {
        scribe.add(.brokenYAML(nil), at: Place(file: display, line: 1, column: 1))
        return nil
      }
      return Keyed(node, file: display, scribe: scribe)
    } catch let error as YamlError {
      scribe.add(.brokenYAML(error.duplicate), at: error.place(in: display))
      return nil
    } catch {
      scribe.add(.brokenYAML(nil), at: Place(file: display))
      return nil
    }
  }
}

extension YamlError {
  fileprivate func place(in file: String) -> Place {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
      Place(file: file, line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(_, let context):
      Place(file: file, line: context.mark.line, column: context.mark.column)
    default: Place(file: file, line: 1, column: 1)
    }
  }

  fileprivate var duplicate: String? {
    if case .duplicatedKeysInMapping(let duplicates, _) = self {
      duplicates.first
    } else {
      nil
    }
  }
}
