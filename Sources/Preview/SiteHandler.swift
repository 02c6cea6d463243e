import FlyingFox
import Foundation

/// Answers with the files of one folder, and with its 404 page for anything else.
struct SiteHandler: HTTPHandler {
  let root: URL

  private static let types = [
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "json": "application/json",
    "svg": "image/svg+xml", "csv": "text/csv; charset=utf-8", "xml": "application/xml",
    "ics": "text/calendar; charset=utf-8", "atom": "application/atom+xml",
    "txt": "text/plain; charset=utf-8",
  ]

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    var path = request.path.removingPercentEncoding ?? request.path
    if path.hasSuffix("/") { path += "index.html" }
    let file = root.appendingPathComponent(path).standardizedFileURL
    let base = root.standardizedFileURL.path
    guard file.path.hasPrefix(base + "/"), !path.contains("/."),
      let body = try? Data(contentsOf: file)
    else {
      let page = (try? Data(contentsOf: root.appendingPathComponent("404.html"))) ?? Data()
      return HTTPResponse(
        statusCode: .notFound, headers: [.contentType: "text/html; charset=utf-8"], body: page)
    }
    return HTTPResponse(
      statusCode: .ok,
      headers: [
        .contentType: Self.types[file.pathExtension] ?? "application/octet-stream",
        HTTPHeader("Cache-Control"): "no-store",
      ], body: body)
  }
}
