public import Languages
public import Partnership
public import Publication

/// All that open data is made from: what was agreed, what the gate let through, what notes say.
public struct OpenDataInput: Sendable {
  public var compact: Compact
  public var record: PublishedRecord
  /// Oldest first.
  public var meetings: [Meeting]
  public var decisions: [Decision]
  public var reports: [ActivityReport]
  /// The day of the content: files know no other “today”.
  public var day: CalendarDate
  /// Oldest first.
  public var releases: [ReleaseNote]
  public var pages: PageLinks

  public init(
    compact: Compact, record: PublishedRecord, meetings: [Meeting] = [],
    decisions: [Decision] = [], reports: [ActivityReport] = [], day: CalendarDate,
    releases: [ReleaseNote] = [], pages: PageLinks = PageLinks()
  ) {
    self.compact = compact
    self.record = record
    self.meetings = meetings
    self.decisions = decisions
    self.reports = reports
    self.day = day
    self.releases = releases
    self.pages = pages
  }

  /// The full address of a file, where the site has one.
  func absolute(_ path: String) -> String? {
    compact.settings.address.map { $0.hasSuffix("/") ? $0 + path : $0 + "/" + path }
  }
}

/// A release and what it changed, in words.
public struct ReleaseNote: Sendable, Hashable {
  public var name: String
  public var date: CalendarDate
  public var changes: [Change]

  public struct Change: Sendable, Hashable {
    /// The code of the series it is about; nil where it is about a rule.
    public var series: String?
    public var text: Localized<String>

    public init(series: String?, text: Localized<String>) {
      self.series = series
      self.text = text
    }
  }

  public init(name: String, date: CalendarDate, changes: [Change]) {
    self.name = name
    self.date = date
    self.changes = changes
  }
}

/// Where pages stand, from the root of the site: feeds and calendars lead to them.
public struct PageLinks: Sendable, Hashable {
  public var home = Localized(english: "en/index.html", french: "fr/index.html")
  public var changes = Localized(english: "en/index.html", french: "fr/index.html")
  /// By code.
  public var objectives: [String: Localized<String>] = [:]
  public var indicators: [String: Localized<String>] = [:]
  public var meetings: [String: Localized<String>] = [:]
  public var decisions: [String: Localized<String>] = [:]

  public init() {}
}
