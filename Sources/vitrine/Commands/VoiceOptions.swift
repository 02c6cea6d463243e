import ArgumentParser
import Diagnostics
import Foundation
import Languages

/// How a command speaks.
struct VoiceOptions: ParsableArguments {
  @Option(help: "The language of findings: en or fr. Taken from the environment when not given.")
  var language: SpokenLanguage?

  @Option(help: "The form of findings: text, json, sarif or github.")
  var format: FindingFormat = .text

  @Flag(help: "The same as --format json.")
  var json = false

  @Flag(help: "Print findings and results only.")
  var quiet = false

  var form: FindingFormat { json ? .json : format }

  /// The language asked for, else the environment's, else English.
  var spoken: Language {
    if let language { return language.language }
    let environment = ProcessInfo.processInfo.environment
    let locale =
      ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    return locale.lowercased().hasPrefix("fr") ? .french : .english
  }

  /// Prints findings in the form asked for; says how many.
  func print(_ findings: Findings) {
    let text = form.printer.text(of: findings.sorted, in: spoken)
    if !text.isEmpty { StandardError.print(text) }
  }

  /// A line of progress, unless quiet.
  func say(_ english: String, _ french: String) {
    if !quiet { Swift.print(spoken == .english ? english : french) }
  }

  /// Prints, and stops with status 1 where anything is an error.
  func close(_ findings: Findings) throws {
    print(findings)
    if findings.hasErrors { throw Stop(.findings) }
  }
}

enum FindingFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, sarif, github

  var printer: any FindingPrinter {
    switch self {
    case .text: TerminalPrinter()
    case .json: JSONPrinter()
    case .sarif: SARIFPrinter()
    case .github: GitHubPrinter()
    }
  }
}

/// The language of findings, as it is typed.
struct SpokenLanguage: ExpressibleByArgument {
  let language: Language

  init?(argument: String) {
    guard let language = Language(rawValue: argument.lowercased()) else { return nil }
    self.language = language
  }
}
