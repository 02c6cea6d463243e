import ArgumentParser

/// `vitrine new …`: each kind of thing is a command of its own.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes files ready to fill: a meeting, a page, a dataset, an indicator, a year.",
    subcommands: [
      NewMeetingCommand.self, NewPageCommand.self, NewDatasetCommand.self,
      NewIndicatorCommand.self, NewPeriodCommand.self,
      NewTranslationCommand.self,
    ])
}
