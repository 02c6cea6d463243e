import Languages
import Partnership
import Publication

/// One table as JSON: its dimensions with codes and both labels, its rules, one object a cell.
enum TableJSON {
  static func value(of table: PublishedTable, _ compact: Compact) -> JSONValue {
    let rules = compact.confidentialityClass(table.provenance.confidentiality)
    let cells = table.figures.enumerated().map { position, figure -> JSONValue in
      var members: [(String, JSONValue)] = zip(table.dimensions, table.categories(at: position))
        .map { ($0.code, .text($1.code)) }
      members.append(("value", figure.value.map { .number(TidyCSV.plain($0)) } ?? .null))
      members.append(("mark", .optional(figure.mark)))
      if !figure.qualifiers.isEmpty {
        members.append(
          ("qualifiers", .list(figure.qualifiers.sorted().map { .text($0.mark) })))
      }
      return .object(members)
    }
    return .object([
      ("table", .text(table.code)),
      ("indicator", .text(table.series)),
      ("measure", .text(table.measure.code)),
      ("demonstration", .flag(table.provenance.isDemonstration)),
      (
        "provenance",
        .object(
          [
            ("dataset", .text(table.provenance.dataset)),
            ("version", .text(table.provenance.version.iso)),
            ("source", .text(table.provenance.source)),
            ("class", .text(table.provenance.confidentiality)),
            ("threshold", rules?.threshold.map { .number(String($0)) } ?? .null),
            ("zerosAreSensitive", .flag(rules?.zerosAreSensitive ?? false)),
            ("subsetOf", .optional(table.provenance.subsetOf)),
            (
              "filter",
              .object(
                table.provenance.filter.sorted { $0.key < $1.key }.map { name, codes in
                  (name, .list(codes.map { .text($0) }))
                })
            ),
          ] + (rules.map(further) ?? [])
            + (table.provenance.roundedTo.map { [("roundedTo", .number(String($0)))] } ?? []))
      ),
      ("dimensions", .list(table.dimensions.map(dimension))),
      ("cells", .list(cells)),
    ])
  }

  /// Rules of the class that not every class has.
  private static func further(_ rules: ConfidentialityClass) -> [(String, JSONValue)] {
    var members: [(String, JSONValue)] = []
    if rules.threshold != nil, rules.isSliding, let width = rules.intervalWidth {
      members.append(("slidingWidth", .number(String(width))))
    }
    if rules.threshold != nil, !rules.allInOneCategory.isEmpty {
      members.append(("allInOneCategory", .list(rules.allInOneCategory.map { .text($0) })))
    }
    return members
  }

  private static func dimension(_ dimension: PublishedDimension) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("code", .text(dimension.code)),
      ("en", .text(dimension.title[.english])),
      ("fr", .text(dimension.title[.french])),
    ]
    if dimension.isCoarsened { members.append(("coarsened", .flag(true))) }
    let categories = dimension.categories.map { category in
      JSONValue.object([
        ("code", .text(category.code)),
        ("en", .text(category.label[.english])),
        ("fr", .text(category.label[.french])),
        ("total", .flag(category.isTotal)),
        ("parent", .optional(category.parent)),
      ])
    }
    members.append(("categories", .list(categories)))
    return .object(members)
  }
}
