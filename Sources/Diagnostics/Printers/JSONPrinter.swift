import Foundation
public import Languages

/// Findings as a JSON array: code, severity, place, summary and fix in the language asked for.
public struct JSONPrinter: FindingPrinter {
  public init() {}

  private struct Row: Encodable {
    let code: String
    let severity: String
    let file: String?
    let line: Int?
    let column: Int?
    let summary: String
    let fix: String?
  }

  public func text(of findings: [Finding], in language: Language) -> String {
    let rows = findings.map {
      Row(
        code: $0.message.code, severity: $0.message.severity.rawValue, file: $0.place?.file,
        line: $0.place?.line, column: $0.place?.column, summary: $0.message.summary[language],
        fix: $0.message.fix?[language])
    }
    return Self.encode(rows)
  }

  /// Keys sorted, so that the same findings are the same bytes.
  static func encode(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return "" }
    return String(decoding: data, as: UTF8.self)
  }
}
