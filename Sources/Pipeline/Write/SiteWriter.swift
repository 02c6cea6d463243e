import CRename
import Foundation
import Glibc
import Languages
import Notes

/// Puts a new site in the place of the old one in one step: the new one is complete beside it
/// before the two are exchanged, and a build killed at any moment leaves the old one whole.
struct SiteWriter {
  let output: Folder

  /// In the output folder, so that generated files only ever replace generated files.
  static let marker = ".vitrine-site"
  private static let markerText =
    "Made by vitrine. Everything in this folder is replaced by the next build.\n"

  /// What was done.
  struct Receipt: Sendable {
    var written: Int
    var unchanged: Int
  }

  /// - Parameters:
  ///   - files: the whole site, relative path and bytes.
  ///   - sources: folders that the output must not be, hold, or lie in.
  func replace(
    with files: [(path: String, bytes: [UInt8])], apartFrom sources: [Folder]
  ) throws(WriteFailure) -> Receipt {
    try refuseDangerousPlaces(sources)
    try makeFolder(output.parent.path)
    let lock = try SiteLock(beside: output)
    defer { lock.release() }

    // What a killed build left: half of a new site, or the old one that it had just replaced.
    let staging = Folder(output.parent.child(".\(output.name).vitrine-new"))
    try remove(staging)

    var all = files
    all.append((Self.marker, Array(Self.markerText.utf8)))
    let changed = self.changed(all)
    let wanted = Set(all.map(\.path))
    let old = Set(output.files(hidden: true))
    if changed.isEmpty, old == wanted {
      return Receipt(written: 0, unchanged: files.count)
    }

    do {
      try fill(staging, with: all, unchanged: old.subtracting(changed.map(\.path)))
      try exchange(staging)
    } catch {
      try? remove(staging)
      throw error
    }
    try? remove(staging)
    return Receipt(
      written: changed.count { $0.path != Self.marker },
      unchanged: files.count - changed.count { $0.path != Self.marker })
  }

  /// Puts some files in the place of those of the same names, and leaves the rest of the site as it is;
  /// in one step all the same.
  ///
  /// - Parameter standing: the site as it is known to be.
  /// - Returns: how many files are other than before; nil where the site is not as it is known to be,
  ///   or its file system knows no second name for a file. It stands untouched then.
  func renew(
    _ files: [(path: String, bytes: [UInt8])], over standing: FileTree,
    apartFrom sources: [Folder]
  ) throws(WriteFailure) -> Int? {
    try refuseDangerousPlaces(sources)
    let lock = try SiteLock(beside: output)
    defer { lock.release() }
    let known = Set(standing.entries.map(\.path))
    guard known.contains(Self.marker), files.allSatisfy({ known.contains($0.path) }) else {
      return nil
    }
    let changed = self.changed(files)
    if changed.isEmpty { return 0 }
    let staging = Folder(output.parent.child(".\(output.name).vitrine-new"))
    try remove(staging)
    do {
      try fill(staging, with: changed, unchanged: [])
      let anew = Set(changed.map(\.path))
      let kept = standing.entries.filter { !anew.contains($0.path) }
      try makeFolders(staging, for: kept.map(\.path))
      let folders = Dictionary(grouping: kept) { Self.folder(of: $0.path) }.values
      let areSame = inParallel(folders.sorted { $1.count < $0.count }) { entries in
        entries.allSatisfy { keep($0, in: staging) }
      }
      guard areSame.allSatisfy(\.self) else {
        try remove(staging)
        return nil
      }
      try exchange(staging)
    } catch {
      try? remove(staging)
      throw error
    }
    try? remove(staging)
    return changed.count
  }

  /// Gives a file of the standing site a second name in the new one.
  ///
  /// - Returns: false where it is not what it is known to be.
  private func keep(_ entry: FileTree.Entry, in staging: Folder) -> Bool {
    let path = staging.child(entry.path)
    guard !entry.isLink, unsafe link(output.child(entry.path), path) == 0,
      let status = FileTree.status(path)
    else { return false }
    return Int(status.st_size) == entry.size && Int(status.st_ino) == entry.state.inode
      && FileTree.Entry.Moment(status.st_mtim) == entry.state.modified
  }

  private func makeFolders(_ staging: Folder, for paths: [String]) throws(WriteFailure) {
    var made: Set<Substring> = []
    for path in paths {
      let folder = Self.folder(of: path)
      if made.insert(folder).inserted { try makeFolder(staging.child(String(folder))) }
    }
  }

  /// From the root of the site, without its last slash.
  private static func folder(of path: String) -> Substring {
    path[..<(path.utf8.lastIndex(of: 0x2F) ?? path.startIndex)]
  }

