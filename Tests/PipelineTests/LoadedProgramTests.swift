import Foundation
import Testing

@testable import Pipeline

@Suite("A build is signed by the program that runs")
struct LoadedProgramTests {
  /// A program under some name that runs until it is told to end.
  private func start(_ path: String) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["60"]
    try process.run()
    // Until then the child is still a copy of this process.
    let name = "/proc/\(process.processIdentifier)/exe"
    while (try? FileManager.default.destinationOfSymbolicLink(atPath: name)) != path { usleep(500) }
    return process
  }

  @Test("a program that was replaced while it runs signs for itself, not for its successor")
  func replaced() throws {
    let scratch = try Scratch()
    let path = URL(fileURLWithPath: scratch.path).resolvingSymlinksInPath().path + "/tool"
    try FileManager.default.copyItem(atPath: "/bin/sleep", toPath: path)
    let old = try start(path)
    defer { old.terminate() }
    func program(_ process: Process) -> String? {
      LoadedProgram.lines(of: "\(process.processIdentifier)").first
    }
    let before = program(old)
    try FileManager.default.copyItem(atPath: "/bin/sleep", toPath: path + ".new")
    let isReplaced = unsafe rename(path + ".new", path) == 0
    try #require(isReplaced)
    let new = try start(path)
    defer { new.terminate() }
    #expect(before != nil && program(old) == before)
    #expect(program(new) != before)
    let same = try start(path)
    defer { same.terminate() }
    #expect(program(same) == program(new))
  }

  @Test("each file that is loaded has its state, and this process is the one of its number")
  func states() {
    let lines = LoadedProgram.lines(of: "self")
    #expect(lines.count > 1 && lines.allSatisfy { !$0.hasSuffix(" ") })
    let number = ProcessInfo.processInfo.processIdentifier
    #expect(LoadedProgram.lines(of: "\(number)").first == lines.first)
  }
}
