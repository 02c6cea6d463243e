import Languages

/// Which cells have a sign or a letter: enough for the closing sentences of a description.
struct SignCount {
  private(set) var values = 0
  /// Each sign that stands in the place of a value, and of what it is where that is told.
  private var signs: [(sign: Sign, name: String?)] = []
  /// The letters of values, and of what these are.
  private var letters: [(bits: UInt8, name: String?)] = []

  /// Beyond so many names nobody listens.
  private static let most = 12

  /// - Parameter name: of the period or the category; nil where nothing but the number is told.
  @inline(__always)
  mutating func count(_ reading: Reading, of name: @autoclosure () -> String? = nil) {
    if reading.isSoft { letters.append((reading.letters, name())) }
    if case .sign(let sign) = reading.cell {
      signs.append((sign, name()))
    } else {
      values += 1
    }
  }

  var hasHidden: Bool { has(.hidden) }

  private func has(_ sign: Sign) -> Bool { signs.contains { $0.sign == sign } }

  /// What the title says where there is no value at all.
  var emptyTitle: Localized<Template> {
    if !signs.isEmpty, signs.allSatisfy({ $0.sign == .hidden }) { return .allHidden }
    return has(.undrawable) && !has(.hidden) ? .undrawable : .nonePublished
  }

  func tell(_ prose: inout Prose) {
    if !signs.isEmpty { tellSigns(&prose) }
    if !letters.isEmpty { tellLetters(&prose) }
  }

  private func tellSigns(_ prose: inout Prose) {
    let hidden = signs.count { $0.sign == .hidden }
    if hidden == 1 {
      prose.add(.hiddenOne)
    } else if hidden > 1 {
      prose.add(.hiddenMany, (.count, .count(hidden)))
    }
    if hidden > 0, let names = names(of: .hidden, prose.language) {
      prose.add(.hiddenAre, (.name, .text(names)))
    }
    tell(.notAvailable, .missing, .missingNamed, &prose)
    tell(.notApplicable, .notApplicable, .notApplicableNamed, &prose)
    tell(.notYetDue, .notYetDue, .notYetDueNamed, &prose)
    tell(.undrawable, .tooLarge, .tooLargeNamed, &prose)
  }

  private func tell(
    _ sign: Sign, _ counted: Localized<Template>, _ named: Localized<Template>,
    _ prose: inout Prose
  ) {
    let count = signs.count { $0.sign == sign }
    guard count > 0 else { return }
    if let names = names(of: sign, prose.language) {
      prose.add(named, (.count, .count(count)), (.name, .text(names)))
    } else {
      prose.add(counted, (.count, .count(count)))
    }
  }

  /// Nil where they are too many, or not all known.
  private func names(of sign: Sign, _ language: Language) -> String? {
    joined(signs.filter { $0.sign == sign }.map(\.name), language)
  }

  private func joined(_ names: [String?], _ language: Language) -> String? {
    let known = names.compactMap { $0 }
    guard known.count == names.count, known.count <= Self.most else { return nil }
    return known.joined(separator: language == .english ? "; " : "\u{202F}; ")
  }

  /// What each letter means, and of what it stands.
  private func tellLetters(_ prose: inout Prose) {
    let language = prose.language
    var parts: [String] = []
    for bit: UInt8 in [1, 2, 4, 8] {
      let bearers = letters.filter { $0.bits & bit != 0 }
      guard !bearers.isEmpty else { continue }
      let meaning = Terms.meaning(ofLetter: bit, in: language)
      let names = joined(bearers.map(\.name), language)
      parts.append(names.map { "\(meaning) (\($0))" } ?? meaning)
    }
    prose.add(.soft, (.name, .text(parts.joined(separator: ", "))))
  }
}
