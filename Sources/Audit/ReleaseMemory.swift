/// What other releases show of the same cells, of periods in which no figure changed.
struct ReleaseMemory {
  private var shown: [String: [[String]: Int]] = [:]
  /// Tables that only other releases have, with the figures that still hold.
  private(set) var gone: [OutsideTable] = []

  init(_ tables: [OutsideTable], _ releases: [[OutsideTable]]) {
    for release in releases {
      var changed: Set<String> = []
      var told: [(code: String, path: [String], value: Int)] = []
      for table in tables {
        for other in release where other.code == table.code {
          for (path, entry) in other.entries {
            guard case .value(let value) = entry else { continue }
            told.append((table.code, path, value))
            if case .value(let now)? = table.entries[path], now != value {
              changed.insert(path.first ?? "")
            }
          }
        }
      }
      for other in release where !tables.contains(where: { $0.code == other.code }) {
        var table = other
        table.entries = other.entries.filter { path, entry in
          if case .value = entry { !changed.contains(path.first ?? "") } else { false }
        }
        if !table.entries.isEmpty, !gone.contains(where: { $0.code == table.code }) {
          gone.append(table)
        }
      }
      for cell in told where !changed.contains(cell.path.first ?? "") {
        shown[cell.code, default: [:]][cell.path] = cell.value
      }
    }
  }

  /// What this release shows, or another one does.
  func knowledge(of path: [String], in table: OutsideTable, _ entry: OutsideTable.Entry) -> Int? {
    if case .value(let value) = entry { return value }
    return shown[table.code]?[path]
  }
}
