public import Languages

/// Workflow commands that GitHub shows beside the line (“annotations”).
public struct GitHubPrinter: FindingPrinter {
  public init() {}

  public func text(of findings: [Finding], in language: Language) -> String {
    findings.map { line($0, language) }.joined(separator: "\n")
  }

  private func line(_ finding: Finding, _ language: Language) -> String {
    let command =
      switch finding.message.severity {
      case .error: "error"
      case .warning: "warning"
      case .note: "notice"
      }
    var properties: [String] = []
    if let place = finding.place {
      properties.append("file=" + escaped(place.file, isProperty: true))
      if let line = place.line { properties.append("line=\(line)") }
      if let column = place.column { properties.append("col=\(column)") }
    }
    properties.append("title=" + escaped(finding.message.code, isProperty: true))
    let words = [finding.message.summary[language], finding.message.fix?[language]]
      .compactMap { $0 }.joined(separator: language == .english ? "; " : "\u{202F}; ")
    return "::\(command) \(properties.joined(separator: ","))::"
      + escaped(words, isProperty: false)
  }

  private func escaped(_ text: String, isProperty: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": result += "%25"
      case "\r": result += "%0D"
      case "\n": result += "%0A"
      case ":" where isProperty: result += "%3A"
      case "," where isProperty: result += "%2C"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
