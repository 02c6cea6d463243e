import Languages
import Partnership
import Publication

/// A workbook a language, after the United Kingdom's guidance on releasing statistics in
/// spreadsheets (Government Statistical Service): cover, contents, notes, then one table a sheet;
/// no merged cell, no empty row in a table, every mark explained.
struct SpreadsheetFiles: DataFormat {
  static let paths = Localized(
    english: OpenDataBuilder.folder + "/figures.en.xlsx",
    french: OpenDataBuilder.folder + "/chiffres.fr.xlsx")
  private static let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

  func files(of input: OpenDataInput, after _: [DataFile]) throws(OpenDataFailure) -> [DataFile] {
    var files: [DataFile] = []
    for language in Language.allCases {
      guard let bytes = Spreadsheet(input: input, language: language).bytes() else {
        throw OpenDataFailure(path: Self.paths[language])
      }
      files.append(
        DataFile(
          path: Self.paths[language], mediaType: Self.type, bytes: bytes,
          listing: language == .english
            ? DataFile.Listing(
              series: "", table: nil, format: "XLSX", path: Self.paths,
              title: Localized(
                english: "every table, a sheet each", french: "tous les tableaux, un par feuille"))
            : nil))
    }
    return files
  }
}

/// The sheets of one workbook.
private struct Spreadsheet {
  let input: OpenDataInput
  let language: Language

  private func say(_ english: String, _ french: String) -> String {
    language == .english ? english : french
  }

  func bytes() -> [UInt8]? {
    guard var book = WorkbookFile() else { return nil }
    let settings = input.compact.settings
    book.describe(
      title: settings.title[language], author: settings.title[language],
      comments: say("Published figures", "Chiffres publiés"),
      created: input.day.daysSinceEpoch * 86_400)
    let names = sheetNames()
    cover(&book)
    contents(&book, names)
    notes(&book)
    for (index, table) in input.record.tables.enumerated() {
      sheet(of: table, names[index], number: index + 1, &book)
    }
    return book.finish()
  }

  /// At most 31 letters, none of `[]:*?/\`, no two the same whatever their case.
  private func sheetNames() -> [String] {
    var seen: Set<String> = ["cover", "contents", "notes", "couverture", "sommaire"]
    return input.record.tables.enumerated().map { index, table in
      let plain = String(table.code.map { "[]:*?/\\'".contains($0) ? "-" : $0 })
      var name = String(plain.prefix(31))
      if seen.contains(name.lowercased()) { name = "\(index + 1) " + String(plain.prefix(25)) }
      seen.insert(name.lowercased())
      return name
    }
  }

  private func cover(_ book: inout WorkbookFile) {
    guard let sheet = book.addSheet(say("Cover", "Couverture")) else { return }
    let settings = input.compact.settings
    var lines = [
      input.compact.name[language],
      say("Published figures as of ", "Chiffres publiés au ") + input.day.words(in: language),
    ]
    if input.record.hasDemonstrationData {
      lines.append(
        say(
          "Demonstration data: made up to show the site; no figure is real.",
          "Données de démonstration\u{A0}: inventées pour montrer le site\u{202F}; aucun chiffre "
            + "n’est réel."))
    }
    lines += [
      say(
        "Each worksheet after the notes holds one table. Where a cell has no number it has a mark, "
          + "such as [c]; the worksheet Notes explains the marks.",
        "Chaque feuille après les notes contient un tableau. Une cellule sans nombre porte une "
          + "marque, telle que [c]\u{202F}; la feuille Notes explique les marques."),
      say("Licence: ", "Licence\u{A0}: ") + settings.licence[language], settings.contact[language],
    ]
    if let address = input.absolute(input.pages.home[language]) { lines.append(address) }
    book.widen(0...0, to: 90, on: sheet)
    book.write(settings.title[language], row: 0, column: 0, .title, on: sheet)
    for (index, line) in lines.enumerated() {
      book.write(line, row: index + 1, column: 0, .wrapped, on: sheet)
    }
  }

