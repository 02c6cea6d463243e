import Languages
import Partnership

/// Counts of public things: activities, indicators, decisions, files.
extension Sentences {
  func activities(_ number: Int) -> String {
    pick(count(number, "activity", "activities"), count(number, "activité", "activités"))
  }

  func indicators(_ number: Int) -> String {
    pick(count(number, "indicator", "indicators"), count(number, "indicateur", "indicateurs"))
  }

  func decisions(_ number: Int) -> String {
    pick(count(number, "decision", "decisions"), count(number, "décision", "décisions"))
  }

  func meetings(_ number: Int) -> String {
    pick(count(number, "meeting", "meetings"), count(number, "réunion", "réunions"))
  }

  /// “3 of 4 indicators have a published figure.”
  func reported(_ reported: Int, of all: Int) -> String {
    if all == 0 {
      return pick("No indicator is set for it.", "Aucun indicateur ne s’y rattache.")
    }
    if reported == 0 {
      return pick(
        all == 1
          ? "Its indicator has no published figure yet."
          : "None of its \(numbers.text(all)) indicators has a published figure yet.",
        all == 1
          ? "Son indicateur n’a pas encore de chiffre publié."
          : "Aucun de ses \(numbers.text(all)) indicateurs n’a encore de chiffre publié.")
    }
    if reported == all {
      return pick(
        all == 1
          ? "Its indicator has a published figure."
          : "All its \(numbers.text(all)) indicators have published figures.",
        all == 1
          ? "Son indicateur a un chiffre publié."
          : "Ses \(numbers.text(all)) indicateurs ont tous un chiffre publié.")
    }
    return pick(
      "\(numbers.text(reported)) of \(numbers.text(all)) indicators"
        + " \(reported == 1 ? "has" : "have") a published figure.",
      "\(numbers.text(reported)) \(reported == 1 ? "indicateur" : "indicateurs") sur"
        + " \(numbers.text(all)) \(reported == 1 ? "a" : "ont") un chiffre publié.")
  }

  /// “Of 13 activities, 5 are under way and 2 completed; …”: every status that occurs, by number.
  func standing(_ counts: [(status: ActivityStatus, count: Int)]) -> String {
    let all = counts.map(\.count).reduce(0, +)
    let occurring = counts.filter { $0.count > 0 }
    if all == 0 {
      return pick("No activity is listed under it.", "Aucune activité ne s’y rattache.")
    }
    if occurring.count == 1, let only = occurring.first {
      if only.status == .noInformation {
        return pick(
          all == 1
            ? "No information has been received on the activity."
            : "No information has been received on the \(numbers.text(all)) activities.",
          all == 1
            ? "Aucune information n’a été reçue sur l’activité."
            : "Aucune information n’a été reçue sur les \(numbers.text(all)) activités.")
      }
      return pick(
        all == 1
          ? "The activity is \(only.status.word.english)."
          : "All \(numbers.text(all)) activities are \(only.status.word.english).",
        all == 1
          ? "L’activité est \(only.status.word.french)."
          : "Les \(numbers.text(all)) activités sont \(plural(only.status)).")
    }
    let known = occurring.filter { $0.status != .noInformation }
      .map { "\(numbers.text($0.count)) \(statusWord($0.status, $0.count))" }
    let unknown = counts.first { $0.status == .noInformation }?.count ?? 0
    var sentence = pick(
      "Of \(activities(all)): \(list(known))", "Sur \(activities(all)) : \(list(known))")
    if unknown > 0 {
      sentence += pick(
        "; no information on \(numbers.text(unknown))",
        " ; aucune information sur \(numbers.text(unknown))")
    }
    return sentence + "."
  }

  private func statusWord(_ status: ActivityStatus, _ count: Int) -> String {
    pick(status.word.english, count < 2 ? status.word.french : plural(status))
  }

  /// “Activities under way”, “Activités sans information”: the head of a list.
  func activities(with status: ActivityStatus) -> String {
    pick(
      status == .noInformation
        ? "Activities without information" : "Activities \(status.word.english)",
      "Activités \(plural(status))")
  }

  /// The French plural of a status said of activities (feminine).
  private func plural(_ status: ActivityStatus) -> String {
    switch status {
    case .notStarted: "non démarrées"
    case .planned: "planifiées"
    case .underWay: "en cours"
    case .completed: "achevées"
    case .continuing: "continues"
    case .suspended: "suspendues"
    case .withdrawn: "retirées par décision"
    case .noInformation: "sans information"
    }
  }

  /// The result of a page of filtered activities.
  func activitiesShown(_ shown: Int, of all: Int) -> String {
    if shown == all {
      return pick(
        "All \(activities(all)) are listed here.",
        all < 2 ? "L’activité est présentée ici." : "Les \(activities(all)) sont présentées ici.")
    }
    return pick(
      "\(capitalized(shown == 0 ? "no activity" : activities(shown))) of \(numbers.text(all)).",
      shown == 0
        ? "Aucune activité sur \(numbers.text(all))."
        : "\(activities(shown)) sur \(numbers.text(all)).")
  }

  /// “12 activities have no indicator that could show their effect.”
  func uncovered(_ number: Int) -> String {
    if number == 0 {
      return pick(
        "Every activity has at least one indicator that could show its effect.",
        "Chaque activité a au moins un indicateur qui puisse en montrer l’effet.")
    }
    return pick(
      "\(capitalized(activities(number))) \(number == 1 ? "has" : "have") no indicator that could"
        + " show \(number == 1 ? "its" : "their") effect.",
      "\(activities(number)) \(number < 2 ? "n’a" : "n’ont") aucun indicateur qui puisse en montrer"
        + " l’effet.")
  }

