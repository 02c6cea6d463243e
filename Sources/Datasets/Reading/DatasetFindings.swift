import Diagnostics
import Languages

// What is said of a dataset's file. A name in these messages is a column's, as the schema writes
// it, or a category's, from its nomenclature; a value of the file never stands in one.

extension Localized<String> {
  /// A name in the quotes of each language.
  static func inQuotes(_ name: String) -> Self {
    Localized(english: "‘\(name)’", french: "« \(name) »")
  }

  fileprivate static func mend(en: String, fr: String) -> Self {
    Localized(english: en, french: fr)
  }

  fileprivate static func didYouMean(_ word: String?) -> Self? {
    word.map {
      Localized(english: "did you mean ‘\($0)’?", french: "vouliez-vous dire « \($0) » ?")
    }
  }
}

/// “(37 rows, the first here)”; nothing for one row.
private func told(_ rows: Int, hasPlaces: Bool) -> Localized<String> {
  rows == 1
    ? Localized(both: "")
    : Localized(
      english: " (\(NumberFormat.of(.english).text(rows)) rows"
        + (hasPlaces ? ", the first here)" : ")"),
      french: " (\(NumberFormat.of(.french).text(rows)) lignes"
        + (hasPlaces ? ", la première ici)" : ")"))
}

extension Finding.Message {
  static func of(
    _ problem: RowProblem, column: String, rows: Int, hasPlaces: Bool, nearest: String?
  ) -> Self {
    let many = told(rows, hasPlaces: hasPlaces)
    func error(
      _ code: String, en: String, fr: String, fix: Localized<String>? = nil
    ) -> Self {
      Self(.error, code, en: en + many.english, fr: fr + many.french, fix: fix)
    }
    switch problem {
    case .raggedRow(let isShort):
      return error(
        "ragged-row",
        en: "row has \(isShort ? "fewer" : "more") fields than the header",
        fr: "la ligne a \(isShort ? "moins" : "plus") de champs que l’en-tête",
        fix: .mend(
          en: "write one field for each column, in quotes where it holds the delimiter",
          fr: "écrivez un champ par colonne, entre guillemets s’il contient le délimiteur"))
    case .unknownCategory:
      return error(
        "unknown-category",
        en: "category in ‘\(column)’ is not in its nomenclature",
        fr: "une modalité de « \(column) » ne figure pas dans la nomenclature",
        fix: .didYouMean(nearest))
    case .emptyValue:
      return error(
        "empty-value", en: "value in ‘\(column)’ is empty",
        fr: "une valeur de « \(column) » est vide",
        fix: .mend(
          en: "write a category for what is not known, where the nomenclature has one",
          fr: "écrivez une modalité pour ce qui n’est pas connu, si la nomenclature en a une"))
    case .notANumber:
      return error(
        "not-a-number", en: "value in ‘\(column)’ is not a number",
        fr: "une valeur de « \(column) » n’est pas un nombre")
    case .ambiguousNumber:
      return error(
        "ambiguous-number",
        en: "number in ‘\(column)’ has one mark and three digits after it: thousands or decimals",
        fr:
          "un nombre de « \(column) » a un seul signe suivi de trois chiffres : milliers ou décimales",
        fix: .mend(
          en: "write it without thousands separators, or with all its decimals",
          fr: "écrivez-le sans séparateur de milliers, ou avec toutes ses décimales"))
    case .negativeNumber:
      return error(
        "negative-number", en: "number in ‘\(column)’ is below zero",
        fr: "un nombre de « \(column) » est inférieur à zéro")
    case .fraction:
      return error(
        "too-many-decimals", en: "number in ‘\(column)’ has more decimals than its column allows",
        fr: "un nombre de « \(column) » a plus de décimales que sa colonne n’en permet",
        fix: .mend(
          en: "round it, or raise `decimals` in the schema",
          fr: "arrondissez-le, ou augmentez `decimals` dans le schéma"))
    case .tooLarge:
      return error(
        "number-too-large", en: "number in ‘\(column)’ is larger than can be added exactly",
        fr: "un nombre de « \(column) » est trop grand pour être additionné exactement")
    case .outsidePeriod:
      return error(
        "period-outside-partnership",
        en: "period in ‘\(column)’ is not a year of the Partnership, nor its baseline year",
        fr:
          "une période de « \(column) » n’est ni une année du Partenariat ni l’année de référence",
        fix: nearest.map {
          .mend(en: "write a code from Y0 to \($0)", fr: "écrivez un code de Y0 à \($0)")
        })
    case .outsideValidity:
      return error(
        "period-outside-validity",
        en: "period in ‘\(column)’ lies outside the dates for which the dataset is valid",
        fr: "une période de « \(column) » est hors des dates de validité du jeu de données",
        fix: .mend(
          en: "take the rows out, or correct ‘valid-from’ and ‘valid-to’",
          fr: "retirez ces lignes, ou corrigez « valid-from » et « valid-to »"))
    case .ambiguousDay:
      return error(
        "ambiguous-date",
        en: "date in ‘\(column)’ may be read day first or month first, and nothing there tells",
        fr:
          "une date de « \(column) » peut se lire jour d’abord ou mois d’abord, et rien ne le dit",
        fix: .mend(
          en: "write 2025-04-03, or the name of the month and a year of four digits",
          fr: "écrivez 2025-04-03, ou le nom du mois et l’année sur quatre chiffres"))
    case .impossibleDay:
      return error(
        "impossible-date",
        en: "date in ‘\(column)’ is not in the calendar, read as the others of its column",
        fr:
          "une date de « \(column) », lue comme les autres de sa colonne, n’existe pas au calendrier",
        fix: .mend(
          en: "write 2025-04-03, or correct the day", fr: "écrivez 2025-04-03, ou corrigez le jour")
      )
    case .formula:
      return error(
        "formula", en: "value in ‘\(column)’ begins as a formula does",
        fr: "une valeur de « \(column) » commence comme une formule",
        fix: .mend(
          en: "write the value itself: a spreadsheet would run a formula",
          fr: "écrivez la valeur elle-même : un tableur exécuterait la formule"))
    case .directionControls:
      return error(
        "direction-control",
        en: "value in ‘\(column)’ holds a control that turns the direction of text",
        fr: "une valeur de « \(column) » contient un caractère qui inverse le sens du texte",
        fix: .mend(en: "type the value again", fr: "ressaisissez la valeur"))
    case .notText:
      return error(
        "broken-text", en: "value in ‘\(column)’ holds bytes that are no text",
        fr: "une valeur de « \(column) » contient des octets qui ne sont pas du texte",
        fix: .mend(en: "save the file as UTF-8", fr: "enregistrez le fichier en UTF-8"))
    case .duplicateIdentifier:
      return error(
        "duplicate-identifier", en: "identifier in ‘\(column)’ stands on an earlier row as well",
        fr: "un identifiant de « \(column) » figure déjà sur une ligne précédente",
        fix: .mend(en: "keep one row a record", fr: "gardez une ligne par enregistrement"))
    case .identifierInTwoCells:
      return error(
        "identifier-in-two-cells",
        en: "identifier in ‘\(column)’ stands under other categories on an earlier row",
        fr:
          "un identifiant de « \(column) » figure sous d’autres modalités sur une ligne précédente",
        fix: .mend(
          en: "give all its rows the same categories: what is counted once can be in one cell only",
          fr:
            "donnez à toutes ses lignes les mêmes modalités : ce qui compte une fois ne peut être "
            + "que dans une cellule"))
    case .duplicateCell:
      return error(
        "duplicate-cell", en: "cell stands on an earlier row as well",
        fr: "la même cellule figure déjà sur une ligne précédente",
        fix: .mend(
          en: "keep one row for each combination of categories",
          fr: "gardez une ligne par combinaison de modalités"))
    case .suspicion(let suspicion):
      return error(
        "refused-\(suspicion.rawValue)",
        en: "value in ‘\(column)’ looks like \(suspicion.word.english)",
        fr: "une valeur de « \(column) » ressemble à \(suspicion.word.french)",
        fix: .takeOut)
    }
  }

