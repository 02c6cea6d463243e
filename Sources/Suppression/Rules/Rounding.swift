/// Rounding of the counts that are shown, after all is protected: to the nearest multiple of a base, and
/// never below the threshold from which counts are shown (conventional rounding: Hundepool et al. 2012,
/// *Statistical Disclosure Control*). Whoever sees a rounded count knows less than whoever sees the count, so that
/// what protects the one protects the other.
public struct Rounding: Sendable, Hashable {
  /// From 2 up.
  public let base: Int
  /// Counts from 1 to `threshold` − 1 are not rounded: where one is shown, a rule says that it is exact.
  public let threshold: Int

  public init(base: Int, threshold: Int) {
    self.base = max(2, base)
    self.threshold = max(1, threshold)
  }

  /// The least multiple from the threshold up.
  private var least: Int { (threshold + base - 1) / base * base }

  /// What is shown of a count; halves go up.
  public func shown(_ count: Int) -> Int {
    guard count >= threshold else { return count }
    let (sum, isTooMuch) = count.addingReportingOverflow(base / 2)
    return isTooMuch ? count : max(least, sum / base * base)
  }

  /// The counts of which this is shown; one of which nobody would show it is taken to be exact.
  public func counts(shownAs number: Int) -> ClosedRange<Int> {
    guard number >= least, number.isMultiple(of: base) else { return number...number }
    let lower = number == least ? threshold : number - base / 2
    let (upper, isTooMuch) = number.addingReportingOverflow(base - 1 - base / 2)
    return isTooMuch ? number...number : max(lower, threshold)...upper
  }
}
