import ArgumentParser
import Foundation

/// What a command reads: the content, its data, and the theme of the pages.
struct ContentOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The partnership's files.", valueName: "folder"))
  var content = "Content"

  @Option(
    name: .customLong("theme"),
    help: ArgumentHelp(
      "The theme of the pages. Themes/vitrine, or the one that came with the tool, when not given.",
      valueName: "folder"))
  var givenTheme: String?

  @Option(
    help: ArgumentHelp("Where the data files are, if not in the content.", valueName: "folder"))
  var data: String?

  @OptionGroup var voice: VoiceOptions

  /// The theme asked for; else that of this folder; else the one that came with the program.
  var theme: String {
    if let givenTheme { return givenTheme }
    let here = "Themes/vitrine"
    if FileManager.default.fileExists(atPath: here) { return here }
    return themeOfProgram ?? here
  }

  /// In `share/vitrine` beside the folder of an installed program; in the repository whose `.build` holds
  /// one that was built there.
  private var themeOfProgram: String? {
    guard var folder = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return nil }
    let places = ["share/vitrine/Themes/vitrine", "Themes/vitrine"]
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      for place in places {
        let path = folder.appendingPathComponent(place).path
        if FileManager.default.fileExists(atPath: path + "/templates") { return path }
      }
    }
    return nil
  }
}
