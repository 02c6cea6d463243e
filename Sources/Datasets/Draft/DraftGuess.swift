import Languages
import Partnership

/// What each column of a file seems to be, from its name and what was seen in it.
struct DraftGuess {
  let compact: Compact
  let suspects: SuspectValue
  private let period: CategoryMatcher
  private let nomenclatures: [(Nomenclature, CategoryMatcher)]

  init(compact: Compact, suspects: SuspectValue) {
    self.compact = compact
    self.suspects = suspects
    period = CategoryMatcher(compact.clock, readsDays: false)
    nomenclatures = compact.nomenclatures.map { ($0, CategoryMatcher($0, refusesAdults: false)) }
  }

  /// Whether a field of the first line is a value rather than the name of a column.
  func isValue(_ name: String) -> Bool {
    let text = Folding.trim(name)
    if text.isEmpty || Double(text.replacing(",", with: ".")) != nil { return true }
    let known = [period] + nomenclatures.map(\.1)
    let isCategory = known.contains { list in
      if case .category = list.answer(to: text, suspects: suspects, isOpen: false) { return true }
      return false
    }
    if isCategory { return true }
    // “Nom Prénom” has the form of a name, and is one of a column.
    guard let suspicion = suspects.suspicion(of: text, role: .identifier, isOpen: false) else {
      return false
    }
    return [.telephone, .email, .fineDate, .coordinates, .caseNumber].contains(suspicion)
  }

  func columns(header: [String], seen: [ColumnLook]) -> [DatasetDraft.Column] {
    var columns = zip(header, seen).map { column(named: Folding.trim($0), $1) }
    // One column is the period, one the count, one the key: the first of each.
    for role in [DatasetSchema.Role.period, .count, .identifier] {
      let found = columns.indices.filter { columns[$0].role == role }
      for index in found.dropFirst() {
        columns[index].role = role == .count ? .amount : .ignored
        columns[index].remark = Self.second
      }
    }
    return columns
  }

