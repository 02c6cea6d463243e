import Diagnostics
import Languages
import Partnership

extension Finding.Message {
  private static func mend(_ english: String, _ french: String) -> Localized<String> {
    Localized(english: english, french: french)
  }

  private static func nearest(_ word: String?) -> Localized<String>? {
    word.map {
      Localized(english: "did you mean ‘\($0)’?", french: "vouliez-vous dire « \($0) » ?")
    }
  }

  // MARK: The file

  static let noteNotUTF8 = Self(
    .error, "not-utf8", en: "text is not UTF-8", fr: "le texte n’est pas en UTF-8",
    fix: mend("save the file as UTF-8", "enregistrez le fichier en UTF-8"))
  static let noteHasNUL = Self(
    .error, "nul-character", en: "null character stands in the text",
    fr: "un caractère nul se trouve dans le texte",
    fix: mend("delete it", "supprimez-le"))
  static let noteTooLarge = Self(
    .error, "note-too-large", en: "note is larger than 400 kB",
    fr: "le compte rendu dépasse 400 ko",
    fix: mend("split it, or move annexes out", "divisez-le ou sortez-en les annexes"))
  static let lineTooLong = Self(
    .error, "line-too-long",
    en: "line is longer than a note may have, or has no space for too long",
    fr: "cette ligne est trop longue, ou trop longtemps sans espace",
    fix: mend("break it", "coupez-la"))
  static let tableTooWide = Self(
    .error, "table-too-wide", en: "table has more than 60 columns",
    fr: "le tableau a plus de 60 colonnes", fix: mend("split the table", "divisez le tableau"))
  static let tooManyMarks = Self(
    .error, "too-many-marks", en: "paragraph has more than 6,000 marks of Markdown",
    fr: "ce paragraphe a plus de 6 000 signes de Markdown",
    fix: mend("divide it by a blank line", "divisez-le par une ligne vide"))
  static let tableTooLarge = Self(
    .error, "table-too-large", en: "table has more than 50,000 cells",
    fr: "le tableau a plus de 50 000 cellules",
    fix: mend(
      "split it, or link to a document", "divisez-le, ou renvoyez par un lien à un document"))
  static let definitionsTooLong = Self(
    .error, "definitions-too-long",
    en: "address or title of a link is too long for the number of places that could use it",
    fr: "l’adresse ou le titre d’un lien est trop long pour le nombre d’endroits qui l’emploient",
    fix: mend("shorten it", "raccourcissez-le"))
  static let marksTooDeep = Self(
    .error, "nested-too-deep", en: "emphasis or links stand in each other deeper than 40",
    fr: "des mises en valeur ou des liens sont imbriqués sur plus de 40 niveaux",
    fix: mend("take marks out", "retirez des signes"))
  static let nestedTooDeep = Self(
    .error, "nested-too-deep", en: "quotes or lists are nested deeper than 40",
    fr: "des citations ou des listes sont imbriquées sur plus de 40 niveaux",
    fix: mend("bring them to the margin", "ramenez-les vers la marge"))

  // MARK: Front matter

