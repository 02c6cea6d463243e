public import Diagnostics
public import Languages
public import Partnership

extension Indicator {
  /// Numbers typed in the texts that stand beside its figures: how to read it, how not to.
  ///
  /// - Parameter place: of the indicator, for a finding.
  public func typedNumbers(in language: Language, at place: Place) -> [TypedNumber] {
    let units = [unit.many[language].lowercased()]
    return [reading, caution].flatMap { NumberWords.numbers(in: $0[language], units: units) }.map {
      TypedNumber(
        number: $0.number, decimals: $0.decimals, isPercent: $0.isPercent, series: [code],
        place: place)
    }
  }
}
