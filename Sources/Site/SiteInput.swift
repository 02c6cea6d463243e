public import Languages
public import Notes
public import Partnership
public import Publication

/// All that the pages are made from: what was agreed, what the gate let through, what notes say.
public struct SiteInput: Sendable {
  public var compact: Compact
  public var record: PublishedRecord
  public var meetings: [MeetingRecord]
  /// What the committee wrote beside its notes.
  public var pages: [ContentPage]
  public var ledger: DecisionLedger
  /// The day of the content: the pages know no other “today”.
  public var contentDate: CalendarDate
  /// Previews ask search engines to pass by.
  public var isPreview: Bool
  /// The name of the release, `2025-2`; nil while there is none.
  public var release: String?
  public var files: [DataFileLink]
  /// What each release changed, newest first.
  public var releases: [ReleaseSummary]
  /// The commit of the content, where one is given.
  public var revision: String?

  public init(
    compact: Compact, record: PublishedRecord, meetings: [MeetingRecord],
    pages: [ContentPage] = [], ledger: DecisionLedger, contentDate: CalendarDate,
    isPreview: Bool = false, release: String? = nil,
    files: [DataFileLink] = [], releases: [ReleaseSummary] = [], revision: String? = nil
  ) {
    self.compact = compact
    self.record = record
    self.meetings = meetings
    self.pages = pages
    self.ledger = ledger
    self.contentDate = contentDate
    self.isPreview = isPreview
    self.release = release
    self.files = files
    self.releases = releases
    self.revision = revision
  }
}

/// A file of data that stands beside the pages.
public struct DataFileLink: Sendable, Hashable {
  /// The code of an indicator or series; empty for a file of the whole site.
  public var series: String
  /// The code of its table, where the file holds one.
  public var table: String?
  /// `CSV`, `JSON`, `XLSX`: as readers call it.
  public var format: String
  /// From the root of the site: `en/data/i2-4.csv`.
  public var path: Localized<String>
  /// In bytes, where it is known.
  public var size: Int?
  public var title: Localized<String>?

  public init(
    series: String, table: String? = nil, format: String, path: Localized<String>,
    size: Int? = nil, title: Localized<String>? = nil
  ) {
    self.series = series
    self.table = table
    self.format = format
    self.path = path
    self.size = size
    self.title = title
  }
}

/// A release and what it changed.
public struct ReleaseSummary: Sendable, Hashable {
  public var name: String
  public var date: CalendarDate
  public var changes: [Change]
  /// Its archive, from the root of the site; these addresses never change.
  public var files: [String]

  public init(
    name: String, date: CalendarDate, changes: [Change], files: [String] = []
  ) {
    self.name = name
    self.date = date
    self.changes = changes
    self.files = files
  }

  /// One thing that is new, or no longer what it was; never the value it had.
  public struct Change: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      case added, revised, withdrawn, rule
    }

    public var kind: Kind
    /// The code of the series, where it is about one.
    public var series: String?
    public var text: Localized<String>

    public init(kind: Kind, series: String? = nil, text: Localized<String>) {
      self.kind = kind
      self.series = series
      self.text = text
    }
  }
}

/// A file of the site, complete.
public struct SiteFile: Sendable, Hashable {
  /// From the root of the site, with `/`.
  public var path: String
  public var bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }
}

extension SiteInput {
  var decisions: [Decision] { ledger.decisions }
  var activityReports: [ActivityReport] { meetings.flatMap(\.reports) }
}