  private func contents(_ book: inout WorkbookFile, _ names: [String]) {
    let title = say("Contents", "Sommaire")
    guard let sheet = book.addSheet(title) else { return }
    book.widen(0...0, to: 32, on: sheet)
    book.widen(1...1, to: 110, on: sheet)
    book.write(title, row: 0, column: 0, .title, on: sheet)
    let headers = [say("Worksheet", "Feuille"), say("Table", "Tableau")]
    let rows =
      [(say("Notes", "Notes"), say("What the marks mean", "Signification des marques"))]
      + zip(names, input.record.tables).map { ($0, input.title(of: $1)[language]) }
    for (index, row) in rows.enumerated() {
      book.link(to: row.0, row: index + 2, column: 0, on: sheet)
      book.write(row.1, row: index + 2, column: 1, .plain, on: sheet)
    }
    book.markTable(
      say("Contents_list", "Liste_des_feuilles"), rows: 1...(rows.count + 1), columns: 2,
      headers: headers, on: sheet)
  }

  private func notes(_ book: inout WorkbookFile) {
    guard let sheet = book.addSheet("Notes") else { return }
    book.widen(0...0, to: 14, on: sheet)
    book.widen(1...1, to: 110, on: sheet)
    book.write("Notes", row: 0, column: 0, .title, on: sheet)
    let headers = [say("Mark", "Marque"), say("Meaning", "Signification")]
    for (index, mark) in MarkWords.all.enumerated() {
      book.write(mark.mark, row: index + 2, column: 0, .plain, on: sheet)
      book.write(mark.words[language], row: index + 2, column: 1, .plain, on: sheet)
    }
    book.markTable(
      say("Marks", "Marques"), rows: 1...(MarkWords.all.count + 1), columns: 2, headers: headers,
      on: sheet)
  }

  private func sheet(
    of table: PublishedTable, _ name: String, number: Int, _ book: inout WorkbookFile
  ) {
    guard let sheet = book.addSheet(name), let periods = table.dimensions.first else { return }
    let others = Array(table.dimensions.dropFirst())
    let width = max(others.count, 1)
    book.widen(0...(width - 1), to: 34, on: sheet)
    book.widen(width...(width + periods.categories.count), to: 16, on: sheet)
    let source = input.compact.body(table.provenance.source)?.name[language]
    book.write(input.title(of: table)[language], row: 0, column: 0, .title, on: sheet)
    book.write(
      say(
        "This worksheet contains one table. The worksheet Notes explains the marks.",
        "Cette feuille contient un tableau. La feuille Notes explique les marques."),
      row: 1, column: 0, .plain, on: sheet)
    book.write(
      say("Source: ", "Source\u{A0}: ") + (source ?? table.provenance.source) + ", "
        + table.provenance.version.words(in: language), row: 2, column: 0, .plain, on: sheet)
    var headers =
      others.isEmpty
      ? [say("Coverage", "Champ")] : others.map { $0.title[language].uppercasedFirst }
    for category in periods.categories {
      let label = category.label[language]
      headers.append(headers.contains(label) ? "\(label) (\(category.code))" : label)
    }
    let first = 4
    let rows = periods.categories.isEmpty ? 0 : table.figures.count / periods.categories.count
    for row in 0..<rows {
      let categories = table.categories(at: row).dropFirst()
      if categories.isEmpty {
        book.write(say("All", "Ensemble"), row: first + row, column: 0, .plain, on: sheet)
      }
      for (column, category) in categories.enumerated() {
        book.write(
          category.label[language], row: first + row, column: column, .plain, on: sheet)
      }
      for period in periods.categories.indices {
        write(
          table.figures[period * rows + row], row: first + row, column: width + period, sheet,
          &book)
      }
    }
    book.markTable(
      say("Table_", "Tableau_") + String(number), rows: (first - 1)...(first + max(rows, 1) - 1),
      columns: headers.count, headers: headers, on: sheet)
  }

  private func write(
    _ figure: Figure, row: Int, column: Int, _ sheet: WorkbookFile.Sheet,
    _ book: inout WorkbookFile
  ) {
    if let value = figure.value {
      book.write(
        value.double, decimals: value.decimals,
        marks: figure.qualifiers.sorted().map(\.mark).joined(), row: row, column: column,
        on: sheet)
    } else {
      book.write(figure.mark ?? "", row: row, column: column, .mark, on: sheet)
    }
  }
}
