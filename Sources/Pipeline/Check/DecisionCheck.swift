import Catalogue
import Diagnostics
import Languages
import Notes
import Partnership

/// Whether each decision that the catalogue leans on was taken: stated in a meeting note and, where
/// it allows a rule of confidentiality to be laxer, still in force.
struct DecisionCheck {
  let positions: Positions
  let ledger: DecisionLedger

  func check(into findings: inout Findings) {
    let known = ledger.decisions.map(\.code)
    for named in positions.decisions {
      guard let decision = ledger.decision(named.code) else {
        findings.add(
          .unknownDecision(nearest: nearestWord(to: named.code, among: known)), at: named.place)
        continue
      }
      if named.noun.hasPrefix("classes/"),
        [.withdrawn, .replaced].contains(ledger.status(of: decision))
      {
        findings.add(.decisionNotInForce, at: named.place)
      }
    }
  }
}

extension Finding.Message {
  fileprivate static func unknownDecision(nearest: String?) -> Self {
    Self(
      .error, "unknown-decision", en: "decision is stated in no meeting note",
      fr: "cette décision ne figure dans aucun compte rendu de réunion",
      fix: nearest.map {
        Localized<String>(
          english: "did you mean ‘\($0)’?", french: "vouliez-vous dire « \($0) » ?")
      }
        ?? Localized(
          english: "state it in the note of the meeting that took it",
          french: "énoncez-la dans le compte rendu de la réunion qui l’a prise"))
  }

  fileprivate static let decisionNotInForce = Self(
    .error, "decision-not-in-force",
    en: "decision that allows a laxer rule was withdrawn or replaced",
    fr: "la décision qui autorise une règle moins stricte a été retirée ou remplacée",
    fix: Localized(
      english: "name the decision in force, or restore the rule",
      french: "citez la décision en vigueur, ou rétablissez la règle"))
}
