import Languages
import Notes
import Partnership

/// Ways to find a page: search, A–Z, site map; and what to say where there is none.
extension Edition {
  /// Everything that has a page or an anchor of its own, by name.
  var entries: [SearchEntry] {
    var all: [SearchEntry] = []
    func add(_ title: String, _ address: Address, _ words: [String] = []) {
      all.append(SearchEntry(title: title, address: address, words: words.joined(separator: " ")))
    }
    for objective in compact.objectives {
      add(text(objective.shortName), .objective(objective), [string(objective.text)])
    }
    for indicator in compact.indicators {
      add(
        "\(indicator.code) \(string(indicator.name))", .indicator(indicator.code),
        [compact.objective(indicator.objective).map { text($0.shortName) } ?? ""])
    }
    for activity in compact.activities {
      add(
        "\(activity.code) \(string(activity.text))", .activity(activity.code),
        [text(activity.kind)] + activity.names[language])
    }
    for record in book.meetings {
      add(text(record.meeting.title), .meeting(record.meeting), [record.meeting.date.iso])
    }
    for page in book.pages { add(text(page.title), .page(page), [text(page.summary)]) }
    for decision in book.decisions {
      add(
        "\(decision.code) \(text(decision.text))", .decision(decision.code),
        decision.owners.map(bodyName))
    }
    for body in compact.bodies {
      add(
        string(body.name), .body(body.code),
        [body.code, body.acronym.map { text($0) } ?? ""] + body.otherNames)
    }
    for term in compact.terms {
      add(
        say.capitalized(text(term.term)), .term(term.code),
        [term.acronym.map { text($0) } ?? "", term.definition.map(string) ?? ""])
    }
    for section in compact.agreement {
      add("\(section.number) \(string(section.title))", .section(section.code))
    }
    for (word, address) in Self.places { add(self[word], address) }
    return all
  }

  /// Pages that stand by themselves.
  static let places: [(Word, Address)] = [
    (.indicatorsTitle, .indicators), (.activitiesTitle, .activities),
    (.historyTitle, .activityHistory),
    (.matrixTitle, .matrix), (.meetingsTitle, .meetings), (.decisionsTitle, .decisions),
    (.obligationsTitle, .obligations), (.reportingTitle, .reportingStatus),
    (.reportsTitle, .reports), (.fundingTitle, .funding), (.dataTitle, .data),
    (.confidentialityTitle, .confidentiality), (.partnershipTitle, .agreement),
    (.glossaryTitle, .glossary), (.bodiesTitle, .bodies), (.timelineTitle, .timeline),
    (.changesTitle, .changes), (.searchTitle, .search), (.alphabetTitle, .alphabet),
    (.accessibilityTitle, .accessibility),
  ]

  func searchPage() -> Page {
    let body: Markup =
      """
      <form class="search" role="search" action="\(href(.search))"><p><label for="q">\
      \(self[.searchLabel])</label> <input id="q" name="q" type="search" autocomplete="off"></p></form>
      <p id="found" role="status" data-none="\(self[.searchNone])" data-one="\(self[.searchOne])" \
      data-many="\(self[.searchMany])"></p>
      <ol id="results"></ol>
      <noscript><p>\(self[.searchNoScript])</p></noscript>
      <p>\(link(.alphabet, self[.alphabetTitle])) · \(link(.siteMap, self[.siteMapTitle]))</p>
      """
    return plainPage(
      .search, kind: "search", title: self[.searchTitle], description: self[.searchLede],
      lede: paragraph("\(self[.searchLede])"), body: body,
      scripts: ["search-\(language.tag).js", "search.js"])
  }

  func alphabetPage() -> Page {
    let sorted = entries.map { (key: folded($0.title), entry: $0) }
      .sorted { ($0.key, $0.entry.title) < ($1.key, $1.entry.title) }
    let letters = Dictionary(grouping: sorted) { each in
      each.key.first { $0.isLetter }.map { String($0).uppercased() } ?? "#"
    }.mapValues { $0.map(\.entry) }
    let keys = letters.keys.sorted()
    let index = list(
      keys.map { ##"<a href="#l-\##(slug($0))">\##($0)</a>"## }, style: "letters")
    let body = keys.map { key in
      section(
        "l-\(slug(key))", key,
        list((letters[key] ?? []).map { link($0.address, shortened($0.title)) }))
    }.joined()
    return plainPage(
      .alphabet, kind: "alphabet", title: self[.alphabetTitle],
      description: self[.alphabetLede], lede: paragraph("\(self[.alphabetLede])") + index,
      body: body)
  }

  /// Long texts of activities are cut at a word; the page has the whole.
  func shortened(_ text: String) -> String {
    guard text.count > 60 else { return text }
    let cut = text.prefix(58)
    let end = cut.lastIndex(of: " ") ?? cut.endIndex
    return cut[..<end] + "…"
  }

  func siteMapPage() -> Page {
    let objectives = list(
      compact.objectives.map { objective in
        "\(link(.objective(objective), text(objective.shortName)))"
          + list(
            book.indicators(of: objective).map {
              "\(indicatorLink($0.code)) \(plain($0.name))"
            })
      })
    let pages = list(
      contentPageLinks + Self.places.map { link($0.1, self[$0.0]) })
    let meetings = list(
      book.meetings.map { "\(date($0.meeting.date)) \(meetingLink($0.meeting.code))" })
    return plainPage(
      .siteMap, kind: "sitemap", title: self[.siteMapTitle], description: self[.siteMapLede],
      lede: paragraph("\(self[.siteMapLede])"),
      body: section("objectives", self[.navIndicators], objectives)
        + section("meetings", self[.navMeetings], meetings)
        + section("pages", self[.siteMapTitle], pages))
  }

  func accessibilityPage() -> Page {
    plainPage(
      .accessibility, kind: "accessibility", title: self[.accessibilityTitle],
      lede: paragraph("\(self[.accessibilityText])"),
      body: paragraph("\(self[.accessibilityCompat])")
        + paragraph("\(self[.accessibilityContact]) \(text(compact.settings.contact))"))
  }
}

/// Something that can be found.
struct SearchEntry {
  let title: String
  let address: Address
  let words: String
}
