public import Diagnostics
import Dispatch
import Languages
public import Notes
public import Partnership
import Synchronization

/// Makes every page of the site, in both languages, from what may be shown.
public struct SiteBuilder: Sendable {
  let theme: Theme

  public init(theme: Theme) { self.theme = theme }

  /// - Returns: all files in order of path: pages, style sheet, scripts, charts.
  ///
  /// The prose of a note is let go as soon as its pages are drawn: give away what you do not need.
  public func build(_ input: consuming SiteInput, into findings: inout Findings) -> [SiteFile] {
    let prose = NoteProse(input.meetings)
    let book = Book(consume input, theme: theme)
    var files = [book.choicePage()] + theme.assets
    let editions = bothEditions(of: book, prose)
    files += editions.flatMap(\.files)
    var alternates: [String: [(String, String)]] = [:]
    let doors = Language.allCases.map { ($0.tag, Address.home[$0]) }
    alternates[Address.choice[.english]] = doors + [("x-default", Address.choice[.english])]
    for address in editions.flatMap(\.addresses) {
      let twins = Language.allCases.map { ($0.tag, address[$0]) }
      for (_, path) in twins { alternates[path] = twins }
    }
    files.append(book.notFoundPage())
    if let map = book.sitemap(of: files.map(\.path), alternates: alternates) { files.append(map) }
    reportDoubles(files, into: &findings)
    return files.sorted { $0.path < $1.path }
  }

  /// The pages of some meetings, in both languages: the same as in the whole site. They name no file
  /// of data and no earlier release.
  public func meetingPages(of codes: Set<String>, _ input: SiteInput) -> [SiteFile] {
    let prose = NoteProse(input.meetings)
    let book = Book(input, theme: theme)
    let records = book.input.meetings.filter { codes.contains($0.meeting.code) }
    return Language.allCases.flatMap { language in
      records.map { record in
        let edition = Edition(book, in: language, at: .meeting(record.meeting))
        return edition.laidOut(edition.meetingPage(record, prose))
      }
    }
  }

  /// One language's files, and the addresses of its pages, which are the same for both.
  private struct MadeEdition {
    var files: [SiteFile] = []
    var addresses: [Address] = []
  }

  /// The two editions share nothing but what they read: each has a core of its own where there are
  /// two, and the result is in the order of the languages.
  private func bothEditions(of book: Book, _ prose: NoteProse) -> [MadeEdition] {
    let languages = Language.allCases
    let editions = Mutex<[Language: MadeEdition]>([:])
    DispatchQueue.concurrentPerform(iterations: languages.count) { index in
      var made = MadeEdition()
      made.files = edition(of: book, prose, in: languages[index]) {
        made.addresses.append($0)
      }
      editions.withLock { [made] in $0[languages[index]] = made }
    }
    return editions.withLock { all in languages.compactMap { all[$0] } }
  }

  /// - Parameter note: told the address of each page, which is the same for both languages.
  private func edition(
    of book: Book, _ prose: NoteProse, in language: Language,
    noting note: (Address) -> Void
  ) -> [SiteFile] {
    let compact = book.compact
    var makings: [@Sendable () -> [SiteFile]] = []
    func edition(at address: Address) -> Edition { Edition(book, in: language, at: address) }
    func add(_ address: Address, _ make: @escaping @Sendable (Edition) -> Page) {
      let edition = edition(at: address)
      makings.append { [edition.laidOut(make(edition))] }
      note(address)
    }
    add(.home) { $0.homePage() }
    for objective in compact.objectives {
      add(.objective(objective)) { $0.objectivePage(objective) }
    }
    add(.indicators) { $0.indicatorsPage() }
    for indicator in compact.indicators {
      add(.indicator(indicator.code)) { $0.indicatorPage(indicator) }
      let edition = edition(at: .indicator(indicator.code))
      makings.append { edition.chartFile(indicator).map { [$0] } ?? [] }
    }
    add(.activities) { $0.activitiesPage() }
    add(.activityHistory) { $0.activityHistoryPage() }
    add(.matrix) { $0.matrixPage() }
    for page in edition(at: .activities).activityFilterPages() {
      let edition = edition(at: page.address)
      makings.append { [edition.laidOut(page)] }
      note(page.address)
    }
    add(.meetings) { $0.meetingsPage() }
    for page in book.pages { add(.page(page)) { $0.contentPage(page) } }
    add(.decisions) { $0.decisionsPage() }
    add(.obligations) { $0.obligationsPage() }
    add(.reportingStatus) { $0.reportingStatusPage() }
    add(.reports) { $0.reportsPage() }
    for period in book.elapsedPeriods { add(.report(period)) { $0.reportPage(period) } }
    add(.funding) { $0.fundingPage() }
    add(.data) { $0.dataPage() }
    add(.confidentiality) { $0.confidentialityPage() }
    add(.agreement) { $0.agreementPage() }
    add(.glossary) { $0.glossaryPage() }
    add(.bodies) { $0.bodiesPage() }
    add(.timeline) { $0.timelinePage() }
    add(.changes) { $0.changesPage() }
    add(.search) { $0.searchPage() }
    add(.alphabet) { $0.alphabetPage() }
    add(.siteMap) { $0.siteMapPage() }
    add(.accessibility) { $0.accessibilityPage() }
    let index = edition(at: .search)
    makings.append { [index.searchIndex()] }
    for record in book.input.meetings { note(.meeting(record.meeting)) }
    // The pages of all notes are many and small, so that no core waits at the end.
    return inParallel(makings) { $0() }.flatMap(\.self)
      + inParallel(book.input.meetings) { record in
        let edition = Edition(book, in: language, at: .meeting(record.meeting))
        return edition.laidOut(edition.meetingPage(record, prose))
      }
  }

