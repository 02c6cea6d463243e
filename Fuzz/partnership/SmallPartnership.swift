import Catalogue
import Diagnostics
public import Partnership

/// The partnership of `Tests/Fixtures/manual`, made up: what fuzzed files are read against. Run from
/// the repository's folder.
public enum SmallPartnership {
  public static let compact: Compact? = {
    var findings = Findings()
    return CatalogueReader(root: "Tests/Fixtures/manual", display: "manual").read(into: &findings)?
      .compact
  }()

  /// A dataset of counts, and one of records.
  public static func schema(_ number: UInt8) -> DatasetSchema? {
    guard let all = compact?.datasets, !all.isEmpty else { return nil }
    return all[Int(number) % all.count]
  }
}
