import Foundation
import Glibc
import Languages
import Notes

/// All that lies in a folder, as the file system has it: what a build is fingerprinted by.
///
/// The only place of this room that walks directories by hand; names come in any order and are
/// sorted by their bytes.
struct FileTree: Sendable {
  /// One regular file, or one symbolic link, which has the size and state of the file that it leads to.
  struct Entry: Sendable {
    /// From the root, with `/`.
    let path: String
    let isLink: Bool
    let leadsToFolder: Bool
    let size: Int
    /// Two states of a file that agree in its inode and both moments are the same state.
    let state: State

    struct State: Sendable, Hashable {
      let inode: Int
      /// Since 1970.
      let modified: Moment
      let changed: Moment
    }

    struct Moment: Sendable, Hashable {
      let seconds: Int
      let nanoseconds: Int

      init(_ time: timespec) {
        seconds = time.tv_sec
        nanoseconds = time.tv_nsec
      }
    }

    init(_ path: String, _ status: stat, isLink: Bool) {
      self.path = path
      self.isLink = isLink
      leadsToFolder = isLink && status.st_mode & S_IFMT == S_IFDIR
      size = Int(status.st_size)
      state = State(
        inode: Int(status.st_ino), modified: Moment(status.st_mtim),
        changed: Moment(status.st_ctim))
    }

    /// Adds all of it to what is fingerprinted: its path, and numbers of eight bytes each.
    func add(to text: inout [UInt8]) {
      func add(_ number: Int) {
        for shift in stride(from: 0, to: 64, by: 8) {
          text.append(UInt8(truncatingIfNeeded: number >> shift))
        }
      }
      add(path.utf8.count)
      text += path.utf8
      add(isLink ? 1 : 0)
      add(size)
      add(state.inode)
      for moment in [state.modified, state.changed] {
        add(moment.seconds)
        add(moment.nanoseconds)
      }
    }
  }

  let root: String
  let entries: [Entry]
  /// When it was walked, in seconds since 1970.
  private let begun: Int

  /// Files that changed just before they were seen: the clock of a file system has steps, and within one a
  /// file may change again without its moment telling.
  var recent: [Entry] {
    entries.filter { max($0.state.modified.seconds, $0.state.changed.seconds) >= begun - 1 }
  }

  /// - Parameter skipping: names of folders that are not entered.
  init(_ root: String, skipping: Set<String> = [".git", ".build"]) {
    self.root = root
    var now = timespec()
    begun = unsafe clock_gettime(CLOCK_REALTIME, &now) == 0 ? now.tv_sec : 0
    var found: [Entry] = []
    var pending = [""]
    while !pending.isEmpty {
      let contents = inParallel(pending) { Self.contents(of: $0, in: root, skipping) }
      pending = contents.flatMap(\.folders)
      for each in contents { found += each.entries }
    }
    entries = found.sorted { $0.path.precedesInBytes($1.path) }
  }

  /// One folder: its files and links, and the folders in it.
  private static func contents(
    of folder: String, in root: String, _ skipping: Set<String>
  ) -> (entries: [Entry], folders: [String]) {
    var entries: [Entry] = []
    var folders: [String] = []
    for name in names(in: folder.isEmpty ? root : root + "/" + folder) {
      let path = folder.isEmpty ? name : folder + "/" + name
      guard let status = status(root + "/" + path) else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFDIR: if !skipping.contains(name) { folders.append(path) }
      case S_IFREG: entries.append(Entry(path, status, isLink: false))
      case S_IFLNK:
        let target = Self.status(root + "/" + path, following: true)
        entries.append(Entry(path, target ?? status, isLink: true))
      default: break
      }
    }
    return (entries, folders)
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
