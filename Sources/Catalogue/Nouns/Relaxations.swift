import Partnership

/// A rule of confidentiality may be relaxed only by a decision: each rule is held against what was
/// proposed for its class, under the same name after `baseline-`.
extension Keyed {
  func dominance(_ key: String) -> Dominance? {
    keyed(key).map { keyed in
      let rule = Dominance(
        contributors: keyed.requiredInt("contributors"), share: keyed.requiredInt("share"))
      keyed.refuseUnknownKeys()
      return rule
    }
  }

  func refuseRelaxation(of rules: ConfidentialityClass) {
    let threshold = int("baseline-threshold")
    let pPercent = int("baseline-p-percent")
    let width = int("baseline-interval-width")
    let roundingBase = int("baseline-round-to")
    let crossing = int("baseline-maximum-crossing")
    let dominance = dominance("baseline-dominance")
    let geography = string("baseline-finest-geography")
    let forbidden = stringLists("baseline-forbidden-crossings")
    let oneCategory = strings("baseline-all-in-one-category")
    let maySlide = flag("baseline-sliding")
    let mayChange = flag("baseline-amounts-may-change")
    let isRelaxed: [(rule: String, Bool)] = [
      ("threshold", threshold.map { rules.threshold ?? 0 < $0 } ?? false),
      ("interval-width", width.map { rules.intervalWidth ?? 0 < $0 } ?? false),
      ("round-to", roundingBase.map { rules.roundingBase ?? 0 < $0 } ?? false),
      // Less than what the mark says, and what is proposed where nothing is said.
      ("sliding", rules.isSliding && !maySlide),
      ("amounts-may-change", rules.amountsMayChange && !mayChange),
      ("p-percent", pPercent.map { rules.pPercent ?? 0 < $0 } ?? false),
      ("maximum-crossing", crossing.map { rules.maximumCrossing ?? .max > $0 } ?? false),
      (
        "dominance",
        dominance.map { proposed in
          rules.dominance.map {
            $0.share > proposed.share || $0.contributors < proposed.contributors
          } ?? true
        } ?? false
      ),
      // Which level is finer is for the gate to know: another level is another rule.
      ("finest-geography", geography.map { rules.finestGeography != $0 } ?? false),
      (
        "forbidden-crossings",
        !forbidden.allSatisfy { proposed in
          rules.forbiddenCrossings.contains { Set($0).isSubset(of: proposed) }
        }
      ),
      ("zeros-are-sensitive", flag("baseline-zeros-are-sensitive") && !rules.zerosAreSensitive),
      ("all-in-one-category", !Set(oneCategory).isSubset(of: rules.allInOneCategory)),
      ("never-published", flag("baseline-never-published") && !rules.isNeverPublished),
      (
        "totals-are-exact",
        has("baseline-totals-are-exact") && !flag("baseline-totals-are-exact")
          && rules.totalsAreExact
      ),
    ]
    guard rules.decision == nil else { return }
    for (rule, isRelaxed) in isRelaxed where isRelaxed {
      // One mistake, one finding: a rule that cannot be read has been told of.
      if has(rule), rule == "threshold", rules.threshold == nil { continue }
      scribe.add(
        .relaxedWithoutDecision(rule, isProposed: has("baseline-" + rule)),
        at: has(rule) ? place(of: rule) : place)
    }
  }
}
