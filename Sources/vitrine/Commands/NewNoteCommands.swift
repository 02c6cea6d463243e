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
  func report(_ make: (ReadyFiles) throws(BuildStopped) -> [String]) throws {
    do {
      for path in try make(ReadyFiles(content: content)) { voice.say(path, path) }
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
      activity-report, consultation, extraordinary.
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
    try options.report { file throws(BuildStopped) in try file.meeting(on: day, kind: type) }
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
    try options.report { file throws(BuildStopped) in try file.translation(note) }
  }
}
