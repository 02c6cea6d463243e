import Diagnostics
import Foundation
import Languages
import Testing

@testable import Pipeline

private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// A copy of the demonstration's content, to be spoilt.
private struct Copy: ~Copyable {
  let scratch: Scratch
  var content: String { scratch.path + "/Content" }
  var output: String { scratch.path + "/site" }

  init() throws {
    let scratch = try Scratch()
    try FileManager.default.copyItem(atPath: root + "/Content", toPath: scratch.path + "/Content")
    self.scratch = scratch
  }

  func replace(_ file: String, _ old: String, _ new: String) throws {
    let path = content + "/" + file
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let range = try #require(text.range(of: old), "\(file)")
    try text.replacingCharacters(in: range, with: new)
      .write(toFile: path, atomically: true, encoding: .utf8)
  }

  func build() throws -> (receipt: BuildReceipt, findings: Findings) {
    var findings = Findings()
    let request = BuildRequest(
      content: content, theme: root + "/Themes/vitrine", data: nil, output: output)
    let receipt = try Build(request).run(into: &findings)
    return (receipt, findings)
  }

  /// The bytes of every file of the site.
  func site() -> [String: [UInt8]] {
    let folder = Folder(output)
    return folder.files(hidden: true).reduce(into: [:]) { $0[$1] = folder.bytes(of: $1) }
  }
}

@Suite("A build, from end to end", .serialized)
struct BuildTests {
  @Test("the demonstration builds without a finding, and nothing can be worked out")
  func demonstration() throws {
    let copy = try Copy()
    let (receipt, findings) = try copy.build()
    #expect(findings.all.isEmpty)
    #expect(receipt.pages > 100)
    #expect(receipt.unsafe > 0 && receipt.recoverable == 0 && receipt.narrow == 0)
    let site = copy.site()
    #expect(site["index.html"] != nil)
    for language in ["en", "fr"] {
      let home = try #require(site["\(language)/index.html"])
      #expect(String(decoding: home, as: UTF8.self).contains(#"lang="\#(language)""#))
    }
  }

  @Test("another partnership, of another country, builds without a change of code")
  func anotherPartnership() throws {
    let scratch = try Scratch()
    var findings = Findings()
    let request = BuildRequest(
      content: root + "/Tests/Fixtures/two-objectives", theme: root + "/Themes/plain", data: nil,
      output: scratch.path + "/site")
    let receipt = try Build(request).run(into: &findings)
    #expect(findings.all.isEmpty)
    #expect(receipt.recoverable == 0 && receipt.unsafe > 0)
    let folder = Folder(scratch.path + "/site")
    let home = String(decoding: folder.bytes(of: "en/index.html") ?? [], as: UTF8.self)
    #expect(home.contains("Safe Rivers Compact") && home.contains("Lumaria") == false)
    for path in folder.files() where path.hasSuffix(".html") {
      let text = String(decoding: folder.bytes(of: path) ?? [], as: UTF8.self)
      for stranger in ["Ivoire", "CPC", "CNS", "Abidjan"] {
        #expect(!text.contains(stranger), "\(path): \(stranger)")
      }
    }
    let style = String(decoding: folder.bytes(of: "assets/style.css") ?? [], as: UTF8.self)
    #expect(style.contains("Georgia"))
  }

  @Test("the same content is the same bytes, and a second build writes nothing")
  func deterministic() throws {
    let one = try Copy()
    let other = try Copy()
    _ = try one.build()
    _ = try other.build()
    #expect(one.site() == other.site())
    #expect(try one.build().receipt.written == 0)
  }

  @Test("every page says that it shows demonstration data")
  func banner() throws {
    let copy = try Copy()
    _ = try copy.build()
    for (path, bytes) in copy.site() where path.hasSuffix(".html") {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(
        text.contains("Demonstration") || text.contains("Démonstration") || path == "404.html",
        "\(path)")
    }
  }

  @Test(
    "bad input is a finding with its place and mend, and the old site stays",
    arguments: [
      ("missing-file", "bodies.yml", "", ""),
      ("broken-yaml", "objectives.yml", "objectives:", "objectives: ["),
      ("unknown-code", "data/victims.yml", "code: I2.4", "code: I2.9"),
      ("unknown-category", "data/victims.csv", "forced-labour", "forced-labor-of-some-kind"),
      ("not-a-number", "data/investigations.csv", "forced-labour,", "forced-labour,x"),
      ("raw-html", "meetings/2024-12-10-annual/en.md", "The study was", "<b>The</b> study was"),
      (
        "dangerous-link", "meetings/2024-12-10-annual/en.md", "The study was",
        "[The](javascript:alert(1)) study was"
      ),
    ])
  func badInput(_ code: String, _ file: String, _ old: String, _ new: String) throws {
    let copy = try Copy()
    _ = try copy.build()
    let before = copy.site()
    if old.isEmpty {
      try FileManager.default.removeItem(atPath: copy.content + "/" + file)
    } else {
      try copy.replace(file, old, new)
    }
    var codes: [String] = []
    do {
      _ = try copy.build()
      Issue.record("\(code): the build went on")
    } catch let stop as BuildStopped {
      codes = stop.findings.all.map(\.message.code)
      let found = try #require(
        stop.findings.all.first { $0.message.code == code }, "\(codes) for \(file)")
      #expect(found.place?.file.hasSuffix(file) == true)
      if !old.isEmpty { #expect(found.place?.line != nil && found.place?.column != nil) }
      #expect(!found.message.summary.french.isEmpty)
      for finding in stop.findings.all where file.hasSuffix(".csv") {
        #expect(!finding.message.summary.english.contains("forced-labor-of-some-kind"))
      }
    }
    #expect(copy.site() == before)
  }

