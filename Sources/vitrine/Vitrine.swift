import ArgumentParser
import CMalloc
import Foundation

/// The tool: each command in a file of its own.
struct Vitrine: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vitrine",
    abstract: "Turns a partnership's notes and data into a public site that gives no child away.",
    discussion: """
      Start here:
        vitrine build                 builds Content/ into _site/
        vitrine check --language fr   lists what must be mended, in French

      Exit status: 0 done; 1 findings; 2 wrong use; 3 the machine failed.
      Findings go to standard error, results to standard output.
      """,
    version: "vitrine 0.1.0",
    subcommands: [
      BuildCommand.self, CheckCommand.self, ServeCommand.self, AuditCommand.self,
      ExplainCommand.self, ReleaseCommand.self, DiffCommand.self, PackageCommand.self,
      ProtectCommand.self, InitCommand.self, TabulateCommand.self, BriefCommand.self,
      NewCommand.self,
    ])
}

@main
enum Main {
  static func main() {
    // A file that may grow no further is a write that fails, with a word, not a sudden end.
    signal(SIGXFSZ, SIG_IGN)
    keepFreedMemory()
    do {
      var command = try Vitrine.parseAsRoot()
      try command.run()
    } catch let stop as Stop {
      Foundation.exit(stop.status.rawValue)
    } catch {
      let status = Vitrine.exitCode(for: error)
      let text = Vitrine.fullMessage(for: error)
      if status.isSuccess {
        print(text)
        Foundation.exit(ExitStatus.done.rawValue)
      }
      StandardError.print(text)
      Foundation.exit(ExitStatus.wrongUse.rawValue)
    }
  }

  /// Memory that is freed is soon asked for again, by linear programs a thousand times a second:
  /// handed back to the system in between, it had to be cleared each time (a third of the time
  /// that protecting 2,862 cells takes).
  private static func keepFreedMemory() {
    let mebibyte: Int32 = 1 << 20
    mallopt(M_TRIM_THRESHOLD, 64 * mebibyte)
    mallopt(M_TOP_PAD, 4 * mebibyte)
    mallopt(M_MMAP_THRESHOLD, 32 * mebibyte)
  }
}
