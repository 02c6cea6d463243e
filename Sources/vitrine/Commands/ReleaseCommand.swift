import ArgumentParser
import Diagnostics
import Languages
import Pipeline

struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract: "Enters what would be published now into the ledger, under a name.",
    discussion: """
      Later builds are attacked together with every release of the ledger: what was once shown is \
      known. The figures, what changed and SHA-256 sums are kept beside it, under addresses of the \
      site that stay. A site is marked as a preview until what it shows is released. A release refuses \
      where anything is found, and is never written over.
      """)

  @Argument(help: "Small letters, digits and hyphens, such as 2025-annual.")
  var name: String

  @OptionGroup var input: ContentOptions

  func run() throws {
    var findings = Findings()
    let request = BuildRequest(
      content: input.content, theme: input.theme, data: input.data, output: "_site")
    do {
      let path = try Build(request).release(name, into: &findings)
      input.voice.print(findings)
      input.voice.say(
        "Released: \(path). Commit it with its folder, then build.",
        "Version enregistrée : \(path). Validez-la avec son dossier dans l’historique, puis construisez."
      )
    } catch let stop as BuildStopped {
      input.voice.print(stop.findings)
      throw Stop(.findings)
    } catch let failure as WriteFailure {
      StandardError.print(failure.message[input.voice.spoken])
      throw Stop(.machineFailed)
    }
  }
}
