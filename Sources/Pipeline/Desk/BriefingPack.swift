public import Diagnostics
import Disclosure
public import Languages
import Notes
import Partnership
import Publication

/// What the next annual meeting has before it, as a page of Markdown: from the records and published
/// figures only, so that it may be handed round.
public struct BriefingPack: Sendable {
  let compact: Compact
  let meetings: [MeetingRecord]
  let ledger: DecisionLedger
  let awaited: [AwaitedFigure]
  let day: CalendarDate

  public func markdown(in language: Language) -> String {
    func said(_ english: String, _ french: String) -> String {
      language == .english ? english : french
    }
    var lines = [
      "# "
        + said("Matters for the next annual meeting", "Points pour la prochaine réunion annuelle"),
      "",
      said(
        "As the records stand on \(day.words(in: .english)).",
        "D’après les documents au \(day.words(in: .french))."),
    ]
    for section in sections(in: language) {
      lines += ["", "## \(section.title)", ""]
      lines += section.items.isEmpty ? [said("None.", "Aucun point.")] : section.items
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private struct Section {
    let title: String
    let items: [String]
  }

  private func sections(in language: Language) -> [Section] {
    let titles: [(Localized<String>, (Language) -> [String])] = [
      (
        Localized(english: "Decisions past their due date", french: "Décisions en retard"),
        { decisions(.overdue, $0) }
      ),
      (
        Localized(english: "Decisions carried over", french: "Décisions reportées"),
        { decisions(.carriedOver, $0) }
      ),
      (
        Localized(english: "Decisions under way", french: "Décisions en cours"),
        { decisions(.open, $0) }
      ),
      (
        Localized(
          english: "What the text expects and has not happened",
          french: "Ce que le texte prévoit et qui n’a pas eu lieu"), obligations
      ),
      (
        Localized(english: "Figures that have not come", french: "Chiffres non reçus"), figures
      ),
      (
        Localized(
          english: "Activities of which nothing was heard",
          french: "Activités dont on n’a rien appris"), silentActivities
      ),
      (
        Localized(
          english: "Notes not yet adopted, or in one language only",
          french: "Comptes rendus non adoptés, ou dans une seule langue"), notes
      ),
    ]
    return titles.map { Section(title: $0.0[language], items: $0.1(language)) }
  }

  private func decisions(_ status: Decision.Status, _ language: Language) -> [String] {
    ledger.decisions.filter { ledger.status(of: $0) == status }.map { decision in
      let owners = decision.owners.map { name($0, language) }
      let due = decision.dueInForce.map { $0.words(in: language) }
      let tail: [String?] =
        language == .english
        ? [
          owners.isEmpty ? "no owner" : "owner: " + owners.joined(separator: ", "),
          due.map { "due: \($0)" },
        ]
        : [
          owners.isEmpty
            ? "sans responsable" : "responsable\u{A0}: " + owners.joined(separator: ", "),
          due.map { "échéance\u{A0}: \($0)" },
        ]
      let end = tail.compactMap { $0 }.joined(separator: language == .english ? "; " : "\u{202F}; ")
      return "- \(decision.code) \(decision.text[language]) (\(end))"
    }
  }

  private func obligations(_ language: Language) -> [String] {
    let texts = Dictionary(
      compact.obligations.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
    return ledger.obligations.filter { $0.answer == .due || $0.answer == .notMet }.map { state in
      let text = texts[state.obligation]?.text[language] ?? ""
      return "- \(state.obligation) \(text) — \(state.sentence[language])"
    }
  }

  private func figures(_ language: Language) -> [String] {
    awaited.map { figure in
      let bodies = figure.bodies.map { name($0, language) }.joined(separator: ", ")
      let owed = bodies.isEmpty ? "" : " (\(bodies))"
      let year = language == .english ? "year" : "année"
      return "- \(figure.indicator.code) \(figure.indicator.name[language]), "
        + "\(year)\u{A0}\(figure.period.number)\(owed)"
    }
  }

  private func silentActivities(_ language: Language) -> [String] {
    compact.activities.filter { ledger.status(ofActivity: $0.code) == .noInformation }.map {
      "- \($0.code) \($0.text[language])"
    }
  }

  private func notes(_ language: Language) -> [String] {
    meetings.compactMap { record in
      let isPending = Language.allCases.contains { record.documents[$0] == nil }
      guard isPending || !record.meeting.isAdopted else { return nil }
      return "- \(record.meeting.title[language]), \(record.meeting.date.words(in: language))"
    }
  }

  private func name(_ code: String, _ language: Language) -> String {
    guard let body = compact.bodies.first(where: { $0.code == code }) else { return code }
    return body.acronym?[language] ?? body.name[language]
  }
}

extension Build {
  /// The briefing pack of the content as it stands.
  ///
  /// - Throws: `BuildStopped` with all findings.
  public func brief(into findings: inout Findings) throws(BuildStopped) -> BriefingPack {
    let material = try read(into: &findings)
    let disclosed = try disclose(material, into: &findings)
    return BriefingPack(
      compact: material.compact, meetings: material.meetings, ledger: material.ledger,
      awaited: disclosed.record.awaited(
        of: material.compact,
        in: material.compact.clock.periods.filter { $0.end < material.date },
        decisions: material.ledger.decisions, on: material.date),
      day: material.date)
  }
}
