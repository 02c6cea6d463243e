import Fingerprints
import Foundation
import Glibc

/// All that a site depends on, as one fingerprint: every file of the folders that are read, the
/// tool itself with its libraries, and the few words of the environment that a build looks at.
///
/// Nothing is left out by rule, so that nothing can be forgotten: a changed string, theme file, rule
/// or tool gives another fingerprint. Single files leave no trace in it.
struct BuildInputs: Sendable {
  /// Content, data, and the theme with those it extends.
  let folders: [String]

  static let environment = ["SOURCE_DATE_EPOCH", "VITRINE_REVISION"]

  func fingerprint(_ keyed: KeyedFingerprint) -> String {
    var text: [UInt8] = Array("vitrine inputs 1\n".utf8)
    for line in Self.tool + Self.words { text += Array((line + "\n").utf8) }
    for folder in folders {
      text += Array("folder \(folder)\n".utf8)
      for entry in FileTree(folder).entries {
        let path = folder + "/" + entry.path
        text += Array("\(entry.path.utf8.count) \(entry.path)\(entry.isLink ? " link" : "")\n".utf8)
        text += Self.fingerprint(ofFile: path)
      }
    }
    return keyed.hex(of: text)
  }

  /// The fingerprint of the fingerprints of its blocks, so that a file of any size takes 4 MB.
  private static func fingerprint(ofFile path: String) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return Array("unreadable\n".utf8) }
    defer { _ = close(descriptor) }
    var status = stat()
    let size = unsafe fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
    var blocks: [UInt8] = []
    while true {
      // One byte more than the file has, so that a small one ends with its first block.
      let block = unsafe [UInt8](
        unsafeUninitializedCapacity: min(4 << 20, max(size, 0) + 1)
      ) { room, count in
        count = 0
        while count < room.count {
          let got = unsafe read(
            descriptor, room.baseAddress?.advanced(by: count), room.count - count)
          if got <= 0 { break }
          count += got
        }
      }
      blocks += Fingerprint(of: block).bytes
      if block.count < min(4 << 20, max(size, 0) + 1) { break }
    }
    return Fingerprint(of: blocks).bytes
  }

  /// The program and the libraries that are loaded now, by the state of their files.
  static let tool: [String] = {
    let maps = (try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8)) ?? ""
    var paths: Set<Substring> = []
    for line in maps.split(separator: "\n") {
      let fields = line.split(separator: " ", maxSplits: 5, omittingEmptySubsequences: true)
      guard fields.count == 6, fields[1].contains("x"), fields[5].hasPrefix("/") else { continue }
      paths.insert(fields[5])
    }
    return paths.sorted().map { path in
      let status = FileTree.status(String(path), following: true)
      return
        "\(path) \(status?.st_size ?? 0) \(status?.st_ino ?? 0) \(status?.st_mtim.tv_sec ?? 0) \(status?.st_mtim.tv_nsec ?? 0)"
    }
  }()

  private static var words: [String] {
    let environment = ProcessInfo.processInfo.environment
    return Self.environment.map { "\($0)=\(environment[$0] ?? "")" }
  }
}
