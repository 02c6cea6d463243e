public import Diagnostics
import Foundation
public import Partnership

/// Reads the file, or the table of a database, of one dataset down to its base cells, or refuses it.
public struct DatasetReader {
  let schema: DatasetSchema
  let compact: Compact
  let dataFolder: String
  let displayFolder: String
  let schemaPlace: (String) -> Place?

  /// - Parameters:
  ///   - dataFolder: where the file lies, as the machine knows it.
  ///   - displayFolder: the same folder as the reader would type it, for findings.
  ///   - schemaPlace: where the schema says something: `postgresql`, `columns/sex`. Findings about
  ///     a database point there.
  public init(
    schema: DatasetSchema, compact: Compact, dataFolder: String, displayFolder: String,
    schemaPlace: @escaping (String) -> Place? = { _ in nil }
  ) {
    self.schemaPlace = schemaPlace
    self.schema = schema
    self.compact = compact
    self.dataFolder = dataFolder
    self.displayFolder = displayFolder
  }

  /// The base cells of the file.
  ///
  /// The delimiter, encoding, line ends and decimal mark are found by looking. Memory does not
  /// depend on the number of rows, the identifiers of records aside (12 bytes each).
  ///
  /// - Returns: nil where anything found is an error: nothing half-read is used. No finding bears a
  ///   value of the file.
  ///
  /// - Parameter progress: told how many bytes are done, of how many; from one thread.
  public func read(
    into findings: inout Findings, progress: ((Int, Int) -> Void)? = nil
  ) -> BaseTable? {
    read(
      into: &findings, threads: 2, segmentSize: FileScan.segmentSize, progress: progress)
  }

  func read(
    into findings: inout Findings, threads: Int, segmentSize: Int,
    progress: ((Int, Int) -> Void)? = nil
  ) -> BaseTable? {
    let path = displayFolder.isEmpty ? schema.file : displayFolder + "/" + schema.file
    let whole = schema.database == nil ? Place(file: path) : databasePlace
    guard let confidentiality = compact.confidentialityClass(schema.confidentiality) else {
      findings.add(.unknownClass(of: schema.name), at: whole)
      return nil
    }
    if confidentiality.isNeverPublished {
      findings.add(.neverPublished(confidentiality.code), at: whole)
      return nil
    }
    if let database = schema.database {
      return read(database, keepsLargest: confidentiality.asksForLargest, into: &findings)
    }
    guard
      let rows = RowSource.open(
        dataFolder + "/" + schema.file, shown: path, known: schema.columns.map(\.name),
        sheet: SheetChoice(name: schema.sheet, range: schema.range), nearest: { nearestFile },
        into: &findings)
    else { return nil }
    return read(
      rows, at: path, into: &findings, threads: threads, segmentSize: segmentSize,
      progress: progress)
  }

  /// The base cells of a file that is open.
  func read(
    _ rows: RowSource, at path: String, into findings: inout Findings, threads: Int,
    segmentSize: Int, progress: ((Int, Int) -> Void)? = nil
  ) -> BaseTable? {
    let whole = Place(file: path)
    let source = rows.source
    var dialect = rows.dialect
    guard var plan = plan(for: dialect, at: path, into: &findings) else { return nil }
    // An aggregated file is small, and its cells must be met in order.
    let threads = plan.isAggregated ? 1 : threads
    var outcome = FileScan.run(
      source, dialect, threads: threads, segmentSize: segmentSize, progress: progress
    ) {
      DatasetConsumer(plan: plan, dialect: dialect)
    }
    if outcome.consumers.contains(where: \.mixesEncodings) {
      dialect.encoding = .windows1252
      dialect.isEncodingCertain = true
      outcome = FileScan.run(
        source, dialect, threads: threads, segmentSize: segmentSize, progress: progress
      ) {
        DatasetConsumer(plan: plan, dialect: dialect)
      }
    }
    if plan.learnOrdersOfDays(from: outcome.consumers) {
      outcome = FileScan.run(
        source, dialect, threads: threads, segmentSize: segmentSize, progress: progress
      ) {
        DatasetConsumer(plan: plan, dialect: dialect)
      }
    }
    if source.hasChanged {
      findings.add(.changedDataFile, at: whole)
      return nil
    }
    let (own, repeats) = self.findings(of: outcome, plan: plan, path: path)
    findings.add(contentsOf: own.all)
    return own.hasErrors ? nil : table(of: outcome, plan: plan, without: repeats)
  }