  func overdue(_ number: Int) -> String {
    if number == 0 {
      return pick("No decision is overdue.", "Aucune décision n’est en retard.")
    }
    return pick(
      "\(decisions(number)) \(number == 1 ? "is" : "are") overdue.",
      "\(decisions(number)) \(number < 2 ? "est" : "sont") en retard.")
  }

  /// What is missing, for the home page and the reporting status.
  func awaited(_ number: Int) -> String {
    if number == 0 {
      return pick(
        "Every figure that is due has been received.",
        "Tous les chiffres exigibles ont été reçus.")
    }
    return pick(
      "\(count(number, "figure", "figures")) \(number == 1 ? "is" : "are") due and"
        + " \(number == 1 ? "has" : "have") not been received.",
      "\(count(number, "chiffre", "chiffres")) \(number < 2 ? "est exigible et n’a" : "sont exigibles et n’ont") pas été"
        + " \(number < 2 ? "reçu" : "reçus").")
  }

  /// “14 of 120 cells are hidden.”
  func hidden(_ hidden: Int, of cells: Int) -> String {
    if hidden == 0 {
      return pick(
        cells == 1
          ? "The only cell is not hidden." : "None of \(count(cells, "cell", "cells")) is hidden.",
        cells < 2
          ? "L’unique cellule n’est pas masquée."
          : "Aucune des \(count(cells, "cellule", "cellules")) n’est masquée.")
    }
    return pick(
      "\(numbers.text(hidden)) of \(count(cells, "cell", "cells"))"
        + " \(hidden == 1 ? "is" : "are") hidden.",
      "\(count(hidden, "cellule", "cellules")) sur \(numbers.text(cells))"
        + " \(hidden < 2 ? "est masquée" : "sont masquées").")
  }

  func closedPassages(_ number: Int) -> String {
    pick(
      number == 1
        ? "One passage of this text is not public and is not part of this site."
        : "\(numbers.text(number)) passages of this text are not public and are not part of this"
          + " site.",
      number == 1
        ? "Un passage de ce texte n’est pas public et ne figure pas sur ce site."
        : "\(numbers.text(number)) passages de ce texte ne sont pas publics et ne figurent"
          + " pas sur ce site.")
  }
}

extension Sentences {
  func unset(baselines: Int, targets: Int, of all: Int) -> String {
    if baselines == 0, targets == 0 {
      return pick(
        "Every indicator has a baseline and targets.",
        "Chaque indicateur a une valeur de référence et des cibles.")
    }
    return pick(
      "\(capitalized(indicators(baselines))) of \(numbers.text(all))"
        + " \(baselines == 1 ? "has" : "have") no baseline yet, and"
        + " \(numbers.text(targets)) no target.",
      "\(indicators(baselines)) sur \(numbers.text(all)) \(baselines < 2 ? "n’a" : "n’ont") pas encore"
        + " de valeur de référence, et \(numbers.text(targets)) pas encore de cible.")
  }

  func silent(_ number: Int, of all: Int) -> String {
    if number == 0 {
      return pick(
        "Something has been reported of every activity.",
        "Une information a été reçue sur chaque activité.")
    }
    return pick(
      "No information has been received on \(activities(number)) of \(numbers.text(all)).",
      "Aucune information n’a été reçue pour \(activities(number)) sur \(numbers.text(all)).")
  }
}

extension Sentences {
  /// “By sex and age band”, “Par sexe et tranche d’âge”.
  func breakdown(by names: [String]) -> String {
    let small = names.map { uncapitalized($0) }
    return pick("By \(list(small))", "Par \(list(small))")
  }

  /// Lower case at the head, unless the word is an acronym.
  func uncapitalized(_ text: String) -> String {
    guard let first = text.first, let second = text.dropFirst().first, !second.isUppercase else {
      return text
    }
    return first.lowercased() + text.dropFirst()
  }

  /// “12 KB”, “12 Ko”.
  func bytes(_ size: Int) -> String {
    let kilobytes = max(1, (size + 512) / 1024)
    return pick("\(numbers.text(kilobytes))\u{A0}KB", "\(numbers.text(kilobytes))\u{A0}ko")
  }
}

extension Sentences {
  func decisionsRecorded(_ number: Int) -> String {
    if number == 0 {
      return pick(
        "No decision has been recorded yet.", "Aucune décision n’a encore été enregistrée.")
    }
    return pick(
      "\(capitalized(decisions(number))) \(number == 1 ? "has" : "have") been recorded.",
      "\(decisions(number)) \(number < 2 ? "a été enregistrée" : "ont été enregistrées").")
  }

  func meetingsRecorded(_ number: Int) -> String {
    if number == 0 {
      return pick(
        "The notes of no meeting have been published yet.",
        "Aucun compte rendu de réunion n’a encore été publié.")
    }
    return pick(
      "The notes of \(meetings(number)) are published.",
      number < 2
        ? "Le compte rendu d’une réunion est publié."
        : "Les comptes rendus de \(meetings(number)) sont publiés.")
  }
}

extension Sentences {
  /// “Year 3: $3,478,000 committed, $2,402,400 disbursed”: a title, without a full stop.
  func funded(_ period: String, _ committed: String, _ disbursed: String) -> String {
    pick(
      "\(period): \(committed) committed, \(disbursed) disbursed",
      "\(period)\u{A0}: \(committed) engagés, \(disbursed) décaissés")
  }

  /// “Up to $10,000,000, subject to the availability of funds.”: a ceiling, never a promise.
  func ceiling(_ amount: Int, _ currency: String, condition: String) -> String {
    pick(
      "The text speaks of up to \(self.amount(amount, currency)), \(condition).",
      "Le texte parle d’un montant pouvant aller jusqu’à \(self.amount(amount, currency)), \(condition)."
    )
  }
}
