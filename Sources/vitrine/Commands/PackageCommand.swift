import ArgumentParser
import Diagnostics
import Languages
import Pipeline

struct PackageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "package", abstract: "Packs the whole site into one archive to send or carry.",
    discussion: """
      Builds the site as `vitrine build` does, and writes it as one .zip: unpack it anywhere and open \
      index.html. The same content gives the same bytes.
      """)

  @OptionGroup var input: ContentOptions

  @Option(help: ArgumentHelp("The archive to write.", valueName: "file"))
  var output = "site.zip"

  func run() throws {
    var findings = Findings()
    let request = BuildRequest(
      content: input.content, theme: input.theme, data: input.data, output: "_site")
    do {
      let receipt = try Build(request).package(to: output, into: &findings)
      input.voice.print(findings)
      input.voice.say(
        "Packed: \(receipt.path), \(receipt.files) files, \(receipt.bytes / 1_000) kB.",
        "Archive : \(receipt.path), \(receipt.files) fichiers, \(receipt.bytes / 1_000) ko.")
    } catch let stop as BuildStopped {
      input.voice.print(stop.findings)
      throw Stop(.findings)
    } catch let failure as WriteFailure {
      input.voice.print(findings)
      StandardError.print(failure.message[input.voice.spoken])
      throw Stop(failure.isWrongUse ? .wrongUse : .machineFailed)
    }
  }
}
