import Languages

/// Sentences of a description, for a reader who does not see the chart. Hidden figures are
/// spoken of in general words only: how many, and why in principle.
extension Localized where Value == Template {
  // MARK: What it is

  static let lineChart = Sentence(
    english: "Line chart: {name}, {otherPeriod} to {period}.",
    french: "Courbe\u{A0}: {name} ({otherPeriod} – {period}).")
  static let lineChartOf = Sentence(
    english: "Line chart: {name}, {period}.", french: "Courbe\u{A0}: {name} ({period}).")
  static let barChart = Sentence(
    english: "Bar chart: {name}, {count} categories.",
    french: "Diagramme à barres\u{A0}: {name}, {count}\u{A0}catégories.")
  static let oneBar = Sentence(
    english: "Bar chart: {name}, one category.",
    french: "Diagramme à barres\u{A0}: {name}, une seule catégorie.")
  static let stackedChart = Sentence(
    english: "Stacked bar chart: {name}, parts: {otherName}.",
    french: "Diagramme à barres empilées\u{A0}: {name}, parties\u{A0}: {otherName}.")
  static let groupedChart = Sentence(
    english: "Grouped bar chart: {name}; bars: {otherName}.",
    french: "Diagramme à barres groupées\u{A0}: {name}\u{202F}; barres\u{A0}: {otherName}.")
  static let bulletChart = Sentence(
    english: "Chart of baseline, target and actual: {name}.",
    french: "Graphique de la valeur de référence, de la cible et de la réalisation\u{A0}: {name}.")
  static let smallMultiples = Sentence(
    english: "Small line charts on one scale: {name}, {otherPeriod} to {period}.",
    french: "Petites courbes à la même échelle\u{A0}: {name} ({otherPeriod} – {period}).")
  static let smallMultiplesOf = Sentence(
    english: "Small line charts on one scale: {name}, {period}.",
    french: "Petites courbes à la même échelle\u{A0}: {name} ({period}).")
  static let slopeChart = Sentence(
    english: "Slope chart: {name}, {otherPeriod} and {period}.",
    french: "Graphique de pentes\u{A0}: {name} ({otherPeriod} et {period}).")
  static let dotPlot = Sentence(
    english: "Dot plot: {name}; dots: {otherName}.",
    french: "Diagramme de points\u{A0}: {name}\u{202F}; points\u{A0}: {otherName}.")
  static let milestoneTrack = Sentence(
    english: "Track of stages: {name}.", french: "Frise des étapes\u{A0}: {name}.")
  static let clockChart = Sentence(
    english: "Timeline from {otherPeriod} to {period}, with progress beside it.",
    french: "Frise chronologique du {otherPeriod} au {period}, avec l’avancement.")
  static let activityGrid = Sentence(
    english: "Grid of activities by objective, each with its status.",
    french: "Grille des activités par objectif, chacune avec son état.")
  static let districtMap = Sentence(
    english: "Tile map of {total} districts: {name}.",
    french: "Carte en carreaux des {total}\u{A0}districts\u{A0}: {name}.")
  static let oneDistrict = Sentence(
    english: "Tile map of one district: {name}.",
    french: "Carte en carreaux d’un seul district\u{A0}: {name}.")
  static let sparkline = Sentence(
    english: "Small line: {name}, {otherPeriod} to {period}.",
    french: "Petite courbe\u{A0}: {name} ({otherPeriod} – {period}).")
  static let sparklineOf = Sentence(
    english: "Small line: {name}, {period}.", french: "Petite courbe\u{A0}: {name} ({period}).")

  // MARK: How it goes

  static let rose = Sentence(
    english: "{name}: rises from {other} ({otherPeriod}) to {figure} ({period}).",
    french:
      "{name}\u{A0}: de {other} ({otherPeriod}) à {figure} ({period}), en hausse.")
  static let fell = Sentence(
    english: "{name}: falls from {other} ({otherPeriod}) to {figure} ({period}).",
    french:
      "{name}\u{A0}: de {other} ({otherPeriod}) à {figure} ({period}), en baisse.")
  static let stayed = Sentence(
    english: "{name}: {figure} at both ends ({otherPeriod}, {period}).",
    french: "{name}\u{A0}: {figure} au début et à la fin ({otherPeriod}, {period}).")
  static let onlyOne = Sentence(
    english: "{name}: one published figure, {figure} ({period}).",
    french: "{name}\u{A0}: un seul chiffre publié, {figure} ({period}).")
  static let noFigure = Sentence(
    english: "{name}: no published figure.", french: "{name}\u{A0}: aucun chiffre publié.")
  // The same of the only series, which was named before.
  static let roseAlone = Sentence(
    english: "Rises from {other} ({otherPeriod}) to {figure} ({period}).",
    french: "Hausse\u{A0}: de {other} ({otherPeriod}) à {figure} ({period}).")
  static let fellAlone = Sentence(
    english: "Falls from {other} ({otherPeriod}) to {figure} ({period}).",
    french: "Baisse\u{A0}: de {other} ({otherPeriod}) à {figure} ({period}).")
  static let stayedAlone = Sentence(
    english: "Stands at {figure} at both ends ({otherPeriod}, {period}).",
    french: "Même chiffre au début et à la fin\u{A0}: {figure} ({otherPeriod}, {period}).")
  static let onlyOneAlone = Sentence(
    english: "One published figure: {figure} ({period}).",
    french: "Un seul chiffre publié\u{A0}: {figure} ({period}).")
  static let noFigureAlone = Sentence(
    english: "No published figure.", french: "Aucun chiffre publié.")
  static let extremes = Sentence(
    english: "Highest: {figure} ({period}); lowest: {other} ({otherPeriod}).",
    french:
      "Maximum\u{A0}: {figure} ({period})\u{202F}; minimum\u{A0}: {other} ({otherPeriod}).")
  static let extremesNamed = Sentence(
    english: "Highest published figure: {figure} ({name}); lowest: {other} ({otherName}).",
    french:
      "Chiffre publié le plus élevé\u{A0}: {figure} ({name})\u{202F}; le plus bas\u{A0}: {other} ({otherName})."
  )
  static let extremesInContext = Sentence(
    english: "Published figures lie between {other} and {figure}; the order is that of the list.",
    french:
      "Les chiffres publiés sont compris entre {other} et {figure}\u{202F}; l’ordre est celui de la liste."
  )
  static let rowFigure = Sentence(
    english: "{name}: {figure}.", french: "{name}\u{A0}: {figure}.")
  static let rowSign = Sentence(
    english: "{name}: {other}.", french: "{name}\u{A0}: {other}.")
  static let breakBefore = Sentence(
    english: "The series breaks before {period}: figures on either side are not comparable.",
    french:
      "Rupture de série ({period})\u{A0}: les chiffres de part et d’autre ne sont pas comparables."
  )

