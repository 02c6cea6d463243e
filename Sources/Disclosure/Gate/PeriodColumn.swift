import Datasets
import Languages
import Partnership
import Publication

/// The periods of a dataset's tables, and what stands where one has no figure.
struct PeriodColumn {
  let categories: [PublishedCategory]
  /// For each period why there is no figure; nil where the dataset reports it.
  let absences: [Absence?]
  /// For each period whether it was not over when the data was made.
  let areProvisional: [Bool]

  /// - Parameters:
  ///   - reported: codes of the periods of which the measure has any row.
  ///   - withBaseline: whether the baseline year stands in the table even when not reported.
  init(clock: Clock, reported: Set<String>, version: CalendarDate, withBaseline: Bool = false) {
    var categories: [PublishedCategory] = []
    var absences: [Absence?] = []
    var provisional: [Bool] = []
    let hasBaseline = reported.contains(Period.baselineCode)
    if hasBaseline || withBaseline {
      categories.append(
        PublishedCategory(
          code: Period.baselineCode,
          label: Localized(english: "Baseline year", french: "Année de référence")))
      absences.append(hasBaseline ? nil : .notAvailable)
      provisional.append(false)
    }
    for period in clock.periods {
      categories.append(PublishedCategory(code: period.code, label: period.label))
      if reported.contains(period.code) {
        absences.append(nil)
      } else {
        absences.append(period.end > version ? .notYetDue : .notAvailable)
      }
      provisional.append(reported.contains(period.code) && period.end > version)
    }
    self.categories = categories
    self.absences = absences
    areProvisional = provisional
  }
}

extension Period {
  /// The code of the year before the effective date.
  static let baselineCode = "Y0"

  /// `Year 2`, `Année 2`: short enough for an axis; the pages give the dates beside it.
  var label: Localized<String> {
    Localized(
      english: "Year \(number)", french: "Année \(number)")
  }
}
