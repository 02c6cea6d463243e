public import Languages
public import Publication

/// What one release shows that the one before did not: figures that were public and figures that
/// are, nothing else.
public struct ReleaseDifference: Sendable, Hashable {
  /// The newer one's name; nil where it is what would be published now.
  public let release: String?
  public let date: CalendarDate
  /// The older one's name; nil for a first release.
  public let since: String?
  /// Thresholds of classes that changed; nil where the class was not there.
  public let rules: [Rule]
  /// In order of code.
  public let series: [Series]

  public struct Rule: Sendable, Hashable {
    public let confidentiality: String
    public let before: Int?
    public let after: Int?

    public init(confidentiality: String, before: Int?, after: Int?) {
      self.confidentiality = confidentiality
      self.before = before
      self.after = after
    }
  }

  /// What changed in the tables of one indicator or series.
  public struct Series: Sendable, Hashable {
    public let code: String
    /// What readers call it, where it is no indicator.
    public let name: Localized<String>?
    /// Cells that had no figure, and have one now, shown or hidden.
    public let added: Int
    /// Cells whose figure is another, is hidden now, or is shown now.
    public let cells: [Cell]

    public init(code: String, name: Localized<String>? = nil, added: Int, cells: [Cell]) {
      self.code = code
      self.name = name
      self.added = added
      self.cells = cells
    }

    public func count(_ kind: Kind) -> Int { cells.count { $0.kind == kind } }
  }

  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case revised, hidden, shown, withdrawn
  }

  /// A cell as each release shows it.
  public struct Cell: Sendable, Hashable {
    /// The table's code, then one category code a dimension.
    public let codes: [String]
    public let kind: Kind
    public let before: Entry
    /// nil where the cell is no longer there.
    public let after: Entry?

    public init(codes: [String], kind: Kind, before: Entry, after: Entry?) {
      self.codes = codes
      self.kind = kind
      self.before = before
      self.after = after
    }
  }

  /// A value or a mark.
  public struct Entry: Sendable, Hashable {
    public let value: Quantity?
    public let mark: String?

    public init(value: Quantity?, mark: String?) {
      self.value = value
      self.mark = mark
    }

    /// `1234`, `12.5`, `[c]`.
    public var text: String { value.map(TidyCSV.plain) ?? mark ?? "" }
  }

  public init(
    release: String?, date: CalendarDate, since: String?, rules: [Rule], series: [Series]
  ) {
    self.release = release
    self.date = date
    self.since = since
    self.rules = rules
    self.series = series
  }

  public var isEmpty: Bool { rules.isEmpty && series.isEmpty }
}
