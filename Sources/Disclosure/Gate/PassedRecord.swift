public import Facts
import Languages
@_spi(Gate) public import Publication

/// What has passed the gate once, as bytes and back, so that a build of the same data and the same rules
/// need not open it again: values and marks as the public sees them, and nothing behind a mark.
///
/// Bytes make figures here alone, in the room that makes all others; who hands them over vouches that
/// they are those of the same question (`Pipeline` seals them with the user's secret).
public enum PassedRecord {
  public static func facts(of record: PublishedRecord) -> [UInt8] {
    var writer = FactWriter()
    writer.add(list: record.tables) { $0.add($1) }
    writer.add(list: record.withheld) { writer, breakdown in
      writer.add(breakdown.series)
      writer.add(breakdown.dimensions)
      writer.add(breakdown.rule.rawValue)
    }
    writer.add(list: record.statement) { writer, statement in
      writer.add(statement.table)
      writer.add(statement.confidentiality)
      writer.add(statement.cells)
      writer.add(statement.hidden)
    }
    return writer.bytes
  }

  /// - Throws: where the bytes are not the facts of a record.
  public static func record(from facts: [UInt8]) throws(FactReader.Broken) -> PublishedRecord {
    var reader = FactReader(facts)
    let record = PublishedRecord(
      tables: try reader.list { (r) throws(FactReader.Broken) in try r.table() },
      withheld: try reader.list { (r) throws(FactReader.Broken) in
        WithheldBreakdown(
          series: try r.text(), dimensions: try r.texts(),
          rule: try r.word(of: WithheldBreakdown.Rule.self))
      },
      statement: try reader.list { (r) throws(FactReader.Broken) in
        TableStatement(
          table: try r.text(), confidentiality: try r.text(), cells: try r.number(),
          hidden: try r.number())
      })
    guard reader.isAtEnd else { throw FactReader.Broken() }
    return record
  }
}

/// The states of a figure, by number.
private enum StateMark {
  static let value = 0
  static let hidden = 1
  static let absent = 2
}

/// The measures of a table, by number.
private enum MeasureMark {
  static let count = 0
  static let amount = 1
  static let percentChange = 2
  static let cumulative = 3
  static let stage = 4
}

extension FactWriter {
  fileprivate mutating func add(_ table: PublishedTable) {
    add(table.code)
    add(table.series)
    add(list: table.dimensions) { writer, dimension in
      writer.add(dimension.code)
      writer.add(dimension.title)
      writer.add(list: dimension.categories) { writer, category in
        writer.add(category.code)
        writer.add(category.label)
        writer.add(category.isTotal)
        writer.add(category.parent) { $0.add($1) }
      }
      writer.add(dimension.isCoarsened)
    }
    add(list: table.figures) { $0.add($1) }
    add(table.measure)
    add(table.provenance)
  }

  private mutating func add(_ figure: Figure) {
    switch figure.state {
    case .value(let quantity):
      add(StateMark.value)
      // In digits, so that whoever searches a cache for a number finds it.
      add(String(quantity.units))
      add(quantity.decimals)
    case .hidden: add(StateMark.hidden)
    case .absent(let absence):
      add(StateMark.absent)
      add(absence.rawValue)
    }
    add(list: figure.qualifiers.sorted()) { $0.add($1.rawValue) }
  }

  private mutating func add(_ measure: PublishedMeasure) {
    switch measure {
    case .count: add(MeasureMark.count)
    case .amount(let unit):
      add(MeasureMark.amount)
      add(unit)
    case .percentChange: add(MeasureMark.percentChange)
    case .cumulative: add(MeasureMark.cumulative)
    case .stage: add(MeasureMark.stage)
    }
  }

  private mutating func add(_ provenance: Provenance) {
    add(provenance.dataset)
    add(provenance.version.iso)
    add(provenance.source)
    add(provenance.confidentiality)
    add(provenance.isDemonstration)
    add(provenance.subsetOf) { $0.add($1) }
    add(list: provenance.filter.sorted { $0.key < $1.key }) { writer, column in
      writer.add(column.key)
      writer.add(column.value)
    }
    add(provenance.roundedTo) { $0.add($1) }
  }
}

extension FactReader {
  fileprivate mutating func table() throws(Broken) -> PublishedTable {
    PublishedTable(
      code: try text(), series: try text(),
      dimensions: try list { (r) throws(Broken) in
        PublishedDimension(
          code: try r.text(), title: try r.both(),
          categories: try r.list { (r) throws(Broken) in
            PublishedCategory(
              code: try r.text(), label: try r.both(), isTotal: try r.flag(),
              parent: try r.word())
          }, isCoarsened: try r.flag())
      }, figures: try list { (r) throws(Broken) in try r.figure() }, measure: try measure(),
      provenance: try provenance())
  }

  private mutating func figure() throws(Broken) -> Figure {
    let state: Figure.State
    switch try number() {
    case StateMark.value:
      guard let units = Int(try text()) else { throw Broken() }
      state = .value(Quantity(units, decimals: try number()))
    case StateMark.hidden: state = .hidden
    case StateMark.absent: state = .absent(try word(of: Absence.self))
    default: throw Broken()
    }
    return Figure(
      state,
      qualifiers: Set(try list { (r) throws(Broken) in try r.word(of: Qualifier.self) }))
  }

  private mutating func measure() throws(Broken) -> PublishedMeasure {
    switch try number() {
    case MeasureMark.count: return .count
    case MeasureMark.amount: return .amount(unit: try text())
    case MeasureMark.percentChange: return .percentChange
    case MeasureMark.cumulative: return .cumulative
    case MeasureMark.stage: return .stage
    default: throw Broken()
    }
  }

  private mutating func provenance() throws(Broken) -> Provenance {
    let dataset = try text()
    guard let version = CalendarDate(iso: try text()) else { throw Broken() }
    let source = try text()
    let confidentiality = try text()
    let isDemonstration = try flag()
    let subsetOf = try word()
    var filter: [String: [String]] = [:]
    let columns = try list { (r) throws(Broken) in (try r.text(), try r.texts()) }
    for (column, categories) in columns { filter[column] = categories }
    return Provenance(
      dataset: dataset, version: version, source: source, confidentiality: confidentiality,
      isDemonstration: isDemonstration, subsetOf: subsetOf, filter: filter,
      roundedTo: try optional { (r) throws(Broken) in try r.number() })
  }
}
