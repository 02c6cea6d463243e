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

  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("Where the site is written.", valueName: "folder"))
  var output = "_site"

  func run() throws {
    var findings = Findings()
    let request = BuildRequest(
      content: common.content, theme: common.theme, data: common.data, output: output)
    do {
      let receipt = try Build(request).run(into: &findings)
      common.voice.print(findings)
      let line = ReportLine(receipt: receipt)
      common.voice.say(line.english, line.french)
      if receipt.recoverable > 0 { throw Stop(.findings) }
    } catch let stop as BuildStopped {
      common.voice.print(stop.findings)
      throw Stop(.findings)
    } catch let failure as WriteFailure {
      common.voice.print(findings)
      StandardError.print(failure.message[common.voice.spoken])
      throw Stop(failure.isWrongUse ? .wrongUse : .machineFailed)
    }
  }
}

/// What a build says when it is done: counts only.
private struct ReportLine {
  let receipt: BuildReceipt

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
      \(receipt.complementary) complémentaires ; après attaque : \
      \(receipt.recoverable == 0 ? "aucune" : String(receipt.recoverable)) déductible, \
      \(receipt.narrow == 0 ? "aucune" : String(receipt.narrow)) plus étroite que la marque.
      Site : \(receipt.pages) pages, \(receipt.files) fichiers, \(receipt.written) écrits ; \
      ouvrez \(receipt.output)/index.html
      """
  }
}
