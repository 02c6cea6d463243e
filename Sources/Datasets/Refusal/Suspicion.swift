import Languages

/// What a column may not hold: it would identify a person, or say more than the class allows.
enum Suspicion: String, Sendable, Hashable, CaseIterable {
  case personName = "person-name"
  case birthDate = "birth-date"
  case telephone
  case email
  case caseNumber = "case-number"
  case address
  case coordinates
  case freeText = "free-text"
  case fineDate = "fine-date"
  case finePlace = "fine-place"
  case adultAge = "adult-age"

  /// What it is, as the end of “looks like …”.
  var word: Localized<String> {
    switch self {
    case .personName: Localized(english: "a person’s name", french: "un nom de personne")
    case .birthDate: Localized(english: "a birth date", french: "une date de naissance")
    case .telephone: Localized(english: "a telephone number", french: "un numéro de téléphone")
    case .email: Localized(english: "an e-mail address", french: "une adresse électronique")
    case .caseNumber: Localized(english: "a case number", french: "un numéro de dossier")
    case .address: Localized(english: "an address", french: "une adresse")
    case .coordinates: Localized(english: "coordinates", french: "des coordonnées")
    case .freeText:
      Localized(english: "free text about a case", french: "un texte libre sur un cas")
    case .fineDate:
      Localized(
        english: "a date finer than the period", french: "une date plus fine que la période")
    case .finePlace:
      Localized(
        english: "a place finer than the class allows",
        french: "un lieu plus fin que la classe ne le permet")
    case .adultAge:
      Localized(
        english: "an age of 18 or over, among children",
        french: "un âge de 18 ans ou plus, parmi des enfants")
    }
  }
}

/// How fine a place is: the larger, the finer.
enum PlaceFineness: Int, Comparable {
  case district = 1
  case region, department, town, locality

  static func < (one: PlaceFineness, other: PlaceFineness) -> Bool {
    one.rawValue < other.rawValue
  }

  /// What a header or the name of a nomenclature says of places; nil where it says nothing.
  init?(words: [String]) {
    let finest = words.compactMap { Self.table[$0] }.max()
    guard let finest else { return nil }
    self = finest
  }

  private static let table: [String: PlaceFineness] = [
    "district": .district, "districts": .district,
    "region": .region, "regions": .region,
    "department": .department, "departement": .department, "departments": .department,
    "departements": .department,
    "town": .town, "ville": .town, "city": .town, "commune": .town, "communes": .town,
    "souspref": .town, "sousprefecture": .town, "prefecture": .town, "subprefecture": .town,
    "municipality": .town, "municipalite": .town, "towns": .town, "villes": .town,
    "village": .locality, "villages": .locality, "quartier": .locality, "localite": .locality,
    "locality": .locality, "hameau": .locality, "hamlet": .locality, "campement": .locality,
    "neighbourhood": .locality, "neighborhood": .locality, "ilot": .locality,
  ]
}
