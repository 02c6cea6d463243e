import Foundation

/// What an outsider holds of a site: the files that anybody can fetch.
struct PublishedSite: Sendable {
  let path: String
  /// Each table once, with all that any of its formats shows.
  let tables: [OutsideTable]
  /// Where two formats say different things of one cell.
  let disagreements: [Disagreement]

  struct Disagreement: Sendable, Hashable {
    /// The table's code, then one category a dimension; the table's alone where shapes differ.
    let codes: [String]
    /// The file that says otherwise, from the root of the site.
    let file: String
  }

  /// - Returns: nil where there is no such folder.
  init?(path: String) {
    let root = URL(fileURLWithPath: path, isDirectory: true)
    guard (try? root.resourceValues(forKeys: [.isDirectoryKey]))?.isDirectory == true,
      let walk = FileManager.default.enumerator(atPath: root.path)
    else { return nil }
    // The archive of each release says what that release said: a version of its own.
    let names = walk.compactMap { $0 as? String }.filter { !$0.hasPrefix("releases/") }.sorted()
    func files(_ ending: String) -> [(name: String, bytes: [UInt8])] {
      names.filter { $0.hasSuffix(ending) }.compactMap { name in
        FileManager.default.contents(atPath: root.path + "/" + name).map { (name, [UInt8]($0)) }
      }
    }
    var tables: [String: OutsideTable] = [:]
    var disagreements: [Disagreement] = []
    func add(_ entries: [[String]: OutsideTable.Entry]?, to code: String, from file: String) {
      guard let entries else {
        disagreements.append(Disagreement(codes: [code], file: file))
        return
      }
      for cell in tables[code]?.learn(entries) ?? [] {
        disagreements.append(Disagreement(codes: [code] + cell, file: file))
      }
    }
    for (name, bytes) in files(".json") {
      guard let table = JSONTables.read(bytes) else { continue }
      if tables[table.code] == nil {
        tables[table.code] = table
      } else {
        add(table.entries, to: table.code, from: name)
      }
    }
    for (name, bytes) in files(".csv") {
      for sheet in CSVTables.read(bytes) {
        // Another order of the same dimensions is the same table.
        guard let known = tables[sheet.code] else {
          tables[sheet.code] = sheet.alone
          continue
        }
        add(sheet.entries(inOrderOf: known), to: sheet.code, from: name)
      }
    }
    for (name, bytes) in files(".html") {
      let page = HTMLTables(bytes)
      for grid in page.grids {
        guard let table = page.table(shownBy: grid, among: tables) else { continue }
        add(page.entries(of: grid, as: table), to: table.code, from: name)
      }
    }
    self.path = path
    self.tables = tables.values.sorted { $0.code < $1.code }
    self.disagreements = disagreements
  }
}

extension PublishedSite {
  /// The folders of the releases that a site keeps, in order of name.
  static func archives(in path: String) -> [String] {
    let folder = path + "/releases"
    return ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
      .map { folder + "/" + $0 }
  }
}

extension OutsideTable {
  /// Takes in what another format shows: a figure shown anywhere is known.
  ///
  /// - Returns: the cells of which it says something else, in order.
  fileprivate mutating func learn(_ others: [[String]: Entry]) -> [[String]] {
    var different: [[String]] = []
    for (path, entry) in others where entries[path] != entry {
      different.append(path)
      if case .value = entry, entries[path] == .hidden { entries[path] = entry }
      if entries[path] == nil { entries[path] = entry }
    }
    different += entries.keys.filter { others[$0] == nil }
    return different.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
