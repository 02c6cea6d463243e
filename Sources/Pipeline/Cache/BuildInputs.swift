import Fingerprints
import Foundation
import Glibc
import Languages
import Notes

/// All that a site depends on, as one fingerprint: every file of the folders that are read, the
/// tool itself with its libraries, and the few words of the environment that a build looks at.
///
/// Nothing is left out by rule, so that nothing can be forgotten: a changed string, theme file, rule
/// or tool gives another fingerprint. Single files leave no trace in it.
struct BuildInputs: Sendable {
  /// Content, data, and the theme with those it extends.
  let folders: [String]
  /// The one among them that holds the notes.
  let content: String
  /// Those among them that are the theme's.
  let themes: Set<String>

  static let environment = ["SOURCE_DATE_EPOCH", "VITRINE_REVISION"]

  /// All files as they lie there now.
  var trees: [FileTree] { folders.map { FileTree($0) } }

  /// What they are now, file by file.
  ///
  /// - Parameter trees: all files as they lay there a moment ago.
  func snapshot(of trees: [FileTree], _ keyed: KeyedFingerprint) -> InputSnapshot {
    let files = zip(folders, trees).flatMap { folder, tree in
      tree.entries.map { (path: folder + "/" + $0.path, isLink: $0.isLink) }
    }
    let marks = inParallel(files) { Self.fingerprint(ofFile: $0.path) }
    var whole = Array("vitrine inputs 2\n".utf8)
    for line in Self.tool + Self.words { whole += Array((line + "\n").utf8) }
    var content = whole
    var theme: [UInt8] = []
    var notes: [String: [UInt8]] = [:]
    var recent: [InputSnapshot.Recent] = []
    var next = 0
    for (folder, tree) in zip(folders, trees) {
      let young = Set(tree.recent.map(\.path))
      let line = Array("folder \(folder)\n".utf8)
      whole += line
      content += line
      // A folder that is the theme's and something else as well is fingerprinted as what else it is.
      let isTheme = themes.contains(folder) && folders.count { $0 == folder } == 1
      for entry in tree.entries {
        let name =
          Array("\(entry.path.utf8.count) \(entry.path)\(entry.isLink ? " link" : "")\n".utf8)
        let line = name + marks[next]
        if young.contains(entry.path) {
          recent.append(InputSnapshot.Recent(path: files[next].path, mark: marks[next]))
        }
        next += 1
        whole += line
        if let code = Self.note(entry), folder == self.content {
          notes[code, default: []] += line
        } else if isTheme, !entry.isLink, ThemeFolder.isPart(entry.path) {
          content += name
          theme += line
        } else {
          content += line
        }
      }
    }
    return InputSnapshot(
      whole: keyed.hex(of: whole), content: keyed.hex(of: content),
      theme: keyed.hex(of: theme),
      notes: notes.mapValues { keyed.hex(of: $0) }, state: state(of: trees, keyed),
      recent: recent)
  }

  /// Whether all files are what they were: by their states, and by their bytes where these could
  /// deceive.
  func areStill(_ before: InputSnapshot, _ keyed: KeyedFingerprint) -> Bool {
    guard state(of: trees, keyed) == before.state else { return false }
    return inParallel(before.recent) { Self.fingerprint(ofFile: $0.path) == $0.mark }
      .allSatisfy(\.self)
  }

  /// The state of every file: where it is what it was, and had settled then, so are their bytes.
  func state(of trees: [FileTree], _ keyed: KeyedFingerprint) -> String {
    var text = Array("vitrine state 3\n".utf8)
    for line in Self.tool + Self.words { text += Array((line + "\n").utf8) }
    for (folder, tree) in zip(folders, trees) {
      text += Array("folder \(folder)\n".utf8)
      for entry in tree.entries { entry.add(to: &text) }
      // What lies behind a link to a folder is not walked: no state of it is like another.
      for entry in tree.entries where entry.leadsToFolder {
        text += Array("\(entry.path) \(UInt64.random(in: .min ... .max))\n".utf8)
      }
    }
    return keyed.hex(of: text)
  }

  /// The code of a meeting whose note this file is: `meetings/CODE/en.md`.
  private static func note(_ entry: FileTree.Entry) -> String? {
    guard !entry.isLink, entry.path.hasPrefix("meetings/"),
      Language.allCases.contains(where: { entry.path.hasSuffix("/\($0.rawValue).md") })
    else { return nil }
    let code = entry.path.dropFirst("meetings/".count).dropLast("/en.md".count)
    return code.isEmpty || code.hasPrefix(".") || code.utf8.contains(0x2F) ? nil : String(code)
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

  /// The program that runs and the libraries it has loaded.
  static let tool = LoadedProgram.lines(of: "self")

  private static var words: [String] {
    let environment = ProcessInfo.processInfo.environment
    return Self.environment.map { "\($0)=\(environment[$0] ?? "")" }
  }
}

/// What all inputs of a build were at one moment, by keyed fingerprints.
struct InputSnapshot: Sendable {
  let whole: String
  /// Of everything but the texts of notes and of the theme.
  let content: String
  /// Of the texts of the theme.
  let theme: String
  /// Of the texts of each meeting, by its code.
  let notes: [String: String]
  /// Of names, sizes, inodes and moments.
  let state: String
  /// Files that changed in the last moments, whose unchanged states do not mean unchanged bytes.
  let recent: [Recent]

  struct Recent: Sendable {
    let path: String
    /// The fingerprint of its bytes.
    let mark: [UInt8]
  }

  /// Whether an unchanged state will mean unchanged bytes.
  var isSettled: Bool { recent.isEmpty }
}
