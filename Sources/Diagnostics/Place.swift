/// A place in a file of the reader: lines and columns count from 1, columns in characters.
public struct Place: Sendable, Hashable, Comparable {
  /// The path as the reader would type it, from the folder they stand in.
  public let file: String
  public let line: Int?
  public let column: Int?

  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `Content/data/trainings.csv:214:9`, the form that editors open.
  public var text: String {
    [file, line.map(String.init), column.map(String.init)].compactMap { $0 }
      .joined(separator: ":")
  }

  public static func < (one: Place, other: Place) -> Bool {
    (one.file, one.line ?? 0, one.column ?? 0) < (other.file, other.line ?? 0, other.column ?? 0)
  }
}
