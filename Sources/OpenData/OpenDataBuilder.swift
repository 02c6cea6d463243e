public import Partnership
public import Publication

/// All open-data files of a site, from published figures only, in order of address.
public struct OpenDataBuilder: Sendable {
  let compact: Compact
  let record: PublishedRecord

  public init(compact: Compact, record: PublishedRecord) {
    self.compact = compact
    self.record = record
  }

  /// Where version 1 of the layout of these files stands; a change that breaks readers gets
  /// another.
  public static let folder = "data/v1"

  public func files() -> [DataFile] {
    var files: [DataFile] = []
    for table in record.tables {
      let stem = "\(Self.folder)/\(table.code)"
      files.append(
        DataFile(
          path: stem + ".csv", mediaType: "text/csv", bytes: TidyCSV.bytes(of: [table]),
          table: table.code))
      files.append(
        DataFile(
          path: stem + ".json", mediaType: "application/json",
          bytes: TableJSON.bytes(of: table, compact), table: table.code))
    }
    files.append(
      DataFile(
        path: Self.folder + "/index.json", mediaType: "application/json",
        bytes: IndexJSON.bytes(of: record, compact)))
    return files.sorted { $0.path < $1.path }
  }
}
