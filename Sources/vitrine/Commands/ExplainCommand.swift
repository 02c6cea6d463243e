import ArgumentParser
import Diagnostics
import Pipeline

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says why cells are hidden, by their codes, for the committee's own desk.",
    discussion: "What it prints is confidential: it must not be published.")

  @Argument(help: ArgumentHelp("A table's code, such as I2.4-sex; all when not given."))
  var table: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    var findings = Findings()
    let request = BuildRequest(
      content: common.content, theme: common.theme, data: common.data, output: "_site")
    do {
      let disclosed = try Build(request).explain(into: &findings)
      common.voice.print(findings)
      common.voice.say("CONFIDENTIAL", "CONFIDENTIEL")
      for cell in disclosed where table == nil || cell.codes.first == table {
        let path = cell.codes.joined(separator: "/")
        common.voice.say(
          path + (cell.isUnsafe ? "  unsafe" : "  complementary"),
          path + (cell.isUnsafe ? "  à risque" : "  complémentaire"))
      }
    } catch {
      common.voice.print(error.findings)
      throw Stop(.findings)
    }
  }
}
