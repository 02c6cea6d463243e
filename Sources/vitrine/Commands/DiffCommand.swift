import ArgumentParser
import Diagnostics
import Foundation
import Languages
import Pipeline

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Tells what would be published now that a release did not show.",
    discussion: """
      In words, one line an indicator, and each figure that changed: as it was published, and as it \
      would be. With --format json, the same as data.
      """)

  @Argument(help: "A release of the ledger, such as 2025-annual.")
  var release: String

  @OptionGroup var input: ContentOptions

  func run() throws {
    var findings = Findings()
    let request = BuildRequest(
      content: input.content, theme: input.theme, data: input.data, output: "_site")
    do {
      let lines = try Build(request).differenceText(
        since: release, asData: input.voice.format == .json, in: input.voice.spoken,
        into: &findings)
      input.voice.print(findings)
      print(lines)
    } catch {
      input.voice.print(error.findings)
      throw Stop(.findings)
    }
  }
}
