import Foundation
import Glibc

/// A small file that its owner alone may read, put in place in one step.
enum PrivateFile {
  static func makeFolder(_ path: String) -> Bool {
    (try? FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])) != nil
  }

  /// - Parameter over: whether a file of that name is replaced; else it stays, and false returns.
  static func write(_ bytes: [UInt8], to path: String, over: Bool) -> Bool {
    let draft = "\(path).\(getpid())"
    _ = unsafe unlink(draft)
    defer { _ = unsafe unlink(draft) }
    guard NewFile.write(bytes, to: draft, mode: 0o600) else { return false }
    return unsafe over ? rename(draft, path) == 0 : link(draft, path) == 0
  }
}
