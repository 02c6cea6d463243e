@_spi(Gate) import Publication

/// What earlier releases showed of each cell: known to every attacker, whatever is shown now.
struct History: Sendable {
  /// By cell codes, the oldest first; nil units where it was hidden.
  private let shown: [[String]: [Release.Cell]]
  /// The last release's cells only.
  private let last: [[String]: Release.Cell]

  /// - Parameter ledger: oldest first.
  init(_ ledger: [Release]) {
    var shown: [[String]: [Release.Cell]] = [:]
    for release in ledger {
      for cell in release.cells { shown[cell.codes, default: []].append(cell) }
    }
    self.shown = shown
    last =
      ledger.last.map { release in
        release.cells.reduce(into: [:]) { $0[$1.codes] = $1 }
      } ?? [:]
  }

  var isEmpty: Bool { shown.isEmpty }

  /// Whether some release showed this very value of a cell.
  func hasShown(_ units: Int, of codes: [String]) -> Bool {
    shown[codes]?.contains { $0.units == units } ?? false
  }

  /// Whether some release showed another value of a cell: it was revised since it was first published.
  func hasShownOther(than units: Int, of codes: [String]) -> Bool {
    shown[codes]?.contains { $0.units != nil && $0.units != units } ?? false
  }

  /// What the last release showed of a cell; nil where it did not have the cell.
  func lastShown(_ codes: [String]) -> Release.Cell? { last[codes] }

  /// The figure of the last release, marked as awaiting revision; hidden where it had none.
  func figure(awaitingRevisionOf codes: [String]) -> Figure {
    guard let cell = last[codes] else { return Figure(.hidden) }
    if let units = cell.units {
      return Figure(
        .value(Quantity(units, decimals: cell.decimals)), qualifiers: [.awaitingRevision])
    }
    if let absence = cell.mark.flatMap(Absence.init(rawValue:)) { return Figure(.absent(absence)) }
    return Figure(.hidden)
  }
}
