public import Languages

/// SARIF 2.1.0 (OASIS standard), which code-scanning services read.
public struct SARIFPrinter: FindingPrinter {
  public init() {}

  public func text(of findings: [Finding], in language: Language) -> String {
    let codes = Set(findings.map(\.message.code)).sorted()
    let log = Log(
      runs: [
        Run(
          tool: Tool(driver: Driver(rules: codes.map(Rule.init))),
          results: findings.map { Result($0, language) })
      ])
    return JSONPrinter.encode(log)
  }

  private struct Log: Encodable {
    let schema = "https://json.schemastore.org/sarif-2.1.0.json"
    let version = "2.1.0"
    let runs: [Run]

    enum CodingKeys: String, CodingKey {
      case schema = "$schema"
      case version, runs
    }
  }

  private struct Run: Encodable {
    let tool: Tool
    let results: [Result]
  }

  private struct Tool: Encodable {
    let driver: Driver
  }

  private struct Driver: Encodable {
    let name = "vitrine"
    let rules: [Rule]
  }

  private struct Rule: Encodable {
    let id: String

    init(_ id: String) { self.id = id }
  }

  private struct Result: Encodable {
    let ruleId: String
    let level: String
    let message: Text
    let locations: [Location]

    init(_ finding: Finding, _ language: Language) {
      ruleId = finding.message.code
      level = finding.message.severity.rawValue
      message = Text(
        text: [finding.message.summary[language], finding.message.fix?[language]]
          .compactMap { $0 }.joined(separator: language == .english ? "; " : "\u{202F}; "))
      locations =
        finding.place.map { place in
          [
            Location(
              physicalLocation: Physical(
                artifactLocation: Artifact(uri: place.file),
                region: place.line.map { Region(startLine: $0, startColumn: place.column) }))
          ]
        } ?? []
    }
  }

  private struct Text: Encodable {
    let text: String
  }

  private struct Location: Encodable {
    let physicalLocation: Physical
  }

  private struct Physical: Encodable {
    let artifactLocation: Artifact
    let region: Region?
  }

  private struct Artifact: Encodable {
    let uri: String
  }

  private struct Region: Encodable {
    let startLine: Int
    let startColumn: Int?
  }
}
