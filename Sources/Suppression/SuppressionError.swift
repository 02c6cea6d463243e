/// What stops a table from being protected or attacked. Names cells by their codes, never by
/// their values.
public enum SuppressionError: Error, Hashable, Sendable {
  /// A hierarchy comes back to itself; the codes of the cycle, in order.
  case cycle(dimension: String, codes: [String])
  /// A child is listed under two parents.
  case twoParents(dimension: String, child: String, parents: [String])
  /// A hierarchy has no root, or several.
  case roots(dimension: String, codes: [String])
  /// A code is in no hierarchy of its dimension, or not among its finest codes.
  case unknownCode(dimension: String, code: String)
  /// A dimension is named that the table does not have.
  case unknownDimension(String)
  /// The same combination of finest codes is given twice.
  case duplicateCell(codes: [String])
  /// A count is below zero.
  case negative(codes: [String])
  /// A count is not a whole number.
  case notWhole(codes: [String])
  /// A sum leaves the range in which whole numbers are exact (2^50).
  case overflow(codes: [String])
  /// A cell's value is not the sum of its base cells.
  case doesNotAddUp(codes: [String])
  /// A row names a base cell that does not exist, or an array has the wrong length.
  case malformedSystem(codes: [String])
  /// The published figures contradict each other: no table fits them.
  case contradiction(codes: [String])
  /// A cell that must stay published is not among those that the tables show.
  case notShown(codes: [String])
  /// An unsafe cell must stay published, or is already public elsewhere.
  case unsafeButPublic(codes: [String])
  /// No choice of cells to hide protects this one.
  case cannotProtect(codes: [String])
  /// The time or node limit came first.
  case limitReached(codes: [String])
  /// A line of a file cannot be read (1 is the first line).
  case unreadable(file: String, line: Int)
}
