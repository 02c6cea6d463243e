import Diagnostics
import Languages

extension Finding.Message {
  static func kindUnknown(_ words: [Localized<String>], nearest: String?) -> Self {
    Self(
      .error, "meeting-type-unknown", en: "type of meeting is not known",
      fr: "ce type de réunion n’est pas connu",
      fix: nearest.map {
        Localized(english: "did you mean ‘\($0)’?", french: "vouliez-vous dire « \($0) » ?")
      }
        ?? Localized(
          english: "write one of " + words.map(\.english).joined(separator: ", "),
          french: "écrivez l’un de ceux-ci : " + words.map(\.french).joined(separator: ", ")))
  }

  static func dayOutside(from first: CalendarDate, to last: CalendarDate) -> Self {
    Self(
      .error, "date-outside-partnership", en: "date is outside the Partnership's years",
      fr: "la date est hors des années du Partenariat",
      fix: Localized(
        english: "write one from \(first.iso) to \(last.iso)",
        french: "écrivez une date du \(first.iso) au \(last.iso)"))
  }

  static let pageNameNotPlain = Self(
    .error, "slug-not-plain",
    en: "name of a page has small letters without accents, digits and hyphens only",
    fr: "le nom d’une page n’a que des minuscules sans accent, des chiffres et des tirets",
    fix: Localized(
      english: "write it like ‘how-to-read’", french: "écrivez-le comme « lire-les-chiffres »"))

  static let indicatorCodeNotPlain = Self(
    .error, "slug-not-plain",
    en: "code of an indicator has letters without accents, digits, points and hyphens only",
    fr: "le code d’un indicateur n’a que des lettres sans accent, des chiffres, des points et des "
      + "tirets",
    fix: Localized(english: "write it like ‘I2.9’", french: "écrivez-le comme « I2.9 »"))

  static let pageThere = Self(
    .error, "already-there", en: "folder of this page exists, and is never written over",
    fr: "le dossier de cette page existe et n’est jamais remplacé",
    fix: Localized(english: "edit its texts", french: "modifiez ses textes"))

  static let alreadyThere = Self(
    .error, "already-there", en: "folder of this meeting exists, and is never written over",
    fr: "le dossier de cette réunion existe et n’est jamais remplacé",
    fix: Localized(english: "edit its notes", french: "modifiez ses comptes rendus"))

  static let schemaThere = Self(
    .error, "already-there", en: "schema of this dataset exists, and is never written over",
    fr: "le schéma de ce jeu de données existe et n’est jamais remplacé",
    fix: Localized(
      english: "edit it, or give another name with ‘--name’",
      french: "modifiez-le, ou donnez un autre nom avec « --name »"))

  static let datasetNameMalformed = Self(
    .error, "dataset-name-malformed",
    en: "name of a dataset has small letters without accents, digits and hyphens",
    fr:
      "le nom d’un jeu de données n’a que des minuscules sans accent, des chiffres et des tirets",
    fix: Localized(
      english: "give one with ‘--name’, such as victims-2025",
      french: "donnez-en un avec « --name », tel que victimes-2025"))

  static let noteNameMalformed = Self(
    .error, "note-name-malformed", en: "note is named by its folder and its language",
    fr: "un compte rendu se désigne par son dossier et sa langue",
    fix: Localized(
      english: "write it like 2025-12-09-annual/fr", french: "écrivez-le comme 2025-12-09-annual/fr"
    ))

  static let noFrontMatterHere = Self(
    .error, "front-matter-missing", en: "note begins with a front matter between two ‘---’",
    fr: "un compte rendu commence par un en-tête entre deux « --- »",
    fix: Localized(english: "add it", french: "ajoutez-le"))

  static func codeTaken(_ code: String) -> Self {
    Self(
      .error, "duplicate-code", en: "\(code) is an indicator already",
      fr: "\(code) est déjà un indicateur",
      fix: Localized(english: "choose another code", french: "choisissez un autre code"))
  }

  static func periodUnknown(_ known: [String]) -> Self {
    Self(
      .error, "period-outside-partnership",
      en: "period is not a year of the Partnership",
      fr: "cette période n’est pas une année du Partenariat",
      fix: Localized(
        english: "write one of " + known.joined(separator: ", "),
        french: "écrivez l’une de celles-ci : " + known.joined(separator: ", ")))
  }
}
