import Diagnostics
import Languages

extension Finding.Message {
  static let missingFile = Self(
    .error, "missing-file", en: "file is part of the content folder and is not there",
    fr: "ce fichier fait partie du dossier de contenu et n’y est pas",
    fix: Localized(
      english: "copy it from the example and fill it in",
      french: "copiez celui de l’exemple et remplissez-le"))

  static let notUTF8 = Self(
    .error, "not-utf8", en: "text is not UTF-8", fr: "le texte n’est pas en UTF-8",
    fix: Localized(english: "save the file as UTF-8", french: "enregistrez le fichier en UTF-8"))

  static func brokenYAML(_ duplicate: String?) -> Self {
    if let duplicate {
      return Self(
        .error, "duplicate-key", en: "key ‘\(duplicate)’ stands twice in one mapping",
        fr: "la clé « \(duplicate) » figure deux fois au même endroit",
        fix: Localized(english: "keep one of them", french: "n’en gardez qu’une"))
    }
    return Self(
      .error, "broken-yaml", en: "YAML cannot be read from here on",
      fr: "le YAML est illisible à partir d’ici",
      fix: Localized(
        english: "check the indentation, quotes and colons of this line and the one before",
        french: "vérifiez le retrait, les guillemets et les deux-points de cette ligne et de la "
          + "précédente"))
  }

  static func wrongShape(_ english: String, _ french: String) -> Self {
    Self(
      .error, "wrong-shape", en: "value must be \(english)", fr: "la valeur doit être \(french)")
  }

  static func missingKey(_ key: String) -> Self {
    Self(
      .error, "missing-key", en: "key ‘\(key)’ is needed here and is missing",
      fr: "la clé « \(key) » est nécessaire ici et manque",
      fix: Localized(english: "add ‘\(key):’", french: "ajoutez « \(key): »"))
  }

  static func unknownKey(nearest: String?) -> Self {
    Self(
      .error, "unknown-key", en: "key is not known here", fr: "cette clé n’est pas connue ici",
      fix: .didYouMean(nearest))
  }

  static func unknownWord(nearest: String?) -> Self {
    Self(
      .error, "unknown-word", en: "word is not in the closed list of this key",
      fr: "ce mot n’est pas dans la liste fermée de cette clé", fix: .didYouMean(nearest))
  }

  static func unknownCode(_ what: Localized<String>, nearest: String?) -> Self {
    Self(
      .error, "unknown-code", en: "\(what[.english]) is not in the catalogue",
      fr: "\(what[.french]) ne figure pas au catalogue", fix: .didYouMean(nearest))
  }

  static let duplicateCode = Self(
    .error, "duplicate-code", en: "code stands for two things", fr: "ce code désigne deux choses",
    fix: Localized(
      english: "give one of them another code", french: "donnez un autre code à l’une d’elles"))

  static let pathLeavesFolder = Self(
    .error, "path-leaves-folder",
    en: "data file lies in the data folder, under no hidden name",
    fr:
      "le fichier de données se trouve dans le dossier des données, sans rien de caché sur son chemin",
    fix: Localized(
      english: "write its path from there, or name the folder with ‘--data’",
      french: "écrivez son chemin à partir de là, ou indiquez le dossier avec « --data »"))

  static let distinctMixed = Self(
    .error, "distinct-mixed", en: "dataset counts rows or identifiers, not both",
    fr: "un jeu de données compte des lignes ou des identifiants, non les deux",
    fix: Localized(
      english: "write ‘distinct’ in each measure that counts, or make two datasets",
      french: "écrivez « distinct » dans chaque mesure qui compte, ou faites deux jeux"))

  static let distinctWithoutIdentifier = Self(
    .error, "distinct-without-identifier",
    en: "‘distinct’ counts the identifiers of records, and the schema has no such column",
    fr:
      "« distinct » compte les identifiants d’enregistrements, et le schéma n’a pas cette colonne",
    fix: Localized(
      english: "give a column the role ‘identifier’, or count rows with ‘count’",
      french: "donnez à une colonne le rôle « identifier », ou comptez les lignes avec « count »"))

  static let validityEndsFirst = Self(
    .error, "validity-ends-first", en: "‘valid-to’ comes before ‘valid-from’",
    fr: "« valid-to » vient avant « valid-from »",
    fix: Localized(
      english: "exchange the two, or correct one",
      french: "échangez les deux, ou corrigez l’une d’elles"))

  static func laxerClass(_ code: String) -> Self {
    Self(
      .error, "laxer-class",
      en: "dataset's class is laxer than class \(code) of an indicator that it feeds",
      fr: "la classe du jeu de données est moins stricte que la classe \(code) d’un indicateur "
        + "qu’il alimente",
      fix: Localized(
        english: "give the dataset class \(code), or feed the indicator from another dataset",
        french: "donnez au jeu la classe \(code), ou alimentez l’indicateur par un autre jeu"))
  }

  /// - Parameter isProposed: whether the class says what was proposed; what is not said is not relaxed.
  static func relaxedWithoutDecision(_ rule: String, isProposed: Bool) -> Self {
    let mending =
      isProposed
      ? Localized(
        english: "restore what ‘baseline-\(rule)’ says",
        french: "rétablissez ce que dit « baseline-\(rule) »")
      : Localized(english: "remove ‘\(rule)’", french: "retirez « \(rule) »")
    return Self(
      .error, "relaxed-without-decision",
      en: "‘\(rule)’ is laxer than proposed for the class, and no decision allows it",
      fr: "« \(rule) » est moins strict que ce qui est proposé pour la classe, et aucune décision "
        + "ne l’autorise",
      fix: Localized(
        english: "name the decision with ‘decision:’, or \(mending.english)",
        french: "citez la décision avec « decision: », ou \(mending.french)"))
  }
}

extension Localized<String>? {
  static func didYouMean(_ nearest: String?) -> Self {
    nearest.map {
      Localized<String>(
        english: "did you mean ‘\($0)’?", french: "vouliez-vous dire « \($0) » ?")
    }
  }
}
