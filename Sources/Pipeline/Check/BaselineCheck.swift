import Catalogue
import Diagnostics
import Languages
import Partnership
import Publication

/// Whether a baseline that somebody typed stands where the data's own figure is hidden: it would say
/// what the mark does not.
struct BaselineCheck {
  let record: PublishedRecord
  let positions: Positions

  func check(_ compact: Compact, into findings: inout Findings) {
    for indicator in compact.indicators {
      guard let baseline = indicator.baseline, baseline.value != nil else { continue }
      let isHidden = record.tables.contains { table in
        table.series == indicator.code && table.dimensions.count == 1
          && table.figure([baseline.period])?.isHidden == true
      }
      if isHidden {
        findings.add(
          .baselineOfHidden, at: positions.place(of: "baselines/\(indicator.code)"))
      }
    }
  }
}

extension Finding.Message {
  fileprivate static let baselineOfHidden = Self(
    .error, "baseline-of-hidden",
    en: "baseline is typed where the data's own figure of that year is hidden",
    fr:
      "cette valeur de référence est saisie là où le chiffre des données pour cette année est masqué",
    fix: Localized(
      english: "leave ‘value:’ out; the page shows the mark",
      french: "omettez « value: » ; la page montre la marque"))
}
