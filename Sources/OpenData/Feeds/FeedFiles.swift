import Languages
import Partnership

/// Atom (RFC 4287): a feed a language, and one an objective, from real changes only: releases and
/// what they changed, meetings whose notes were published, decisions and what became of them.
struct FeedFiles: DataFormat {
  static func path(_ language: Language, _ objective: Objective? = nil) -> String {
    let folder = language == .english ? "en/feeds/" : "fr/flux/"
    guard let objective else { return folder + (language == .english ? "all" : "tout") + ".xml" }
    let plain = objective.slug[language].lowercased().map { letter in
      letter.isASCII && (letter.isLetter || letter.isNumber) ? letter : "-"
    }
    return folder + "objective-\(objective.number)-" + String(plain) + ".xml"
  }

  func files(of input: OpenDataInput, after _: [DataFile]) -> [DataFile] {
    let scopes = [nil] + input.compact.objectives.map(Optional.some)
    return scopes.flatMap { objective in
      let paths = Localized.each { Self.path($0, objective) }
      return Language.allCases.map { language in
        let title = objective.map {
          Localized(
            english: "news of \($0.shortName.english)",
            french: "nouveautés de l’objectif « \($0.shortName.french) »")
        }
        return DataFile(
          path: paths[language], mediaType: "application/atom+xml",
          bytes: feed(input, objective, language),
          listing: language == .english
            ? DataFile.Listing(
              series: "", table: nil, format: "Atom", path: paths,
              title: title ?? Localized(english: "all news", french: "toutes les nouveautés"))
            : nil)
      }
    }
  }

  private func feed(
    _ input: OpenDataInput, _ objective: Objective?, _ language: Language
  ) -> [UInt8] {
    let path = Self.path(language, objective)
    let entries = Self.entries(input, objective)
    let name = input.compact.settings.title[language]
    let page = objective.flatMap { input.pages.objectives[$0.code] } ?? input.pages.home
    let up = String(repeating: "../", count: path.split(separator: "/").count - 1)
    func link(_ target: String) -> String { input.absolute(target) ?? up + target }
    var xml = XMLWriter()
    xml.element("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": language.tag]) {
      $0.element("id", text: stableIdentifier("feed", input.compact.name.text.english, path))
      $0.element("title", text: objective.map { "\(name) – \($0.shortName[language])" } ?? name)
      $0.element("updated", text: Self.instant(entries.map(\.date).max() ?? input.day))
      $0.element("author") { $0.element("name", text: name) }
      $0.empty("link", ["rel": "self", "href": link(path), "type": "application/atom+xml"])
      $0.empty(
        "link",
        [
          "rel": "alternate", "href": link(page[language]), "type": "text/html",
          "hreflang": language.tag,
        ])
      for entry in entries {
        $0.element("entry") {
          $0.element(
            "id", text: stableIdentifier("entry", input.compact.name.text.english, entry.key))
          $0.element("title", text: entry.title[language])
          $0.element("updated", text: Self.instant(entry.date))
          $0.empty(
            "link", ["rel": "alternate", "href": link(entry.page[language]), "type": "text/html"])
          $0.empty("category", ["term": entry.category])
          $0.element("summary", ["type": "text"], text: entry.summary[language])
        }
      }
    }
    return xml.bytes
  }

  struct Entry {
    /// What its identifier is made from: it changes when what happened changes.
    let key: String
    let category: String
    let date: CalendarDate
    let title: Localized<String>
    let summary: Localized<String>
    let page: Localized<String>
  }

  /// Newest first.
  static func entries(_ input: OpenDataInput, _ objective: Objective?) -> [Entry] {
    func concerns(_ codes: [String]) -> Bool {
      guard let objective else { return true }
      return codes.contains { code in
        code == objective.code || input.compact.activity(code)?.objective == objective.code
          || input.compact.indicator(code)?.objective == objective.code
      }
    }
    var entries: [Entry] = []
    for release in input.releases {
      let changes = release.changes.filter { objective == nil || concerns([$0.series ?? ""]) }
      guard !changes.isEmpty else { continue }
      entries.append(
        Entry(
          key: "release \(release.name)", category: "release", date: release.date,
          title: Localized(
            english: "Release \(release.name)", french: "Version \(release.name)"),
          summary: .each { language in changes.map { $0.text[language] }.joined(separator: "\n") },
          page: input.pages.changes))
    }
    let decisions = Dictionary(grouping: input.decisions, by: \.meeting)
    let reports = Dictionary(grouping: input.reports, by: \.meeting)
    for meeting in input.meetings {
      let codes =
        (decisions[meeting.code] ?? []).flatMap(\.concerns)
        + (reports[meeting.code] ?? []).map(\.activity)
      guard concerns(codes) else { continue }
      entries.append(
        Entry(
          key: "meeting \(meeting.code)", category: "meeting", date: meeting.date,
          title: meeting.title,
          summary: .each {
            "\(meeting.kind.name[$0].uppercasedFirst), \(meeting.date.words(in: $0)), "
              + meeting.place[$0]
          },
          page: input.pages.meetings[meeting.code] ?? input.pages.home))
    }
    for decision in input.decisions where concerns(decision.concerns) {
      let page = input.pages.decisions[decision.code] ?? input.pages.home
      entries.append(
        Entry(
          key: "decision \(decision.code)", category: "decision", date: decision.date,
          title: Localized(
            english: "Decision \(decision.code)", french: "Décision \(decision.code)"),
          summary: decision.text, page: page))
      for followUp in decision.followUps where followUp.date <= input.day {
        entries.append(
          Entry(
            key: "follow-up \(decision.code) \(followUp.meeting)", category: "follow-up",
            date: followUp.date,
            title: Localized(
              english: "Decision \(decision.code): \(followUp.outcome.words.english)",
              french: "Décision \(decision.code)\u{A0}: \(followUp.outcome.words.french)"),
            summary: followUp.text, page: page))
      }
    }
    return entries.filter { $0.date <= input.day }
      .sorted { ($1.date, $1.key) < ($0.date, $0.key) }
  }

  static func instant(_ date: CalendarDate) -> String { date.iso + "T00:00:00Z" }
}

extension Decision.Outcome {
  var words: Localized<String> {
    switch self {
    case .done: Localized(english: "done", french: "exécutée")
    case .carriedOver: Localized(english: "carried over", french: "reportée")
    case .replaced: Localized(english: "replaced", french: "remplacée")
    case .withdrawn: Localized(english: "withdrawn", french: "retirée")
    }
  }
}

extension String {
  var uppercasedFirst: String { prefix(1).uppercased() + dropFirst() }
}
