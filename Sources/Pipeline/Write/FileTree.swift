import Foundation
import Glibc

/// All that lies in a folder, as the file system has it: what a build is fingerprinted by.
///
/// The only place of this room that walks directories by hand; names come in any order and are
/// sorted by their bytes.
struct FileTree: Sendable {
  /// One regular file, or one symbolic link.
  struct Entry: Sendable {
    /// From the root, with `/`.
    let path: String
    let isLink: Bool
    let size: Int
    /// Inode, modification and change, in nanoseconds: two states of a file that agree in them
    /// are the same state.
    let state: [Int]

    /// In seconds since 1970.
    var modified: Int { state[1] }
    var changed: Int { state[3] }
  }

  let root: String
  let entries: [Entry]

  /// - Parameter skipping: names of folders that are not entered.
  init(_ root: String, skipping: Set<String> = [".git", ".build"]) {
    self.root = root
    var found: [Entry] = []
    var pending = [""]
    while let folder = pending.popLast() {
      for name in Self.names(in: folder.isEmpty ? root : root + "/" + folder) {
        let path = folder.isEmpty ? name : folder + "/" + name
        guard let status = Self.status(root + "/" + path) else { continue }
        switch status.st_mode & S_IFMT {
        case S_IFDIR: if !skipping.contains(name) { pending.append(path) }
        case S_IFREG, S_IFLNK:
          found.append(
            Entry(
              path: path, isLink: status.st_mode & S_IFMT == S_IFLNK, size: Int(status.st_size),
              state: [
                Int(status.st_ino), status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
                status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
              ]))
        default: break
        }
      }
    }
    entries = found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  }

  /// Links that lead to a place outside the root, by path.
  var strayLinks: [String] {
    let home = Folder(root)
    return entries.filter { $0.isLink && !home.contains(Folder(root + "/" + $0.path)) }
      .map(\.path)
  }

  private static func names(in folder: String) -> [String] {
    guard let directory = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      // `d_name` ends with a zero byte within its 256.
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  static func status(_ path: String, following: Bool = false) -> stat? {
    var status = stat()
    let result = unsafe following ? stat(path, &status) : lstat(path, &status)
    return result == 0 ? status : nil
  }
}
