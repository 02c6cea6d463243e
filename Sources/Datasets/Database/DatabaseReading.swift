import Diagnostics
import Languages
import Partnership

extension DatasetReader {
  /// The base cells of a table: the engine groups, and its groups are read as a small file is.
  ///
  /// - Parameter keepsLargest: whether the rules of the class ask who gives most of a cell.
  func read(
    _ database: DatabaseTable, keepsLargest: Bool,
    mostGroups: Int = PushedDownQuery.mostGroups, into findings: inout Findings
  ) -> BaseTable? {
    do throws(DatabaseTrouble) {
      let session = try DatabaseSession(service: database.service, timeout: database.timeout)
      guard var plan = try plan(for: database, in: session, into: &findings) else { return nil }
      plan.query.most = mostGroups
      return try read(plan, keepsLargest: keepsLargest, from: session, into: &findings)
    } catch {
      findings.add(error.message, at: databasePlace)
      return nil
    }
  }

  /// Where the schema names the database.
  var databasePlace: Place {
    let folder = displayFolder.isEmpty ? "" : displayFolder + "/"
    return schemaPlace("postgresql") ?? Place(file: folder + schema.name + ".yml")
  }

  /// A schema laid over a table, and the text that its groups will be.
  private struct TablePlan {
    var reading: ReadingPlan
    var query: PushedDownQuery
    var dialect: Dialect
  }

  private func plan(
    for database: DatabaseTable, in session: DatabaseSession, into findings: inout Findings
  ) throws(DatabaseTrouble) -> TablePlan? {
    var own = Findings()
    let table = try columns(of: database, in: session, into: &own)
    let asked = schema.columns.filter { $0.role != .identifier && $0.role != .ignored }
    func name(_ column: DatasetSchema.Column) -> String {
      table[Folding.fold(column.name)]?.name ?? column.name
    }
    func first(_ role: DatasetSchema.Role) -> String? {
      schema.columns.first { $0.role == role }.map(name)
    }
    let keys = asked.filter { $0.role != .count && $0.role != .amount }
    let amounts = asked.filter { $0.role == .amount }
    let query = PushedDownQuery(
      table: database, keys: keys.map(name), count: first(.count),
      amounts: amounts.map { .init(column: name($0), decimals: $0.decimals) },
      identifier: first(.identifier), countsDistinct: schema.countsDistinct)

    var grouped = schema
    let rows = Self.newName("rows", among: schema)
    var count = schema.columns.first { $0.role == .count }
    if count == nil {
      let made = DatasetSchema.Column(
        name: Self.newName("count", among: schema), role: .count, title: .init(both: ""),
        decimals: 0)
      grouped.columns.append(made)
      count = made
    }
    grouped.columns.removeAll { $0.role == .identifier || $0.role == .ignored }
    grouped.columns.append(.init(name: rows, role: .ignored, title: .init(both: ""), decimals: 0))
    let header = [rows, count?.name ?? ""] + (keys + amounts).map(\.name)
    let reader = DatasetReader(
      schema: grouped, compact: compact, dataFolder: dataFolder, displayFolder: displayFolder,
      schemaPlace: schemaPlace)
    let dialect = Dialect(header: header)
    var made = Findings()
    let reading = own.hasErrors ? nil : reader.plan(for: dialect, at: "", into: &made)
    own.add(contentsOf: made.all.map { placed($0, header) })
    findings.add(contentsOf: own.all)
    guard var reading, !own.hasErrors else { return nil }
    reading.columns[0].use = .weight
    reading.keepsLargest = reading.isAggregated
    return TablePlan(reading: reading, query: query, dialect: dialect)
  }

  private static func newName(_ word: String, among schema: DatasetSchema) -> String {
    var name = word
    let taken = Set(schema.columns.map { Folding.fold($0.name) })
    while taken.contains(name) { name += "_" }
    return name
  }

  /// The table's columns by their folded names; findings for those that it lacks, or whose type
  /// cannot be added up.
  private func columns(
    of database: DatabaseTable, in session: DatabaseSession, into findings: inout Findings
  ) throws(DatabaseTrouble) -> [String: (name: String, isNumeric: Bool)] {
    var found: [String: (name: String, isNumeric: Bool)] = [:]
    let table = database.path.map(PushedDownQuery.quoted).joined(separator: ".")
    try session.run(PushedDownQuery.columns, [table]) { row in
      let name = row.text(0)
      found[Folding.fold(name)] = (name, row.text(1).hasPrefix("t"))
    }
    if found.isEmpty { throw .unknownTable }
    for column in schema.columns where column.role != .ignored {
      let place = schemaPlace("columns/" + column.name) ?? databasePlace
      guard let known = found[Folding.fold(column.name)] else {
        let nearest = nearestWord(to: column.name, among: found.values.map(\.name).sorted())
        findings.add(.columnNotInTable(column.name, nearest: nearest), at: place)
        continue
      }
      if column.role == .count || column.role == .amount, !known.isNumeric {
        findings.add(.columnNotNumeric(column.name), at: place)
      }
    }
    return found
  }

