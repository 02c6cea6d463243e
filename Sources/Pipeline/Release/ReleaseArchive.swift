import Diagnostics
import Fingerprints
import Foundation
import Languages
import OpenData

/// `Content/releases/NAME/`: the files of a release as they were published, never written again;
/// a build copies them to `releases/NAME/` of the site, where their addresses stay.
struct ReleaseArchive {
  /// `Content/releases`.
  let path: String

  /// What is kept of the open data: every figure, once for programs and once for people.
  static let kept: Set<String> = [
    "all.csv", "all.json", "figures.en.xlsx", "chiffres.fr.xlsx", "iati-activities.xml",
  ]

  /// The files of a new release: the figures, the changes, the manifest and the sums.
  static func files(
    _ data: [DataFile], _ difference: ReleaseDifference, name: String, date: CalendarDate
  ) -> [(path: String, bytes: [UInt8])] {
    let prefix = OpenDataBuilder.folder + "/"
    var files = data.filter { $0.path.hasPrefix(prefix) }
      .map { (path: String($0.path.dropFirst(prefix.count)), bytes: $0.bytes) }
      .filter { kept.contains($0.path) }
    files.append((path: "changes.json", bytes: difference.json))
    let manifest = ReleaseManifest(name: name, date: date, files: files)
    files.append((path: ReleaseManifest.manifestName, bytes: manifest.json))
    files.append((path: ReleaseManifest.sumsName, bytes: manifest.sums))
    return files
  }

  /// Writes the folder of a release beside its place, and moves it there whole.
  func write(_ files: [(path: String, bytes: [UInt8])], named name: String) throws(WriteFailure) {
    let staging = "\(path)/.\(name).new"
    do {
      try? FileManager.default.removeItem(atPath: staging)
      try FileManager.default.createDirectory(
        atPath: staging, withIntermediateDirectories: true)
      for file in files {
        try Data(file.bytes).write(to: URL(fileURLWithPath: "\(staging)/\(file.path)"))
      }
      try FileManager.default.moveItem(atPath: staging, toPath: "\(path)/\(name)")
    } catch {
      try? FileManager.default.removeItem(atPath: staging)
      throw .cannotWrite("\(path)/\(name)", reason: String(describing: error))
    }
  }

  /// What the site shows of a release: its files, and one archive of them all. Files that are not
  /// what the sums say are a finding: a release is never changed.
  func read(_ name: String, into findings: inout Findings) -> [(path: String, bytes: [UInt8])] {
    let folder = Folder("\(path)/\(name)")
    guard let sums = folder.bytes(of: ReleaseManifest.sumsName) else {
      findings.add(.releaseArchiveMissing(name), at: Place(file: "\(path)/\(name).json"))
      return []
    }
    var files: [(path: String, bytes: [UInt8])] = [(ReleaseManifest.sumsName, sums)]
    var listed: Set<String> = [ReleaseManifest.sumsName]
    for (index, line) in String(decoding: sums, as: UTF8.self).split(separator: "\n").enumerated() {
      let sum = String(line.prefix(64))
      let file = String(line.dropFirst(66))
      listed.insert(file)
      let isName = !file.isEmpty && !file.contains("/") && !file.hasPrefix(".")
      guard isName, let bytes = folder.bytes(of: file), Fingerprint(of: bytes).hex == sum else {
        findings.add(
          .releaseArchiveAltered(name),
          at: Place(file: "\(path)/\(name)/\(ReleaseManifest.sumsName)", line: index + 1))
        continue
      }
      files.append((file, bytes))
    }
    for stranger in folder.files() where !listed.contains(stranger) {
      findings.add(.releaseArchiveAltered(name), at: Place(file: "\(path)/\(name)/\(stranger)"))
    }
    if let archive = ZipArchive.bytes(
      of: files.map { (path: "\(name)/\($0.path)", bytes: $0.bytes) })
    {
      files.append(("\(name).zip", archive))
    } else {
      findings.add(.dataFileFailed)
    }
    return files.map { (path: "releases/\(name)/\($0.path)", bytes: $0.bytes) }
  }
}

extension Finding.Message {
  static func releaseArchiveAltered(_ name: String) -> Self {
    Self(
      .error, "release-archive-altered",
      en: "file of release ‘\(name)’ is not what its SHA-256 sums say",
      fr: "un fichier de la version « \(name) » n’est pas celui que disent ses sommes SHA-256",
      fix: Localized(
        english: "restore the folder of the release from the history of the content",
        french: "rétablissez le dossier de cette version depuis l’historique du contenu"))
  }

  static func releaseArchiveMissing(_ name: String) -> Self {
    Self(
      .warning, "release-archive-missing",
      en: "folder of release ‘\(name)’ is not there, and its addresses lead nowhere",
      fr: "le dossier de la version « \(name) » manque, et ses adresses ne mènent nulle part",
      fix: Localized(
        english: "restore the folder, unless it was taken back on purpose",
        french: "rétablissez ce dossier, à moins que son retrait soit voulu"))
  }
}
