/// What the name of a column gives away, before any value is read.
enum SuspectHeader {
  /// - Parameters:
  ///   - isOpen: whether the class publishes exactly (no threshold): dates and places of
  ///     institutions are public there.
  ///   - finest: the finest place that the class allows; nil where it sets no limit.
  static func suspicion(
    of header: String, role: SuspectRole, isOpen: Bool, finest: PlaceFineness?
  ) -> Suspicion? {
    let words = Folding.words(header)
    let set = Set(words)
    let joined = words.joined()
    func has(_ list: Set<String>) -> Bool { !set.isDisjoint(with: list) || list.contains(joined) }

    if has(email) { return .email }
    if has(telephone) { return .telephone }
    if has(birth), !has(registration) { return .birthDate }
    if has(coordinates) { return .coordinates }
    if has(caseNumber) || (has(caseWords) && has(numberWords)) { return .caseNumber }
    if has(address) { return .address }
    if has(personName), !has(institution) { return .personName }
    if role == .plain, has(freeText) { return .freeText }
    if !isOpen, role != .period, role != .number, has(date) { return .fineDate }
    if let finest, let place = PlaceFineness(words: words), place > finest { return .finePlace }
    return nil
  }

  private static let email: Set<String> = [
    "email", "emails", "mail", "courriel", "mel", "adressemail", "adresseelectronique",
  ]
  private static let telephone: Set<String> = [
    "tel", "telephone", "telephones", "phone", "phones", "phonenumber", "mobile", "cell",
    "cellulaire", "portable", "gsm", "whatsapp", "msisdn", "fax", "contact", "contacts",
  ]
  private static let birth: Set<String> = [
    "naissance", "birth", "birthdate", "birthday", "dob", "ddn", "datenaissance", "datedenaissance",
    "dateofbirth",
  ]
  /// Birth registration is an activity, not a date.
  private static let registration: Set<String> = [
    "registration", "registrations", "enregistrement", "enregistrements", "declaration", "acte",
    "actes", "certificate", "certificates", "document", "documents",
  ]
  private static let coordinates: Set<String> = [
    "lat", "latitude", "lon", "lng", "long", "longitude", "gps", "coordonnees", "coordinates",
    "coordinate", "coords", "geom", "geometry", "geolocation", "geolocalisation", "pluscode",
  ]
  private static let caseNumber: Set<String> = [
    "matricule", "passport", "passeport", "cni", "nni", "caseid", "casenumber", "numerodossier",
    "numdossier", "iddossier",
  ]
  private static let caseWords: Set<String> = [
    "case", "dossier", "affaire", "fiche", "file", "docket", "procedure", "victim", "victime",
    "enfant", "child", "beneficiary", "beneficiaire",
  ]
  private static let numberWords: Set<String> = [
    "id", "no", "num", "number", "numero", "ref", "reference", "identifier", "identifiant",
  ]
  private static let address: Set<String> = [
    "adresse", "adresses", "address", "addresses", "street", "rue", "residence", "domicile",
    "logement",
  ]
  private static let personName: Set<String> = [
    "nom", "noms", "prenom", "prenoms", "name", "names", "firstname", "lastname", "surname",
    "forename", "patronyme", "fullname", "nomcomplet", "nomprenom", "nometprenom", "mother",
    "father", "mere", "pere", "guardian", "tuteur", "tutrice", "surnom", "nickname", "alias",
  ]
  private static let institution: Set<String> = [
    "region", "district", "partner", "partenaire", "institution", "centre", "center", "ecole",
    "school", "organisation", "organization", "ong", "ngo", "cso", "osc", "service", "body",
    "structure", "organisme", "activity", "activite", "indicator", "indicateur", "project",
    "projet", "category", "categorie", "training", "formation", "programme", "program", "theme",
    "column", "dataset", "unit", "unite", "ministry", "ministere", "donor", "bailleur",
  ]
  private static let freeText: Set<String> = [
    "comment", "comments", "commentaire", "commentaires", "remark", "remarks", "remarque",
    "remarques", "note", "notes", "observation", "observations", "narrative", "recit",
    "description", "story", "histoire", "details", "text", "texte", "memo", "testimony",
    "temoignage", "circumstances", "circonstances",
  ]
  private static let date: Set<String> = [
    "date", "dates", "datetime", "timestamp", "day", "jour", "month", "mois", "week", "semaine",
    "quarter", "trimestre", "heure", "hour", "time",
  ]
}

/// What a column is for, as far as a suspicion minds.
enum SuspectRole {
  case period, dimension, number, contributor, identifier
  /// Neither matched nor counted: ignored, or unknown.
  case plain
}
