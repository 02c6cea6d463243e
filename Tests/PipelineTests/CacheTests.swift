import Diagnostics
import Foundation
import Testing

@testable import Pipeline

private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// A small partnership with its theme and a cache of its own.
struct CachedDesk: ~Copyable {
  let scratch: Scratch
  var path: String { scratch.path }
  var content: String { path + "/Content" }
  var theme: String { path + "/Themes/plain" }

  init() throws {
    let scratch = try Scratch()
    try FileManager.default.copyItem(
      atPath: root + "/Tests/Fixtures/two-objectives", toPath: scratch.path + "/Content")
    try FileManager.default.copyItem(
      atPath: root + "/Themes", toPath: scratch.path + "/Themes")
    self.scratch = scratch
  }

  var cache: CachePlace {
    CachePlace(folder: path + "/cache", secret: path + "/state/secret")
  }

  func build() throws -> (receipt: BuildReceipt, codes: [String], stages: Int) {
    var findings = Findings()
    let counter = Counter()
    let request = BuildRequest(
      content: content, theme: theme, data: nil, output: path + "/site", cache: cache)
    let receipt = try Build(request) { _ in counter.add() }.run(into: &findings)
    return (receipt, findings.all.map(\.message.code), counter.count)
  }

  func replace(_ file: String, _ old: String, _ new: String) throws {
    let text = try String(contentsOfFile: path + "/" + file, encoding: .utf8)
    let range = try #require(text.range(of: old), "\(file)")
    try text.replacingCharacters(in: range, with: new)
      .write(toFile: path + "/" + file, atomically: true, encoding: .utf8)
  }

  /// The bytes of a folder's files.
  func bytes(_ folder: String) -> [String: [UInt8]] {
    let tree = FileTree(path + "/" + folder, skipping: [])
    return tree.entries.reduce(into: [:]) {
      $0[$1.path] = Folder(path + "/" + folder).bytes(of: $1.path)
    }
  }
}

/// Counts the stages of a build; they begin one after the other.
private final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var value = 0
  func add() { lock.withLock { value += 1 } }
  var count: Int { lock.withLock { value } }
}

@Suite("What was built is not built again, and what changed always is", .serialized)
struct CacheTests {
  @Test("an unchanged build does nothing and says the same")
  func unchanged() throws {
    let desk = try CachedDesk()
    let first = try desk.build()
    #expect(first.stages == 4 && first.receipt.written > 10)
    let before = desk.bytes("site")
    let again = try desk.build()
    #expect(again.stages == 0 && again.receipt.written == 0)
    #expect(again.codes == first.codes)
    #expect(again.receipt.cells == first.receipt.cells)
    #expect(again.receipt.pages == first.receipt.pages)
    #expect(desk.bytes("site") == before)
  }

  @Test(
    "a changed rule, figure, text or theme below builds again",
    arguments: [
      ("Themes/plain/theme.yml", "extends: ", "extends:  "),
      ("Content/confidentiality.yml", "threshold: 6", "threshold: 5"),
      ("Content/data/visits.csv", "Y1,north,25", "Y1,north,26"),
      ("Content/partnership.yml", "grow up in safety", "grow up safely"),
    ])
  func changed(_ file: String, _ old: String, _ new: String) throws {
    let desk = try CachedDesk()
    _ = try desk.build()
    try desk.replace(file, old, new)
    let again = try? desk.build()
    // A rule that needs a decision stops the build: it was looked at, which is what counts.
    #expect(again == nil || again?.stages == 4)
  }

