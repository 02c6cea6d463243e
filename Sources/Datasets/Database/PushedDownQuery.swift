import Partnership

/// The questions put to an engine in place of reading its rows: counts and sums leave it, no record.
///
/// Plain SQL:2003 with `::` casts, which PostgreSQL, Citus, Greenplum and CockroachDB share.
struct PushedDownQuery {
  /// A column of numbers, as the table calls it.
  struct Number: Hashable {
    var column: String
    var decimals: Int
  }

  /// More groups than that are no table of categories.
  static let mostGroups = 1_000_000

  var table: DatabaseTable
  /// What rows are grouped by.
  var keys: [String]
  /// What is added up in place of counting rows.
  var count: String?
  var amounts: [Number]
  var identifier: String?
  /// Whether identifiers are counted in place of rows.
  var countsDistinct = false
  var most = mostGroups

  /// `"register"."victims"`: a quote within a name is doubled, so that a name is never more.
  var name: String {
    table.path.map(Self.quoted).joined(separator: ".")
  }

  static func quoted(_ name: String) -> String {
    "\"" + name.replacing("\"", with: "\"\"") + "\""
  }

  /// The columns of the table ($1), and whether each is of a numeric type.
  static let columns = """
    SELECT a.attname::text, (t.typcategory = 'N')::text FROM pg_catalog.pg_attribute a \
    JOIN pg_catalog.pg_type t ON t.oid = a.atttypid \
    WHERE a.attrelid = to_regclass($1::text) AND a.attnum > 0 AND NOT a.attisdropped \
    ORDER BY a.attnum
    """

  /// One row a combination of categories: how many rows of the table, the count, the keys, the sums.
  var groups: String {
    groups(
      count: count.map { "sum(\(Self.number($0)))::text" } ?? rows,
      amounts: amounts.map { "sum(\(Self.number($0.column)))::text" })
  }

  private var rows: String {
    guard countsDistinct, let identifier else { return "count(*)::text" }
    return "count(DISTINCT \(Self.quoted(identifier)))::text"
  }

  /// The same rows with 0 for each sum.
  var groupsWithoutSums: String {
    groups(count: "'0'::text", amounts: amounts.map { _ in "'0'::text" })
  }

  private func groups(count: String, amounts: [String]) -> String {
    let columns =
      ["count(*)::text", count] + keys.map { "\(Self.quoted($0))::text" } + amounts
    let order = keys.indices.map { String($0 + 3) }.joined(separator: ", ")
    return "SELECT \(columns.joined(separator: ", ")) FROM \(name) GROUP BY \(order) "
      + "ORDER BY \(order) LIMIT \(most + 1)"
  }

  /// One row of counts of what may not be: of identifiers, empty ones and repeated ones; of each
  /// column of numbers, empty ones, those below zero, those with too many decimals.
  ///
  /// A sum would hide each of them.
  var checks: String {
    var columns: [String] = []
    if let identifier {
      let name = Self.quoted(identifier)
      columns += ["count(*) - count(\(name))", "count(\(name)) - count(DISTINCT \(name))"]
    }
    for number in numbers {
      let value = Self.number(number.column)
      columns += [
        "count(*) - count(\(Self.quoted(number.column)))",
        "count(*) FILTER (WHERE \(value) < 0)",
        "count(*) FILTER (WHERE \(value) <> round(\(value), \(number.decimals)))",
      ]
    }
    return "SELECT \(columns.joined(separator: ", ")) FROM \(name)"
  }

  /// The columns that `checks` counts for, in its order.
  var numbers: [Number] { (count.map { [Number(column: $0, decimals: 0)] } ?? []) + amounts }

  /// The largest amounts of each combination, which dominance rules ask for; no key of a record.
  var largest: String {
    let keys = keys.map { "\(Self.quoted($0))::text" }.joined(separator: ", ")
    let names = self.keys.indices.map { "k\($0)" }
    let values = amounts.map { Self.number($0.column) }
    var inner = zip(self.keys, names).map { "\(Self.quoted($0))::text AS \($1)" }
    inner += values.enumerated().map { "\($1) AS a\($0)" }
    inner += values.enumerated().map {
      "row_number() OVER (PARTITION BY \(keys) ORDER BY \($1) DESC) AS r\($0)"
    }
    let outer = names + amounts.indices.map { "a\($0)::text" }
    let kept = amounts.indices.map { "r\($0) <= \(Contribution.kept)" }
    return "SELECT \(outer.joined(separator: ", ")) FROM (SELECT \(inner.joined(separator: ", ")) "
      + "FROM \(name)) AS ranked WHERE \(kept.joined(separator: " OR ")) "
      + "LIMIT \(most + 1)"
  }

  /// Exact whatever the type of the column.
  private static func number(_ column: String) -> String { "\(quoted(column))::numeric" }
}