  static let frontMatterUnclosed = Self(
    .error, "front-matter-unclosed", en: "front matter begins with ‘---’ and never ends",
    fr: "l’en-tête commence par « --- » et ne se termine pas",
    fix: mend("add a line ‘---’ after it", "ajoutez une ligne « --- » après lui"))
  static func frontMatterMissing(_ key: String) -> Self {
    let word = FrontMatterWords.words(for: key)
    return Self(
      .error, "front-matter-missing", en: "key ‘\(word.english)’ is missing from the front matter",
      fr: "la clé « \(word.french) » manque dans l’en-tête",
      fix: mend(
        "add a line ‘\(word.english): …’ between the two ‘---’",
        "ajoutez une ligne « \(word.french): … » entre les deux « --- »"))
  }
  static func frontMatterTwice(_ key: String) -> Self {
    let word = FrontMatterWords.words(for: key)
    return Self(
      .error, "duplicate-key", en: "key ‘\(word.english)’ stands twice, once in each language",
      fr: "la clé « \(word.french) » figure deux fois, une fois dans chaque langue",
      fix: mend("keep one", "n’en gardez qu’une"))
  }
  static func frontMatterUnknown(nearest word: String?, known: [String]) -> Self {
    let all = Localized<[String]>.each { language in
      known.map { FrontMatterWords.words(for: $0)[language] }
    }.map { $0.joined(separator: ", ") }
    return Self(
      .error, "front-matter-unknown", en: "key is not one of this front matter",
      fr: "cette clé n’existe pas dans cet en-tête",
      fix: nearest(word) ?? mend("its keys are \(all.english)", "ses clés sont \(all.french)"))
  }
  static let translationStateUnknown = Self(
    .error, "translation-state-unknown",
    en: "state of the translation is not known",
    fr: "cet état de la traduction n’est pas connu",
    fix: mend(
      "write ‘official’ or ‘working’, or delete the line: a text is official by default",
      "écrivez « officielle » ou « de travail », ou supprimez la ligne : un texte est officiel par "
        + "défaut"))
  static let slugNotPlain = Self(
    .error, "slug-not-plain",
    en: "word of an address has small letters without accents, digits and hyphens only",
    fr: "le mot d’une adresse n’a que des minuscules sans accent, des chiffres et des tirets",
    fix: mend("write it like ‘how-to-read’", "écrivez-le comme « lire-les-chiffres »"))
  static let statementOutsideMeeting = Self(
    .error, "statement-outside-meeting",
    en: "decision or report stands on a page, and only a meeting's notes state one",
    fr: "une décision ou l’état d’une activité figure sur une page, et seul un compte rendu "
      + "l’énonce",
    fix: mend(
      "state it in the notes of a meeting, or begin the item with another word",
      "écrivez cette ligne dans un compte rendu, ou commencez-la par un autre mot"))
  static func meetingTypeUnknown(nearest word: String?) -> Self {
    let all = Localized<String>.each { language in
      MeetingKind.allCases.map { $0.slug[language] }.joined(separator: ", ")
    }
    return Self(
      .error, "meeting-type-unknown", en: "type of meeting is not known",
      fr: "ce type de réunion n’est pas connu",
      fix: nearest(word)
        ?? mend("write one of \(all.english)", "écrivez l’un de ceux-ci : \(all.french)"))
  }
  static func frontMatterDiffers(_ key: String) -> Self {
    let word = FrontMatterWords.words(for: key)
    return Self(
      .error, "front-matter-differs",
      en: "‘\(word.english)’ says another thing than in the other language",
      fr: "« \(word.french) » dit autre chose que dans l’autre langue",
      fix: mend("state the same in both notes", "énoncez la même chose dans les deux textes"))
  }
  static let noteStatusUnknown = Self(
    .error, "note-status-unknown", en: "status is not one of a note",
    fr: "ce statut n’est pas celui d’un compte rendu",
    fix: mend("write ‘draft’ or ‘adopted’", "écrivez « projet » ou « adopté »"))
  static let dateUnreadable = Self(
    .error, "date-unreadable", en: "date cannot be read without guessing",
    fr: "la date ne peut pas être lue sans deviner",
    fix: mend("write it as 2025-03-31 or 31 March 2025", "écrivez 2025-03-31 ou 31 mars 2025"))
  static func dateOutsidePartnership(from first: CalendarDate, to last: CalendarDate) -> Self {
    Self(
      .error, "date-outside-partnership", en: "date is outside the Partnership's years",
      fr: "la date est hors des années du Partenariat",
      fix: mend(
        "write one from \(first.iso) to \(last.iso)",
        "écrivez une date du \(first.iso) au \(last.iso)"))
  }

  // MARK: Statements

