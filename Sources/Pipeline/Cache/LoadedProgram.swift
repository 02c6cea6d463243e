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
    // A file that the system makes up as it is read, and tells no size of.
    let bytes = WholeFile.bytes("/proc/\(process)/maps") ?? []
    let maps = String(decoding: bytes, as: UTF8.self)
    var paths: Set<Substring> = []
    for line in maps.split(separator: "\n") {
      // `7f63a64cb000-7f63a64cc000 r-xp 00000000 fe:00 333396      /usr/lib/libc.so.6`
      let fields = line.split(separator: " ", maxSplits: 2)
      guard fields.count == 3, fields[1].contains("x"),
        let path = fields[2].firstIndex(of: "/")
      else { continue }
      paths.insert(fields[2][path...])
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
