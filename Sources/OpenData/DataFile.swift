/// One file of open data: its address under the site, and its bytes.
public struct DataFile: Sendable, Hashable {
  /// `data/v1/I2.4-sex.csv`: the same for both languages, and stable.
  public let path: String
  public let mediaType: String
  public let bytes: [UInt8]
  /// The table it holds, where it holds one.
  public let table: String?

  init(path: String, mediaType: String, bytes: [UInt8], table: String? = nil) {
    self.path = path
    self.mediaType = mediaType
    self.bytes = bytes
    self.table = table
  }
}
