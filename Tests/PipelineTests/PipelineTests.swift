import Foundation
import Testing

@testable import Pipeline

/// A folder of its own for each test, gone with it.
struct Scratch: ~Copyable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "vitrine-test-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

@Suite("The new site takes the old one's place in one step")
struct SiteWriterTests {
  func files(_ pairs: (String, String)...) -> [(path: String, bytes: [UInt8])] {
    pairs.map { ($0.0, Array($0.1.utf8)) }
  }

  func text(_ folder: String, _ path: String) -> String? {
    FileManager.default.contents(atPath: folder + "/" + path)
      .flatMap { String(bytes: $0, encoding: .utf8) }
  }

  @Test("a first site is written whole, and a second replaces it, leaving nothing behind")
  func replaces() throws {
    let scratch = try Scratch()
    let output = scratch.path + "/site"
    let writer = SiteWriter(output: Folder(output))
    let first = try writer.replace(
      with: files(("index.html", "1"), ("en/a.html", "a"), ("en/old.html", "o")), apartFrom: [])
    #expect(first.written == 3)
    let second = try writer.replace(
      with: files(("index.html", "2"), ("en/a.html", "a")), apartFrom: [])
    #expect(second.written == 1)
    #expect(second.unchanged == 1)
    #expect(text(output, "index.html") == "2")
    #expect(text(output, "en/a.html") == "a")
    #expect(text(output, "en/old.html") == nil)
    let beside = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
    #expect(Set(beside) == ["site"])
  }

  @Test("an unchanged site is not written again")
  func unchanged() throws {
    let scratch = try Scratch()
    let writer = SiteWriter(output: Folder(scratch.path + "/site"))
    _ = try writer.replace(with: files(("index.html", "1")), apartFrom: [])
    let again = try writer.replace(with: files(("index.html", "1")), apartFrom: [])
    #expect(again.written == 0)
  }

  @Test("a folder with files of somebody else is refused and left alone")
  func notOurs() throws {
    let scratch = try Scratch()
    let output = scratch.path + "/site"
    try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: URL(fileURLWithPath: output + "/thesis.doc"))
    #expect(throws: WriteFailure.notOurs(output)) {
      try SiteWriter(output: Folder(output)).replace(
        with: files(("index.html", "1")), apartFrom: [])
    }
    #expect(text(output, "thesis.doc") == "mine")
  }

  @Test("an output inside the content, around it, or reached by a link is refused")
  func overlaps() throws {
    let scratch = try Scratch()
    let content = scratch.path + "/Content"
    try FileManager.default.createDirectory(
      atPath: content + "/data", withIntermediateDirectories: true)
    let link = scratch.path + "/link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: content)
    for output in [content, content + "/site", scratch.path, link + "/site"] {
      #expect(throws: WriteFailure.outputOverlaps(output, content)) {
        try SiteWriter(output: Folder(output)).replace(
          with: files(("index.html", "1")), apartFrom: [Folder(content)])
      }
    }
  }

  @Test("a place where a file stands in the way fails, and the old site is whole")
  func cannotWrite() throws {
    let scratch = try Scratch()
    let output = scratch.path + "/site"
    let writer = SiteWriter(output: Folder(output))
    _ = try writer.replace(with: files(("index.html", "1")), apartFrom: [])
    // A page whose folder is also a page cannot be written: it stands for any failure midway.
    #expect(throws: WriteFailure.self) {
      try writer.replace(
        with: files(("index.html", "2"), ("en", "file"), ("en/a.html", "a")), apartFrom: [])
    }
    #expect(text(output, "index.html") == "1")
    let beside = try FileManager.default.contentsOfDirectory(atPath: scratch.path)
    #expect(Set(beside) == ["site"])
  }

  @Test("what a killed build left beside the site is cleared by the next")
  func leftovers() throws {
    let scratch = try Scratch()
    let output = scratch.path + "/site"
    let staging = scratch.path + "/.site.vitrine-new/en"
    try FileManager.default.createDirectory(atPath: staging, withIntermediateDirectories: true)
    try Data("half".utf8).write(to: URL(fileURLWithPath: staging + "/half.html"))
    _ = try SiteWriter(output: Folder(output)).replace(
      with: files(("index.html", "1")), apartFrom: [])
    #expect(text(output, "en/half.html") == nil)
    #expect(!FileManager.default.fileExists(atPath: scratch.path + "/.site.vitrine-new"))
  }
}
