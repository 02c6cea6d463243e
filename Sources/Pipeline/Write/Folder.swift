import Foundation
import Glibc
import Languages

/// A folder of the machine, by path: what Vitrine asks of the file system, and no more.
struct Folder: Sendable {
  let path: String

  init(_ path: String) { self.path = path }

  /// The absolute path with every symbolic link followed, so that two names of one place compare.
  /// What does not exist yet is resolved from the deepest folder that does.
  var resolved: String {
    var url = URL(fileURLWithPath: path).standardizedFileURL
    var missing: [String] = []
    while url.path != "/", !FileManager.default.fileExists(atPath: url.path) {
      missing.append(url.lastPathComponent)
      url.deleteLastPathComponent()
    }
    let found = url.resolvingSymlinksInPath().path
    return ([found == "/" ? "" : found] + missing.reversed()).joined(separator: "/")
  }

  var parent: Folder { Folder((resolved as NSString).deletingLastPathComponent) }
  var name: String { (resolved as NSString).lastPathComponent }

  var exists: Bool { FileManager.default.fileExists(atPath: path) }

  var isFolder: Bool {
    FileTree.status(path, following: true).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
  }

  func child(_ relative: String) -> String { path + "/" + relative }

  /// Whether another place is this folder or lies inside it.
  func contains(_ other: Folder) -> Bool {
    other.resolved == resolved || other.resolved.hasPrefix(resolved + "/")
  }

  /// Relative paths of the regular files below, sorted by their bytes whatever the order of the
  /// directory; hidden files left out unless asked for.
  func files(hidden: Bool = false) -> [String] {
    FileTree(path, skipping: []).entries.filter { entry in
      !entry.isLink
        && (hidden || !entry.path.split(separator: "/").contains { $0.hasPrefix(".") })
    }.map(\.path)
  }

  /// Names directly inside, sorted; hidden ones left out.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [])
      .filter { !$0.hasPrefix(".") }.sorted { $0.precedesInBytes($1) }
  }

  /// - Returns: nil where there is no such file, or it cannot be read.
  func bytes(of relative: String) -> [UInt8]? { WholeFile.bytes(child(relative)) }
}
