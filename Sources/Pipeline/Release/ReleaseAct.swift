public import Diagnostics
import Disclosure
import Foundation
import Languages
public import OpenData
import Partnership

extension Build {
  /// The release act: what would be published now enters the ledger under a name, and its files an
  /// archive whose addresses stay.
  ///
  /// - Returns: the path of the ledger's new entry.
  /// - Throws: `BuildStopped` where anything is found, or `WriteFailure`.
  public func release(_ name: String, into findings: inout Findings) throws -> String {
    let isWord =
      !name.isEmpty && name.utf8.count <= 60 && name.first != "-"
      && name.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
    if !isWord { findings.add(.releaseNameMalformed(name)) }
    let material = try read(into: &findings)
    if material.releases.contains(where: { $0.name == name }) {
      findings.add(.releaseNameTaken(name))
    }
    let disclosed = try disclose(material, into: &findings)
    try findings.close()
    let path = request.content + "/releases"
    if Folder("\(path)/\(name)").exists { findings.add(.releaseNameTaken(name)) }
    try findings.close()
    let release = Release(
      name: name, date: material.date.iso, record: disclosed.record, compact: material.compact)
    let difference = ReleaseDifference(
      from: material.releases.last, to: release, material.compact)
    let data = try openData(of: material, disclosed.record, releases: [], into: &findings)
    try findings.close()
    let folder = ReleaseFolder(path: path)
    try folder.write(release)
    try ReleaseArchive(path: path).write(
      ReleaseArchive.files(data, difference, name: name, date: material.date), named: name)
    return "\(folder.path)/\(name).json"
  }

  /// What would be published now that a release did not show.
  ///
  /// - Throws: `BuildStopped` with all findings.
  public func difference(
    since name: String, into findings: inout Findings
  ) throws(BuildStopped) -> ReleaseDifference {
    let material = try read(into: &findings)
    guard let release = material.releases.first(where: { $0.name == name }) else {
      findings.add(
        .releaseUnknown(nearest: nearestWord(to: name, among: material.releases.map(\.name))))
      throw BuildStopped(findings: findings)
    }
    let disclosed = try disclose(material, into: &findings)
    let now = Release(
      name: "", date: material.date.iso, record: disclosed.record, compact: material.compact)
    return ReleaseDifference(from: release, to: now, isNamed: false, material.compact)
  }
}

extension Finding.Message {
  fileprivate static func releaseUnknown(nearest: String?) -> Self {
    Self(
      .error, "release-unknown", en: "release of this name is not in the ledger",
      fr: "aucune version de ce nom ne figure au registre",
      fix: nearest.map {
        Localized(english: "did you mean ‘\($0)’?", french: "vouliez-vous dire « \($0) » ?")
      })
  }
}
