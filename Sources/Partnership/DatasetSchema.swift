public import Languages

/// The categories of a dimension: closed, coded, labelled in both languages.
public struct Nomenclature: Sendable, Hashable {
  public var code: String
  public var title: Localized<String>
  public var categories: [Category]

  public init(code: String, title: Localized<String>, categories: [Category]) {
    self.code = code
    self.title = title
    self.categories = categories
  }

  public struct Category: Sendable, Hashable {
    public var code: String
    public var label: Localized<String>
    /// The code of the coarser category it belongs to.
    public var parent: String?
    /// Other spellings that a file may use.
    public var synonyms: [String]

    public init(code: String, label: Localized<String>, parent: String? = nil, synonyms: [String]) {
      self.code = code
      self.label = label
      self.parent = parent
      self.synonyms = synonyms
    }
  }
}

/// What a dataset's file holds, and which figures it feeds.
public struct DatasetSchema: Sendable, Hashable {
  /// `trainings`: the name of the schema file, and of the data file beside it.
  public var name: String
  public var title: TranslatedText
  public var notes: TranslatedText?
  /// The code of the body that supplies it.
  public var source: String
  /// The code of its confidentiality class.
  public var confidentiality: String
  public var kind: Kind
  /// The data file, from the data folder; empty where the data comes from a database.
  public var file: String
  /// Where its rows are, if not in a file.
  public var database: DatabaseTable?
  /// The sheet of a workbook; nil where it has one only.
  public var sheet: String?
  /// The cells of the sheet, `B3:H200`, the header first; nil for all of them.
  public var range: String?
  public var isDemonstration: Bool
  /// The day of the data: its version.
  public var version: CalendarDate
  /// How often it is renewed; nil where nobody said.
  public var cadence: Cadence?
  /// The days for which its definition holds; a row of a year that lies outside is refused. Nil
  /// where it holds from the beginning, or to the end.
  public var validFrom: CalendarDate?
  public var validTo: CalendarDate?
  public var columns: [Column]
  public var measures: [Measure]
  /// Datasets whose records are part of this one's population, such as referred ⊆ identified.
  public var subsetOf: String?

  public init(
    name: String,
    title: TranslatedText,
    notes: TranslatedText? = nil,
    source: String,
    confidentiality: String,
    kind: Kind,
    file: String,
    database: DatabaseTable? = nil,
    sheet: String? = nil,
    range: String? = nil,
    isDemonstration: Bool,
    version: CalendarDate,
    cadence: Cadence? = nil,
    validFrom: CalendarDate? = nil,
    validTo: CalendarDate? = nil,
    columns: [Column],
    measures: [Measure],
    subsetOf: String? = nil
  ) {
    self.name = name
    self.title = title
    self.notes = notes
    self.source = source
    self.confidentiality = confidentiality
    self.kind = kind
    self.file = file
    self.database = database
    self.sheet = sheet
    self.range = range
    self.isDemonstration = isDemonstration
    self.version = version
    self.cadence = cadence
    self.validFrom = validFrom
    self.validTo = validTo
    self.columns = columns
    self.measures = measures
    self.subsetOf = subsetOf
  }

  /// Whether what is counted is identifiers rather than rows.
  public var countsDistinct: Bool { measures.contains { $0.function == .distinct } }

  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// One row a unit, without identifier.
    case records
    /// One row a cell, with its count.
    case aggregated
  }

  public enum Cadence: String, Sendable, Hashable, CaseIterable {
    case monthly, quarterly
    case halfYearly = "half-yearly"
    case yearly
    /// When there is something to tell.
    case irregular
    case once
  }

  public struct Column: Sendable, Hashable {
    /// As the file's header has it.
    public var name: String
    public var role: Role
    public var title: Localized<String>
    /// The nomenclature of a dimension.
    public var nomenclature: String?
    /// Digits after the decimal separator of a magnitude.
    public var decimals: Int

    public init(
      name: String,
      role: Role,
      title: Localized<String>,
      nomenclature: String? = nil,
      decimals: Int
    ) {
      self.name = name
      self.role = role
      self.title = title
      self.nomenclature = nomenclature
      self.decimals = decimals
    }
  }

  public enum Role: String, Sendable, Hashable, CaseIterable {
    case period
    case dimension
    case count
    case amount
    case contributor
    /// A key that is unique in the file and never leaves it.
    case identifier
    case ignored
  }

  /// Which indicator a dataset feeds, and how.
  /// What a measure of this dataset is called: the title of the column that it sums.
  public func title(ofMeasure code: String) -> Localized<String>? {
    guard let column = measures.first(where: { $0.code == code })?.column else { return nil }
    return columns.first { $0.name == column }?.title
  }

  public struct Measure: Sendable, Hashable {
    /// An indicator's code, or that of a series of the site, such as `funding-disbursed`.
    public var code: String
    public var function: Function
    /// The magnitude column of a sum.
    public var column: String?
    /// Only rows with one of these categories in each named column.
    public var filter: [String: [String]]
    /// Breakdowns, in order of worth, each a list of column names.
    public var breakdowns: [[String]]

    public init(
      code: String,
      function: Function,
      column: String? = nil,
      filter: [String: [String]],
      breakdowns: [[String]]
    ) {
      self.code = code
      self.function = function
      self.column = column
      self.filter = filter
      self.breakdowns = breakdowns
    }
  }

  public enum Function: String, Sendable, Hashable, CaseIterable {
    case count
    /// Each identifier once, however many rows it has: all of them in one cell.
    case distinct
    case sum
    /// The count of each period, and its change from the baseline period, in percent.
    case percentChange = "percent-change"
    /// The stage reached.
    case milestone
  }
}

/// A table or view of a database that speaks PostgreSQL's protocol. Where the database is, and who
/// asks, is no part of the content.
public struct DatabaseTable: Sendable, Hashable {
  /// The name of the table, after that of its schema where one is given.
  public var path: [String]
  /// The name of a connection in the user's service file; nil for what the environment says.
  public var service: String?
  /// Seconds that one question may take.
  public var timeout: Int

  public init(path: [String], service: String? = nil, timeout: Int) {
    self.path = path
    self.service = service
    self.timeout = timeout
  }
}
