import ArgumentParser
import Diagnostics
import Languages
import Pipeline

struct BuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Builds the site.",
    discussion: """
      Reads the content, protects the figures, attacks them as an outsider would, and replaces the
      old site by the new one in one step. A finding that is an error leaves the old site as it is.
      """)

  @OptionGroup var input: ContentOptions

  @Option(help: ArgumentHelp("Where the site is written.", valueName: "folder"))
  var output = "_site"

  @Flag(help: "Builds everything again, and remembers nothing.")
  var noCache = false

  func run() throws {
    var findings = Findings()
    let request = BuildRequest(
      content: input.content, theme: input.theme, data: input.data, output: output,
      cache: noCache ? nil : .ofUser())
    do {
      let progress = Progress(input.voice)
      let isSpoken = !input.voice.quiet && input.voice.form == .text
      let meter = isSpoken ? ProgressMeter(language: input.voice.spoken) : nil
      var build = Build(request) { progress.show($0.words) }
      build.onBytes = { meter?.show($0, of: $1) }
      let receipt = try build.run(into: &findings)
      progress.clear()
      input.voice.print(findings)
      let line = ReportLine(receipt: receipt)
      if input.voice.form == .json {
        print(line.json)
      } else {
        input.voice.say(line.english, line.french)
      }
      if receipt.recoverable > 0 { throw Stop(.findings) }
    } catch let stop as BuildStopped {
      Progress(input.voice).clear()
      input.voice.print(stop.findings)
      throw Stop(.findings)
    } catch let failure as WriteFailure {
      Progress(input.voice).clear()
      input.voice.print(findings)
      StandardError.print(failure.message[input.voice.spoken])
      throw Stop(failure.isWrongUse ? .wrongUse : .machineFailed)
    }
  }
}

/// What a build says when it is done: counts only.
private struct ReportLine {
  let receipt: BuildReceipt

  /// One object, counts and the place only.
  var json: String {
    let place = receipt.output.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return """
      {"cells":\(receipt.cells),"unsafe":\(receipt.unsafe),\
      "complementary":\(receipt.complementary),"recoverable":\(receipt.recoverable),\
      "narrow":\(receipt.narrow),"pages":\(receipt.pages),"files":\(receipt.files),\
      "written":\(receipt.written),"output":"\(place)"}
      """
  }

  var english: String {
    return """
      Disclosure: \(receipt.cells) cells, \(receipt.unsafe) unsafe, \
      \(receipt.complementary) complementary; attacked: \
      \(receipt.recoverable == 0 ? "none" : String(receipt.recoverable)) recoverable, \
      \(receipt.narrow == 0 ? "none" : String(receipt.narrow)) narrower than the mark.
      Site: \(receipt.pages) pages, \(receipt.files) files, \(receipt.written) written; \
      open \(receipt.output)/index.html
      """
  }

  var french: String {
    return """
      Confidentialité : \(receipt.cells) cellules, \(receipt.unsafe) à risque, \
      \(receipt.complementary) masquées en complément ; après attaque, cellules déductibles : \
      \(receipt.recoverable), cernées de plus près que ne le dit leur marque : \(receipt.narrow).
      Site : \(receipt.pages) pages, \(receipt.files) fichiers, \(receipt.written) écrits ; \
      ouvrez \(receipt.output)/index.html
      """
  }
}
