import Diagnostics
import Foundation
import Languages
import Testing

@testable import Pipeline

private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

@Suite("Releases stay, and what changed is told", .serialized)
struct ReleaseTests {
  private func build(in scratch: borrowing Scratch) throws -> Build {
    let content = scratch.path + "/content"
    try FileManager.default.copyItem(atPath: root + "/Tests/Fixtures/manual", toPath: content)
    return Build(
      BuildRequest(
        content: content, theme: root + "/Themes/plain", data: nil, output: scratch.path + "/site"))
  }

  private func codes(_ work: () throws -> Void) -> [String] {
    do {
      try work()
      return []
    } catch let stop as BuildStopped {
      return stop.findings.all.map(\.message.code)
    } catch {
      return ["\(error)"]
    }
  }

  @Test(
    "a release has an archive with sums, which the site carries; a changed file stops the build")
  func archive() throws {
    let scratch = try Scratch()
    let build = try build(in: scratch)
    var findings = Findings()
    _ = try build.release("first", into: &findings)
    let folder = Folder(scratch.path + "/content/releases/first")
    #expect(
      Set(["all.csv", "all.json", "changes.json", "manifest.json", "SHA256SUMS"])
        .isSubset(of: Set(folder.names)))
    _ = try build.run(into: &findings)
    #expect(findings.all.isEmpty)
    let site = Folder(scratch.path + "/site/releases/first")
    for name in folder.names { #expect(site.bytes(of: name) == folder.bytes(of: name), "\(name)") }
    #expect(site.bytes(of: "first.zip")?.starts(with: [0x50, 0x4B]) == true)
    let feed = Folder(scratch.path + "/site").bytes(of: "en/feeds/all.xml") ?? []
    #expect(String(decoding: feed, as: UTF8.self).contains("Release first"))

    // Nothing changed since: in words, and as data.
    let same = try build.differenceText(
      since: "first", asData: false, in: .english, into: &findings)
    #expect(same == "Nothing changed since first.")
    #expect(
      codes {
        _ = try build.differenceText(since: "frist", asData: true, in: .french, into: &findings)
      }
        == ["release-unknown"])

    var none = Findings()
    let csv = folder.path + "/all.csv"
    try Data("table\r\n".utf8).write(to: URL(fileURLWithPath: csv))
    #expect(codes { _ = try build.run(into: &none) } == ["release-archive-altered"])
    try FileManager.default.removeItem(atPath: folder.path)
    var missing = Findings()
    _ = try build.run(into: &missing)
    #expect(missing.all.map(\.message.code) == ["release-archive-missing"])
  }
}
