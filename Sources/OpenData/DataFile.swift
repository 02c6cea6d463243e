public import Languages

/// One file of open data: its address under the site, and its bytes.
public struct DataFile: Sendable, Hashable {
  /// `data/v1/I2.4-sex.csv`: stable.
  public let path: String
  public let mediaType: String
  public let bytes: [UInt8]
  /// How pages name it; nil for a file that only machines follow, or the twin of one that is named.
  public let listing: Listing?

  /// A file as the data page and the page of its indicator offer it.
  public struct Listing: Sendable, Hashable {
    /// The code of its indicator or series; empty for a file of the whole site.
    public let series: String
    /// The table it holds, where it holds one.
    public let table: String?
    /// `CSV`, `XLSX`: as readers call it.
    public let format: String
    public let path: Localized<String>
    public let title: Localized<String>?
  }

  init(path: String, mediaType: String, bytes: [UInt8], listing: Listing? = nil) {
    self.path = path
    self.mediaType = mediaType
    self.bytes = bytes
    self.listing = listing
  }
}