  @Test("a figure that is in no published table is found in both languages")
  func referenceToNothing() throws {
    let copy = try Copy()
    for language in ["en", "fr"] {
      try copy.replace(
        "meetings/2024-12-10-annual/\(language).md", "{{I2.4 2024 sex=F}}",
        "{{I2.4 2024 sex=Q}}")
    }
    do {
      _ = try copy.build()
      Issue.record("the build went on")
    } catch let stop as BuildStopped {
      let codes = stop.findings.sorted.map(\.message.code).filter { $0 != "translation-stale" }
      #expect(codes == ["reference-to-nothing", "reference-to-nothing"])
    }
  }

  @Test("closed passages and data never leave: planted words and numbers are in no output")
  func canary() throws {
    let copy = try Copy()
    for (language, heading) in [("en", "## Challenges"), ("fr", "## Difficultés")] {
      try copy.replace(
        "meetings/2024-12-10-annual/\(language).md", heading,
        "::: closed\nCANARYWORD 918273645\n:::\n\n<!-- CANARYWORD 918273645 -->\n\n\(heading)")
    }
    let (receipt, findings) = try copy.build()
    #expect(receipt.pages > 100)
    #expect(!String(describing: findings).contains("CANARYWORD"))
    for (path, bytes) in copy.site() {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.contains("CANARYWORD") && !text.contains("918273645"), "\(path)")
    }
  }

  @Test("a number typed beside an indicator's words that equals a hidden figure is found")
  func typedNumber() throws {
    let copy = try Copy()
    // Whatever the hidden figures are, one of 1…10 is among them.
    let all = (1...10).map(String.init).joined(separator: " children, ")
    try copy.replace(
      "meetings/2024-12-10-annual/en.md", "The study was", "I2.4: \(all) children. The study was")
    #expect(throws: BuildStopped.self) { try copy.build() }
  }

  @Test("a number beside an indicator's figures, in the catalogue, is a warning")
  func typedNumberInCatalogue() throws {
    let copy = try Copy()
    #expect(try !codes(copy).contains("typed-number-in-catalogue"))
    let catalogue = try String(contentsOfFile: copy.content + "/indicators.yml", encoding: .utf8)
    let entry = try #require(catalogue.range(of: "code: I2.4"))
    let reading = try #require(
      catalogue.range(of: "reading:\n", range: entry.upperBound..<catalogue.endIndex))
    let english = try #require(
      catalogue.range(of: "en: \"", range: reading.upperBound..<catalogue.endIndex))
    let all = (1...10).map(String.init).joined(separator: " of them, ")
    try Data(catalogue.replacingCharacters(in: english, with: "en: \"\(all). ").utf8)
      .write(to: URL(filePath: copy.content + "/indicators.yml"))
    #expect(try codes(copy).filter { $0 == "typed-number-in-catalogue" }.count == 1)
  }

  private func codes(_ copy: borrowing Copy) throws -> [String] {
    try copy.build().1.all.map(\.message.code)
  }

  @Test("a theme that is not there is one finding, not one for each text that it should have")
  func noTheme() throws {
    let copy = try Copy()
    var findings = Findings()
    let request = BuildRequest(
      content: copy.content, theme: root + "/Themes/nothing", data: nil, output: copy.output)
    do {
      _ = try Build(request).run(into: &findings)
      Issue.record("the build went on")
    } catch let stop as BuildStopped {
      #expect(stop.findings.all.map(\.message.code) == ["no-theme"])
    }
  }

  @Test("a release enters the ledger once, and the site is no preview then")
  func release() throws {
    let copy = try Copy()
    var findings = Findings()
    let request = BuildRequest(
      content: copy.content, theme: root + "/Themes/vitrine", data: nil, output: copy.output)
    let build = Build(request)
    try? FileManager.default.removeItem(atPath: copy.content + "/releases")
    _ = try copy.build()
    let page = "en/index.html"
    #expect(String(decoding: copy.site()[page] ?? [], as: UTF8.self).contains("noindex"))
    _ = try build.release("2025-annual", into: &findings)
    _ = try copy.build()
    #expect(!String(decoding: copy.site()[page] ?? [], as: UTF8.self).contains("noindex"))
    #expect(throws: BuildStopped.self) { try build.release("2025-annual", into: &findings) }
    let ledger = try String(
      contentsOfFile: copy.content + "/releases/2025-annual.json", encoding: .utf8)
    #expect(ledger.contains("\"[c]\""))
  }
}