  /// - Parameter rank: of the word in a list, from 1.
  static func unknownBody(_ word: String?, _ compact: Compact, rank: Int? = nil) -> Self {
    let codes = compact.bodies.map(\.code).joined(separator: ", ")
    return Self(
      .error, "unknown-body",
      en: rank.map { "item \($0) of the list is not a body of the catalogue" }
        ?? "body is not in the catalogue",
      fr: rank.map { "l’élément \($0) de la liste n’est pas une instance du catalogue" }
        ?? "cette instance ne figure pas au catalogue",
      fix: nearest(word.flatMap { compact.nearestBody(to: $0) })
        ?? mend("write a code of bodies.yml: \(codes)", "écrivez un code de bodies.yml : \(codes)"))
  }
  static func unknownConcern(nearest word: String?) -> Self {
    Self(
      .error, "unknown-concern", en: "code concerns nothing in the catalogue",
      fr: "ce code ne désigne rien au catalogue", fix: nearest(word))
  }
  static func statusUnknown(nearest word: String?) -> Self {
    let all = Localized<String>.each { language in
      ActivityStatus.allCases.map { $0.word[language] }.joined(separator: ", ")
    }
    return Self(
      .error, "status-unknown", en: "status is not one of an activity",
      fr: "cet état n’est pas celui d’une activité",
      fix: nearest(word)
        ?? mend("write one of: \(all.english)", "écrivez l’un de ceux-ci : \(all.french)"))
  }
  static func statusUnread(_ code: String, _ status: ActivityStatus) -> Self {
    Self(
      .warning, "statement-not-read",
      en: "state of an activity stands outside parentheses, and is not read",
      fr: "l’état d’une activité n’est pas entre parenthèses, et n’est pas lu",
      fix: mend(
        "write ‘- \(code) (\(status.word.english)) …’",
        "écrivez « - \(code) (\(status.word.french)) … »"))
  }
  static let statementOutsideList = Self(
    .warning, "statement-not-read", en: "decision stands outside a list, and is not read",
    fr: "cette décision n’est pas dans une liste, et n’est pas lue",
    fix: mend("begin its line with ‘- ’", "commencez sa ligne par « - »"))
  static func decisionCodeMalformed(_ meant: String) -> Self {
    Self(
      .error, "decision-code-malformed",
      en: "identifier of a decision is D, the year and a number of two digits",
      fr: "l’identifiant d’une décision se compose de D, de l’année et d’un numéro à deux chiffres",
      fix: mend("write ‘\(meant)’", "écrivez « \(meant) »"))
  }
  static func tailUnknownKey(nearest word: String?) -> Self {
    Self(
      .error, "tail-unknown-key", en: "decision's tail knows owner, due and concerns",
      fr: "la fin d’une décision n’admet que responsable, échéance et concerne",
      fix: nearest(word)
        ?? mend(
          "write ‘(owner: …; due: …; concerns: …)’",
          "écrivez « (responsable : … ; échéance : … ; concerne : …) »"))
  }
  static let decisionWithoutOwner = Self(
    .warning, "decision-without-owner", en: "decision has no owner",
    fr: "la décision n’a pas de responsable",
    fix: mend(
      "end it with ‘(owner: CNS; due: 2025-03-31)’",
      "terminez-la par « (responsable : CNS ; échéance : 31 mars 2025) »"))
  static let replacementMissing = Self(
    .error, "replacement-missing", en: "decision that replaces it is not named",
    fr: "la décision qui la remplace n’est pas citée",
    fix: mend("write ‘replaced by D-2025-02’", "écrivez « remplacée par D-2025-02 »"))
  static let dueBeforeDecided = Self(
    .error, "due-before-decided", en: "due date comes before decision date",
    fr: "l’échéance précède la date de la décision",
    fix: mend("correct one of the two", "corrigez l’une des deux"))
  static func decisionStatedTwice(_ code: String, first: Place) -> Self {
    let place = first.line.map { "\(first.file):\($0)" } ?? first.file
    return Self(
      .error, "decision-stated-twice",
      en: "\(code) stands for two decisions, the first at \(place)",
      fr: "\(code) désigne deux décisions, dont la première en \(place)",
      fix: mend(
        "give one another number, or follow up with ‘\(code): done.’",
        "donnez à l’une un autre numéro, ou écrivez le suivi « \(code) : fait. »"))
  }
  static func followUpOfUnknown(nearest word: String?) -> Self {
    Self(
      .error, "follow-up-of-unknown", en: "follow-up names a decision that no earlier note states",
      fr: "ce suivi cite une décision qu’aucun compte rendu antérieur n’énonce",
      fix: nearest(word))
  }

