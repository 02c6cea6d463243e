import Foundation

/// What an outsider holds of a site: the files that anybody can fetch.
struct PublishedSite: Sendable {
  let path: String
  let tables: [OutsideTable]

  /// - Returns: nil where there is no such folder.
  init?(path: String) {
    let root = URL(fileURLWithPath: path, isDirectory: true)
    guard (try? root.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true,
      let walk = FileManager.default.enumerator(
        at: root, includingPropertiesForKeys: [.isRegularFileKey])
    else { return nil }
    var json: [String] = []
    for case let url as URL in walk where url.pathExtension == "json" { json.append(url.path) }
    self.path = path
    tables = json.sorted().compactMap { file in
      FileManager.default.contents(atPath: file).flatMap { JSONTables.read([UInt8]($0)) }
    }
    .sorted { $0.code < $1.code }
  }
}
