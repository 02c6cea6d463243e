import Diagnostics
import Partnership
import Suppression

extension ProtectedTables {
  /// The figures public elsewhere that are cells of these tables.
  ///
  /// - Parameter findings: gets an error for one that the data contradict, and for one that a rule
  ///   would hide and no decision allows to show.
  func publicFigures(
    _ compact: Compact, _ rules: [any SensitivityRule], _ findings: inout Findings
  ) -> Set<PublicFigure> {
    guard !compact.publicFigures.isEmpty else { return [] }
    let places = system.cells.indices.reduce(into: [[String]: Int]()) { places, cell in
      if places[system.cells[cell].codes] == nil { places[system.cells[cell].codes] = cell }
    }
    return Set(
      compact.publicFigures.filter { figure in
        guard let cell = places[figure.codes] else { return false }
        if values[cell] != figure.value {
          findings.add(.publicFigureDiffers, at: figure.place)
        } else if figure.decision == nil,
          rules.contains(where: { $0.isUnsafe(CellContent(total: figure.value)) })
        {
          findings.add(.publicFigureWithoutDecision, at: figure.place)
        }
        return true
      })
  }
}
