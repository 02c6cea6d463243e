import Languages
import Partnership
import Publication

/// The columns of a tidy CSV file as the descriptions beside it (Data Package, CSVW) tell them.
struct CSVColumn {
  enum Kind {
    case text, number
    case word([String])
  }

  let name: String
  let title: Localized<String>
  let kind: Kind
  let isRequired: Bool

  /// - Parameter tables: those that the file holds.
  static func columns(of tables: [PublishedTable]) -> [CSVColumn] {
    func title(_ name: String) -> Localized<String> {
      let found = tables.lazy.flatMap(\.dimensions).first { dimension in
        name == dimension.code || name == dimension.code + "_en" || name == dimension.code + "_fr"
      }
      if let found { return found.title }
      return fixed[name] ?? Localized(both: name)
    }
    return TidyCSV.header(of: tables).map { name in
      let kind: Kind =
        switch name {
        case "value": .number
        case "mark": .word(["[c]"] + Absence.allCases.map(\.mark))
        case "demonstration": .word(["yes", "no"])
        default: .text
        }
      let isRequired = ["table", "indicator", "period", "measure", "demonstration"].contains(name)
      return CSVColumn(name: name, title: title(name), kind: kind, isRequired: isRequired)
    }
  }

  private static let fixed: [String: Localized<String>] = [
    "table": Localized(english: "Table", french: "Tableau"),
    "indicator": Localized(english: "Indicator or series", french: "Indicateur ou série"),
    "measure": Localized(english: "What is measured", french: "Mesure"),
    "value": Localized(
      english: "Value; empty where a mark stands",
      french: "Valeur\u{202F}; vide s’il y a une marque"),
    "mark": Localized(
      english: "Mark where there is no value", french: "Marque en l’absence de valeur"),
    "qualifier": Localized(
      english: "Marks beside a value", french: "Marques accompagnant une valeur"),
    "demonstration": Localized(
      english: "Whether this is demonstration data", french: "Données de démonstration"),
  ]
}

extension OpenDataInput {
  /// The CSV files that descriptions name, each with the tables it holds.
  func describedFiles(_ files: [DataFile]) -> [(file: DataFile, tables: [PublishedTable])] {
    files.filter { $0.mediaType == "text/csv" }.map { file in
      let tables = record.tables.filter { table in
        guard let listing = file.listing else { return false }
        if let code = listing.table { return table.code == code }
        return listing.series.isEmpty || table.series == listing.series
      }
      return (file, tables)
    }
  }
}

extension DataFile {
  /// From the folder of the descriptions.
  var relativePath: String { String(path.dropFirst(OpenDataBuilder.folder.utf8.count + 1)) }
}
