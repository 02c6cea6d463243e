import ArgumentParser
import Diagnostics
import Foundation
import Languages
import Pipeline

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says why cells are hidden, by their codes, for the committee's own desk.",
    discussion: "What it prints is confidential: it must not be published.")

  @Argument(help: ArgumentHelp("A table's code, such as I2.4-sex; all when not given."))
  var table: String?

  @Option(
    help: ArgumentHelp(
      "Where to write it, readable by you alone; the terminal when not given.", valueName: "file"))
  var output: String?

  @OptionGroup var common: CommonOptions

  func run() throws {
    if let output, Self.isInsideSite(output) {
      var refusal = Findings()
      refusal.add(.confidentialInsideSite(output))
      try common.voice.close(refusal)
    }
    var findings = Findings()
    let request = BuildRequest(
      content: common.content, theme: common.theme, data: common.data, output: "_site")
    do {
      let disclosed = try Build(request).explain(into: &findings)
      common.voice.print(findings)
      let isFrench = common.voice.spoken == .french
      var lines = [isFrench ? "CONFIDENTIEL" : "CONFIDENTIAL"]
      for cell in disclosed where table == nil || cell.codes.first == table {
        let reason =
          isFrench
          ? (cell.isUnsafe ? "à risque" : "complémentaire")
          : (cell.isUnsafe ? "unsafe" : "complementary")
        lines.append(cell.codes.joined(separator: "/") + "  " + reason)
      }
      let text = lines.joined(separator: "\n")
      if let output {
        guard
          FileManager.default.createFile(
            atPath: output, contents: Data((text + "\n").utf8),
            attributes: [.posixPermissions: 0o600])
        else { throw Stop(.machineFailed) }
      } else {
        print(text)
      }
    } catch let stopped as BuildStopped {
      common.voice.print(stopped.findings)
      throw Stop(.findings)
    }
  }

  /// Whether a file would lie in a folder that is, or is about to be, a published site.
  static func isInsideSite(_ path: String) -> Bool {
    var folder = URL(fileURLWithPath: path).deletingLastPathComponent().standardizedFileURL
      .resolvingSymlinksInPath()
    while true {
      let isSite = FileManager.default.fileExists(
        atPath: folder.appendingPathComponent(".vitrine-site").path)
      if isSite || folder.lastPathComponent == "_site" { return true }
      guard folder.pathComponents.count > 1 else { return false }
      folder.deleteLastPathComponent()
    }
  }
}

extension Finding.Message {
  static func confidentialInsideSite(_ path: String) -> Self {
    Self(
      .error, "confidential-inside-site",
      en: "‘\(path)’ lies inside a published site, and what explain writes is confidential",
      fr: "« \(path) » se trouve dans un site publié, et ce qu’écrit explain est confidentiel",
      fix: Localized(
        english: "name a file outside the site", french: "indiquez un fichier hors du site"))
  }
}
