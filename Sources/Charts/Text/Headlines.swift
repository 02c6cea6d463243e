import Languages

/// Titles: what the figures say, in a sentence of each language.
extension Localized where Value == Template {
  typealias Sentence = Localized<Template>

  // MARK: One series

  static let single = Sentence(
    english: "{period}: {figure}", french: "{period}\u{A0}: {figure}")
  static let above = Sentence(
    english: "{period}: {figure}, above the target of {other}",
    french: "{period}\u{A0}: {figure}, au-dessus de la cible de {other}")
  static let below = Sentence(
    english: "{period}: {figure}, below the target of {other}",
    french: "{period}\u{A0}: {figure}, en dessous de la cible de {other}")
  static let onTarget = Sentence(
    english: "{period}: {figure}, exactly the target",
    french: "{period}\u{A0}: {figure}, exactement la cible")
  static let rising = Sentence(
    english: "{period}: {figure}, up from {other} ({otherPeriod})",
    french: "{period}\u{A0}: {figure}, en hausse par rapport à {other} ({otherPeriod})")
  static let falling = Sentence(
    english: "{period}: {figure}, down from {other} ({otherPeriod})",
    french: "{period}\u{A0}: {figure}, en baisse par rapport à {other} ({otherPeriod})")
  static let unchanged = Sentence(
    english: "{period}: {figure}, the same as before ({otherPeriod})",
    french: "{period}\u{A0}: {figure}, comme précédemment ({otherPeriod})")
  static let broken = Sentence(
    english: "{period}: {figure}; not comparable with earlier figures",
    french: "{period}\u{A0}: {figure}\u{202F}; non comparable aux chiffres antérieurs")
  static let latestHidden = Sentence(
    english: "{period}: hidden to protect people; last published: {other} ({otherPeriod})",
    french:
      "{period}\u{A0}: masqué pour protéger les personnes\u{202F}; dernier chiffre publié\u{A0}: {other} ({otherPeriod})"
  )
  static let latestMissing = Sentence(
    english: "{period}: not available; last published: {other} ({otherPeriod})",
    french:
      "{period}\u{A0}: non disponible\u{202F}; dernier chiffre publié\u{A0}: {other} ({otherPeriod})"
  )

  // MARK: Several categories

  static let range = Sentence(
    english: "From {other} ({otherName}) to {figure} ({name})",
    french: "De {other} ({otherName}) à {figure} ({name})")
  static let rangeIn = Sentence(
    english: "{period}: from {other} ({otherName}) to {figure} ({name})",
    french: "{period}\u{A0}: de {other} ({otherName}) à {figure} ({name})")
  static let publishedRange = Sentence(
    english: "Published figures range from {other} ({otherName}) to {figure} ({name})",
    french: "Les chiffres publiés vont de {other} ({otherName}) à {figure} ({name})")
  static let publishedRangeIn = Sentence(
    english: "{period}: published figures range from {other} ({otherName}) to {figure} ({name})",
    french: "{period}\u{A0}: les chiffres publiés vont de {other} ({otherName}) à {figure} ({name})"
  )
  /// Read in context: no category is named as first or last.
  static let contextRange = Sentence(
    english: "Published figures range from {other} to {figure}",
    french: "Les chiffres publiés vont de {other} à {figure}")
  static let contextRangeIn = Sentence(
    english: "{period}: published figures range from {other} to {figure}",
    french: "{period}\u{A0}: les chiffres publiés vont de {other} à {figure}")
  static let level = Sentence(
    english: "{figure} for every published category",
    french: "{figure} pour chaque catégorie publiée")
  static let levelIn = Sentence(
    english: "{period}: {figure} for every published category",
    french: "{period}\u{A0}: {figure} pour chaque catégorie publiée")

  // MARK: Nothing to say

  static let allHidden = Sentence(
    english: "All figures are hidden to protect people",
    french: "Tous les chiffres sont masqués pour protéger les personnes")
  static let nonePublished = Sentence(
    english: "No figure is published here yet", french: "Aucun chiffre n’est encore publié ici")
  static let undrawable = Sentence(
    english: "These figures cannot be drawn", french: "Ces chiffres ne peuvent être représentés")

  // MARK: Targets, changes, stages, time

  static let namedRise = Sentence(
    english: "{name}: {figure} in {period}, up from {other} ({otherPeriod})",
    french: "{name}\u{A0}: {figure} ({period}), en hausse par rapport à {other} ({otherPeriod})")
  static let namedFall = Sentence(
    english: "{name}: {figure} in {period}, down from {other} ({otherPeriod})",
    french: "{name}\u{A0}: {figure} ({period}), en baisse par rapport à {other} ({otherPeriod})")
  static let namedLevel = Sentence(
    english: "{name}: {figure} in both {otherPeriod} and {period}",
    french: "{name}\u{A0}: {figure}, sans changement ({otherPeriod}, {period})")
  static let noPair = Sentence(
    english: "No change can be shown between published figures",
    french: "Aucune évolution ne peut être montrée entre chiffres publiés")
  static let noTargetReached = Sentence(
    english: "None of {total} targets reached",
    french: "Aucune des {total} cibles n’est atteinte")
  static let oneTargetReached = Sentence(
    english: "1 of {total} targets reached", french: "1\u{A0}cible atteinte sur {total}")
  static let targetsReached = Sentence(
    english: "{count} of {total} targets reached",
    french: "{count}\u{A0}cibles atteintes sur {total}")
  static let changes = Sentence(
    english: "{otherPeriod} – {period}: {name}", french: "{otherPeriod} – {period}\u{A0}: {name}")
  static let stageReached = Sentence(
    english: "{period}: stage {count} of {total}, {name}",
    french: "{period}\u{A0}: étape {count} sur {total}, {name}")
  static let timePassed = Sentence(
    english: "{count}% of the {total} years has passed",
    french: "{count}\u{A0}% des {total}\u{A0}ans se sont écoulés")
  static let notBegun = Sentence(
    english: "The {total} years begin on {period}",
    french: "Les {total}\u{A0}ans commencent le {period}")
  static let ended = Sentence(
    english: "The {total} years ended on {period}",
    french: "Les {total}\u{A0}ans ont pris fin le {period}")
  static let noPeriod = Sentence(
    english: "The duration is not stated", french: "La durée n’est pas indiquée")
  static let noActivity = Sentence(
    english: "No activity to show", french: "Aucune activité à montrer")
  static let oneActivity = Sentence(
    english: "1 activity: {name}", french: "1\u{A0}activité\u{A0}: {name}")
  static let activities = Sentence(
    english: "{total} activities: {name}", french: "{total}\u{A0}activités\u{A0}: {name}")
}
