import Diagnostics
import Languages

extension Finding.Message {
  static func brokenTemplate(_ reason: Localized<String>) -> Self {
    Self(
      .error, "broken-template",
      en: "a template must be complete Mustache: \(reason.english)",
      fr: "un gabarit doit être du Mustache complet : \(reason.french)",
      fix: Localized(
        english: "close the tag or the section at this place",
        french: "fermez la balise ou la section à cet endroit"))
  }

  static func missingTemplate(_ name: String) -> Self {
    Self(
      .error, "missing-template",
      en: "a theme has a template ‘\(name).mustache’, itself or by the theme it extends",
      fr: "un thème a un gabarit « \(name).mustache », par lui-même ou par le thème qu’il prolonge",
      fix: Localized(
        english: "add templates/\(name).mustache, or extend a theme that has it",
        french: "ajoutez templates/\(name).mustache, ou prolongez un thème qui l’a"))
  }

  static func unknownTemplateVariable(_ name: String, nearest: String?) -> Self {
    Self(
      .error, "unknown-template-variable",
      en: "‘\(name)’ is not among the names that this template may use",
      fr: "« \(name) » ne fait pas partie des noms que ce gabarit peut employer",
      fix: suggestion(nearest))
  }

  static func unknownPartial(_ name: String, nearest: String?) -> Self {
    Self(
      .error, "unknown-partial",
      en: "partial ‘\(name)’ is not a template of the theme",
      fr: "le gabarit partiel « \(name) » n’existe pas dans le thème",
      fix: suggestion(nearest))
  }

  static func partialCycle(_ names: [String]) -> Self {
    let path = names.joined(separator: " → ")
    return Self(
      .error, "partial-cycle",
      en: "a partial never includes itself: \(path)",
      fr: "un gabarit partiel ne s’inclut jamais lui-même : \(path)",
      fix: Localized(
        english: "remove one of these inclusions", french: "retirez l’une de ces inclusions"))
  }

  static func unescapedText(_ name: String) -> Self {
    Self(
      .error, "unescaped-text",
      en: "‘\(name)’ is text, and text is placed with two braces so that it is escaped",
      fr: "« \(name) » est du texte, et le texte se place avec deux accolades afin d’être échappé",
      fix: Localized(english: "write {{\(name)}}", french: "écrivez {{\(name)}}"))
  }

  static func escapedMarkup(_ name: String) -> Self {
    Self(
      .error, "escaped-markup",
      en: "‘\(name)’ is a ready component, and is placed with three braces",
      fr: "« \(name) » est un composant tout fait, et se place avec trois accolades",
      fix: Localized(english: "write {{{\(name)}}}", french: "écrivez {{{\(name)}}}"))
  }

  static func unsupportedTemplateTag(_ name: String) -> Self {
    Self(
      .error, "unsupported-template-tag",
      en: "templates use variables, sections and named partials only, not ‘\(name)’",
      fr: "les gabarits n’emploient que variables, sections et partiels nommés, pas « \(name) »")
  }

  static func missingString(_ key: String, in language: Language) -> Self {
    Self(
      .error, "missing-string",
      en: "text ‘\(key)’ has no words in \(language == .english ? "English" : "French")",
      fr: "le texte « \(key) » manque en \(language == .english ? "anglais" : "français")",
      fix: Localized(
        english: "add ‘\(key)’ to strings.\(language.rawValue).yml",
        french: "ajoutez « \(key) » à strings.\(language.rawValue).yml"))
  }

  static func unusedString(_ key: String, nearest: String?) -> Self {
    Self(
      .warning, "unused-string",
      en: "text ‘\(key)’ is used by no page and no template",
      fr: "le texte « \(key) » n’est employé par aucune page ni aucun gabarit",
      fix: suggestion(nearest))
  }

  static func styleSheetTooHeavy(kilobytes: Int, budget: Int) -> Self {
    Self(
      .warning, "style-sheet-too-heavy",
      en: "all style sheets together weigh at most \(budget) KB compressed, reached here; these"
        + " weigh about \(kilobytes)",
      fr: "les feuilles de style pèsent ensemble \(budget) ko compressées au plus, atteints ici ;"
        + " celles-ci pèsent environ \(kilobytes) ko",
      fix: Localized(
        english: "remove rules that no page uses",
        french: "retirez les règles qu’aucune page n’emploie"))
  }

  private static func suggestion(_ nearest: String?) -> Localized<String>? {
    nearest.map {
      Localized(english: "did you mean ‘\($0)’?", french: "vouliez-vous dire « \($0) » ?")
    }
  }
}
