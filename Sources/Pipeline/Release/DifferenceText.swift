public import Diagnostics
public import Languages
import OpenData

extension Build {
  /// What would be published now that a release did not show, as a person or a program reads it.
  ///
  /// - Throws: `BuildStopped` with all findings.
  public func differenceText(
    since name: String, asData: Bool, in language: Language, into findings: inout Findings
  ) throws(BuildStopped) -> String {
    let difference = try difference(since: name, into: &findings)
    if asData {
      return String(decoding: difference.json.dropLast(), as: UTF8.self)
    }
    if difference.isEmpty {
      return language == .english
        ? "Nothing changed since \(name)." : "Rien n’a changé depuis \(name)."
    }
    var lines: [String] = []
    let sentences = difference.sentences
    for sentence in sentences where sentence.series == nil { lines.append(sentence.text[language]) }
    for series in difference.series {
      for sentence in sentences where sentence.series == series.code {
        lines.append(sentence.text[language])
      }
      for cell in series.cells {
        let after = cell.after?.text ?? (language == .english ? "gone" : "retiré")
        lines.append("  \(cell.codes.joined(separator: "/")): \(cell.before.text) → \(after)")
      }
    }
    return lines.joined(separator: "\n")
  }
}
