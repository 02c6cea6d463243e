public import Diagnostics
public import Partnership

/// Reads the file of one dataset down to its base cells, or refuses it.
public struct DatasetReader {
  let schema: DatasetSchema
  let compact: Compact
  let dataFolder: String
  let displayFolder: String

  /// - Parameters:
  ///   - dataFolder: where the file lies, as the machine knows it.
  ///   - displayFolder: the same folder as the reader would type it, for findings.
  public init(schema: DatasetSchema, compact: Compact, dataFolder: String, displayFolder: String) {
    self.schema = schema
    self.compact = compact
    self.dataFolder = dataFolder
    self.displayFolder = displayFolder
  }

  /// The base cells of the file.
  ///
  /// - Returns: nil where anything found is an error: nothing half-read is used. No finding bears a
  ///   value of the file.
  public func read(into findings: inout Findings) -> BaseTable? {
    nil
  }
}
