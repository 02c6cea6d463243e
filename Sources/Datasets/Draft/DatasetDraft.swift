public import Diagnostics
public import Languages
public import Partnership

/// What a file seems to hold, for a schema that somebody will correct: names of columns and numbers
/// of rows, never a value.
public struct DatasetDraft: Sendable {
  public struct Column: Sendable, Hashable {
    /// As the header has it.
    public var name: String
    public var role: DatasetSchema.Role
    public var nomenclature: String?
    public var decimals: Int
    /// What stands against it or is in doubt, in words; nil where nothing is.
    public var remark: Localized<String>?
    /// Whether it may not come in, and has to be taken out of the file.
    public var isRefused: Bool
  }

  public var columns: [Column]
  public var kind: DatasetSchema.Kind
  /// How the file is written: encoding, delimiter, decimal mark.
  public var dialect: Localized<String>
  /// Rows looked at.
  public var rows: Int
}

extension DatasetDraft {
  /// Looks at a CSV file or a workbook.
  ///
  /// - Returns: nil where it cannot be read, which is told.
  public static func look(
    at path: String, sheet: SheetChoice, compact: Compact, into findings: inout Findings
  ) -> DatasetDraft? {
    guard let rows = RowSource.open(path, shown: path, known: [], sheet: sheet, into: &findings)
    else { return nil }
    let header = rows.dialect.header
    let place = Place(file: path, line: rows.dialect.headerLines)
    let suspects = SuspectValue(allowed: compact.institutionalTexts)
    let guess = DraftGuess(compact: compact, suspects: suspects)
    // A first record in place of a header would be written into the schema.
    if header.contains(where: guess.isValue) {
      findings.add(.headerIsNone, at: place)
      return nil
    }
    for (index, name) in header.enumerated()
    where header[..<index].contains(where: { Folding.fold($0) == Folding.fold(name) }) {
      findings.add(
        .duplicateHeader(Localized(both: String(index + 1))),
        at: Place(file: path, line: rows.dialect.headerLines, column: index + 1))
      return nil
    }
    let outcome = FileScan.run(rows.source, rows.dialect, threads: 1) {
      DraftConsumer(dialect: rows.dialect, suspects: suspects)
    }
    if rows.source.hasChanged {
      findings.add(.changedDataFile, at: Place(file: path))
      return nil
    }
    if let (trouble, spot) = outcome.trouble {
      let line = (outcome.linesBefore.first ?? 0) + spot.line + 1
      findings.add(.broken(trouble), at: Place(file: path, line: line, column: spot.column))
      return nil
    }
    guard let seen = outcome.consumers.first, seen.rows > 0 else {
      findings.add(.nothingToLookAt, at: Place(file: path))
      return nil
    }
    let columns = guess.columns(header: header, seen: seen.columns)
    return DatasetDraft(
      columns: columns, kind: columns.contains { $0.role == .count } ? .aggregated : .records,
      dialect: rows.dialect.words, rows: seen.rows)
  }
}

extension Dialect {
  /// `UTF-8, semicolons, decimal comma`.
  fileprivate var words: Localized<String> {
    if isSheet { return Localized(english: "a workbook", french: "un classeur") }
    let encodingName =
      switch encoding {
      case .utf8: "UTF-8"
      case .windows1252: "Windows-1252"
      case .utf16LittleEndian, .utf16BigEndian: "UTF-16"
      }
    let delimiters: [UInt8: (String, String)] = [
      0x2C: ("commas", "virgules"), 0x3B: ("semicolons", "points-virgules"),
      0x09: ("tabs", "tabulations"),
    ]
    let between = delimiters[delimiter] ?? ("another sign", "un autre signe")
    let mark =
      decimal == 0x2C
      ? ("decimal comma", "virgule décimale") : ("decimal point", "point décimal")
    return Localized(
      english: "\(encodingName), \(between.0) between fields, \(mark.0)",
      french: "\(encodingName), \(between.1) entre les champs, \(mark.1)")
  }
}

extension Finding.Message {
  fileprivate static var headerIsNone: Self {
    Self(
      .error, "missing-header", en: "first line holds values, not the names of columns",
      fr: "la première ligne contient des valeurs, non des noms de colonnes",
      fix: Localized(
        english: "write the names of the columns on the first line",
        french: "écrivez les noms des colonnes sur la première ligne"))
  }

  fileprivate static var nothingToLookAt: Self {
    Self(
      .error, "dataset-without-rows", en: "data file has a header and no row",
      fr: "le fichier de données a un en-tête et aucune ligne",
      fix: Localized(
        english: "draft the schema from a file with some rows",
        french: "partez d’un fichier qui a des lignes"))
  }
}