  private func column(named name: String, _ look: ColumnLook) -> DatasetDraft.Column {
    func make(
      _ role: DatasetSchema.Role, nomenclature: String? = nil, decimals: Int = 0,
      _ remark: Localized<String>? = nil
    ) -> DatasetDraft.Column {
      DatasetDraft.Column(
        name: name, role: role, nomenclature: nomenclature, decimals: decimals, remark: remark,
        isRefused: false)
    }
    if look.filled == 0 { return make(.ignored, Self.emptyColumn) }
    let words = Folding.words(name)
    let isPeriod = share(of: look, known: period) == 1
    let role: SuspectRole = isPeriod ? .period : look.isNumeric ? .number : .plain
    if let suspicion = SuspectHeader.suspicion(of: name, role: role, isOpen: false, finest: nil) {
      return refused(name, suspicion)
    }
    if isPeriod { return make(.period) }
    if let (best, known) = nearest(to: look, named: words) {
      return make(
        .dimension, nomenclature: best.code,
        known == look.distinct ? nil : Self.unknown(look.distinct - known, in: best.code))
    }
    if let suspicion = look.suspicions.max(by: {
      ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue)
    })?.key {
      return refused(name, suspicion)
    }
    if !look.hasRepeats, look.isCrowded || look.filled > 20, look.decimals == 0,
      !Set(words).isDisjoint(with: Self.keyWords) || !look.isNumeric
    {
      return make(.identifier, Self.key)
    }
    if look.isNumeric {
      let counts = look.decimals == 0 && !Set(words).isDisjoint(with: Self.countWords)
      return counts ? make(.count) : make(.amount, decimals: min(look.decimals, 6))
    }
    if !Set(words).isDisjoint(with: Self.contributorWords) { return make(.contributor) }
    if !look.isCrowded, look.distinct * 2 <= look.filled || look.distinct <= 12 {
      return make(.dimension, nomenclature: "CODE", Self.withoutNomenclature)
    }
    return make(.ignored, Self.manyValues)
  }

  private func refused(_ name: String, _ suspicion: Suspicion) -> DatasetDraft.Column {
    DatasetDraft.Column(
      name: name, role: .ignored, nomenclature: nil, decimals: 0,
      remark: Localized(
        english: "TO REMOVE from the file: looks like \(suspicion.word.english)",
        french: "À RETIRER du fichier : ressemble à \(suspicion.word.french)"),
      isRefused: true)
  }

  /// Of the distinct values, the share that a list knows.
  private func share(of look: ColumnLook, known list: CategoryMatcher) -> Double {
    look.isCrowded ? 0 : Double(count(of: look, known: list)) / Double(max(look.distinct, 1))
  }

  private func count(of look: ColumnLook, known list: CategoryMatcher) -> Int {
    look.values.keys.count { value in
      if case .category = list.answer(to: value, suspects: suspects, isOpen: false) { return true }
      return false
    }
  }

  /// The nomenclature that knows most of the values, at least half of them; among equals the one
  /// that the column is named after, then the shortest.
  private func nearest(to look: ColumnLook, named words: [String]) -> (Nomenclature, Int)? {
    if look.isCrowded { return nil }
    let candidates = nomenclatures.map { nomenclature, matcher in
      let named = Set(
        Folding.words(nomenclature.code) + Folding.words(nomenclature.title.english)
          + Folding.words(nomenclature.title.french))
      return (
        nomenclature, known: count(of: look, known: matcher),
        isNamed: !named.isDisjoint(with: words)
      )
    }
    let best = candidates.filter { $0.known * 2 >= look.distinct && $0.known > 0 }.max {
      ($0.known, $0.isNamed ? 1 : 0, -$0.0.categories.count, $1.0.code)
        < ($1.known, $1.isNamed ? 1 : 0, -$1.0.categories.count, $0.0.code)
    }
    guard let best else { return nil }
    // Numbers are categories only where the name says so: 1, 2, 3 may be counts.
    if look.isNumeric, !best.isNamed { return nil }
    return (best.0, best.known)
  }

  // MARK: Words

  private static let keyWords: Set<String> = [
    "id", "uuid", "key", "cle", "code", "record", "identifier", "identifiant", "index", "no",
  ]
  private static let countWords: Set<String> = [
    "count", "number", "nombre", "nb", "effectif", "effectifs", "total", "n", "children",
    "enfants", "persons", "personnes", "cases", "cas", "families", "familles",
  ]
  private static let contributorWords: Set<String> = [
    "partner", "partenaire", "contributor", "contributeur", "donor", "bailleur", "ngo", "ong",
    "organisation", "organization", "provider", "prestataire",
  ]

  private static let second = Localized(
    english: "another column has that role already: decide",
    french: "une autre colonne a déjà ce rôle : à décider")
  private static let emptyColumn = Localized(english: "empty column", french: "colonne vide")
  private static let key = Localized(
    english: "no value repeats: a key that never leaves the file",
    french: "aucune valeur ne se répète : une clé qui ne sort jamais du fichier")
  private static let withoutNomenclature = Localized(
    english: "no nomenclature fits: write nomenclatures/CODE.yml",
    french: "aucune nomenclature ne convient : écrivez nomenclatures/CODE.yml")
  private static let manyValues = Localized(
    english: "too many different values for categories: take it out unless it is needed",
    french:
      "trop de valeurs différentes pour des modalités : retirez-la si elle n’est pas nécessaire"
  )

  private static func unknown(_ number: Int, in code: String) -> Localized<String> {
    Localized(
      english: "\(number) of its spellings are not in nomenclatures/\(code).yml: add synonyms",
      french: "\(number) de ses graphies ne sont pas dans nomenclatures/\(code).yml : "
        + "ajoutez des synonymes")
  }
}
