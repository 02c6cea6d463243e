import Diagnostics
import Foundation
import Testing

@testable import Pipeline

private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

@Suite("One archive of the site")
struct PackageTests {
  @Test("the same files are the same bytes in whatever order, and unpack as they were")
  func archive() throws {
    let scratch = try Scratch()
    let files: [(path: String, bytes: [UInt8])] = [
      ("site/index.html", Array("<p>é</p>".utf8)), ("site/empty.txt", []),
      ("site/en/a.html", [UInt8](repeating: 0x61, count: 100_000)),
    ]
    let bytes = try #require(ZipArchive.bytes(of: files))
    #expect(bytes == ZipArchive.bytes(of: files.reversed()))
    #expect(bytes.count < 2_000)
    let path = scratch.path + "/a.zip"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    let program =
      "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; "
      + "print([(i.filename, i.file_size, i.date_time[:3]) for i in z.infolist()])"
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program, path]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(
      said == "[('site/empty.txt', 0, (1980, 1, 1)), ('site/en/a.html', 100000, (1980, 1, 1)), "
        + "('site/index.html', 9, (1980, 1, 1))]\n")
  }

  @Test("a file of somebody else is not written over, and a finding leaves no archive")
  func refusals() throws {
    let scratch = try Scratch()
    let build = Build(
      BuildRequest(
        content: root + "/Tests/Fixtures/two-objectives", theme: root + "/Themes/plain", data: nil,
        output: scratch.path + "/site"))
    var findings = Findings()
    let thesis = scratch.path + "/thesis.doc"
    try Data("mine".utf8).write(to: URL(fileURLWithPath: thesis))
    #expect(throws: WriteFailure.notOurs(thesis)) { try build.package(to: thesis, into: &findings) }
    #expect(FileManager.default.contents(atPath: thesis) == Data("mine".utf8))
    let good = scratch.path + "/rivers.zip"
    let receipt = try build.package(to: good, into: &findings)
    #expect(receipt.files > 50 && FileManager.default.fileExists(atPath: good))
    let first = FileManager.default.contents(atPath: good)
    _ = try build.package(to: good, into: &findings)
    #expect(FileManager.default.contents(atPath: good) == first)
    let broken = Build(
      BuildRequest(
        content: scratch.path, theme: root + "/Themes/plain", data: nil,
        output: scratch.path + "/site"))
    let never = scratch.path + "/../never-\(UUID().uuidString).zip"
    #expect(throws: BuildStopped.self) { try broken.package(to: never, into: &findings) }
    #expect(!FileManager.default.fileExists(atPath: never))
  }
}
