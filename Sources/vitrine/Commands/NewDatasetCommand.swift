import ArgumentParser
import Diagnostics
import Languages
import Pipeline

struct NewDatasetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dataset",
    abstract: "The schema of a dataset, drafted from its CSV or Excel file.",
    discussion: """
      vitrine new dataset victims.xlsx

      Looks at the file, and writes data/victims.yml into the content: columns with their roles and
      nomenclatures, and what has to be taken out of the file. It prints no value, and writes over
      nothing.
      """)

  @Argument(help: ArgumentHelp("A .csv or .xlsx file.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("The name of the dataset, if not the file's.", valueName: "name"))
  var name: String?

  @Option(help: ArgumentHelp("The sheet of a workbook.", valueName: "name"))
  var sheet: String?

  @Option(help: ArgumentHelp("The cells of the sheet, the header first.", valueName: "B3:H200"))
  var range: String?

  @OptionGroup var options: NewOptions

  func run() throws {
    let voice = options.voice
    do throws(BuildStopped) {
      let receipt = try ReadyDataset(
        content: options.content, file: file, name: name, sheet: sheet, range: range
      ).write()
      voice.say(receipt.path, receipt.path)
      voice.say(receipt.seen.english, receipt.seen.french)
      for line in receipt.columns { voice.say("  " + line.english, "  " + line.french) }
    } catch {
      voice.print(error.findings)
      throw Stop(.findings)
    }
  }
}
