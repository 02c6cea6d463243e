import Foundation
import Glibc

/// Waits until something is saved below some folders (inotify(7)). Editors save by writing or by
/// renaming: both are noticed. Hidden files and folders are not watched.
final class FolderWatch {
  private let descriptor: Int32
  private let folders: [String]

  /// - Returns: nil where the machine has no watch to give.
  init?(folders: [String]) {
    descriptor = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard descriptor >= 0 else { return nil }
    self.folders = folders
    watchAll()
  }

  deinit { close(descriptor) }

  /// Blocks until a save, then until nothing more is saved for a moment.
  func waitForSave() {
    var isSaved = false
    while true {
      var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let ready = unsafe poll(&request, 1, isSaved ? 80 : -1)
      if ready > 0 {
        isSaved = drain() || isSaved
      } else if isSaved {
        // A folder made since is watched from now on.
        watchAll()
        return
      }
    }
  }

  private static let events = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE)

  private func watchAll() {
    for folder in folders {
      watch(folder)
      let walk = FileManager.default.enumerator(
        at: URL(fileURLWithPath: folder), includingPropertiesForKeys: [.isDirectoryKey],
        options: [.skipsHiddenFiles])
      while let url = walk?.nextObject() as? URL {
        if (try? url.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true {
          watch(url.path)
        }
      }
    }
  }

  private func watch(_ folder: String) {
    _ = unsafe inotify_add_watch(descriptor, folder, Self.events)
  }

  /// Reads what is waiting; what it says is not needed.
  private func drain() -> Bool {
    var room = [UInt8](repeating: 0, count: 16_384)
    var isAny = false
    while unsafe read(descriptor, &room, room.count) > 0 { isAny = true }
    return isAny
  }
}
