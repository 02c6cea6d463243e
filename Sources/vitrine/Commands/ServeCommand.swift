import ArgumentParser
import Languages
import Preview

struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Shows the built site on this machine only.")

  @Option(help: ArgumentHelp("The built site.", valueName: "folder"))
  var output = "_site"

  @Option(help: "The port on 127.0.0.1.")
  var port: UInt16 = 8000

  @OptionGroup var voice: VoiceOptions

  func run() throws {
    voice.say(
      "Serving \(output) at http://127.0.0.1:\(port)/ (Ctrl-C ends it)",
      "\(output) est servi sur http://127.0.0.1:\(port)/ (Ctrl-C pour arrêter)")
    do {
      try LoopbackServer(folder: output, port: port).runUntilStopped()
    } catch {
      StandardError.print(error.message[voice.spoken])
      throw Stop(.machineFailed)
    }
  }
}
