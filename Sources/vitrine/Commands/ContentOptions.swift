import ArgumentParser
import Foundation

/// What a command reads: the content, its data, and the theme of the pages.
struct ContentOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The partnership's files.", valueName: "folder"))
  var content = "Content"

  @Option(
    name: .customLong("theme"),
    help: ArgumentHelp(
      "The theme of the pages. Themes/vitrine, or the one installed, when not given.",
      valueName: "folder"))
  var givenTheme: String?

  @Option(
    help: ArgumentHelp("Where the data files are, if not in the content.", valueName: "folder"))
  var data: String?

  @OptionGroup var voice: VoiceOptions

  /// The theme asked for; else that of this folder; else the one that `make install` put beside the
  /// program, in `share/vitrine`.
  var theme: String {
    if let givenTheme { return givenTheme }
    let here = "Themes/vitrine"
    if FileManager.default.fileExists(atPath: here) { return here }
    guard let program = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return here }
    let installed = program.deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("share/vitrine/Themes/vitrine").path
    return FileManager.default.fileExists(atPath: installed) ? installed : here
  }
}
