import Languages
import Partnership
import Publication

/// One format of open data: a row of the builder's list.
protocol DataFormat: Sendable {
  /// - Parameter files: those made before it, for formats that describe others.
  func files(of input: OpenDataInput, after files: [DataFile]) throws(OpenDataFailure) -> [DataFile]
}

/// A format could not be written: the machine failed, not the content.
public struct OpenDataFailure: Error, Sendable, Hashable {
  /// `data/v1/figures.en.xlsx`.
  public let path: String
}

/// All open-data files of a site, from published figures only, in order of address.
public struct OpenDataBuilder: Sendable {
  let input: OpenDataInput

  public init(_ input: OpenDataInput) { self.input = input }

  /// Where version 1 of the layout of these files stands; a change that breaks readers gets
  /// another.
  public static let folder = "data/v1"

  /// Descriptions come after what they describe.
  private static let formats: [any DataFormat] = [
    TableFiles(), IndicatorFiles(), WholeFiles(), SpreadsheetFiles(), IATIActivityFile(),
    FeedFiles(), CalendarFiles(),
    IndexFile(), DataPackageFile(), CSVWFile(), CatalogueFile(), SchemaFiles(),
  ]

  public func files() throws(OpenDataFailure) -> [DataFile] {
    var files: [DataFile] = []
    for format in Self.formats { files += try format.files(of: input, after: files) }
    return files.sorted { $0.path.precedesInBytes($1.path) }
  }
}