  private func findings(
    of outcome: FileScan.Outcome<DatasetConsumer>, plan: ReadingPlan, path: String
  ) -> (all: Findings, repeats: [Int: Int]) {
    var findings = Findings()
    if let (trouble, place) = outcome.trouble {
      let before = outcome.linesBefore.first ?? 0
      findings.add(
        .broken(trouble), at: Place(file: path, line: before + place.line + 1, column: place.column)
      )
    }
    var tally = Tally()
    for consumer in outcome.consumers { tally.merge(consumer.tally) }
    var repeats: [Int: Int] = [:]
    if let column = plan.identifierColumn {
      repeats = noteDuplicates(
        in: outcome.consumers, column: column, countsDistinct: plan.countsDistinct, into: &tally)
    }
    findings.add(
      contentsOf: tally.findings(in: path, linesBefore: outcome.linesBefore) { index in
        plan.columns.indices.contains(index) ? plan.columns[index].name : ""
      })
    if outcome.consumers.contains(where: \.overflowed) {
      findings.add(.sumTooLarge, at: Place(file: path))
    }
    if outcome.trouble == nil, outcome.consumers.allSatisfy({ $0.rows == 0 }), tally.isEmpty {
      findings.add(.withoutRows, at: Place(file: path))
    }
    return (findings, repeats)
  }

  /// Notes identifiers that stand on an earlier row; where it is identifiers that count, those that
  /// stand there under other categories.
  ///
  /// - Returns: for a cell, how many of its rows have an identifier that has counted already.
  private func noteDuplicates(
    in consumers: [DatasetConsumer], column: Int, countsDistinct: Bool, into tally: inout Tally
  ) -> [Int: Int] {
    let blocks = consumers.flatMap(\.identifiers).sorted {
      ($0.segment, $0.firstLine) < ($1.segment, $1.firstLine)
    }
    let count = blocks.reduce(0) { $0 + $1.hashes.count }
    var seen = Set<UInt64>(minimumCapacity: countsDistinct ? 0 : count)
    var cells: [UInt64: Int] = [:]
    var repeats: [Int: Int] = [:]
    func note(_ problem: RowProblem, _ block: DatasetConsumer.IdentifierBlock, _ row: Int32) {
      tally.note(problem, column: column) {
        RowPlace(segment: block.segment, line: block.firstLine + Int(row), column: 1)
      }
    }
    for block in blocks {
      if countsDistinct {
        for (index, (hash, row)) in zip(block.hashes, block.rows).enumerated()
        where block.keys.indices.contains(index) {
          let key = block.keys[index]
          if let known = cells[hash] {
            if known == key {
              repeats[key, default: 0] += 1
            } else {
              note(.identifierInTwoCells, block, row)
            }
          } else {
            cells[hash] = key
          }
        }
      } else {
        for (hash, row) in zip(block.hashes, block.rows) where !seen.insert(hash).inserted {
          note(.duplicateIdentifier, block, row)
        }
      }
    }
    return repeats
  }

  /// The name of a file of the folder near to the one that is missing.
  private var nearestFile: String? {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: dataFolder)) ?? []
    return nearestWord(to: schema.file, among: names.filter { !$0.hasSuffix(".yml") })
  }
}

extension BadBeginning {
  var message: Finding.Message {
    switch self {
    case .unreadable: .unreadableDataFile
    case .empty: .emptyDataFile
    case .broken(let trouble, _): .broken(trouble)
    }
  }

  func place(in path: String) -> Place {
    if case .broken(_, let line) = self { return Place(file: path, line: line) }
    return Place(file: path)
  }
}
