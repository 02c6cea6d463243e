/// Everybody in the cell is in one category: to know that someone is in the cell is to know the
/// category (attribute disclosure).
public struct AllInOneCategory: SensitivityRule, Hashable {
  /// Totals above this are not looked at; `nil` looks at all.
  public let upTo: Int?

  public init(upTo: Int? = nil) { self.upTo = upTo }

  public var code: String { "all-in-one-category" }

  public func isUnsafe(_ cell: CellContent) -> Bool {
    guard cell.total > 0, cell.parts.count > 1, cell.total <= upTo ?? .max else { return false }
    return cell.parts.contains(cell.total)
  }

  /// The total must not be known exactly: one less must stay possible.
  public func requirement(for cell: CellContent) -> Requirement {
    .interval(max(0, cell.total - 1)...cell.total)
  }
}