  // MARK: Two languages

  static let headingsDiffer = Self(
    .error, "headings-differ", en: "sections of the two languages differ",
    fr: "les rubriques des deux langues diffèrent",
    fix: mend(
      "give both the same headings, in order", "donnez-leur les mêmes rubriques, dans l’ordre"))
  static func statementInOneLanguage(_ code: String) -> Self {
    Self(
      .error, "statement-in-one-language", en: "\(code) is stated in one language only",
      fr: "\(code) n’est énoncé que dans une langue",
      fix: mend("state it in the other note as well", "énoncez-le aussi dans l’autre texte"))
  }
  static func statementsDiffer(_ code: String) -> Self {
    Self(
      .error, "statements-differ", en: "facts of \(code) differ from those of the other language",
      fr: "les éléments de \(code) diffèrent de ceux de l’autre langue",
      fix: mend(
        "give both the same owner, date, codes and status",
        "donnez aux deux le même responsable, la même date, les mêmes codes et le même état"))
  }
  static let referencesDiffer = Self(
    .error, "references-differ", en: "figures referred to differ between the languages",
    fr: "les chiffres cités diffèrent d’une langue à l’autre")
  static let tablesDiffer = Self(
    .error, "tables-differ", en: "tables differ in size between the languages",
    fr: "les tableaux n’ont pas la même taille d’une langue à l’autre")
  static func termOfOtherLanguage(_ own: String) -> Self {
    Self(
      .warning, "term-of-other-language",
      en: "acronym is the other language's, and the glossary has one for this",
      fr: "ce sigle est celui de l’autre langue, et le glossaire en a un pour celle-ci",
      fix: mend("write ‘\(own)’", "écrivez « \(own) »"))
  }
  static func translationStale(_ language: Language) -> Self {
    Self(
      .warning, "translation-stale",
      en:
        "\(language == .english ? "French" : "English") section changed after this was translated",
      fr: "la rubrique \(language == .english ? "française" : "anglaise") a changé depuis cette "
        + "traduction",
      fix: mend(
        "bring this section up to date, then run ‘vitrine new translation’ for this note",
        "mettez cette rubrique à jour, puis lancez « vitrine new translation » pour ce texte"))
  }
  static func translationPending(_ language: Language) -> Self {
    Self(
      .warning, "translation-pending",
      en: "\(language == .english ? "English" : "French") note is pending",
      fr: "le texte \(language == .english ? "anglais" : "français") est en attente",
      fix: mend(
        "write \(language.rawValue).md beside it", "écrivez \(language.rawValue).md à côté"))
  }

  // MARK: References

  static let referenceUnclosed = Self(
    .error, "reference-unclosed", en: "figure reference begins with ‘{{’ and never ends",
    fr: "la référence commence par « {{ » et ne se termine pas",
    fix: mend("add ‘}}’", "ajoutez « }} »"))
  static let referenceMalformed = Self(
    .error, "reference-malformed", en: "figure reference is an indicator, a year and breakdowns",
    fr: "une référence se compose d’un indicateur, d’une année et de ventilations",
    fix: mend("write ‘{{I2.4 2024 sex=F}}’", "écrivez « {{I2.4 2024 sex=F}} »"))
  static func referenceUnknownSeries(nearest word: String?) -> Self {
    Self(
      .error, "reference-unknown-indicator", en: "figure reference names an unknown indicator",
      fr: "la référence cite un indicateur inconnu", fix: nearest(word))
  }
  static let referenceUnknownPeriod = Self(
    .error, "reference-unknown-year", en: "figure reference names a year outside the Partnership",
    fr: "la référence cite une année hors du Partenariat")

