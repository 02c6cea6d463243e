import FlyingFox
import Foundation
import Languages

/// Answers with the files of one folder, and with its 404 page for anything else; pages carry the
/// findings of the last build.
struct SiteHandler: HTTPHandler {
  let root: URL
  let state: PreviewState
  /// The language of pages that have none, such as the choice page.
  let language: Language

  private static let types = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "json": "application/json",
    "svg": "image/svg+xml", "csv": "text/csv; charset=utf-8", "xml": "application/xml",
    "ics": "text/calendar; charset=utf-8", "atom": "application/atom+xml",
    "txt": "text/plain; charset=utf-8",
  ]

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    guard isFromHere(request) else {
      return answer(.forbidden, "txt", Data("This preview is for 127.0.0.1 only.\n".utf8))
    }
    var path = request.path.removingPercentEncoding ?? request.path
    switch path {
    case "/-/events": return await nextBuild(request)
    case "/-/preview.js": return answer(.ok, "js", Data(PreviewMarkup.script.utf8))
    case "/-/preview.css": return answer(.ok, "css", Data(PreviewMarkup.style.utf8))
    default: break
    }
    if path.hasSuffix("/") { path += "index.html" }
    let file = root.appendingPathComponent(path).standardizedFileURL
    let base = root.standardizedFileURL.path
    guard file.path.hasPrefix(base + "/"), !path.contains("/."),
      let body = try? Data(contentsOf: file)
    else {
      return page(
        .notFound, try? Data(contentsOf: root.appendingPathComponent("404.html")), path)
    }
    if file.pathExtension == "html" { return page(.ok, body, path) }
    return answer(.ok, file.pathExtension, body)
  }

  /// A page of another host cannot read the preview through a name that leads here.
  private func isFromHere(_ request: HTTPRequest) -> Bool {
    guard let host = request.headers[.host]?.lowercased() else { return true }
    let name = host.split(separator: ":").first.map(String.init) ?? ""
    return ["127.0.0.1", "localhost"].contains(name)
  }

  private func page(_ status: HTTPStatusCode, _ body: Data?, _ path: String) -> HTTPResponse {
    let language: Language =
      path.hasPrefix("/fr/") ? .french : path.hasPrefix("/en/") ? .english : self.language
    let snapshot = state.snapshot
    let html =
      body.map { PreviewMarkup.page(String(decoding: $0, as: UTF8.self), snapshot, in: language) }
      ?? PreviewMarkup.empty(snapshot, in: language)
    return answer(status, "html", Data(html.utf8))
  }

  /// Server-sent events: answers when a build newer than the page's is there, or after ten
  /// seconds; the browser asks again by itself.
  private func nextBuild(_ request: HTTPRequest) async -> HTTPResponse {
    let after = request.query.first { $0.name == "after" }.flatMap { Int($0.value) } ?? 0
    var body = "retry: 200\n\n"
    for _ in 0..<200 {
      let build = state.snapshot.build
      if build > after {
        body += "id: \(build)\ndata: \(build)\n\n"
        break
      }
      try? await Task.sleep(for: .milliseconds(50))
    }
    return HTTPResponse(
      statusCode: .ok,
      headers: [.contentType: "text/event-stream", HTTPHeader("Cache-Control"): "no-store"],
      body: Data(body.utf8))
  }

  private func answer(_ status: HTTPStatusCode, _ kind: String, _ body: Data) -> HTTPResponse {
    HTTPResponse(
      statusCode: status,
      headers: [
        .contentType: Self.types[kind] ?? "application/octet-stream",
        HTTPHeader("Cache-Control"): "no-store",
      ], body: body)
  }
}
