public import Diagnostics
import Languages
import Notes
import Partnership
import Site

extension Build {
  /// Everything that a build would find, and where a release is meant what only a release asks; no
  /// page is drawn and nothing is written.
  ///
  /// - Throws: `BuildStopped` with all findings where one is an error.
  public func check(
    forRelease: Bool, into findings: inout Findings
  ) throws(BuildStopped) {
    let material = try read(into: &findings)
    _ = try disclose(material, into: &findings)
    _ = ThemeFolder(path: request.theme).load(into: &findings)
    SiteBuilder.checkAddresses(
      of: material.compact, meetings: material.meetings.map(\.meeting), pages: material.pages,
      into: &findings)
    if forRelease {
      ReleaseCheck(meetings: material.meetings, pages: material.pages).check(&findings)
    }
    try findings.close()
  }
}

/// The committee's checklist before a publication, beyond what every build asks.
struct ReleaseCheck {
  let meetings: [MeetingRecord]
  let pages: [ContentPage]

  func check(_ findings: inout Findings) {
    for record in meetings where !record.meeting.isAdopted {
      findings.add(.noteIsDraft, at: Place(file: record.file))
    }
    for overruling in meetings.flatMap(\.overrulings) + pages.flatMap(\.overrulings) {
      findings.add(.overruled(overruling.code, because: overruling.reason), at: overruling.place)
    }
  }
}

extension Finding.Message {
  fileprivate static let noteIsDraft = Self(
    .warning, "note-is-draft", en: "note is a draft, and a release shows adopted notes",
    fr: "ce compte rendu est un projet, et une publication montre des comptes rendus adoptés",
    fix: Localized(
      english: "write ‘status: adopted’ once it is",
      french: "écrivez « statut: adopté » dès qu’il l’est"))

  fileprivate static func overruled(_ code: String, because reason: String) -> Self {
    Self(
      .note, "finding-overruled", en: "author overruled ‘\(code)’: \(reason)",
      fr: "l’auteur a écarté « \(code) » : \(reason)")
  }
}