  // MARK: Target and baseline

  static let targetAbove = Sentence(
    english: "Target for {period}: {other}; the figure is above it.",
    french: "Cible ({period})\u{A0}: {other}\u{202F}; le chiffre est au-dessus.")
  static let targetBelow = Sentence(
    english: "Target for {period}: {other}; the figure is below it.",
    french: "Cible ({period})\u{A0}: {other}\u{202F}; le chiffre est en dessous.")
  static let targetMet = Sentence(
    english: "Target for {period}: {other}; the figure equals it.",
    french: "Cible ({period})\u{A0}: {other}\u{202F}; le chiffre lui est égal.")
  static let targetOnly = Sentence(
    english: "Target for {period}: {other}.", french: "Cible ({period})\u{A0}: {other}.")
  static let baselineIs = Sentence(
    english: "Baseline: {figure}.", french: "Valeur de référence\u{A0}: {figure}.")

  // MARK: Where no value stands

  static let hiddenOne = Sentence(
    english:
      "1 figure, marked [c], is hidden so that nobody can be recognized; its mark says nothing of its size.",
    french:
      "1\u{A0}chiffre, noté [c], est masqué pour que personne ne puisse être reconnu\u{202F}; sa marque ne dit rien de sa grandeur."
  )
  static let hiddenMany = Sentence(
    english:
      "{count} figures, marked [c], are hidden so that nobody can be recognized; their marks say nothing of their size.",
    french:
      "{count}\u{A0}chiffres, notés [c], sont masqués pour que personne ne puisse être reconnu\u{202F}; leurs marques ne disent rien de leur grandeur."
  )
  static let hiddenAre = Sentence(
    english: "Hidden: {name}.", french: "Chiffres masqués\u{A0}: {name}.")
  // So many figures, and which where that is not too long.
  static let missing = Sentence(
    english: "Not available [x]: {count}.", french: "Non disponible [x]\u{A0}: {count}.")
  static let notApplicable = Sentence(
    english: "Not applicable [z]: {count}.", french: "Sans objet [z]\u{A0}: {count}.")
  static let notYetDue = Sentence(
    english: "Not yet due [n]: {count}.", french: "Non encore exigible [n]\u{A0}: {count}.")
  static let tooLarge = Sentence(
    english: "Cannot be drawn [!]: {count}.",
    french: "Impossible à représenter [!]\u{A0}: {count}.")
  static let missingNamed = Sentence(
    english: "Not available [x]: {count} ({name}).",
    french: "Non disponible [x]\u{A0}: {count} ({name}).")
  static let notApplicableNamed = Sentence(
    english: "Not applicable [z]: {count} ({name}).",
    french: "Sans objet [z]\u{A0}: {count} ({name}).")
  static let notYetDueNamed = Sentence(
    english: "Not yet due [n]: {count} ({name}).",
    french: "Non encore exigible [n]\u{A0}: {count} ({name}).")
  static let tooLargeNamed = Sentence(
    english: "Cannot be drawn [!]: {count} ({name}).",
    french: "Impossible à représenter [!]\u{A0}: {count} ({name}).")
  static let soft = Sentence(
    english: "Lighter marks bear a letter: {name}.",
    french: "Les marques plus claires portent une lettre\u{A0}: {name}.")

  // MARK: Subtitles

  static let subtitle = Sentence(
    english: "{name}. Unit: {otherName}", french: "{name}. Unité\u{A0}: {otherName}")
  static let subtitleOfPeriod = Sentence(
    english: "{name}. Unit: {otherName}; {period}",
    french: "{name}. Unité\u{A0}: {otherName}\u{202F}; {period}")
  static let subtitleOfPeriods = Sentence(
    english: "{name}. Unit: {otherName}; {otherPeriod} – {period}",
    french: "{name}. Unité\u{A0}: {otherName}\u{202F}; {otherPeriod} – {period}")
}
