import Diagnostics
import Foundation
import Languages
import Partnership
import Testing

@testable import Datasets

/// The dataset of a schema, as the register's table holds it.
private func stored(
  _ schema: DatasetSchema, table: String = "register.cases", service: String? = "register",
  timeout: Int = 20
) -> DatasetSchema {
  var schema = schema
  schema.file = ""
  schema.database = DatabaseTable(
    path: table.split(separator: ".").map(String.init), service: service, timeout: timeout)
  return schema
}

/// Each column of the schema stands on a line of its own from line 10 on; the database on line 5.
private func ask(_ schema: DatasetSchema, compact: Compact = Small.compact) -> Read {
  var findings = Findings()
  let reader = DatasetReader(
    schema: schema, compact: compact, dataFolder: "/nonexistent", displayFolder: "data",
    schemaPlace: { part in
      if part == "postgresql" { return Place(file: "data/small.yml", line: 5) }
      let names = schema.columns.map { "columns/" + $0.name }
      return names.firstIndex(of: part).map { Place(file: "data/small.yml", line: 10 + $0) }
    })
  let table = reader.read(into: &findings)
  return Read(table: table, findings: findings.sorted)
}

private func server() throws -> DatabaseServer { try #require(DatabaseServer.running) }

@Suite("A table of a database", .serialized, WithDatabaseServer())
struct DatabaseTests {
  // MARK: The same table from everywhere

  struct Source: CustomTestStringConvertible {
    var testDescription: String
    var schema: DatasetSchema
    /// SQL types of the columns.
    var types: [String]
    var rows: Int
  }

  static let ruled = {
    var compact = Small.compact
    for index in compact.classes.indices where compact.classes[index].code == "C3" {
      compact.classes[index].dominance = Dominance(contributors: 1, share: 75)
    }
    return compact
  }()

  static let sources = [
    Source(
      testDescription: "records", schema: Small.plain, types: ["text", "text", "text"], rows: 400),
    Source(
      testDescription: "records with hours, each its own contributor",
      schema: Small.schema([
        Small.column("period", .period), Small.column("sex", .dimension, "sex"),
        Small.column("hours", .amount, decimals: 1), Small.column("cost", .amount),
      ]), types: ["integer", "text", "double precision", "bigint"], rows: 400),
    Source(
      testDescription: "records with contributors",
      schema: Small.schema([
        Small.column("partner", .contributor), Small.column("period", .period),
        Small.column("cost", .amount),
      ]), types: ["varchar(40)", "text", "numeric(12,2)"], rows: 300),
    Source(
      testDescription: "cells with their count",
      schema: Small.schema(
        [
          Small.column("period", .period), Small.column("sex", .dimension, "sex"),
          Small.column("number", .count),
        ], kind: .aggregated), types: ["text", "text", "smallint"], rows: 0),
  ]

  /// Rows as people type them, the same from the same seed.
  private static func rows(of source: Source) -> [[String]] {
    if source.schema.kind == .aggregated {
      return ["Y1", "Y2", "Y3"].flatMap { period in
        [[period, "F", "\(period.count * 40)"], [period, "garçons", "0"]]
      }
    }
    var random = SplitMix(state: 7)
    let periods =
      source.types.contains("integer") ? ["2023", "2024", "2025"] : ["Y1", "y2", "2025"]
    return (0..<source.rows).map { _ in
      source.schema.columns.map { column in
        switch column.name {
        case "period": periods.randomElement(using: &random) ?? ""
        case "sex": ["F", "féminin", "Garçons", "M"].randomElement(using: &random) ?? ""
        case "region":
          ["Abidjan", "gbêkê", "Bouake\u{301}", "Loh-Djiboua"].randomElement(using: &random) ?? ""
        case "hours":
          "\(Int.random(in: 0..<500, using: &random)).\(Int.random(in: 0..<10, using: &random))"
        case "partner":
          ["CNS", "Centre \"A\", Man", "ONG B"].randomElement(using: &random) ?? ""
        default: String(Int.random(in: 0..<9_000_000, using: &random))
        }
      }
    }
  }

  @Test("gives what the same rows give as CSV and as a workbook", arguments: sources)
  func equal(_ source: Source) throws {
    let rows = Self.rows(of: source)
    let names = source.schema.columns.map(\.name)
    let csv = ([names] + rows).map { row in
      row.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: ",") + "\n"
    }.joined()
    let cells = ([names] + rows).enumerated().map { index, row in
      "<row r=\"\(index + 1)\">"
        + row.map {
          Double($0) == nil
            ? "<c t=\"inlineStr\"><is><t>\($0.replacing("\"", with: "&quot;"))</t></is></c>"
            : "<c><v>\($0)</v></c>"
        }.joined() + "</row>"
    }.joined()
    let values = rows.map { row in
      "(" + row.map { "'" + $0.replacing("'", with: "''") + "'" }.joined(separator: ", ") + ")"
    }.joined(separator: ", ")
    let columns = zip(names, source.types).map { "\($0) \($1)" }.joined(separator: ", ")
    try server().run(
      sql: """
        DROP TABLE IF EXISTS register.cases;
        CREATE TABLE register.cases (nom text, \(columns));
        INSERT INTO register.cases (\(names.joined(separator: ", "))) VALUES \(values)
        """)

    let fromCSV = read(csv, source.schema, compact: Self.ruled)
    let fromWorkbook = read(
      bytes: workbook([("A", cells)]), source.schema, compact: Self.ruled)
    let fromDatabase = ask(stored(source.schema), compact: Self.ruled)
    for read in [fromCSV, fromWorkbook, fromDatabase] {
      #expect(read.codes == [])
      #expect(read.table?.dimensions == fromCSV.table?.dimensions)
      #expect(read.table?.amounts == fromCSV.table?.amounts)
      #expect(read.table?.cells == fromCSV.table?.cells)
    }
    #expect(fromDatabase.table?.cells.isEmpty == false)
  }

  @Test("identifiers are counted once")
  func distinct() throws {
    try server().run(
      sql: Self.clean
        + "CREATE TABLE register.cases (period text, sex text, record text);"
        + "INSERT INTO register.cases VALUES ('Y1', 'F', 'R1'), ('Y1', 'F', 'R1'),"
        + "('Y1', 'F', 'R2'), ('Y2', 'M', 'R3');")
    let result = ask(stored(BaseCellTests.distinct))
    #expect(result.codes == [])
    #expect(result.cells == ["1.0 = 2", "2.1 = 1"])
  }

  // MARK: What is wrong

  struct Example: CustomTestStringConvertible {
    var testDescription: String
    /// What makes `register.cases`.
    var sql: String
    var code: String
    var place: String
    var english: String
    var french: String
    var schema = Small.plain
    var service = "register"
    var timeout = 20
  }

  static let table = "CREATE TABLE register.cases (period text, sex text, region text);"

  static func rows(_ rows: String...) -> String {
    table + "INSERT INTO register.cases VALUES \(rows.joined(separator: ", "));"
  }

  static let amounts = Small.schema([
    Small.column("period", .period), Small.column("sex", .dimension, "sex"),
    Small.column("hours", .amount, decimals: 1),
  ])

  static func hours(_ rows: String...) -> String {
    "CREATE TABLE register.cases (period text, sex text, hours numeric);"
      + "INSERT INTO register.cases VALUES \(rows.joined(separator: ", "));"
  }

  static let examples = [
    Example(
      testDescription: "unknown category, three rows",
      sql: rows("('Y1', 'F', 'Zqxwv')", "('Y1', 'F', 'Zqxwv')", "('Y2', 'M', 'Zqxwv')"),
      code: "unknown-category", place: "data/small.yml:12", english: "(3 rows)",
      french: "(3 lignes)"),
    Example(
      testDescription: "no category at all", sql: rows("('Y1', NULL, 'Abidjan')"),
      code: "empty-value", place: "data/small.yml:11", english: "is empty", french: "est vide"),
    Example(
      testDescription: "a day for a period", sql: rows("('2024-03-05', 'F', 'Abidjan')"),
      code: "refused-fine-date", place: "data/small.yml:10", english: "a date finer",
      french: "une date plus fine"),
    Example(
      testDescription: "a telephone number among regions",
      sql: rows("('Y1', 'F', '0700000000')"), code: "refused-telephone",
      place: "data/small.yml:12", english: "a telephone number", french: "un numéro de téléphone"),
    Example(
      testDescription: "an adult among children",
      sql: "CREATE TABLE register.cases (period text, age text);"
        + "INSERT INTO register.cases VALUES ('Y1', '15-17'), ('Y1', '18+'), ('Y1', '18+');",
      code: "refused-adult-age", place: "data/small.yml:11", english: "18 or over",
      french: "18 ans ou plus",
      schema: Small.schema(
        [Small.column("period", .period), Small.column("age", .dimension, "age")], feeds: "I2.4")),
    Example(
      testDescription: "a name among contributors",
      sql: "CREATE TABLE register.cases (period text, partner text, hours int);"
        + "INSERT INTO register.cases VALUES ('Y1', 'Mme Zqxwv', 3);",
      code: "refused-person-name", place: "data/small.yml:11", english: "a person’s name",
      french: "un nom de personne",
      schema: Small.schema([
        Small.column("period", .period), Small.column("partner", .contributor),
        Small.column("hours", .amount),
      ])),
    Example(
      testDescription: "missing column",
      sql: "CREATE TABLE register.cases (period text, sex text, regoin text);",
      code: "missing-column", place: "data/small.yml:12", english: "did you mean ‘regoin’?",
      french: "n’est pas dans la table"),
    Example(
      testDescription: "amounts that are text",
      sql: "CREATE TABLE register.cases (period text, sex text, hours text);",
      code: "column-not-numeric", place: "data/small.yml:12", english: "numeric type",
      french: "type numérique", schema: amounts),
    Example(
      testDescription: "an amount below zero", sql: hours("('Y1', 'F', -1)", "('Y1', 'F', 9)"),
      code: "negative-number", place: "data/small.yml:12", english: "below zero",
      french: "inférieur à zéro", schema: amounts),
    Example(
      testDescription: "hundredths that add up to tenths",
      sql: hours("('Y1', 'F', 0.05)", "('Y1', 'F', 0.05)"), code: "too-many-decimals",
      place: "data/small.yml:12", english: "(2 rows)", french: "(2 lignes)", schema: amounts),
    Example(
      testDescription: "an amount that is not there",
      sql: hours("('Y1', 'F', NULL)", "('Y1', 'F', 9)"), code: "empty-value",
      place: "data/small.yml:12", english: "is empty", french: "est vide", schema: amounts),
    Example(
      testDescription: "an identifier twice",
      sql: "CREATE TABLE register.cases (period text, sex text, record text);"
        + "INSERT INTO register.cases VALUES ('Y1', 'F', 'R1'), ('Y2', 'F', 'R1'),"
        + "('Y2', 'F', 'R2');",
      code: "duplicate-identifier", place: "data/small.yml:12", english: "earlier row",
      french: "ligne précédente", schema: FindingTests.identified),
    Example(
      testDescription: "an identifier in two cells, where identifiers are counted",
      sql: "CREATE TABLE register.cases (period text, sex text, record text);"
        + "INSERT INTO register.cases VALUES ('Y1', 'F', 'R1'), ('Y1', 'M', 'R1'),"
        + "('Y1', 'M', 'R1');",
      code: "identifier-in-two-cells", place: "data/small.yml:12", english: "other categories",
      french: "sous d’autres modalités", schema: BaseCellTests.distinct),
    Example(
      testDescription: "a cell twice",
      sql: "CREATE TABLE register.cases (period text, sex text, number int);"
        + "INSERT INTO register.cases VALUES ('Y1', 'F', 3), ('Y1', 'F', 4);",
      code: "duplicate-cell", place: "data/small.yml:5", english: "earlier row",
      french: "ligne précédente", schema: FindingTests.counted),
    Example(
      testDescription: "no row", sql: table, code: "dataset-without-rows",
      place: "data/small.yml:5", english: "no row", french: "aucune ligne"),
    Example(
      testDescription: "no table", sql: "", code: "unknown-table", place: "data/small.yml:5",
      english: "not in the database", french: "n’est pas dans la base"),
    Example(
      testDescription: "no permission",
      sql: table + "REVOKE SELECT ON register.cases FROM reader;", code: "database-permission",
      place: "data/small.yml:5", english: "may not read", french: "pas le droit de lire"),
    Example(
      testDescription: "too slow",
      sql: "CREATE VIEW register.cases AS SELECT 'Y1' AS period, 'F' AS sex, pg_sleep(60)::text "
        + "AS region;", code: "database-timeout", place: "data/small.yml:5",
      english: "within the time", french: "dans le délai", timeout: 1),
    Example(
      testDescription: "a view that writes",
      sql: "CREATE SEQUENCE register.seen; GRANT ALL ON register.seen TO reader;"
        + "CREATE VIEW register.cases AS SELECT 'Y1' AS period, 'F' AS sex,"
        + "nextval('register.seen')::text AS region;",
      code: "database-failed", place: "data/small.yml:5", english: "SQLSTATE 25006",
      french: "SQLSTATE 25006"),
    Example(
      testDescription: "another password", sql: table, code: "database-login-refused",
      place: "data/small.yml:5", english: "the password", french: "le mot de passe",
      service: "asker"),
    Example(
      testDescription: "no such database", sql: table, code: "unknown-database",
      place: "data/small.yml:5", english: "not on the server", french: "pas sur le serveur",
      service: "elsewhere"),
    Example(
      testDescription: "no server", sql: table, code: "database-unreachable",
      place: "data/small.yml:5", english: "cannot be reached", french: "injoignable",
      service: "away"),
    Example(
      testDescription: "no such service", sql: table, code: "database-unreachable",
      place: "data/small.yml:5", english: "service file", french: "fichier de services",
      service: "unheard-of"),
  ]

  @Test("each mistake is one finding in the schema, and nothing is used", arguments: examples)
  func finding(_ example: Example) throws {
    try server().run(
      sql: Self.clean + "DROP SEQUENCE IF EXISTS register.seen;" + example.sql)
    let result = ask(
      stored(example.schema, service: example.service, timeout: example.timeout))
    #expect(result.codes == [example.code])
    #expect(result.places == [example.place])
    #expect(result.words.contains(example.english))
    #expect(result.words.contains(example.french))
    for secret in ["Zqxwv", "8642097531", "0700000000", "R1", "2024-03-05"] {
      #expect(!result.words.contains(secret))
    }
    #expect(result.table == nil || example.code == "dataset-without-rows")
  }

  /// A table in one test is a view in another.
  static let clean = """
    DO $$ BEGIN
      IF EXISTS (SELECT 1 FROM pg_class WHERE oid = to_regclass('register.cases') AND relkind = 'v')
      THEN DROP VIEW register.cases; ELSE DROP TABLE IF EXISTS register.cases; END IF;
    END $$;
    """

  @Test("a view that could write has not")
  func readOnly() throws {
    try server().run(
      sql: Self.clean + "DROP SEQUENCE IF EXISTS register.seen; CREATE SEQUENCE register.seen;"
        + "GRANT ALL ON register.seen TO reader; CREATE VIEW register.cases AS SELECT 'Y1' AS "
        + "period, 'F' AS sex, nextval('register.seen')::text AS region;")
    _ = ask(stored(Small.plain))
    try server().run(
      sql:
        "DO $$ BEGIN IF (SELECT is_called FROM register.seen) THEN RAISE 'written'; END IF; END $$")
  }

  @Test("more groups than a table of categories has are refused")
  func groups() throws {
    try server().run(
      sql: Self.clean + "CREATE VIEW register.cases AS SELECT 'Y1' AS period, 'F' AS sex, n::text "
        + "AS region FROM generate_series(1, 30) n;")
    let schema = stored(Small.plain)
    var findings = Findings()
    let reader = DatasetReader(
      schema: schema, compact: Small.compact, dataFolder: "", displayFolder: "data")
    let database = try #require(schema.database)
    let table = reader.read(database, keepsLargest: false, mostGroups: 20, into: &findings)
    #expect(table == nil)
    #expect(findings.all.map(\.message.code) == ["too-many-groups"])
    #expect(findings.all.first?.place?.text == "data/small.yml")
  }

  @Test("only groups leave it: no other column is asked for, nor the value of an identifier")
  func asked() throws {
    try server().run(
      sql: Self.clean
        + "CREATE TABLE register.cases (nom text, period text, sex text, record text, note text);"
        + "INSERT INTO register.cases VALUES ('Zqxwv', 'Y1', 'F', 'R1', 'x');")
    let schema = Small.schema([
      Small.column("period", .period), Small.column("sex", .dimension, "sex"),
      Small.column("record", .identifier), Small.column("note", .ignored),
    ])
    let before = try server().asked().count
    let result = ask(stored(schema))
    #expect(result.codes == [])
    #expect(result.cells == ["1.0 = 1"])
    let asked = try server().asked().dropFirst(before).joined(separator: "\n")
    #expect(asked.contains("READ ONLY"))
    #expect(asked.contains("statement_timeout = '20s'"))
    #expect(asked.contains("GROUP BY 3, 4"))
    #expect(asked.contains("count(DISTINCT \"record\")"))
    #expect(!asked.contains("nom"))
    #expect(!asked.contains("note"))
    #expect(!asked.contains("\"record\"::text"))
  }

  @Test("names are quoted, whatever they hold")
  func quoting() throws {
    try server().run(
      sql: Self.clean + """
        DROP TABLE IF EXISTS register."Cas ""X""; DROP";
        CREATE TABLE register."Cas ""X""; DROP" (period text, "Sé""x" text, region text);
        GRANT SELECT ON ALL TABLES IN SCHEMA register TO reader;
        INSERT INTO register."Cas ""X""; DROP" VALUES ('Y1', 'F', 'Abidjan')
        """)
    let schema = Small.schema([
      Small.column("PERIOD", .period), Small.column("sé\"X", .dimension, "sex"),
    ])
    let result = ask(stored(schema, table: "register.Cas \"X\"; DROP"))
    #expect(result.codes == [])
    #expect(result.cells == ["1.0 = 1"])
  }

  @Test("without a service, variables say where")
  func variables() throws {
    try server().run(sql: Self.clean + Self.rows("('Y3', 'M', 'Abidjan')"))
    let settings = ["PGHOST": try server().folder, "PGUSER": "reader", "PGDATABASE": "postgres"]
    for (name, value) in settings { unsafe setenv(name, value, 1) }
    defer { for name in settings.keys { unsafe unsetenv(name) } }
    #expect(ask(stored(Small.plain, service: nil)).cells == ["3.1.0 = 1"])
  }
}

@Suite("What a database answers")
struct DatabaseTroubleTests {
  @Test(
    "is told by its SQLSTATE",
    arguments: [
      ("3D000", DatabaseTrouble.unknownDatabase), ("28P01", .loginRefused),
      ("28000", .loginRefused), ("42P01", .unknownTable), ("42501", .noPermission),
      ("57014", .timedOut), ("57P03", .unreachable), ("08006", .unreachable),
      ("22P02", .failed(state: "22P02")), ("Zqx wv", .unreachable), ("zqxwv", .unreachable),
    ])
  func states(_ state: String, _ trouble: DatabaseTrouble) {
    #expect(DatabaseTrouble(state: state) == trouble)
  }

  @Test("a quote in a name does not end it")
  func quoted() {
    #expect(PushedDownQuery.quoted("a\"; DROP TABLE b; --") == "\"a\"\"; DROP TABLE b; --\"")
  }
}
