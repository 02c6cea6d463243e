import ArgumentParser
import Diagnostics
import Foundation
import Languages
import Pipeline

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Makes a new partnership's folder, which builds at once.",
    discussion: """
      vitrine init Ours --signed 2027-03-01
      vitrine build --content Ours

      Every file is an example to overwrite. A workflow for GitHub is among them; the manual says
      how to do the same elsewhere.
      """)

  @Argument(help: "The folder to make: new, or empty.")
  var folder: String

  @Option(help: ArgumentHelp("The day of signature; today when not given.", valueName: "date"))
  var signed: String?

  @OptionGroup var voice: VoiceOptions

  func validate() throws {
    if let signed, CalendarDate(iso: signed) == nil {
      throw ValidationError("--signed is a date such as 2027-03-01 (une date comme 2027-03-01)")
    }
  }

  func run() throws {
    let today = CalendarDate(daysSinceEpoch: Int(Date().timeIntervalSince1970) / 86_400)
    let day = signed.flatMap { CalendarDate(iso: $0) } ?? today
    do {
      let count = try StarterContent(signed: day).write(to: folder)
      voice.say(
        "\(count) files in \(folder). Next: vitrine build --content \(folder)",
        "\(count) fichiers dans \(folder). Ensuite : vitrine build --content \(folder)")
    } catch {
      voice.print(error.findings)
      throw Stop(.findings)
    }
  }
}
