import Dispatch
import Languages
import Partnership
import Publication
import Synchronization

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

  private static let formats: [any DataFormat] = [
    TableFiles(), IndicatorFiles(), WholeFiles(), SpreadsheetFiles(), IATIActivityFile(),
    FeedFiles(), CalendarFiles(), IndexFile(),
  ]
  /// Descriptions come after what they describe.
  private static let descriptions: [any DataFormat] = [
    DataPackageFile(), CSVWFile(), CatalogueFile(), SchemaFiles(),
  ]

  public func files() throws(OpenDataFailure) -> [DataFile] {
    var files = try described()
    for format in Self.descriptions { files += try format.files(of: input, after: files) }
    return files.sorted { $0.path.precedesInBytes($1.path) }
  }

  /// The formats know nothing of each other: each core takes the next one, the longest of a site of many
  /// notes first. The result is in the order of the formats.
  private func described() throws(OpenDataFailure) -> [DataFile] {
    let made = Mutex<[Int: Result<[DataFile], OpenDataFailure>]>([:])
    DispatchQueue.concurrentPerform(iterations: Self.formats.count) { turn in
      let index = Self.formats.count - 1 - turn
      let files = Result { () throws(OpenDataFailure) in
        try Self.formats[index].files(of: input, after: [])
      }
      made.withLock { $0[index] = files }
    }
    var files: [DataFile] = []
    let all = made.withLock { $0 }
    for index in Self.formats.indices { files += try all[index]?.get() ?? [] }
    return files
  }
}