  @Test("data behind links are seen to change", arguments: [true, false])
  func linkedData(_ isFolder: Bool) throws {
    let desk = try CachedDesk()
    let files = FileManager.default
    let elsewhere = desk.path + "/elsewhere"
    let data = desk.path + "/data"
    try files.createDirectory(atPath: elsewhere, withIntermediateDirectories: true)
    try files.createDirectory(atPath: data, withIntermediateDirectories: true)
    try files.moveItem(
      atPath: desk.content + "/data/visits.csv", toPath: elsewhere + "/visits.csv")
    if isFolder {
      try files.createSymbolicLink(atPath: data + "/sub", withDestinationPath: elsewhere)
      try desk.replace("Content/data/visits.yml", "file: visits.csv", "file: sub/visits.csv")
    } else {
      try files.createSymbolicLink(
        atPath: data + "/visits.csv", withDestinationPath: elsewhere + "/visits.csv")
    }
    // The clock of the files moves on, so that their states can be relied on.
    Thread.sleep(forTimeInterval: 2.1)
    func build() throws -> Int {
      var findings = Findings()
      let request = BuildRequest(
        content: desk.content, theme: desk.theme, data: data, output: desk.path + "/site",
        cache: desk.cache)
      return try Build(request).run(into: &findings).written
    }
    #expect(try build() > 0)
    #expect(try build() == 0)
    try desk.replace("elsewhere/visits.csv", "Y1,north,25", "Y1,north,26")
    #expect(try build() > 0)
  }

  @Test("a page that somebody touched or took away is made again")
  func touchedSite() throws {
    let desk = try CachedDesk()
    _ = try desk.build()
    let before = desk.bytes("site")
    try Data("spoilt".utf8).write(to: URL(fileURLWithPath: desk.path + "/site/index.html"))
    #expect(try desk.build().stages == 4)
    #expect(desk.bytes("site") == before)
    try FileManager.default.removeItem(atPath: desk.path + "/site/en/index.html")
    #expect(try desk.build().stages == 4)
    #expect(desk.bytes("site") == before)
  }

