public import Languages

extension ReleaseDifference {
  /// One sentence a series and a rule, with the series it is about.
  public var sentences: [(series: String?, text: Localized<String>)] {
    rules.map { (nil, $0.sentence) } + series.map { ($0.code, $0.sentence(isFirst: since == nil)) }
  }

  /// What a feed and the page of changes say of the release; nil where it has no name yet.
  public var note: ReleaseNote? {
    release.map { name in
      ReleaseNote(
        name: name, date: date,
        changes: sentences.map { ReleaseNote.Change(series: $0.series, text: $0.text) })
    }
  }
}

extension ReleaseDifference.Rule {
  fileprivate var sentence: Localized<String> {
    func number(_ value: Int?) -> Localized<String> {
      value.map { Localized(both: String($0)) } ?? Localized(english: "none", french: "aucun")
    }
    return Localized(
      english: "Class \(confidentiality): the threshold is \(number(after).english); "
        + "it was \(number(before).english)",
      french: "Classe \(confidentiality)\u{A0}: le seuil est \(number(after).french)\u{202F}; "
        + "il était \(number(before).french)")
  }
}

extension ReleaseDifference.Series {
  fileprivate func sentence(isFirst: Bool) -> Localized<String> {
    .each { language in
      var parts: [String] = []
      if added > 0 {
        parts.append(
          Self.part(added, language, isFirst ? Self.first : Self.added))
      }
      for kind in ReleaseDifference.Kind.allCases where count(kind) > 0 {
        parts.append(Self.part(count(kind), language, Self.words(kind)))
      }
      return (name?[language] ?? code) + (language == .english ? ": " : "\u{A0}: ")
        + parts.joined(separator: ", ")
    }
  }

  /// The noun is said once a part: each reads by itself.
  private static func part(
    _ count: Int, _ language: Language, _ words: Localized<(one: String, many: String)>
  ) -> String {
    let number = NumberFormat.of(language).text(count)
    // French counts 0 and 1 as one, English only 1.
    let form = count == 1 ? words[language].one : words[language].many
    return "\(number) \(form)"
  }

  private static let first = Localized<(one: String, many: String)>(
    english: ("figure published for the first time", "figures published for the first time"),
    french: ("chiffre publié pour la première fois", "chiffres publiés pour la première fois"))

  private static let added = Localized<(one: String, many: String)>(
    english: ("new figure", "new figures"), french: ("nouveau chiffre", "nouveaux chiffres"))

  private static func words(
    _ kind: ReleaseDifference.Kind
  ) -> Localized<(one: String, many: String)> {
    switch kind {
    case .revised:
      Localized(
        english: ("revised figure", "revised figures"),
        french: ("chiffre révisé", "chiffres révisés"))
    case .hidden:
      Localized(
        english: ("figure now hidden", "figures now hidden"),
        french: ("chiffre désormais masqué", "chiffres désormais masqués"))
    case .shown:
      Localized(
        english: ("figure no longer hidden", "figures no longer hidden"),
        french: ("chiffre qui n’est plus masqué", "chiffres qui ne sont plus masqués"))
    case .withdrawn:
      Localized(
        english: ("figure withdrawn", "figures withdrawn"),
        french: ("chiffre retiré", "chiffres retirés"))
    }
  }
}
