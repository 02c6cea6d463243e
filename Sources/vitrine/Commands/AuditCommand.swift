import ArgumentParser
import Audit
import Diagnostics

struct AuditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "Attacks one or more published sites as an outsider would, from their files alone.")

  @Argument(help: ArgumentHelp("Built sites, the newest last.", valueName: "folder"))
  var sites: [String]

  @OptionGroup var voice: VoiceOptions

  func run() throws {
    var findings = Findings()
    let report = SiteAudit(sites: sites).run(into: &findings)
    try voice.close(findings)
    voice.say(
      """
      \(report.tables) tables, \(report.cells) cells, \(report.hidden) hidden: \
      none recoverable, none narrower than its mark.
      """,
      """
      \(report.tables) tableaux, \(report.cells) cellules, \(report.hidden) masquées : \
      aucune ne peut être déduite, ni cernée de plus près que ne le dit sa marque.
      """)
  }
}
