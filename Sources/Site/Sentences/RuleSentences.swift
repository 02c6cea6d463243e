import Languages
import Partnership

/// The rules of confidentiality, in words for those whom they protect.
extension Sentences {
  func threshold(_ k: Int) -> String {
    pick(
      "A number from 1 to \(numbers.text(k - 1)) is never shown: it is replaced by [c].",
      "Un nombre de 1 à \(numbers.text(k - 1)) n’est jamais montré : il est remplacé par [c].")
  }

  var totalsStay: String {
    pick(
      "The total of a year is never hidden to protect another figure.",
      "Le total d’une année n’est jamais masqué pour protéger un autre chiffre.")
  }

  /// - Parameter width: persons.
  func intervalWidth(_ width: Int) -> String {
    pick(
      "Nobody can narrow down such a number to fewer than \(numbers.text(width + 1)) values.",
      "Personne ne peut ramener un tel nombre à moins de \(numbers.text(width + 1)) valeurs"
        + " possibles.")
  }

  /// - Parameter width: persons.
  func slidingWidth(_ width: Int) -> String {
    pick(
      "Nobody can narrow down such a number to fewer than \(numbers.text(width + 1)) values, wherever"
        + " these lie.",
      "Personne ne peut ramener un tel nombre à moins de \(numbers.text(width + 1)) valeurs"
        + " possibles, où qu’elles se situent.")
  }

  /// - Parameter base: of which the numbers shown are multiples.
  func rounded(to base: Int) -> String {
    pick(
      "Numbers that are shown are rounded to a multiple of \(numbers.text(base)), so that totals may differ"
        + " from the sums of their parts.",
      "Les nombres montrés sont arrondis à un multiple de \(numbers.text(base)) ; un total peut donc"
        + " différer de la somme de ses parties.")
  }

  /// Whether changes of amounts are looked at.
  func changedAmounts(areShown: Bool) -> String {
    pick(
      areShown
        ? "An amount that changes is shown as it is now, even where one contributor may be behind"
          + " the change."
        : "Where one contributor may be behind a change of an amount, the amounts of that year stay"
          + " as they were, marked as awaiting revision.",
      areShown
        ? "Un montant qui change est montré tel qu’il est à présent, même quand un seul contributeur"
          + " peut être à l’origine du changement."
        : "Quand un seul contributeur peut être à l’origine du changement d’un montant, les montants"
          + " de cette année restent tels qu’ils étaient, signalés comme en attente de révision.")
  }

  /// - Parameter names: titles of the dimensions that must not be told of everybody.
  func allInOneCategory(_ names: [String]) -> String {
    let small = list(names.map { uncapitalized($0) })
    return pick(
      "Where all of a group are in one category, that is not told: nobody can learn the category of"
        + " everyone in it (\(small)).",
      "Quand tout un groupe relève d’une même modalité, cela n’est pas montré : personne ne peut"
        + " apprendre la modalité de chacun (\(small)).")
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
      "Rien n’est publié à un niveau géographique plus fin que celui-ci : \(uncapitalized(name)).")
  }

  func forbiddenCrossing(_ names: [String]) -> String {
    let small = list(names.map { uncapitalized($0) })
    return pick("Never in one table: \(small).", "Jamais dans un même tableau : \(small).")
  }

  func maximumHiddenShare(_ percent: Int) -> String {
    let share = numbers.percent(units: percent, decimals: 0)
    return pick(
      "A breakdown that would hide more than \(share) of its cells is shown in broader categories"
        + " where there are any, or not at all.",
      "Une ventilation dont plus de \(share) des cellules seraient masquées est montrée en modalités"
        + " plus larges quand il en existe, ou n’est pas publiée du tout.")
  }

  /// - Parameter sources: where others have published figures.
  func publicElsewhere(_ sources: [String]) -> String {
    pick(
      "Figures that are public elsewhere count as known to everybody: \(list(sources)).",
      "Les chiffres déjà publics ailleurs sont tenus pour connus de tous : \(list(sources)).")
  }

  /// - Parameter names: titles of the dimensions whose finest categories are left out.
  func coarsened(_ names: [String]) -> String {
    let small = list(names.map { uncapitalized($0) })
    return pick(
      "Shown in broader categories than asked for (\(small)): with finer ones too many cells would"
        + " have to be hidden.",
      "Les modalités sont plus larges que prévu (\(small)) : avec de plus fines, trop de cellules"
        + " devraient être masquées.")
  }
}
