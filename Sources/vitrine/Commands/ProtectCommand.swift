import ArgumentParser
import Diagnostics
import Pipeline

struct ProtectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "protect",
    abstract: "Protects one table on its own: complementary suppression, proved.",
    discussion: """
      The leaves have dimension columns and ‘value’; the hierarchies are ‘dim,child,parent’, the \
      root being the parent that is nobody's child. The output lists every cell of the cube with \
      its status: p published, s unsafe, c complementary. It holds true values: keep it apart.
      """)

  @Option(help: ArgumentHelp("The finest cells.", valueName: "file.csv"))
  var leaves: String

  @Option(help: ArgumentHelp("Who is summed into whom.", valueName: "file.csv"))
  var hierarchies: String

  @Option(help: "Counts from 1 to this less one are unsafe.")
  var threshold: Int

  @Option(help: ArgumentHelp("Every cell with its status.", valueName: "file.csv"))
  var output: String

  @Option(help: ArgumentHelp("Chosen margins only.", valueName: "a,b;c"))
  var tables: String?

  @OptionGroup var voice: VoiceOptions

  func validate() throws {
    if threshold < 2 { throw ValidationError("The threshold must be 2 or more.") }
  }

  func run() throws {
    var findings = Findings()
    let summary = TableProtection(
      leaves: leaves, hierarchies: hierarchies, output: output, threshold: threshold,
      tables: tables
    ).run(into: &findings)
    try voice.close(findings)
    guard let summary else { throw Stop(.findings) }
    let seconds = Seconds(summary.seconds).text
    let proof = Seconds(summary.proofSeconds).text
    voice.say(
      """
      \(summary.cells) cells, \(summary.unsafe) unsafe, \(summary.complementary) complementary \
      (sum \(summary.complementarySum)); protected in \(seconds) s, proved in \(proof) s; \
      attacked: \(summary.exact) exact, \(summary.narrow) narrower than the mark.
      """,
      """
      \(summary.cells) cellules, \(summary.unsafe) à risque, \(summary.complementary) \
      complémentaires (somme \(summary.complementarySum)) ; protégé en \(seconds) s, prouvé en \
      \(proof) s ; après attaque : \(summary.exact) exactes, \(summary.narrow) plus étroites que \
      la marque.
      """)
  }
}

/// Seconds with two decimals.
private struct Seconds {
  let text: String

  init(_ seconds: Double) {
    let hundredths = Int((seconds * 100).rounded())
    let fraction = hundredths % 100
    text = "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
