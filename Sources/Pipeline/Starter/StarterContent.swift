public import Diagnostics
import Foundation
public import Languages

/// The folder of a new partnership: small, of examples to overwrite, and it builds at once.
///
/// The files stand in `starter.txt`, one after another, each under a line `=== PATH`; they are part of
/// the program, so that one binary is enough.
public struct StarterContent: Sendable {
  /// The day on which the new partnership was signed, which its clock counts from.
  let signed: CalendarDate

  public init(signed: CalendarDate) { self.signed = signed }

  /// Paths from the folder, and their texts.
  var files: [(path: String, text: String)] {
    let whole = String(decoding: PackageResources.starter_txt, as: UTF8.self)
    return whole.split(separator: "=== ").compactMap { part in
      guard let end = part.firstIndex(of: "\n") else { return nil }
      let text = part[part.index(after: end)...].replacing("@DAY@", with: signed.iso)
      return (String(part[..<end]), String(text))
    }
  }

  /// Writes all files into a folder that is new or empty; an existing one is never touched.
  ///
  /// - Returns: how many files were written.
  /// - Throws: `BuildStopped` where the folder holds something or cannot be written.
  public func write(to folder: String) throws(BuildStopped) -> Int {
    let manager = FileManager.default
    if manager.fileExists(atPath: folder),
      (try? manager.contentsOfDirectory(atPath: folder))?.isEmpty != true
    {
      throw BuildStopped(findings: Findings(.folderNotEmpty, at: folder))
    }
    do {
      for file in files {
        let path = folder + "/" + file.path
        try manager.createDirectory(
          atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try file.text.write(toFile: path, atomically: true, encoding: .utf8)
      }
    } catch {
      throw BuildStopped(findings: Findings(.cannotWriteFile(folder), at: folder))
    }
    return files.count
  }
}

extension Findings {
  fileprivate init(_ message: Finding.Message, at folder: String) {
    self.init()
    add(message, at: Place(file: folder))
  }
}

extension Finding.Message {
  fileprivate static let folderNotEmpty = Self(
    .error, "folder-not-empty", en: "folder holds files already, and none is written over",
    fr: "le dossier contient déjà des fichiers, et aucun n’est remplacé",
    fix: Localized(english: "name a new folder", french: "indiquez un nouveau dossier"))
}