  // MARK: The guard

  static let closedPassageUnclosed = Self(
    .error, "closed-passage-unclosed", en: "closed passage begins here and never ends",
    fr: "un passage à huis clos commence ici et ne se termine pas",
    fix: mend("add a line ‘:::’ after it", "ajoutez une ligne « ::: » après lui"))
  static let passageWordUnknown = Self(
    .error, "passage-word-unknown",
    en: "‘:::’ opens a closed passage and is followed by ‘closed’",
    fr: "« ::: » ouvre un passage à huis clos et se fait suivre de « huis-clos »",
    fix: mend("write ‘::: closed’", "écrivez « ::: huis-clos »"))
  static let closedPassagesDiffer = Self(
    .error, "closed-passages-differ",
    en: "one language has more closed passages than the other",
    fr: "l’un des deux textes a plus de passages à huis clos que l’autre",
    fix: mend(
      "close in both what was said in confidence",
      "mettez à huis clos dans les deux ce qui a été dit à titre confidentiel"))
  static let allowanceWithoutReason = Self(
    .error, "allowance-without-reason", en: "finding is overruled without a reason",
    fr: "un message est écarté sans raison",
    fix: mend(
      "end the comment with ‘because …’", "terminez le commentaire par « car … »"))
  static func allowanceUnused(_ code: String) -> Self {
    Self(
      .warning, "allowance-unused", en: "no finding ‘\(code)’ is left to overrule here",
      fr: "aucun message « \(code) » n’est à écarter ici",
      fix: mend("delete the comment", "supprimez le commentaire"))
  }
  static let commentUnclosed = Self(
    .error, "comment-unclosed", en: "comment begins with ‘<!--’ and never ends",
    fr: "un commentaire commence par « <!-- » et ne se termine pas",
    fix: mend("add ‘-->’", "ajoutez « --> »"))
  static let rawHTML = Self(
    .error, "raw-html", en: "HTML is not allowed in a note", fr: "le HTML n’est pas admis ici",
    fix: mend("write it in Markdown", "écrivez-le en Markdown"))
  static let dangerousLink = Self(
    .error, "dangerous-link", en: "link does not lead to a web page, an e-mail or a place here",
    fr: "ce lien ne mène ni à une page web, ni à une adresse électronique, ni à un endroit du site",
    fix: mend("give an address that begins with https://", "donnez une adresse en https://"))
  static let imageRefused = Self(
    .error, "image-refused", en: "images are not allowed in a note",
    fr: "les images ne sont pas admises ici",
    fix: mend(
      "describe it in words, or link to a document",
      "décrivez-la, ou renvoyez par un lien à un document"))
  static let nameInProse = Self(
    .error, "name-in-prose", en: "word after a civility looks like a person's name",
    fr: "le mot qui suit la civilité ressemble à un nom de personne",
    fix: mend("name the body or the office", "citez l’instance ou la fonction"))
  static let telephoneInProse = Self(
    .error, "telephone-in-prose", en: "digits look like a telephone number",
    fr: "ces chiffres ressemblent à un numéro de téléphone",
    fix: mend("take them out", "retirez-les"))
  static let contactInProse = Self(
    .error, "contact-in-prose", en: "e-mail address is not one of the agreement's focal points",
    fr: "cette adresse n’est pas celle d’un point focal de l’accord",
    fix: mend(
      "take it out, or add it to focal-points.yml", "retirez-la, ou ajoutez-la à focal-points.yml"))
  static let coordinatesInProse = Self(
    .error, "coordinates-in-prose", en: "digits look like the coordinates of a place",
    fr: "ces chiffres ressemblent aux coordonnées d’un lieu",
    fix: mend("take them out", "retirez-les"))
  static let caseNumberInProse = Self(
    .error, "case-number-in-prose", en: "digits look like a case number",
    fr: "ces chiffres ressemblent à un numéro de dossier",
    fix: mend("take them out", "retirez-les"))
}
