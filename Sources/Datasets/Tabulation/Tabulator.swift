public import Diagnostics
import Languages

/// Tabulates any file by columns of it, for the committee's own desk.
public struct Tabulator {
  let path: String
  let by: [String]
  let sum: String?
  let isCube: Bool
  let sheet: SheetChoice

  /// - Parameters:
  ///   - path: a CSV file or an `.xlsx` workbook.
  ///   - by: columns, by the header's names.
  ///   - sum: a column of numbers to add up.
  ///   - isCube: whether every margin is given too.
  ///   - sheet: the sheet of a workbook, and its cells.
  public init(
    path: String, by: [String], sum: String?, isCube: Bool, sheet: SheetChoice = SheetChoice()
  ) {
    self.path = path
    self.by = by
    self.sum = sum
    self.isCube = isCube
    self.sheet = sheet
  }

  /// - Parameter progress: told how many bytes are done, of how many; from one thread.
  /// - Returns: nil where anything found is an error. No finding bears a value of the file.
  public func tabulate(
    into findings: inout Findings, progress: ((Int, Int) -> Void)? = nil
  ) -> Tabulation? {
    tabulate(
      into: &findings, threads: 2, segmentSize: FileScan.segmentSize, progress: progress)
  }

  func tabulate(
    into findings: inout Findings, threads: Int, segmentSize: Int,
    progress: ((Int, Int) -> Void)? = nil
  ) -> Tabulation? {
    guard
      var rows = RowSource.open(
        path, shown: path, known: by + (sum.map { [$0] } ?? []), sheet: sheet, into: &findings)
    else { return nil }
    guard let (byColumns, sumColumn) = columns(of: rows.dialect, into: &findings) else {
      return nil
    }
    let width = rows.dialect.header.count
    func scan() -> FileScan.Outcome<TabulationConsumer> {
      FileScan.run(
        rows.source, rows.dialect, threads: threads, segmentSize: segmentSize, progress: progress
      ) {
        TabulationConsumer(by: byColumns, sum: sumColumn, width: width, dialect: rows.dialect)
      }
    }
    var outcome = scan()
    if outcome.consumers.contains(where: \.mixesEncodings) {
      rows.dialect.encoding = .windows1252
      rows.dialect.isEncodingCertain = true
      outcome = scan()
    }
    if rows.source.hasChanged {
      findings.add(.changedDataFile, at: Place(file: path))
      return nil
    }
    let own = self.findings(of: outcome, header: rows.dialect.header)
    findings.add(contentsOf: own.all)
    if own.hasErrors { return nil }
    let table = table(of: outcome)
    if table == nil { findings.add(.sumTooLarge, at: Place(file: path)) }
    return table
  }

  private func columns(
    of dialect: Dialect, into findings: inout Findings
  ) -> (by: [Int], sum: Int?)? {
    let header = dialect.header.map(Folding.fold)
    var own = Findings()
    func column(_ name: String) -> Int? {
      let found = header.indices.filter { header[$0] == Folding.fold(name) }
      let place = Place(file: path, line: dialect.headerLines)
      if found.count > 1 { own.add(.duplicateHeader(.inQuotes(name)), at: place) }
      if found.isEmpty { own.add(.missingColumn(name), at: place) }
      return found.first
    }
    let byColumns = by.compactMap(column)
    let sumColumn = sum.flatMap(column)
    findings.add(contentsOf: own.all)
    return own.hasErrors ? nil : (byColumns, sumColumn)
  }

  private func findings(
    of outcome: FileScan.Outcome<TabulationConsumer>, header: [String]
  ) -> Findings {
    var findings = Findings()
    if let (trouble, place) = outcome.trouble {
      let before = outcome.linesBefore.first ?? 0
      findings.add(
        .broken(trouble), at: Place(file: path, line: before + place.line + 1, column: place.column)
      )
    }
    var tally = Tally()
    for consumer in outcome.consumers { tally.merge(consumer.tally) }
    let named = by + (sum.map { [$0] } ?? [])
    func name(_ index: Int) -> String {
      guard header.indices.contains(index) else { return "" }
      return named.first { Folding.fold($0) == Folding.fold(header[index]) } ?? ""
    }
    findings.add(
      contentsOf: tally.findings(in: path, linesBefore: outcome.linesBefore, columnName: name))
    for consumer in outcome.consumers {
      if let column = consumer.crowded {
        findings.add(.tooManyCategories(name(column)), at: Place(file: path))
      }
      if consumer.overflowed { findings.add(.sumTooLarge, at: Place(file: path)) }
    }
    if outcome.trouble == nil, outcome.consumers.allSatisfy({ $0.rows == 0 }), tally.isEmpty {
      findings.add(.withoutRows, at: Place(file: path))
    }
    return findings
  }

  /// Adds all consumers up: the result does not depend on who read what.
  private func table(of outcome: FileScan.Outcome<TabulationConsumer>) -> Tabulation? {
    let decimals = outcome.consumers.map(\.decimals).max() ?? 0
    var names: [[String]] = []
    var maps: [[[Int]]] = outcome.consumers.map { _ in [] }
    for column in by.indices {
      var byFold: [String: String] = [:]
      for name in outcome.consumers.flatMap({ $0.categories[column] }) {
        let fold = Folding.fold(name)
        let known = byFold[fold]
        if known.map({ name.utf8.lexicographicallyPrecedes($0.utf8) }) ?? true {
          byFold[fold] = name
        }
      }
      let sorted = byFold.sorted { $0.value.utf8.lexicographicallyPrecedes($1.value.utf8) }
      let number = Dictionary(
        uniqueKeysWithValues: sorted.enumerated().map { ($1.key, $0) })
      names.append(sorted.map(\.value))
      for (index, consumer) in outcome.consumers.enumerated() {
        maps[index].append(consumer.categories[column].map { number[Folding.fold($0)] ?? 0 })
      }
    }
    var base: [[Int]: (count: Int, sum: Int)] = [:]
    var rows = 0
    var overflowed = false
    for (index, consumer) in outcome.consumers.enumerated() {
      let factor = TabulationConsumer.power(decimals - consumer.decimals)
      rows += consumer.rows
      consumer.forEachGroup { codes, count, sum in
        let key = codes.enumerated().map { maps[index][$0][$1] }
        let before = base[key] ?? (0, 0)
        let scaled = sum.multipliedReportingOverflow(by: factor)
        let total = before.sum.addingReportingOverflow(scaled.partialValue)
        overflowed = overflowed || scaled.overflow || total.overflow
        base[key] = (before.count + count, total.partialValue)
      }
    }
    if overflowed { return nil }
    return Tabulation.cells(of: base, names: names, isCube: isCube).map {
      Tabulation(by: by, sum: sum, decimals: decimals, cells: $0, rows: rows)
    }
  }
}

extension Finding.Message {
  fileprivate static func tooManyCategories(_ column: String) -> Self {
    Self(
      .error, "too-many-categories",
      en: "column ‘\(column)’ has too many distinct values to be a category",
      fr: "la colonne « \(column) » a trop de valeurs différentes pour être une modalité",
      fix: Localized(
        english: "tabulate by a column of categories, or by fewer columns",
        french: "ventilez selon une colonne de modalités, ou selon moins de colonnes"))
  }
}
