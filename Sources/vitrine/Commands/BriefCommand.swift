import ArgumentParser
import Diagnostics
import Pipeline

struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief", abstract: "Lists what the next annual meeting has before it.",
    discussion: """
      Decisions past their due date or carried over, obligations, figures that have not come,
      activities of which nothing was heard: Markdown on standard output, in the language of
      --language. It holds published figures and records only.

        vitrine brief --language fr > points.md
      """)

  @OptionGroup var input: ContentOptions

  func run() throws {
    var findings = Findings()
    let request = BuildRequest(
      content: input.content, theme: input.theme, data: input.data, output: "_site")
    do {
      let pack = try Build(request).brief(into: &findings)
      input.voice.print(findings)
      Swift.print(pack.markdown(in: input.voice.spoken), terminator: "")
    } catch {
      input.voice.print(error.findings)
      throw Stop(.findings)
    }
  }
}
