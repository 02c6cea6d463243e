import Foundation
import Testing

/// The repository, found from this file.
private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

@Suite("The manual")
struct ManualTests {
  static let languages = ["en", "fr"]

  static func pages(_ language: String) throws -> [(name: String, text: String)] {
    let folder = root.appendingPathComponent("Documentation/manual/\(language)")
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".md") }
      .map { ($0, try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)) }
  }

  static func links(in text: String) -> [String] {
    text.matches(of: /\]\(([^)#\s]+)[^)]*\)/).map { String($0.1) }
      .filter { !$0.contains("://") && !$0.hasPrefix("mailto:") }
  }

  @Test("a page leads only to what is there", arguments: languages)
  func links(of language: String) throws {
    let folder = root.appendingPathComponent("Documentation/manual/\(language)")
    for page in try Self.pages(language) {
      for link in Self.links(in: page.text) {
        let path = folder.appendingPathComponent(link).standardized.path
        #expect(FileManager.default.fileExists(atPath: path), "\(page.name): \(link)")
      }
    }
  }

  @Test("the contents name every page", arguments: languages)
  func contents(of language: String) throws {
    let pages = try Self.pages(language)
    let contents = try #require(pages.first { $0.name == "README.md" })
    let named = Set(Self.links(in: contents.text))
    for page in pages where page.name != "README.md" {
      #expect(named.contains(page.name), "\(page.name)")
    }
  }

  @Test("both languages have the same contents, in the same order")
  func twins() throws {
    let counts = try Self.languages.map { language in
      let contents = try #require(try Self.pages(language).first { $0.name == "README.md" })
      return contents.text.split(separator: "\n").map { line in
        line.hasPrefix("- ") ? "page" : line.hasPrefix("**") ? "part" : ""
      }
    }
    #expect(counts[0] == counts[1])
    #expect(try Self.pages("en").count == Self.pages("fr").count)
  }

  /// Keys are read by name: `requiredString("slug")`. One that no page explains is found here.
  @Test("every key that a content file may have is explained", arguments: languages)
  func keys(in language: String) throws {
    let file = language == "en" ? "file-formats.md" : "formats-de-fichiers.md"
    let text = try #require(try Self.pages(language).first { $0.name == file }).text
    let folder = root.appendingPathComponent("Sources/Catalogue")
    let walk = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var keys: Set<String> = []
    while let url = walk?.nextObject() as? URL {
      guard url.pathExtension == "swift" else { continue }
      let source = try String(contentsOf: url, encoding: .utf8)
      let reads =
        /\b(?:string|requiredString|int|requiredInt|flag|text|requiredText|localized|requiredLocalized|choice|keyed|list|nodes|strings|stringLists|requiredDate|date)\("([a-z][a-z-]*)"/
      for match in source.matches(of: reads) { keys.insert(String(match.1)) }
    }
    #expect(keys.count > 60)
    #expect(keys.filter { !text.contains("`\($0)`") && !text.contains("`\($0):`") }.sorted() == [])
  }

  @Test("every command is explained", arguments: languages)
  func commands(in language: String) throws {
    let text = try Self.pages(language).map(\.text).joined()
    let folder = root.appendingPathComponent("Sources/vitrine/Commands")
    for file in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
      let source = try String(
        contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
      for match in source.matches(of: /commandName: "([a-z-]+)"/) {
        #expect(
          text.contains("vitrine \(match.1)") || text.contains("vitrine new \(match.1)"),
          "\(match.1)")
      }
    }
  }
}
