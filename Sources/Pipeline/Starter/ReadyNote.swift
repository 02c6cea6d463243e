import Diagnostics
import Languages
import Partnership

/// The text of a new note, with hints in place of what only the author knows.
struct ReadyNote {
  let kind: MeetingKind
  let date: CalendarDate
  /// A body’s code, for the example of a decision.
  let owner: String
  /// The identifier of its first decision.
  let decision: String

  func text(in language: Language) -> String {
    let sections = self.sections(in: language).map { "## \($0.title)\n\n\($0.text)" }
    return frontMatter(in: language) + "\n" + sections.joined(separator: "\n\n") + "\n"
  }

  private func frontMatter(in language: Language) -> String {
    let name = kind.name[language]
    let title = name.prefix(1).uppercased() + name.dropFirst()
    let fill = LeftToFill.words[language]
    return language == .english
      ? """
      ---
      # Bodies are named by code or acronym, as in bodies.yml; never a person.
      type: \(kind.slug.english)
      date: \(date.iso)
      place: \(fill) (the town)
      title: \(title)
      chair: \(fill) (the body in the chair)
      participants: [\(fill) (the bodies present)]
      # ‘draft’ until the note is adopted, then ‘adopted’.
      status: draft
      ---

      """
      : """
      ---
      # Une instance se cite par son code ou son sigle, comme dans bodies.yml ; jamais une personne.
      type: \(kind.slug.french)
      date: \(date.iso)
      lieu: \(fill) (la ville)
      titre: \(title)
      présidence: \(fill) (l’instance qui préside)
      participants: [\(fill) (les instances présentes)]
      # « projet » tant que le texte n’est pas adopté, puis « adopté ».
      statut: projet
      ---

      """
  }

  private func sections(in language: Language) -> [(title: String, text: String)] {
    let fill = LeftToFill.words[language]
    let due = date.adding(years: 1)
    let english = language == .english
    let decisions =
      english
      ? """
      <!-- A decision begins with its identifier and ends with its owner and due date. What became of
      an earlier one: ‘- D-2024-02: done.’, ‘carried over (due: …)’, ‘replaced by D-2025-01’, ‘withdrawn’.
      A comment like this one never leaves the file. -->

      - \(decision) \(fill): what was decided. (owner: \(owner); due: \(due.iso))
      """
      : """
      <!-- Une décision commence par son identifiant et se termine par son responsable et son échéance.
      La suite d’une décision antérieure : « - D-2024-02 : fait. », « reportée (échéance : …) »,
      « remplacée par D-2025-01 », « retirée ». Un commentaire comme celui-ci ne quitte pas le fichier. -->

      - \(decision) \(fill) : ce qui a été décidé. (responsable : \(owner) ; échéance : \(due.words(in: .french)))
      """
    let rows: [(Localized<String>, Localized<String>)] =
      kind == .annual
      ? [
        (
          Localized(english: "Accomplishments", french: "Réalisations"),
          Localized(
            english: "what was done in the year.", french: "ce qui a été fait dans l’année.")
        ),
        (
          Localized(english: "Challenges", french: "Difficultés"),
          Localized(english: "what stood in the way.", french: "ce qui y a fait obstacle.")
        ),
        (
          Localized(english: "Planned activities", french: "Activités prévues"),
          Localized(english: "what comes next.", french: "ce qui vient ensuite.")
        ),
      ]
      : [
        (
          Localized(english: "Summary", french: "Résumé"),
          Localized(english: "what was said.", french: "ce qui a été dit.")
        )
      ]
    let colon = english ? ":" : " :"
    return rows.map { (title: $0.0[language], text: "\(fill)\(colon) \($0.1[language])") }
      + [(title: english ? "Decisions" : "Décisions", text: decisions)]
  }
}

/// The text of a new page in the committee’s own words.
struct ReadyPage {
  let name: String

  func text(in language: Language) -> String {
    let fill = LeftToFill.words[language]
    return language == .english
      ? """
      ---
      title: \(fill) (the title of the page)
      summary: \(fill) (one or two sentences on what it is for)
      # The word of its address: small letters without accents, digits, hyphens.
      slug: \(name)
      ---

      ## \(fill): a heading

      \(fill): the text. Quote a figure by reference, such as `{{I2.4 2024}}`.

      """
      : """
      ---
      titre: \(fill) (le titre de la page)
      résumé: \(fill) (une ou deux phrases sur son objet)
      # Le mot de son adresse : minuscules sans accent, chiffres, tirets.
      adresse: \(name)
      ---

      ## \(fill) : un intertitre

      \(fill) : le texte. Citez un chiffre par sa référence, par exemple `{{I2.4 2024}}`.

      """
  }
}