  private func read(
    _ plan: TablePlan, keepsLargest: Bool, from session: DatabaseSession,
    into findings: inout Findings
  ) throws(DatabaseTrouble) -> BaseTable? {
    var tally = Tally()
    var own = Findings()
    let checked = try checks(of: plan, in: session)
    own.add(contentsOf: checked.findings)
    let fields = plan.dialect.header.count
    var text = GroupedText()
    var (rows, counted) = (0, 0)
    // Sums of numbers that may not stand there would be told of twice.
    try session.run(own.hasErrors ? plan.query.groupsWithoutSums : plan.query.groups) {
      row throws(DatabaseTrouble) in
      if text.rows == plan.query.most { throw .tooManyGroups(most: text.rows) }
      if plan.reading.isAggregated, row.int(0) > 1 {
        tally.note(.duplicateCell, column: -1, rows: row.int(0) - 1) {
          RowPlace(segment: 0, line: 0, column: 0)
        }
      }
      rows += row.int(0)
      counted += row.int(1)
      text.append((0..<fields).map { row.bytes($0) ?? [] })
    }
    own.add(contentsOf: repeats(of: plan, rows: rows, counted: counted, checked.counts))
    var plan = plan
    var outcome = scan(text, plan.reading, plan.dialect)
    if plan.reading.learnOrdersOfDays(from: outcome.consumers) {
      outcome = scan(text, plan.reading, plan.dialect)
    }
    if let (trouble, _) = outcome.trouble { own.add(.broken(trouble), at: databasePlace) }
    for consumer in outcome.consumers { tally.merge(consumer.tally) }
    own.add(
      contentsOf: tally.findings(in: "", linesBefore: [], hasPlaces: false) { index in
        plan.reading.columns.indices.contains(index) ? plan.reading.columns[index].name : ""
      }.map { placed($0, plan.dialect.header) })
    if outcome.consumers.contains(where: \.overflowed) { own.add(.sumTooLarge, at: databasePlace) }
    if text.rows == 0 { own.add(.tableWithoutRows, at: databasePlace) }
    findings.add(contentsOf: own.all)
    if own.hasErrors { return nil }
    let largest = try keepsLargest ? self.largest(of: plan, in: session) : []
    return table(of: outcome, plan: plan.reading, without: [:], largest: largest)
  }

  private func scan(
    _ text: GroupedText, _ plan: ReadingPlan, _ dialect: Dialect
  ) -> FileScan.Outcome<DatasetConsumer> {
    FileScan.run(ByteSource(text: text.bytes, of: nil), dialect, threads: 1) {
      DatasetConsumer(plan: plan, dialect: dialect)
    }
  }

  /// What a sum would hide, counted by the engine.
  private func checks(
    of plan: TablePlan, in session: DatabaseSession
  ) throws(DatabaseTrouble) -> (findings: [Finding], counts: [Int]) {
    var counts: [Int] = []
    var asked: [(RowProblem, DatasetSchema.Column)] = []
    if let identifier = schema.columns.first(where: { $0.role == .identifier }) {
      asked += [(.emptyValue, identifier), (.duplicateIdentifier, identifier)]
    }
    let numbers =
      schema.columns.filter { $0.role == .count }.prefix(1)
      + schema.columns.filter { $0.role == .amount }
    for column in numbers {
      asked += [(.emptyValue, column), (.negativeNumber, column), (.fraction, column)]
    }
    if asked.isEmpty { return ([], []) }
    let expected = asked.count
    try session.run(plan.query.checks) { row in counts = (0..<expected).map { row.int($0) } }
    let found = zip(asked, counts).filter { asked, rows in
      rows > 0 && !(schema.countsDistinct && asked.0 == .duplicateIdentifier)
    }
    return (
      found.map { asked, rows in
        Finding(
          .of(asked.0, column: asked.1.name, rows: rows, hasPlaces: false, nearest: nil),
          at: schemaPlace("columns/" + asked.1.name) ?? databasePlace)
      }, counts
    )
  }

  /// Where identifiers are counted, those of all groups together are as many as those of the table,
  /// unless one stands in two groups.
  ///
  /// - Parameter checks: empty identifiers, then repeated ones.
  private func repeats(
    of plan: TablePlan, rows: Int, counted: Int, _ checks: [Int]
  ) -> [Finding] {
    guard schema.countsDistinct, checks.count >= 2,
      let column = schema.columns.first(where: { $0.role == .identifier })
    else { return [] }
    let surplus = counted - (rows - checks[0] - checks[1])
    if surplus <= 0 { return [] }
    return [
      Finding(
        .of(
          .identifierInTwoCells, column: column.name, rows: surplus, hasPlaces: false, nearest: nil),
        at: schemaPlace("columns/" + column.name) ?? databasePlace)
    ]
  }

  /// Where no column names contributors, every row is its own: the largest of each cell.
  private func largest(
    of plan: TablePlan, in session: DatabaseSession
  ) throws(DatabaseTrouble) -> [DatasetConsumer] {
    if plan.reading.isAggregated || plan.reading.hasContributors || plan.reading.amounts.isEmpty {
      return []
    }
    var text = GroupedText()
    try session.run(plan.query.largest) { row throws(DatabaseTrouble) in
      if text.rows == plan.query.most { throw .tooManyGroups(most: text.rows) }
      let fields = (0..<plan.dialect.header.count - 2).map { row.bytes($0) ?? [] }
      text.append([[0x31], [0x31]] + fields)
    }
    var reading = plan.reading
    reading.keepsLargest = true
    return scan(text, reading, plan.dialect).consumers
  }

  /// A finding of the text, at the column of the schema that it is about.
  private func placed(_ finding: Finding, _ header: [String]) -> Finding {
    let index = (finding.place?.column ?? 0) - 1
    let column = header.indices.contains(index) ? schemaPlace("columns/" + header[index]) : nil
    return Finding(finding.message, at: column ?? databasePlace)
  }
}

extension ConfidentialityClass {
  /// Whether its rules ask who gives most of a cell.
  var asksForLargest: Bool { dominance != nil || pPercent != nil }
}

extension Dialect {
  /// How `GroupedText` is written.
  fileprivate init(header: [String]) {
    self.init(
      encoding: .utf8, isEncodingCertain: true, delimiter: 0x2C, lineEnd: 0x0A, decimal: 0x2E,
      isDecimalCertain: true, dataStart: 0, headerLines: 1, header: header, mark: 0, isSheet: true)
  }
}