  static func refusedColumn(_ column: Localized<String>, _ suspicion: Suspicion) -> Self {
    Self(
      .error, "refused-\(suspicion.rawValue)",
      en: "column \(column.english) looks like \(suspicion.word.english)",
      fr: "la colonne \(column.french) ressemble à \(suspicion.word.french)",
      fix: .takeOut)
  }

  static func missingDataFile(nearest: String?) -> Self {
    Self(
      .error, "missing-data-file", en: "data file of this dataset is not there",
      fr: "le fichier de données de ce jeu est absent",
      fix: .didYouMean(nearest)
        ?? .mend(
          en: "put it in the data folder, or correct `file` in the schema",
          fr: "placez-le dans le dossier des données, ou corrigez `file` dans le schéma"))
  }

  static var unreadableDataFile: Self {
    Self(
      .error, "unreadable-data-file", en: "data file cannot be read",
      fr: "le fichier de données ne peut pas être lu",
      fix: .mend(
        en: "check that it is a file, and that you may read it",
        fr: "vérifiez que c’est un fichier, et que vous pouvez le lire"))
  }

  static var emptyDataFile: Self {
    Self(
      .error, "empty-data-file", en: "data file has no header",
      fr: "le fichier de données n’a pas d’en-tête",
      fix: .mend(
        en: "write the names of the columns on its first line",
        fr: "écrivez les noms des colonnes sur la première ligne"))
  }

  static var changedDataFile: Self {
    Self(
      .error, "changed-data-file", en: "data file changed while it was read",
      fr: "le fichier de données a changé pendant la lecture",
      fix: .mend(
        en: "close it in other programs, then run again",
        fr: "fermez-le dans les autres programmes, puis recommencez"))
  }