  @Test("a damaged cache, or one of another machine, is ignored with a word")
  func damaged() throws {
    let desk = try CachedDesk()
    _ = try desk.build()
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: desk.path + "/cache").first {
        $0.hasSuffix(".json")
      })
    let file = desk.path + "/cache/" + name
    let whole = try Data(contentsOf: URL(fileURLWithPath: file))
    for spoilt in [
      Data(), Data("{}".utf8), whole.dropLast(1), Data([0xFF, 0]) + whole,
      Data(String(decoding: whole, as: UTF8.self).replacing("counts", with: "countz").utf8),
    ] {
      try Data(spoilt).write(to: URL(fileURLWithPath: file))
      let again = try desk.build()
      #expect(again.stages == 4)
      #expect(again.codes.contains("cache-ignored"))
    }
    #expect(try desk.build().stages == 0)
  }

  @Test("the cache and its secret are their owner's alone, and hold nothing that the site hides")
  func holdsNothing() throws {
    let desk = try CachedDesk()
    // South is hidden so that north's 3 cannot be worked out; the sum of both is shown.
    try desk.replace("Content/data/visits.csv", "Y0,south,12", "Y0,south,9182736451")
    _ = try desk.build()
    let files = desk.bytes("cache").values
    let kept = files.map { String(decoding: $0, as: UTF8.self) }.joined()
    #expect(kept.contains("9182736454"), "the test looks where figures are")
    for secret in ["9182736451", "visits.csv", "period,bank"] {
      #expect(!kept.contains(secret), "\(secret)")
    }
    // Nor as bytes of a number.
    let number = (0..<5).map { UInt8(truncatingIfNeeded: 9_182_736_451 >> ($0 * 8)) }
    #expect(!files.contains { $0.firstRange(of: number) != nil })
    // A fingerprint of the one confidential file would let anybody try figures until one fits.
    let csv = Folder(desk.content).bytes(of: "data/visits.csv") ?? []
    #expect(!kept.contains(KeyedFingerprint(secret: []).hex(of: csv)))
    for path in ["cache", "state"] {
      for entry in FileTree(desk.path + "/" + path, skipping: []).entries {
        let status = try #require(FileTree.status(desk.path + "/\(path)/" + entry.path))
        #expect(status.st_mode & 0o077 == 0, "\(entry.path)")
      }
    }
  }

  @Test("what is forgotten leaves nothing of the site behind")
  func forgotten() throws {
    let desk = try CachedDesk()
    _ = try desk.build()
    let request = BuildRequest(
      content: desk.content, theme: desk.theme, data: nil, output: desk.path + "/site",
      cache: desk.cache)
    #expect(desk.bytes("cache").count == 3)
    try #require(BuildCache(request)).forget()
    #expect(desk.bytes("cache").keys.allSatisfy { $0.hasSuffix(".patterns") })
    #expect(try desk.build().stages == 4)
  }

  @Test("what the gate chose and proved is not asked again, and gives the same site")
  func patterns() throws {
    let desk = try CachedDesk()
    _ = try desk.build()
    let first = desk.bytes("site")
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.path + "/cache")
    let file = desk.path + "/cache/" + (try #require(names.first { $0.hasSuffix(".patterns") }))
    let kept = try Data(contentsOf: URL(fileURLWithPath: file))
    // Below the seal: a keyed fingerprint and marks a line, nothing else.
    for line in String(decoding: kept.dropFirst(64), as: UTF8.self).split(separator: "\n") {
      #expect(line.wholeMatch(of: /[0-9a-f]{64} [01]+/) != nil)
    }
    #expect(!kept.isEmpty)
    try desk.replace("Content/partnership.yml", "grow up in safety", "grow up safely")
    _ = try desk.build()
    try desk.replace("Content/partnership.yml", "grow up safely", "grow up in safety")
    #expect(try desk.build().stages == 4)
    #expect(desk.bytes("site") == first)
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == kept)
    // A changed figure is another question, and a spoilt memory answers none.
    try desk.replace("Content/data/visits.csv", "Y1,north,25", "Y1,north,26")
    _ = try desk.build()
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) != kept)
    try desk.replace("Content/data/visits.csv", "Y1,north,26", "Y1,north,25")
    let whole = try Data(contentsOf: URL(fileURLWithPath: file))
    for spoilt in [Data(), whole.dropLast(1), Data([0x31]) + whole] {
      try Data(spoilt).write(to: URL(fileURLWithPath: file))
      try desk.replace("Content/partnership.yml", "grow up", "grow  up")
      #expect(try desk.build().codes.contains("cache-ignored"))
      try desk.replace("Content/partnership.yml", "grow  up", "grow up")
      #expect(try !desk.build().codes.contains("cache-ignored"))
      #expect(desk.bytes("site") == first)
    }
  }

  @Test("a file that changed just now is known by its bytes, its state alone could deceive")
  func recentFiles() throws {
    let desk = try CachedDesk()
    let keyed = KeyedFingerprint(secret: [7])
    let inputs = BuildInputs(folders: [desk.content], content: desk.content, themes: [])
    let file = desk.content + "/partnership.yml"
    try desk.replace("Content/partnership.yml", "\n", " \n")
    let before = inputs.snapshot(of: inputs.trees, keyed)
    #expect(!before.isSettled)
    #expect(before.recent.contains { $0.path == file })
    #expect(inputs.areStill(before, keyed))
    // The same state and other bytes, as within one step of the clock.
    let deceived = InputSnapshot(
      whole: before.whole, content: before.content, theme: before.theme,
      notes: before.notes,
      state: before.state,
      recent: before.recent.map { InputSnapshot.Recent(path: $0.path, mark: [0]) })
    #expect(!inputs.areStill(deceived, keyed))
    try desk.replace("Content/partnership.yml", " \n", "\n\n")
    #expect(!inputs.areStill(before, keyed))
    #expect(inputs.snapshot(of: inputs.trees, keyed).whole != before.whole)
  }

  @Test("HMAC-SHA-256 gives RFC 4231's first and second answers")
  func knownAnswers() {
    #expect(
      KeyedFingerprint(secret: [UInt8](repeating: 0x0B, count: 20)).hex(of: Array("Hi There".utf8))
        == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
    #expect(
      KeyedFingerprint(secret: Array("Jefe".utf8))
        .hex(of: Array("what do ya want for nothing?".utf8))
        == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843")
  }

  @Test("a link that leads out of the content is refused; one inside it is followed")
  func links() throws {
    let desk = try CachedDesk()
    let link = desk.content + "/data/elsewhere.csv"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: "visits.csv")
    _ = try desk.build()
    try FileManager.default.removeItem(atPath: link)
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "/etc/passwd")
    let stop = #expect(throws: BuildStopped.self) { try desk.build() }
    #expect(stop?.findings.all.map(\.message.code) == ["link-out-of-tree"])
  }
}
