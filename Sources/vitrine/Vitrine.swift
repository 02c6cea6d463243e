import ArgumentParser

@main
struct Vitrine: ParsableCommand {
  func run() throws {}
}
