/// What a value looks like. It is asked of values that no nomenclature knows; none is ever printed.
struct SuspectValue {
  /// Institutional contacts of the agreement, and names of bodies, places and categories: allowed.
  let allowed: Set<String>

  /// - Parameter allowed: texts as they are; compared folded, telephone numbers by their digits.
  init(allowed: some Sequence<String>) {
    var set: Set<String> = []
    for text in allowed {
      set.insert(Folding.fold(text))
      let digits = Self.digits(text)
      if digits.count >= 8 { set.insert(digits) }
    }
    self.allowed = set
  }

  func suspicion(of value: String, role: SuspectRole, isOpen: Bool) -> Suspicion? {
    let text = Folding.trim(value)
    if text.isEmpty || allowed.contains(Folding.fold(text)) { return nil }
    if Self.isEmail(text) { return .email }
    if Self.isCoordinates(text, role: role) { return .coordinates }
    if Self.isDate(text, role: role) {
      // A day before the partnership is a birth rather than an event; both are refused.
      return isOpen && role == .plain ? nil : .fineDate
    }
    if Self.isTelephone(text, role: role), !allowed.contains(Self.digits(text)) {
      return .telephone
    }
    if role == .number { return nil }
    if Self.isCaseNumber(text) { return .caseNumber }
    if Self.isAddress(text) { return .address }
    let words = text.split { $0.isWhitespace }
    if Self.hasTitle(words) { return .personName }
    let limit = role == .contributor || role == .dimension ? 16 : 8
    if words.count >= limit || text.count > limit * 10 { return .freeText }
    if role == .plain || role == .identifier, Self.isPersonName(words) { return .personName }
    return nil
  }

  static func digits(_ text: String) -> String {
    String(text.unicodeScalars.filter { (0x30...0x39).contains($0.value) }.map(Character.init))
  }

  static func isEmail(_ text: String) -> Bool {
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count >= 2 else { return false }
    for index in 1..<parts.count {
      let host = parts[index].prefix { $0.isLetter || $0.isNumber || $0 == "." || $0 == "-" }
      if let last = parts[index - 1].last, !last.isWhitespace, host.contains("."),
        host.first != ".", host.last != "." || host.dropLast().contains(".")
      {
        return true
      }
    }
    return false
  }

  /// +225 and eight or ten digits, ten digits that begin as Ivorian numbers do since 2021, pairs of
  /// digits, or any number with an international prefix.
  static func isTelephone(_ text: String, role: SuspectRole) -> Bool {
    var digits: [Character] = []
    var groups = [0]
    var hasPlus = false
    for (index, character) in text.enumerated() {
      switch character {
      case "0"..."9":
        digits.append(character)
        groups[groups.count - 1] += 1
      case "+" where index == 0 || (index == 1 && text.first == "("): hasPlus = true
      case " ", "\u{A0}", "\u{202F}", ".", "-", "(", ")", "/": groups.append(0)
      default: return false
      }
    }
    let sizes = groups.filter { $0 > 0 }
    let number = String(digits)
    if hasPlus { return (8...15).contains(digits.count) }
    if number.hasPrefix("00"), (10...17).contains(digits.count) { return true }
    if number.hasPrefix("225"), [11, 13].contains(digits.count), role != .number { return true }
    let isPairs = sizes.count >= 4 && sizes.allSatisfy { $0 == 2 }
    if digits.count == 10 {
      if number.hasPrefix("0") { return true }
      if role != .number, ["21", "25", "27"].contains(String(number.prefix(2))) { return true }
      return isPairs
    }
    return digits.count == 8 && (isPairs || (number.hasPrefix("0") && role == .number))
  }

  static func isCoordinates(_ text: String, role: SuspectRole) -> Bool {
    // A degree follows its number; in “n° 12” the sign comes first.
    if let degree = text.firstIndex(of: "°"),
      text[..<degree].last(where: { !$0.isWhitespace })?.isNumber == true
    {
      return true
    }
    let parts = text.split { $0 == "," || $0 == ";" || $0.isWhitespace }
    func isDegree(_ part: Substring, decimals: Int) -> Bool {
      guard let value = Double(part), abs(value) <= 180, let point = part.firstIndex(of: ".")
      else { return false }
      return part.distance(from: point, to: part.endIndex) - 1 >= decimals
    }
    if parts.count == 2, parts.allSatisfy({ isDegree($0, decimals: 2) }) { return true }
    if role == .number || role == .period { return false }
    let comma = text.split(separator: ",", omittingEmptySubsequences: false)
    if comma.count == 2, isDegree(Substring(comma.joined(separator: ".")), decimals: 4) {
      return true
    }
    return parts.count == 1 && isDegree(parts[0], decimals: 4)
  }

