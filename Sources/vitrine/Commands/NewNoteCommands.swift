import ArgumentParser
import Diagnostics
import Languages
import Pipeline

/// Where new files are written, and how the command speaks.
struct NewOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The partnership's files.", valueName: "folder"))
  var content = "Content"

  @OptionGroup var voice: VoiceOptions

  /// Writes, and says where.
  ///
  /// - Parameters:
  ///   - isReady: whether nothing is left to fill in.
  ///   - hasTwin: whether the files are one text in two languages.
  func report(
    isReady: Bool = false, hasTwin: Bool = false,
    _ make: (ReadyFiles) throws(BuildStopped) -> [String]
  ) throws {
    do {
      for path in try make(ReadyFiles(content: content)) { voice.say(path, path) }
      if isReady { return }
      voice.say(
        "Fill in what is marked, then run ‘vitrine check’.",
        "Complétez ce qui est signalé, puis lancez « vitrine check ».")
      guard hasTwin else { return }
      voice.say(
        "If one of the two languages has to wait, delete its file: readers are told.",
        "Si l’une des deux langues doit attendre, supprimez son fichier : les lecteurs en sont "
          + "avertis.")
    } catch {
      voice.print(error.findings)
      throw Stop(.findings)
    }
  }
}

struct NewMeetingCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "meeting", abstract: "Both notes of a meeting, ready to fill.",
    discussion: """
      vitrine new meeting 2026-12-08 annual

      The type is one of annual, committee, cso-coordination, monitoring, field-visit,
      activity-report, consultation, extraordinary; in French: annuelle, comite,
      coordination-osc, suivi, visite-de-terrain, rapport-d-activite, consultation,
      extraordinaire.
      """)

  @Argument(help: "The day of the meeting, such as 2026-12-08.")
  var date: String

  @Argument(help: "The type of the meeting.")
  var type: String

  @OptionGroup var options: NewOptions

  func validate() throws {
    if CalendarDate(iso: date) == nil {
      throw ValidationError("a date is written 2026-12-08 (une date s’écrit 2026-12-08)")
    }
  }

  func run() throws {
    guard let day = CalendarDate(iso: date) else { return }
    try options.report(hasTwin: true) { file throws(BuildStopped) in
      try file.meeting(on: day, kind: type)
    }
  }
}

struct NewPageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page", abstract: "Both texts of a page in your own words, ready to fill.",
    discussion: """
      vitrine new page how-to-read

      It stands at pages/how-to-read.html, and readers find it from the page on the
      Partnership, the site map, A–Z and search.
      """)

  @Argument(help: "The name of its folder, such as how-to-read.")
  var name: String

  @OptionGroup var options: NewOptions

  func run() throws {
    try options.report(hasTwin: true) { file throws(BuildStopped) in try file.page(name) }
  }
}

struct NewIndicatorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "indicator", abstract: "An indicator at the end of indicators.yml, ready to fill.")

  @Argument(help: "Its code, such as I2.9.")
  var code: String

  @OptionGroup var options: NewOptions

  func run() throws {
    try options.report { file throws(BuildStopped) in try file.indicator(code) }
  }
}

struct NewPeriodCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "period", abstract: "Lines for the targets of a year at the end of targets.yml.")

  @Argument(help: "The partnership year, such as Y4.")
  var code: String

  @OptionGroup var options: NewOptions

  func run() throws {
    try options.report { file throws(BuildStopped) in try file.period(code) }
  }
}

struct NewTranslationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "translation",
    abstract: "Records that a note follows the other language as it stands now.",
    discussion: """
      vitrine new translation 2025-12-09-annual/fr

      From then on ‘vitrine check’ names each section of the other note that changes.
      """)

  @Argument(help: "The translated note: its folder and its language.")
  var note: String

  @OptionGroup var options: NewOptions

  func run() throws {
    try options.report(isReady: true) { file throws(BuildStopped) in try file.translation(note) }
  }
}