  /// Two things of the content with one address: the later page would replace the earlier.
  private func reportDoubles(_ files: [SiteFile], into findings: inout Findings) {
    Self.reportDoubles(files.map(\.path), into: &findings)
  }

  private static func reportDoubles(_ paths: [String], into findings: inout Findings) {
    var seen: Set<String> = []
    for path in paths where !seen.insert(path).inserted {
      findings.add(.twoPagesAtOneAddress(path))
    }
  }

  /// The same question without drawing a page: whether what the content names has addresses of its
  /// own.
  public static func checkAddresses(
    of compact: Compact, meetings: [Meeting], pages: [ContentPage],
    into findings: inout Findings
  ) {
    let addresses =
      compact.objectives.map { Address.objective($0) }
      + compact.indicators.map { Address.indicator($0.code) } + meetings.map { Address.meeting($0) }
      + pages.map { Address.page($0) }
    for language in Language.allCases {
      reportDoubles(addresses.map { $0[language] }, into: &findings)
    }
  }
}

extension Book {
  /// `404.html`, in both languages, since nobody knows which was wanted; links from the root of
  /// the site, since nobody knows from where.
  func notFoundPage() -> SiteFile {
    let doors = Language.allCases.map { language -> Markup in
      let edition = Edition(self, in: language, at: .notFound)
      return
        """
        <section lang="\(language.tag)"><h2>\(edition[.notFoundTitle])</h2>
        <p>\(edition[.notFoundText])</p>
        <p class="go"><a href="\(Address.home[language])" hreflang="\(language.tag)">\
        \(edition[.choiceEnter])</a></p></section>
        """
    }
    let english = Edition(self, in: .english, at: .notFound)
    let french = Edition(self, in: .french, at: .notFound)
    let context = ChoiceContext(
      english: doors[0], french: doors[1], englishName: english.text(compact.settings.title),
      frenchName: french.text(compact.settings.title), links: "", isPreview: true,
      isDemonstration: hasDemonstration)
    return SiteFile(
      path: "404.html", text: "<!DOCTYPE html>\n" + theme.render(context, in: .english).html)
  }

  /// `sitemap.xml` with each page's twin; nil where the site has no address, or is a preview.
  func sitemap(of paths: [String], alternates: [String: [(String, String)]]) -> SiteFile? {
    guard let address = compact.settings.address, !input.isPreview else { return nil }
    let base = address.hasSuffix("/") ? address : address + "/"
    var xml =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" \
      xmlns:xhtml="http://www.w3.org/1999/xhtml">

      """
    let known = Set(paths)
    for path in paths.sorted() where path.hasSuffix(".html") && path != "404.html" {
      xml += "<url><loc>\(Markup(text: base + path).html)</loc>"
      xml += "<lastmod>\(today.iso)</lastmod>"
      for (tag, other) in alternates[path] ?? [] where known.contains(other) {
        let address = Markup(text: base + other).html
        xml += #"<xhtml:link rel="alternate" hreflang="\#(tag)" href="\#(address)"/>"#
      }
      xml += "</url>\n"
    }
    return SiteFile(path: "sitemap.xml", text: xml + "</urlset>\n")
  }
}

extension Finding.Message {
  fileprivate static func twoPagesAtOneAddress(_ path: String) -> Self {
    Self(
      .error, "two-pages-at-one-address", en: "two pages would stand at ‘\(path)’",
      fr: "deux pages auraient l’adresse « \(path) »",
      fix: Localized(
        english: "give one of the two another code or slug",
        french: "donnez à l’une des deux un autre code ou un autre mot d’adresse"))
  }
}
