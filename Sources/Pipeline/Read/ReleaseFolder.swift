import Diagnostics
import Disclosure
import Foundation
import Languages

/// `Content/releases/NAME.json`: the ledger of what each release showed; no raw value in it.
struct ReleaseFolder {
  let path: String

  /// Oldest first.
  func read(into findings: inout Findings) -> [Release] {
    let folder = Folder(path)
    var releases: [Release] = []
    for name in folder.names where name.hasSuffix(".json") {
      let place = Place(file: "\(path)/\(name)")
      guard let bytes = folder.bytes(of: name),
        let release = try? JSONDecoder().decode(Release.self, from: Data(bytes))
      else {
        // Without its ledger a build would forget what the attacker knows: it fails closed.
        findings.add(.releaseUnreadable, at: place)
        continue
      }
      releases.append(release)
    }
    return releases.sorted { ($0.date, $0.name) < ($1.date, $1.name) }
  }

  /// Writes one release; it is never written over.
  func write(_ release: Release) throws(WriteFailure) {
    let file = "\(path)/\(release.name).json"
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true)
      var data = try encoder.encode(release)
      data.append(0x0A)
      try data.write(to: URL(fileURLWithPath: file), options: [.withoutOverwriting])
    } catch {
      throw .cannotWrite(file, reason: String(describing: error))
    }
  }
}

extension Finding.Message {
  fileprivate static let releaseUnreadable = Self(
    .error, "release-unreadable", en: "release cannot be read, and what it showed is not known",
    fr: "cette version publiée est illisible, et ce qu’elle montrait n’est plus connu",
    fix: Localized(
      english: "restore the file from the history of the folder",
      french: "rétablissez ce fichier depuis l’historique du dossier"))

  static func releaseNameTaken(_ name: String) -> Self {
    Self(
      .error, "release-name-taken", en: "release ‘\(name)’ exists, and is never written over",
      fr: "la version « \(name) » existe et n’est jamais réécrite",
      fix: Localized(english: "choose another name", french: "choisissez un autre nom"))
  }

  static func releaseNameMalformed(_ name: String) -> Self {
    Self(
      .error, "release-name-malformed",
      en: "name of a release is made of small letters, digits and hyphens",
      fr: "le nom d’une version se compose de minuscules, de chiffres et de traits d’union",
      fix: Localized(english: "write it like 2025-annual", french: "écrivez-le comme 2025-annuel"))
  }
}
