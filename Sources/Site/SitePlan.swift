import Languages
import Notes
import Partnership

/// Every file of the site that is drawn, by its path, none of them drawn yet.
struct SitePlan {
  /// A file, and how it is drawn.
  struct Item: Sendable {
    let path: String
    /// The watch is told what of the theme it uses; nil where there is nothing to draw.
    let draw: @Sendable (ThemeWatch) -> SiteFile?
  }

  /// In both languages together.
  let shared: [Item]
  let editions: Localized<EditionPlan>

  /// - Parameter prose: of the notes whose pages will be drawn.
  init(_ book: Book, _ prose: NoteProse) {
    shared = [
      Item(path: Address.choice[.english]) { book.choicePage($0) },
      Item(path: Address.notFound[.english]) { book.notFoundPage($0) },
    ]
    editions = .each { EditionPlan(book, prose, in: $0) }
  }

  /// Of each page the languages it stands in, with their addresses.
  var alternates: [String: [(String, String)]] {
    let choice = Address.choice[.english]
    let doors = Language.allCases.map { ($0.tag, Address.home[$0]) }
    var alternates = [choice: doors + [("x-default", choice)]]
    for address in editions.english.addresses {
      let twins = Language.allCases.map { ($0.tag, address[$0]) }
      for (_, path) in twins { alternates[path] = twins }
    }
    return alternates
  }
}

/// The files of one language.
struct EditionPlan {
  private let book: Book
  private let language: Language
  private(set) var items: [SitePlan.Item] = []
  /// The pages of all notes: many and small.
  private(set) var notes: [SitePlan.Item] = []
  /// Of its pages, the same in the other language.
  private(set) var addresses: [Address] = []

  fileprivate init(_ book: Book, _ prose: NoteProse, in language: Language) {
    self.book = book
    self.language = language
    let compact = book.compact
    add(.home) { $0.homePage() }
    for objective in compact.objectives {
      add(.objective(objective)) { $0.objectivePage(objective) }
    }
    add(.indicators) { $0.indicatorsPage() }
    for indicator in compact.indicators {
      add(.indicator(indicator.code)) { $0.indicatorPage(indicator) }
      let address = Address.indicator(indicator.code)
      items.append(
        SitePlan.Item(path: address.chart[language]) {
          Edition(book, in: language, at: address, $0).chartFile(indicator)
        })
    }
    addActivities()
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
    items.append(
      SitePlan.Item(path: SearchIndex.path(in: language)) {
        Edition(book, in: language, at: .search, $0).searchIndex()
      })
    for record in book.input.meetings {
      notes.append(page(.meeting(record.meeting)) { $0.meetingPage(record, prose) })
    }
    addresses += book.input.meetings.map { .meeting($0.meeting) }
  }

  private mutating func addActivities() {
    add(.activities) { $0.activitiesPage() }
    add(.activityHistory) { $0.activityHistoryPage() }
    add(.matrix) { $0.matrixPage() }
    for objective in book.compact.objectives {
      add(.activities(of: objective)) { $0.activitiesPage(of: objective) }
    }
    for status in ActivityStatus.allCases where !book.activities(with: status).isEmpty {
      add(.activities(with: status)) { $0.activitiesPage(with: status) }
    }
    for body in book.compact.bodies where !book.activities(naming: body).isEmpty {
      add(.activities(naming: body)) { $0.activitiesPage(naming: body) }
    }
  }

  private mutating func add(
    _ address: Address, _ make: @escaping @Sendable (Edition) -> Page
  ) {
    items.append(page(address, make))
    addresses.append(address)
  }

  private func page(
    _ address: Address, _ make: @escaping @Sendable (Edition) -> Page
  ) -> SitePlan.Item {
    SitePlan.Item(path: address[language]) { [book, language] watch in
      let edition = Edition(book, in: language, at: address, watch)
      return edition.laidOut(make(edition))
    }
  }
}
