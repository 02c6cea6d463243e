import Languages
import Partnership
import Publication

/// The first sentence of an indicator’s page.
extension Sentences {
  struct Headline {
    var indicator: Indicator
    var measure: PublishedMeasure
    var period: Period
    var figure: Figure
    var target: Int?
    /// The figure of the period before, where there is one to compare with.
    var previous: Quantity?
    /// The name of the stage, for a milestone.
    var stage: String?
  }

  /// The latest figure with its period, its target and what it was before; never a judgement on
  /// an indicator that is read in context.
  func headline(_ headline: Headline) -> String {
    let period = headline.period
    let span = span(period.start, period.end)
    switch headline.figure.state {
    case .hidden:
      return pick(
        "The figure for \(yearInside(period.number)) is not shown, to protect people: it is below"
          + " the threshold for publication, or showing it would let another be worked out.",
        "Le chiffre \(ofYear(period.number)) n’est pas montré, afin de protéger les personnes :"
          + " il est inférieur au seuil de publication, ou permettrait d’en déduire un autre.")
    case .absent(.notAvailable):
      return pick(
        "No figure has been received for \(yearInside(period.number)) (\(span)).",
        "Aucun chiffre n’a été reçu pour \(yearInside(period.number)) (\(span)).")
    case .absent(.notApplicable):
      return pick(
        "This indicator does not apply to \(yearInside(period.number)).",
        "Cet indicateur est sans objet pour \(yearInside(period.number)).")
    case .absent(.notYetDue):
      return pick(
        "The first figure is not yet due: \(yearInside(period.number)) ends on"
          + " \(date(period.end)).",
        "Le premier chiffre n’est pas encore exigible : \(yearInside(period.number)) se termine"
          + " le \(date(period.end)).")
    case .value(let value):
      return valued(headline, value, span) + qualification(headline.figure.qualifiers)
    }
  }

  var noFigureYet: String {
    pick(
      "No figure has been published for this indicator yet.",
      "Aucun chiffre n’a encore été publié pour cet indicateur.")
  }

  private func valued(_ headline: Headline, _ value: Quantity, _ span: String) -> String {
    let year = headline.period.number
    switch headline.measure {
    case .percentChange:
      let size = numbers.percent(units: abs(value.units), decimals: value.decimals)
      if value.units == 0 {
        return pick(
          "In \(yearInside(year)) (\(span)), the number was the same as in the baseline year.",
          "Pour \(yearInside(year)) (\(span)), le nombre est le même que celui de l’année de"
            + " référence.")
      }
      return value.units > 0
        ? pick(
          "In \(yearInside(year)) (\(span)), the number was \(size) higher than in the baseline"
            + " year.",
          "Pour \(yearInside(year)) (\(span)), le nombre dépasse de \(size) celui de l’année de"
            + " référence.")
        : pick(
          "In \(yearInside(year)) (\(span)), the number was \(size) lower than in the baseline"
            + " year.",
          "Pour \(yearInside(year)) (\(span)), le nombre est inférieur de \(size) à celui de"
            + " l’année de référence.")
    case .stage:
      let stage = headline.stage ?? quantity(value)
      return pick(
        "Stage reached by the end of \(yearInside(year)) (\(date(headline.period.end))): \(stage).",
        "Étape atteinte à la fin \(ofYear(year)) (\(date(headline.period.end))) : \(stage).")
    case .amount, .count, .cumulative:
      let figure =
        isAmount(headline.measure)
        ? self.value(value, headline.measure) : units(value, headline.indicator.unit)
      let opening =
        headline.indicator.combination == .sum
        ? pick(
          "\(figure) in \(yearInside(year)) (\(span))",
          "\(figure) pour \(yearInside(year)) (\(span))")
        : pick(
          "\(figure) by the end of \(yearInside(year)) (\(date(headline.period.end)))",
          "\(figure) à la fin \(ofYear(year)) (\(date(headline.period.end)))")
      return opening + comparison(headline, value) + "."
    }
  }

  private func comparison(_ headline: Headline, _ value: Quantity) -> String {
    var clauses = ""
    if let target = headline.target, headline.indicator.direction != .context {
      let goal = numbers.text(target)
      if value == Quantity(target) {
        clauses += pick(
          ", exactly the target set for that year", ", soit exactement la cible fixée")
      } else if Quantity(target) < value {
        clauses += pick(", above the target of \(goal)", ", au-dessus de la cible de \(goal)")
      } else {
        clauses += pick(", below the target of \(goal)", ", en dessous de la cible de \(goal)")
      }
    }
    if let previous = headline.previous {
      let before = quantity(previous)
      let stands = clauses.isEmpty
      clauses +=
        previous == value
        ? pick("; the same as the year before", " ; autant que l’année précédente")
        : pick(
          "; the year before, it was \(before)",
          stands
            ? ", contre \(before) l’année précédente" : " ; l’année précédente : \(before)")
    }
    return clauses
  }

  private func qualification(_ qualifiers: Set<Qualifier>) -> String {
    var sentences = ""
    if qualifiers.contains(.estimated) {
      sentences += pick(" This is an estimate.", " Il s’agit d’une estimation.")
    }
    if qualifiers.contains(.provisional) {
      sentences += pick(" The figure is provisional.", " Ce chiffre est provisoire.")
    }
    if qualifiers.contains(.revised) {
      sentences += pick(
        " It has been revised since it was first published.",
        " Il a été révisé depuis sa première publication.")
    }
    if qualifiers.contains(.awaitingRevision) {
      sentences += pick(
        " A revision is known and will be shown when it can be shown safely.",
        " Une révision est connue et sera publiée dès qu’elle pourra l’être sans risque.")
    }
    return sentences
  }

  /// “de l’année 2”, “of year 2”.
  func ofYear(_ number: Int) -> String {
    pick("of \(yearInside(number))", "de \(yearInside(number))")
  }

  private func isAmount(_ measure: PublishedMeasure) -> Bool {
    if case .amount = measure { true } else { false }
  }
}
