import Foundation
import Glibc

/// The program that a process runs, and the libraries it has loaded, by the state of their files: what
/// tells a page that it made from one of another version.
///
/// Asked of the files that are loaded, not of what has taken their places since: a program that is
/// replaced while it runs must not sign for its successor.
enum LoadedProgram {
  /// - Parameter process: its number, or `self`.
  /// - Returns: one line for the program, one for each library in order of path. Where a library was
  ///   replaced, its state can no longer be asked for; then a line that no other process will have.
  static func lines(of process: String) -> [String] {
    let paths = loaded(process)
    let program =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\(process)/exe")) ?? ""
    // This link leads to the file that runs, even where another has its name, or it has none.
    var lines = ["program " + state("/proc/\(process)/exe")]
    for path in paths where path != program { lines.append("\(path) \(state(path))") }
    let isReplaced = paths.contains { $0 != program && $0.hasSuffix(" (deleted)") }
    if isReplaced || loaded(process) != paths {
      lines.append("replaced \(getpid()) \(UInt64.random(in: .min ... .max))")
    }
    return lines
  }

  /// The files of which some bytes may be run.
  private static func loaded(_ process: String) -> [String] {
    let maps = (try? String(contentsOfFile: "/proc/\(process)/maps", encoding: .utf8)) ?? ""
    var paths: Set<Substring> = []
    for line in maps.split(separator: "\n") {
      let fields = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
      guard fields.count == 6, fields[1].contains("x"), fields[5].hasPrefix("/") else { continue }
      paths.insert(fields[5])
    }
    return paths.map(String.init).sorted()
  }

  private static func state(_ path: String) -> String {
    guard let status = FileTree.status(path, following: true) else { return "" }
    let numbers = [
      Int(status.st_size), Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
    ]
    return numbers.map(String.init).joined(separator: " ")
  }
}
