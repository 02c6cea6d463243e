import ArgumentParser
import Diagnostics
import Foundation
import Languages
import Pipeline

struct TabulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tabulate",
    abstract: "Counts the rows of a CSV or Excel file by columns of it, for your own desk.",
    discussion: """
      Nothing is protected in what it prints: it is CONFIDENTIAL and must not be published.

        vitrine tabulate cases.csv --by period,region,sex --sum hours --cube

      With --cube every margin is given too: * in CSV, null in JSON.
      """)

  @Argument(help: ArgumentHelp("A .csv or .xlsx file.", valueName: "file"))
  var file: String

  @Option(help: ArgumentHelp("Columns to count by.", valueName: "a,b,c"))
  var by: String

  @Option(help: ArgumentHelp("A column of numbers to add up.", valueName: "column"))
  var sum: String?

  @Flag(help: "Every margin too.")
  var cube = false

  @Option(help: "The form of the table: csv or json.")
  var format: TableForm = .csv

  @Option(help: ArgumentHelp("The sheet of a workbook.", valueName: "name"))
  var sheet: String?

  @Option(help: ArgumentHelp("The cells of the sheet, the header first.", valueName: "B3:H200"))
  var range: String?

  @Option(help: "The language of findings: en or fr. Taken from the environment when not given.")
  var language: SpokenLanguage?

  @Flag(help: "Print findings and results only.")
  var quiet = false

  private var columns: [String] {
    by.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  func validate() throws {
    if columns.isEmpty { throw ValidationError("Name at least one column with --by.") }
    if columns.count > 10 { throw ValidationError("At most ten columns with --by.") }
    if Set(columns).count < columns.count {
      throw ValidationError("A column stands twice in --by.")
    }
  }

  func run() throws {
    let voice = try VoiceOptions.parse(
      language.map { ["--language", $0.language.rawValue] } ?? [])
    var findings = Findings()
    let meter = quiet ? nil : ProgressMeter(language: voice.spoken)
    let table = DeskTable(
      file: file, by: columns, sum: sum, isCube: cube, sheet: sheet, range: range
    ).text(
      as: format.form, into: &findings, progress: meter.map { meter in { meter.show($0, of: $1) } })
    meter?.clear()
    try voice.close(findings)
    guard let table else { throw Stop(.findings) }
    if !quiet {
      StandardError.print(
        voice.spoken == .english
          ? "CONFIDENTIAL: \(table.rows) rows, \(table.cells) cells; nothing is protected."
          : "CONFIDENTIEL : \(table.rows) lignes, \(table.cells) cellules ; rien n’est protégé.")
    }
    print(table.text, terminator: "")
  }
}

/// The form of a desk table, as it is typed.
enum TableForm: String, ExpressibleByArgument, CaseIterable {
  case csv, json

  var form: DeskTable.Form { self == .csv ? .csv : .json }
}