  static func missingColumn(_ column: String) -> Self {
    Self(
      .error, "missing-column", en: "column ‘\(column)’ of the schema is not in the header",
      fr: "la colonne « \(column) » du schéma n’est pas dans l’en-tête")
  }

  static func unknownColumn(number: Int, nearest: String?) -> Self {
    Self(
      .error, "unknown-column",
      en: "column \(number) of the header is not in the schema",
      fr: "la colonne \(number) de l’en-tête n’est pas dans le schéma",
      fix: .didYouMean(nearest)
        ?? .mend(
          en: "take it out of the file, or add it to the schema",
          fr: "retirez-la du fichier, ou ajoutez-la au schéma"))
  }

  static func duplicateHeader(_ column: Localized<String>) -> Self {
    Self(
      .error, "duplicate-header", en: "column \(column.english) stands twice in the header",
      fr: "la colonne \(column.french) figure deux fois dans l’en-tête",
      fix: .mend(en: "keep one of them", fr: "n’en gardez qu’une"))
  }

  static var headerWithoutColumns: Self {
    Self(
      .error, "missing-header", en: "first line has none of the columns of the schema",
      fr: "la première ligne n’a aucune des colonnes du schéma",
      fix: .mend(
        en: "write the names of the columns on the first line",
        fr: "écrivez les noms des colonnes sur la première ligne"))
  }

  static func broken(_ trouble: BrokenText) -> Self {
    switch trouble {
    case .nul:
      Self(
        .error, "nul-byte", en: "text holds a byte that is zero",
        fr: "le texte contient un octet nul",
        fix: .mend(en: "save the file as UTF-8", fr: "enregistrez le fichier en UTF-8"))
    case .strayQuote:
      Self(
        .error, "stray-quote", en: "quote in this row neither opens nor closes a field",
        fr: "un guillemet de cette ligne n’ouvre ni ne ferme un champ",
        fix: .mend(
          en: "put the field in quotes and double those inside it",
          fr: "mettez le champ entre guillemets et doublez ceux qu’il contient"))
    case .unterminatedQuote:
      Self(
        .error, "unterminated-quote", en: "quote opened in this row is not closed",
        fr: "un guillemet ouvert sur cette ligne n’est pas fermé",
        fix: .mend(en: "close the field with a quote", fr: "fermez le champ par un guillemet"))
    case .tooLong:
      Self(
        .error, "row-too-long", en: "row is longer than 1 MiB; a quote may not be closed",
        fr: "la ligne dépasse 1 Mio ; un guillemet n’est peut-être pas fermé",
        fix: .mend(
          en: "shorten the field, or close its quote",
          fr: "raccourcissez le champ, ou fermez son guillemet"))
    case .unreadable: unreadableDataFile
    case .invalidEncoding:
      Self(
        .error, "broken-text", en: "file holds bytes that are no text",
        fr: "le fichier contient des octets qui ne sont pas du texte",
        fix: .mend(en: "save the file as UTF-8", fr: "enregistrez le fichier en UTF-8"))
    }
  }

  static func unknownNomenclature(column: String) -> Self {
    Self(
      .error, "unknown-nomenclature",
      en: "nomenclature of column ‘\(column)’ is not among those of the content",
      fr: "la nomenclature de la colonne « \(column) » n’est pas de celles du contenu")
  }

  static func neverPublished(_ code: String) -> Self {
    Self(
      .error, "class-never-published",
      en: "class ‘\(code)’ is never published: the build reads no data of it",
      fr: "la classe « \(code) » n’est jamais publiée : aucune donnée n’en est lue",
      fix: .mend(en: "take the dataset out", fr: "retirez le jeu de données"))
  }

  static func unknownClass(of dataset: String) -> Self {
    Self(
      .error, "unknown-class",
      en: "class of dataset ‘\(dataset)’ is not among those of the content",
      fr: "la classe du jeu « \(dataset) » n’est pas de celles du contenu")
  }

  static func missingRole(_ role: String) -> Self {
    Self(
      .error, "missing-role", en: "schema has no column with the role ‘\(role)’",
      fr: "le schéma n’a pas de colonne de rôle « \(role) »",
      fix: .mend(en: "name one", fr: "désignez-en une"))
  }

  static var withoutRows: Self {
    Self(
      .warning, "dataset-without-rows", en: "data file has a header and no row",
      fr: "le fichier de données a un en-tête et aucune ligne")
  }

  static var sumTooLarge: Self {
    Self(
      .error, "number-too-large", en: "sum is larger than can be kept exactly",
      fr: "une somme est trop grande pour rester exacte")
  }
}

extension Localized<String> {
  fileprivate static var takeOut: Self {
    .mend(
      en: "take it out of the data: it may not come in, whatever the schema says",
      fr: "retirez cela des données : rien de tel ne peut entrer, quoi que dise le schéma")
  }
}
