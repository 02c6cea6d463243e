import ArgumentParser
import Diagnostics
import Foundation
import Languages
import Pipeline

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says why cells are hidden, by their codes, for the committee's own desk.",
    discussion: "What it prints is confidential: it must not be published.")

  @Argument(help: ArgumentHelp("A table's code, such as I2.4-sex; all when not given."))
  var table: String?

  @Option(
    help: ArgumentHelp(
      "Where to write it, readable by you alone; the terminal when not given.", valueName: "file"))
  var output: String?

  @OptionGroup var input: ContentOptions

  func run() throws {
    var findings = Findings()
    let request = BuildRequest(
      content: input.content, theme: input.theme, data: input.data, output: "_site")
    do {
      let text = try Build(request).explain(into: &findings)
      if let table, !text.knows(table) { findings.add(.nothingHidden(table)) }
      input.voice.print(findings)
      let lines = text.lines(of: table, in: input.voice.spoken)
      guard let output else {
        print(lines.joined(separator: "\n"))
        return
      }
      let shared = [input.content, input.theme] + (input.data.map { [$0] } ?? [])
      guard try ExplanationText.write(lines, to: output, apartFrom: shared) else {
        throw Stop(.machineFailed)
      }
    } catch let stopped as BuildStopped {
      input.voice.print(stopped.findings)
      throw Stop(.findings)
    }
  }
}
