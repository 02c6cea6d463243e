import Diagnostics
import FlyingFox
import FlyingSocks
import Foundation
import Languages
import Testing

@testable import Preview

/// A small built site in a folder of its own, gone with it.
private struct Site: ~Copyable {
  let path = NSTemporaryDirectory() + "vitrine-preview-" + UUID().uuidString

  init(pages: [String: String]) throws {
    for (name, text) in pages {
      let url = URL(fileURLWithPath: path + "/" + name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

private let page = """
  <!doctype html><html><head><meta http-equiv="Content-Security-Policy" \
  content="default-src 'none'; style-src 'self'"></head><body><p>Words</p></body></html>
  """

private let pages = [
  "index.html": page, "en/index.html": page, "fr/index.html": page, "404.html": page,
  "data/a.csv": "a,b\n",
]

private let finding = Finding(
  Finding.Message(
    .error, "unknown-body", en: "body is not <in> the catalogue",
    fr: "cette instance ne figure pas au catalogue",
    fix: Localized(english: "did you mean ‘CNS’?", french: "vouliez-vous dire « CNS » ?")),
  at: Place(file: "Content/meetings/a/fr.md", line: 4, column: 1))

private func ask(
  _ path: String, of root: String, findings: [Finding] = [],
  query: [HTTPRequest.QueryItem] = [], headers: HTTPHeaders = [:]
) async throws -> (response: HTTPResponse, text: String) {
  let state = PreviewState()
  state.built(findings)
  let handler = SiteHandler(
    root: URL(fileURLWithPath: root), state: state, language: .french)
  let response = try await handler.handleRequest(
    HTTPRequest(
      method: .GET, version: .http11, path: path, query: query, headers: headers,
      body: HTTPBodySequence(data: Data())))
  return (response, String(decoding: try await response.bodyData, as: UTF8.self))
}

@Suite("The preview")
struct PreviewTests {
  @Test(
    "findings stand on the page, in the page's language",
    arguments: [
      ("/fr/index.html", "erreur\u{A0}: cette instance", "vouliez-vous dire « CNS »"),
      ("/fr/", "erreur\u{A0}: cette instance", "1 à corriger"),
      ("/en/index.html", "error: body is not &lt;in&gt; the catalogue", "did you mean ‘CNS’?"),
      ("/index.html", "erreur\u{A0}: cette instance", "lang=\"fr\""),
      ("/fr/nothing.html", "erreur\u{A0}: cette instance", "unknown-body"),
    ])
  func findings(_ path: String, _ summary: String, _ more: String) async throws {
    let site = try Site(pages: pages)
    let text = try await ask(path, of: site.path, findings: [finding]).text
    #expect(text.contains("<p>Words</p>"))
    #expect(text.contains(summary) && text.contains(more))
    #expect(text.contains("Content/meetings/a/fr.md:4:1"))
    #expect(try await !ask(path, of: site.path).text.contains("<aside"))
  }

  @Test("a page may wait for this machine and for nobody else")
  func policy() async throws {
    let site = try Site(pages: pages)
    let text = try await ask("/en/index.html", of: site.path).text
    #expect(text.contains("default-src 'none'; connect-src 'self'; style-src 'self'"))
  }

  @Test("what is no page is served as it is, and nothing is kept")
  func files() async throws {
    let site = try Site(pages: pages)
    let (response, text) = try await ask("/data/a.csv", of: site.path, findings: [finding])
    #expect(text == "a,b\n")
    #expect(response.headers[HTTPHeader("Cache-Control")] == "no-store")
  }

  @Test("where no site could be built, the findings stand alone")
  func empty() async throws {
    let (response, text) = try await ask("/", of: "/nowhere", findings: [finding])
    #expect(response.statusCode == .notFound)
    #expect(text.contains("Pas encore de site") && text.contains("cette instance"))
  }

  @Test(
    "nothing outside the site is served",
    arguments: ["/../secret", "/%2e%2e/secret", "/.hidden", "/en/../../secret"])
  func outside(_ path: String) async throws {
    let site = try Site(pages: pages.merging([".hidden": "SECRET"]) { $1 })
    let (response, text) = try await ask(path, of: site.path)
    #expect(response.statusCode == .notFound && !text.contains("SECRET"))
  }

  @Test(
    "a name of somebody else's that leads to this machine is refused",
    arguments: [("evil.example:8000", false), ("127.0.0.1:8000", true), ("localhost:8000", true)])
  func rebinding(_ host: String, _ isServed: Bool) async throws {
    let site = try Site(pages: pages)
    let response = try await ask("/index.html", of: site.path, headers: [.host: host]).response
    #expect((response.statusCode == .ok) == isServed)
  }

  @Test("a page that shows an older build is told of the newer one at once")
  func event() async throws {
    let (response, text) = try await ask(
      "/-/events", of: "/nowhere", query: [.init(name: "after", value: "0")])
    #expect(response.headers[.contentType] == "text/event-stream")
    #expect(text == "retry: 200\n\nid: 1\ndata: 1\n\n")
  }

  @Test(
    "a save is noticed, by writing and by renaming, in a folder made before",
    arguments: ["write", "rename"])
  func watch(_ how: String) async throws {
    let site = try Site(pages: ["notes/a/fr.md": "a"])
    let watch = try #require(FolderWatch(folders: [site.path]))
    let file = site.path + "/notes/a/fr.md"
    if how == "write" {
      try Data("b".utf8).write(to: URL(fileURLWithPath: file))
    } else {
      try Data("b".utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
    }
    watch.waitForSave()
    // Reached only when the save was noticed.
    #expect(FileManager.default.fileExists(atPath: file))
  }
}
