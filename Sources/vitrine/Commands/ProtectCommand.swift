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

  @Option(
    help: ArgumentHelp(
      "An unsafe cell's interval is this wide, around its value, not all that the mark says.",
      valueName: "n"))
  var width: Int?

  @Flag(help: "That width may lie anywhere.")
  var sliding = false

  @Flag(help: "Zeros are unsafe as well.")
  var sensitiveZeros = false

  @Option(help: ArgumentHelp("Cells that must stay published.", valueName: "file.csv"))
  var published: String?

  @Option(
    help: ArgumentHelp("Cells that everybody knows from elsewhere.", valueName: "file.csv"))
  var known: String?

  @Option(
    help: ArgumentHelp("Steps of one search for whole numbers, at most.", valueName: "n"))
  var nodes: Int?

  @Option(
    help: ArgumentHelp(
      "Rounds in which each complementary cell is exchanged for others that lose less; slow.",
      valueName: "n"))
  var exchanges = 0

  @Flag(help: "Work out a lower bound of the loss for a large table too, which takes longer.")
  var bound = false

  @OptionGroup var voice: VoiceOptions

  func validate() throws {
    if threshold < 2 { throw ValidationError("The threshold must be 2 or more.") }
    if let width, width < 1 { throw ValidationError("The width must be 1 or more.") }
    if sliding, width == nil { throw ValidationError("--sliding needs --width.") }
    if exchanges < 0 { throw ValidationError("The exchanges must be 0 or more.") }
    if let nodes, nodes < 0 { throw ValidationError("The nodes must be 0 or more.") }
  }

  func run() throws {
    var request = TableRequest(
      leaves: leaves, hierarchies: hierarchies, output: output, threshold: threshold)
    request.tables = tables
    request.width = width
    request.isSliding = sliding
    request.zerosAreSensitive = sensitiveZeros
    request.published = published
    request.known = known
    request.nodes = nodes
    request.exchanges = exchanges
    request.isBounded = bound
    var findings = Findings()
    let summary = TableProtection(request).run(into: &findings)
    try voice.close(findings)
    guard let summary else { throw Stop(.findings) }
    report(summary)
  }

  private func report(_ summary: TableProtection.Summary) {
    let seconds = Hundredths(summary.seconds)
    let proof = Hundredths(summary.proofSeconds)
    voice.say(
      """
      \(summary.cells) cells, \(summary.unsafe) unsafe, \(summary.complementary) complementary \
      (sum \(summary.complementarySum)); protected in \(seconds.english) s, proved in \(proof.english) s; \
      attacked: \(summary.exact) exact, \(summary.narrow) narrower than the mark.
      """,
      """
      \(summary.cells) cellules, \(summary.unsafe) à risque, \(summary.complementary) \
      masquées en complément (somme \(summary.complementarySum)) ; protégé en \(seconds.french) s, prouvé \
      en \(proof.french) s ; après attaque, cellules déductibles : \(summary.exact), cernées de plus près que \
      ne le dit leur marque : \(summary.narrow).
      """)
    guard let bound = summary.lowerBound, let gap = summary.gap else { return }
    let loss = Hundredths(summary.loss)
    let least = Hundredths(bound)
    let share = Hundredths(gap * 100)
    voice.say(
      gap == 0
        ? "Loss \(loss.english): proved to be the least."
        : """
        Loss \(loss.english); no pattern loses less than \(least.english), so that at most \
        \(share.english)% of it is needless.
        """,
      gap == 0
        ? "Perte \(loss.french) : la plus petite possible, preuve faite."
        : """
        Perte \(loss.french) ; aucun choix ne perd moins de \(least.french), donc \
        \(share.french) % au plus en sont inutiles.
        """)
  }
}

/// A number with two decimals.
private struct Hundredths {
  let english: String
  var french: String { english.replacing(".", with: ",") }

  init(_ number: Double) {
    let hundredths = Int((number * 100).rounded())
    let fraction = hundredths % 100
    english = "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
  }
}