  func refuseDangerousPlaces(_ sources: [Folder]) throws(WriteFailure) {
    for source in sources where source.contains(output) || output.contains(source) {
      throw .outputOverlaps(output.path, source.path)
    }
    if output.exists, !output.isFolder { throw .notOurs(output.path) }
    if output.isFolder, output.bytes(of: Self.marker) == nil,
      !output.files(hidden: true).isEmpty
    {
      throw .notOurs(output.path)
    }
  }

  private func fill(
    _ staging: Folder, with files: [(path: String, bytes: [UInt8])], unchanged: Set<String>
  ) throws(WriteFailure) {
    try makeFolders(staging, for: files.map(\.path))
    // A folder takes one new file at a time: two cores that fill the same one would wait for each other.
    let folders = Dictionary(grouping: files) { Self.folder(of: $0.path) }.values
    let reasons = inParallel(folders.sorted { $1.count < $0.count }) { files -> Int32? in
      for file in files {
        let path = staging.child(file.path)
        if unchanged.contains(file.path), unsafe link(output.child(file.path), path) == 0 {
          continue
        }
        guard NewFile.write(file.bytes, to: path) else { return errno }
      }
      return nil
    }
    if let reason = reasons.lazy.compactMap(\.self).first {
      throw .cannotWrite(output.path, reason: String(describing: reason))
    }
  }

  /// The files that do not stand in the output as they should, compared byte for byte.
  private func changed(
    _ files: [(path: String, bytes: [UInt8])]
  ) -> [(path: String, bytes: [UInt8])] {
    guard output.isFolder else { return files }
    let differs = inParallel(files) { file in
      let old = FileTree.status(output.child(file.path))
      return old.map { Int($0.st_size) } != file.bytes.count
        || output.bytes(of: file.path) != file.bytes
    }
    return zip(files, differs).filter(\.1).map(\.0)
  }

  /// Linux exchanges the two folders at once; where the file system cannot, the old one is moved
  /// aside first, and back again should the second step fail.
  private func exchange(_ staging: Folder) throws(WriteFailure) {
    guard output.exists else {
      if unsafe rename(staging.path, output.path) != 0 { throw .cannotReplace(output.path) }
      return
    }
    let exchangeFlag: UInt32 = 2
    if unsafe renameat2(AT_FDCWD, staging.path, AT_FDCWD, output.path, exchangeFlag) == 0 {
      return
    }
    let aside = output.parent.child(".\(output.name).vitrine-old")
    try remove(Folder(aside))
    guard unsafe rename(output.path, aside) == 0 else { throw .cannotReplace(output.path) }
    guard unsafe rename(staging.path, output.path) == 0 else {
      _ = unsafe rename(aside, output.path)
      throw .cannotReplace(output.path)
    }
    try remove(Folder(aside))
  }

  private func makeFolder(_ path: String) throws(WriteFailure) {
    // Nobody but its owner writes in it, whatever the mask of the process allows.
    if unsafe mkdir(path, 0o755) == 0 { return }
    if errno == ENOENT, let slash = path.utf8.lastIndex(of: 0x2F), slash > path.startIndex {
      try makeFolder(String(path[..<slash]))
      if unsafe mkdir(path, 0o755) == 0 { return }
    }
    let reason = errno
    guard reason == EEXIST, Folder(path).isFolder else {
      throw .cannotWrite(output.path, reason: String(describing: reason))
    }
  }

  private func remove(_ folder: Folder) throws(WriteFailure) {
    guard folder.exists else { return }
    do {
      try FileManager.default.removeItem(atPath: folder.path)
    } catch {
      throw .cannotReplace(output.path)
    }
  }
}

/// One build at a time for one output: a lock that the system lets go when the process ends. Its
/// file is gone when the build is done, and one that a killed build left behind hinders nobody.
private struct SiteLock: ~Copyable {
  private let descriptor: Int32
  private let path: String

  init(beside output: Folder) throws(WriteFailure) {
    path = output.parent.child(".\(output.name).vitrine-lock")
    for _ in 0..<100 {
      let opened = unsafe open(path, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o644)
      guard opened >= 0 else { throw .cannotWrite(output.path, reason: "lock") }
      guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
        _ = close(opened)
        throw .busy(output.path)
      }
      // The build before may have taken the file away between our opening and our locking it.
      var ours = stat()
      if unsafe fstat(opened, &ours) == 0, let named = FileTree.status(path),
        named.st_ino == ours.st_ino, named.st_dev == ours.st_dev
      {
        descriptor = opened
        return
      }
      _ = close(opened)
    }
    throw .busy(output.path)
  }

  borrowing func release() {
    _ = unsafe unlink(path)
    _ = flock(descriptor, LOCK_UN)
    _ = close(descriptor)
  }
}
