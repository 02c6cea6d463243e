import Partnership
import Suppression

/// The rules of a class of confidentiality as the mathematics knows them: rows, not branches.
extension ConfidentialityClass {
  /// The rules for a table of counts; empty where figures are published exactly.
  var countRules: [any SensitivityRule] {
    guard let threshold else { return [] }
    return zerosAreSensitive
      ? [SensitiveZeros(threshold: threshold)] : [FrequencyRule(threshold: threshold)]
  }

  /// The rules for a table of magnitudes, such as amounts by contributor.
  var magnitudeRules: [any SensitivityRule] {
    var rules: [any SensitivityRule] = []
    if let dominance { rules.append(DominanceRule(n: dominance.contributors, k: dominance.share)) }
    if let pPercent { rules.append(PPercentRule(p: pPercent)) }
    return rules
  }
}