  /// A day, a month of a year, a quarter: finer than a partnership year.
  static func isDate(_ text: String, role: SuspectRole) -> Bool {
    let lower = text.lowercased()
    let parts = lower.split { !$0.isLetter && !$0.isNumber }
    let numbers = parts.map { part in
      part.allSatisfy(\.isASCII) && part.allSatisfy(\.isNumber) ? Int(part) : nil
    }
    let hasMarks = lower.contains { "-/.".contains($0) }
    func isYear(_ index: Int) -> Bool {
      guard parts.indices.contains(index), parts[index].count == 4, let year = numbers[index]
      else { return false }
      return (1900...2100).contains(year)
    }
    func isIn(_ index: Int, _ range: ClosedRange<Int>) -> Bool {
      guard parts.indices.contains(index), parts[index].count <= 2, let number = numbers[index]
      else { return false }
      return range.contains(number)
    }
    // 2024-03-05, 2024-03-05T10:00, 05/03/2024, 3/5/24
    if hasMarks, isYear(0), isIn(1, 1...12), parts.count < 3 || dayBegins(parts[2]) {
      return true
    }
    if hasMarks, isIn(0, 1...31), isIn(1, 1...31), isYear(2) { return true }
    if hasMarks, parts.count == 3, isIn(0, 1...31), isIn(1, 1...12), parts[2].count == 2,
      numbers[2] != nil, text.contains("/")
    {
      return true
    }
    // 03/2024
    if hasMarks, parts.count == 2, isIn(0, 1...12), isYear(1) { return true }
    // 20240305
    if role != .number, parts.count == 1, parts[0].count == 8, let number = numbers[0],
      (1900...2100).contains(number / 10_000), (1...12).contains(number / 100 % 100),
      (1...31).contains(number % 100)
    {
      return true
    }
    // 5 mars 2024, March 5, 2024; T1 2024, 2024-Q3
    let hasYear = parts.indices.contains { isYear($0) }
    if hasYear, parts.count <= 5, parts.contains(where: { months.contains(String($0)) }) {
      return true
    }
    return hasYear && parts.count == 2
      && parts.contains {
        $0.count == 2 && "tqs".contains($0.first ?? " ") && $0.last?.isNumber == true
      }
  }

  private static func dayBegins(_ part: Substring) -> Bool {
    let digits = part.prefix { $0.isNumber }
    guard digits.count <= 2, let day = Int(digits) else { return false }
    return (1...31).contains(day)
  }

  private static let months: Set<String> = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
    "sept", "oct", "nov", "dec", "janvier", "février", "fevrier", "mars", "avril", "mai", "juin",
    "juillet", "août", "aout", "septembre", "octobre", "novembre", "décembre", "decembre", "janv",
    "févr", "fevr", "avr", "juil", "déc",
  ]

  /// `RP-2023-0456`, `PV n° 123/24`, `123/2023/TPI`.
  static func isCaseNumber(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    let numbers = words.filter { $0.allSatisfy(\.isNumber) }.count
    guard let first = words.first, words.count <= 6 else { return false }
    if prefixes.contains(String(first)), words.count >= 2, numbers >= 1 { return true }
    let lettered = words.contains { word in
      let letters = word.prefix { $0.isLetter }
      return prefixes.contains(String(letters)) && letters.count < word.count
        && word.dropFirst(letters.count).allSatisfy(\.isNumber) && letters.count >= 2
    }
    if lettered { return true }
    let slashes = text.filter { $0 == "/" }.count
    return slashes >= 2 && numbers >= 2 || text.contains("n°") && numbers >= 1
  }

  private static let prefixes: Set<String> = [
    "rp", "rg", "ri", "pv", "case", "dossier", "dos", "affaire", "aff", "docket", "tpi", "cni",
    "matricule", "passeport", "passport",
  ]

  static func isAddress(_ text: String) -> Bool {
    let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
    let hasNumber = words.contains { $0.allSatisfy(\.isNumber) }
    if words.contains("bp"), hasNumber { return true }
    let place = words.contains { streets.contains(String($0)) }
    return place && (hasNumber || words.count >= 3)
  }

  private static let streets: Set<String> = [
    "rue", "avenue", "boulevard", "bd", "lot", "ilot", "îlot", "street", "road", "carrefour",
    "quartier", "impasse", "villa", "logement", "appartement",
  ]

  private static func hasTitle(_ words: [Substring]) -> Bool {
    guard words.count >= 2, let first = words.first else { return false }
    return titles.contains(first.lowercased()) && words[1].first?.isUppercase == true
  }

  private static let titles: Set<String> = [
    "m.", "mme", "mlle", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "dr", "dr.", "monsieur",
    "madame", "mademoiselle", "maître", "me",
  ]

  /// Two to four capitalized words, none of them an institution's.
  private static func isPersonName(_ words: [Substring]) -> Bool {
    guard (2...4).contains(words.count) else { return false }
    return words.allSatisfy { word in
      guard let first = word.first, first.isUppercase, word.count >= 2 else { return false }
      let letters = word.allSatisfy { $0.isLetter || $0 == "-" || $0 == "'" || $0 == "’" }
      return letters && !institutions.contains(Folding.fold(String(word)))
    }
  }

  private static let institutions: Set<String> = [
    "ong", "ngo", "centre", "center", "ministère", "ministry", "direction", "comité", "committee",
    "unité", "unit", "école", "school", "institut", "institute", "service", "services", "bureau",
    "office", "cellule", "police", "gendarmerie", "tribunal", "court", "fondation", "foundation",
    "association", "projet", "project", "programme", "région", "region", "district", "yes", "no",
    "oui", "non", "international", "national", "social",
  ]
}
