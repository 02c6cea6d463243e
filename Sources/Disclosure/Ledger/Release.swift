/// What one release showed: published values and marks, by cell code, and the rules in force; no
/// raw value.
public struct Release: Sendable, Hashable, Codable {
  /// `2025-annual`: a word for its address.
  public let name: String
  /// ISO 8601.
  public let date: String
  /// The threshold of each class when it was made.
  public let thresholds: [String: Int]
  public let cells: [Cell]

  /// One cell as it was shown.
  public struct Cell: Sendable, Hashable, Codable {
    /// The table's code, then one category code a dimension.
    public let codes: [String]
    /// Scaled by 10 to the power of `decimals`; nil where a mark stands.
    public let units: Int?
    public let decimals: Int
    public let mark: String?
  }
}
