import Languages
import Partnership

/// The rules of confidentiality, in words for those whom they protect.
extension Sentences {
  func threshold(_ k: Int) -> String {
    pick(
      "A number from 1 to \(numbers.text(k - 1)) is never shown: it is replaced by [c].",
      "Un nombre de 1 à \(numbers.text(k - 1)) n’est jamais montré : il est remplacé par [c].")
  }

  func dominance(_ rule: Dominance) -> String {
    let share = numbers.percent(units: rule.share, decimals: 0)
    return pick(
      rule.contributors == 1
        ? "An amount is hidden when one contributor alone gives more than \(share) of it."
        : "An amount is hidden when its \(numbers.text(rule.contributors)) largest contributors"
          + " together give more than \(share) of it.",
      rule.contributors == 1
        ? "Un montant est masqué lorsqu’un seul contributeur en apporte plus de \(share)."
        : "Un montant est masqué lorsque ses \(numbers.text(rule.contributors)) plus gros"
          + " contributeurs en apportent ensemble plus de \(share).")
  }

  func pPercent(_ percent: Int) -> String {
    let share = numbers.percent(units: percent, decimals: 0)
    return pick(
      "An amount is hidden when one contributor could work out another’s to within \(share).",
      "Un montant est masqué lorsqu’un contributeur pourrait en déduire celui d’un autre à"
        + " \(share) près.")
  }

  func maximumCrossing(_ most: Int) -> String {
    pick(
      most == 1
        ? "One breakdown at a time: no table crosses two."
        : "No table crosses more than \(numbers.text(most)) breakdowns.",
      most == 1
        ? "Une seule ventilation à la fois : aucun tableau n’en croise deux."
        : "Aucun tableau ne croise plus de \(numbers.text(most)) ventilations.")
  }

  func finestGeography(_ name: String) -> String {
    pick(
      "Nothing is published below this level of place: \(uncapitalized(name)).",
      "Rien n’est publié en dessous de ce niveau de lieu : \(uncapitalized(name)).")
  }

  func forbiddenCrossing(_ names: [String]) -> String {
    let small = list(names.map { uncapitalized($0) })
    return pick("Never in one table: \(small).", "Jamais dans un même tableau : \(small).")
  }

  func maximumHiddenShare(_ percent: Int) -> String {
    let share = numbers.percent(units: percent, decimals: 0)
    return pick(
      "A breakdown that would hide more than \(share) of its cells is not published at all.",
      "Une ventilation qui masquerait plus de \(share) de ses cellules n’est pas publiée du tout.")
  }
}
