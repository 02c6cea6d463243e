public import Languages

/// One finding a line, as compilers print them, so that editors can open the place:
/// `Content/bodies.yml:12:5: error: key is not known here; did you mean ‘role’? [unknown-key]`.
public struct TerminalPrinter: FindingPrinter {
  public init() {}

  public func text(of findings: [Finding], in language: Language) -> String {
    findings.map { line($0, language) }.joined(separator: "\n")
  }

  private func line(_ finding: Finding, _ language: Language) -> String {
    let message = finding.message
    let place = finding.place.map { $0.text + ":" + gap(language) } ?? ""
    let fix = message.fix.map { semicolon(language) + $0[language] } ?? ""
    return "\(place)\(message.severity.word[language])\(colon(language))"
      + "\(message.summary[language])\(fix) [\(message.code)]"
  }

  private func gap(_ language: Language) -> String { " " }
  private func colon(_ language: Language) -> String { language == .english ? ": " : "\u{A0}: " }
  private func semicolon(_ language: Language) -> String {
    language == .english ? "; " : "\u{202F}; "
  }
}
