/// How much must stay possible of an unsafe count.
public enum Latitude: Sendable, Hashable {
  /// All that the mark says: 1 to *k* − 1, or 0 to *k* − 1 where zeros are sensitive.
  case mark
  /// A range of this width laid around the value, half of it below as far as zero allows.
  case width(Int)
  /// This width, wherever it lies (sliding protection; Fischetti & Salazar 2001).
  case sliding(Int)

  func requirement(for total: Int, mark: ClosedRange<Int>) -> Requirement {
    switch self {
    case .mark: .interval(mark)
    case .width(let width):
      .interval(Requirement.sliding(width: max(1, width)).range(around: total))
    case .sliding(let width): .sliding(width: max(1, width))
    }
  }
}
