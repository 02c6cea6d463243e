import Partnership
@_spi(Gate) import Publication

/// What earlier releases showed of each cell, and what others have published of it: known to every
/// attacker, whatever is shown now.
struct History: Sendable {
  /// Each release's cells by their codes, oldest first; nil units where one was hidden.
  private let releases: [[[String]: Release.Cell]]
  /// By cell codes the value that is public elsewhere.
  private let elsewhere: [[String]: Int]
  /// Codes of all tables that any release had, or of which a figure is public elsewhere.
  let tables: Set<String>

  /// - Parameter ledger: oldest first.
  init(_ ledger: [Release], elsewhere figures: [PublicFigure] = []) {
    elsewhere = figures.reduce(into: [:]) { $0[$1.codes] = $1.value }
    releases = ledger.map { release in
      release.cells.reduce(into: [:]) { $0[$1.codes] = $1 }
    }
    tables = Set(
      ledger.flatMap(\.cells).compactMap(\.codes.first) + figures.compactMap(\.codes.first))
  }

  var isEmpty: Bool { releases.isEmpty }

  /// What each release had of a cell, oldest first; nil where it did not have the cell.
  func shown(_ codes: [String]) -> [Release.Cell?] { releases.map { $0[codes] } }

  /// Whether any release had a cell, shown or hidden, or others published it.
  func knows(_ codes: [String]) -> Bool {
    elsewhere[codes] != nil || releases.contains { $0[codes] != nil }
  }

  /// Whether some release showed this very value of a cell, or others published it.
  func hasShown(_ units: Int, of codes: [String]) -> Bool {
    elsewhere[codes] == units || releases.contains { $0[codes]?.units == units }
  }

  /// Whether some release showed another value of a cell: it was revised since it was first published.
  func hasShownOther(than units: Int, of codes: [String]) -> Bool {
    releases.contains { release in
      release[codes].flatMap(\.units).map { $0 != units } ?? false
    }
  }

  /// The figure of the last release, marked as awaiting revision; hidden where it had none.
  func figure(awaitingRevisionOf codes: [String]) -> Figure {
    guard let cell = releases.last?[codes] else { return Figure(.hidden) }
    if let units = cell.units {
      return Figure(
        .value(Quantity(units, decimals: cell.decimals)), qualifiers: [.awaitingRevision])
    }
    if let absence = cell.mark.flatMap(Absence.init(rawValue:)) { return Figure(.absent(absence)) }
    return Figure(.hidden)
  }
}
