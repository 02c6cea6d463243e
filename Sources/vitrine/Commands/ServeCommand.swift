import ArgumentParser
import Diagnostics
import Languages
import Pipeline
import Preview

struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve",
    abstract: "Shows the site on this machine only, and builds it again at each save.",
    discussion: """
      Pages load again by themselves once a build is done. Findings stand at the foot of each page,
      in the page's language; while there are errors, the last site that could be built is shown.
      """)

  @OptionGroup var input: ContentOptions

  @Option(help: ArgumentHelp("Where the site is written.", valueName: "folder"))
  var output = "_site"

  @Option(help: "The port on 127.0.0.1.")
  var port: UInt16 = 8000

  func run() throws {
    let voice = input.voice
    voice.say(
      "Serving \(output) at http://127.0.0.1:\(port)/ (Ctrl-C ends it)",
      "\(output) est servi sur http://127.0.0.1:\(port)/ (Ctrl-C pour arrêter)")
    let request = BuildRequest(
      content: input.content, theme: input.theme, data: input.data, output: output,
      cache: .ofUser())
    let spoken = voice.spoken
    let printer = voice.format.printer
    let server = LoopbackServer(
      folder: output, port: port,
      watched: [input.content, input.theme] + [input.data].compactMap { $0 },
      language: spoken
    ) {
      var findings = Findings()
      do {
        _ = try Build(request).run(into: &findings)
      } catch let stop as BuildStopped {
        findings = stop.findings
      } catch let failure as WriteFailure {
        StandardError.print(failure.message[spoken])
      } catch {
        StandardError.print(String(describing: error))
      }
      let text = printer.text(of: findings.sorted, in: spoken)
      if !text.isEmpty { StandardError.print(text) }
      return findings.sorted
    }
    do {
      try server.runUntilStopped()
    } catch {
      StandardError.print(error.message[spoken])
      throw Stop(.machineFailed)
    }
  }
}
