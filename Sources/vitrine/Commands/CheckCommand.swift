import ArgumentParser
import Diagnostics
import Pipeline

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Lists every finding and writes nothing.")

  @OptionGroup var input: ContentOptions

  @Flag(help: "What a release would refuse: warnings as well, and notes that are drafts.")
  var release = false

  func run() throws {
    var findings = Findings()
    let request = BuildRequest(
      content: input.content, theme: input.theme, data: input.data, output: "_site",
      cache: .ofUser())
    do {
      try Build(request).check(forRelease: release, into: &findings)
    } catch {
      findings = error.findings
    }
    input.voice.print(findings)
    let hasWarnings = findings.all.contains { $0.message.severity == .warning }
    if findings.hasErrors || (release && hasWarnings) { throw Stop(.findings) }
    let count = findings.all.count
    input.voice.say(
      count == 0 ? "Nothing to mend." : "\(count) to look at, none of which stops a build.",
      count == 0 ? "Rien à corriger." : "\(count) à examiner, sans que cela bloque la construction."
    )
  }
}
