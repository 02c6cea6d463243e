import Foundation
import Testing

@testable import OpenData

@Suite("Workbooks")
struct WorkbookTests {
  /// The shared strings and first sheet of a workbook, unpacked by Python.
  private func unpacked(_ bytes: [UInt8]) throws -> String {
    let path = NSTemporaryDirectory() + "vitrine-test-\(UUID().uuidString).xlsx"
    try Data(bytes).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "python3", "-c",
      "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); [print(z.read(n).decode()) for n in "
        + "('xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml', 'xl/styles.xml')]", path,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let said = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: said, as: UTF8.self)
  }

  private struct NoRoom: Error {}

  private func workbook(_ text: String) throws -> [UInt8] {
    guard var book = WorkbookFile() else { throw NoRoom() }
    book.describe(title: text, author: "a", comments: "c", created: 1_700_000_000)
    guard let sheet = book.addSheet("One") else { throw NoRoom() }
    book.write(text, row: 0, column: 0, .plain, on: sheet)
    book.write(12.5, decimals: 1, marks: "[r]", row: 1, column: 0, on: sheet)
    guard let bytes = book.finish() else { throw NoRoom() }
    return bytes
  }

  @Test(
    "a text that looks like a formula stays a text",
    arguments: ["=1+1", "+225", "-cmd|x", "@SUM(A1)"])
  func formulas(_ text: String) throws {
    let parts = try unpacked(try workbook(text))
    #expect(parts.contains(">\(text)</t>"))
    #expect(!parts.contains("<f>"))
  }

  @Test("a character that XML cannot carry is left out; a number keeps its mark beside it")
  func characters() throws {
    let parts = try unpacked(try workbook("be\u{7}ll\u{FFFE}"))
    #expect(parts.contains(">bell</t>"))
    #expect(parts.contains("<v>12.5</v>") && parts.contains("#,##0.0&quot; [r]&quot;"))
  }

  @Test("two workbooks of one content are the same bytes")
  func deterministic() throws {
    #expect(try workbook("a") == workbook("a"))
  }
}
