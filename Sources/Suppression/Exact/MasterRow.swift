/// One thing that every pattern that protects must do: Σ coefficient × column ≥ least, a column
/// being 1 for a class of cells that is hidden.
struct MasterRow: Sendable {
  let terms: [(column: Int, coefficient: Double)]
  let least: Double

  func activity(_ point: [Double]) -> Double {
    terms.reduce(0) { $0 + $1.coefficient * point[$1.column] }
  }
}
