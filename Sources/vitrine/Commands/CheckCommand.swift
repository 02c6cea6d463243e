import ArgumentParser
import Diagnostics
import Pipeline

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Lists every finding and writes nothing.")

  @OptionGroup var common: CommonOptions

  func run() throws {
    var findings = Findings()
    let request = BuildRequest(
      content: common.content, theme: common.theme, data: common.data, output: "_site")
    do {
      _ = try Build(request).compose(into: &findings)
    } catch {
      findings = error.findings
    }
    try common.voice.close(findings)
    let count = findings.all.count
    common.voice.say(
      count == 0 ? "Nothing to mend." : "\(count) to look at, none of which stops a build.",
      count == 0 ? "Rien à corriger." : "\(count) à examiner, sans que cela bloque la construction."
    )
  }
}
