import Diagnostics
import Languages

extension Finding.Message {
  static func kindUnknown(_ words: [String], nearest: String?) -> Self {
    Self(
      .error, "meeting-type-unknown", en: "type of meeting is not known",
      fr: "ce type de réunion n’est pas connu",
      fix: nearest.map {
        Localized(english: "did you mean ‘\($0)’?", french: "vouliez-vous dire « \($0) » ?")
      }
        ?? Localized(
          english: "write one of " + words.joined(separator: ", "),
          french: "écrivez l’un de " + words.joined(separator: ", ")))
  }

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
      "le nom d’un jeu de données a des minuscules sans accents, des chiffres et des traits d’union",
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
        french: "écrivez l’une de " + known.joined(separator: ", ")))
  }
}
