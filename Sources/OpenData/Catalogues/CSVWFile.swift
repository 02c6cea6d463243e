import Languages
import Partnership
import Publication

/// `csv-metadata.json`: the CSV files by CSV on the Web (W3C Recommendation, 2015).
struct CSVWFile: DataFormat {
  static let path = OpenDataBuilder.folder + "/csv-metadata.json"

  func files(of input: OpenDataInput, after files: [DataFile]) -> [DataFile] {
    let settings = input.compact.settings
    var members: [(String, JSONValue)] = [
      (
        "@context",
        .list([.text("http://www.w3.org/ns/csvw"), .object([("@language", .text("en"))])])
      ),
      ("dc:title", .text(settings.title.english)),
      ("dc:modified", .text(input.day.iso)),
    ]
    if let licence = settings.licenceAddress {
      members.append(("dc:license", .object([("@id", .text(licence))])))
    }
    members.append(
      (
        "tables",
        .list(
          input.describedFiles(files).map { file, tables in
            .object([
              ("url", .text(file.relativePath)),
              ("dc:title", .text(DataPackageFile.title(tables, input, file))),
              ("tableSchema", Self.schema(tables)),
            ])
          })
      ))
    return [
      DataFile(
        path: Self.path, mediaType: "application/csvm+json",
        bytes: JSONValue.object(members).bytes,
        listing: DataFile.Listing(
          series: "", table: nil, format: "CSVW", path: Localized(both: Self.path),
          title: Localized(
            english: "the CSV files described for the web",
            french: "description des fichiers CSV pour le web")))
    ]
  }

  private static func schema(_ tables: [PublishedTable]) -> JSONValue {
    let columns = CSVColumn.columns(of: tables).map { column -> JSONValue in
      let datatype: JSONValue =
        switch column.kind {
        case .text: .text("string")
        case .number: .text("decimal")
        case .word(let words):
          .object([
            ("base", .text("string")),
            (
              "format",
              .text(
                words.map { word in
                  word.map { "[]".contains($0) ? "\\\($0)" : String($0) }.joined()
                }.joined(separator: "|"))
            ),
          ])
        }
      return .object([
        ("name", .text(column.name)), ("titles", .text(column.name)),
        (
          "dc:description",
          .list(
            Language.allCases.map {
              .object([("@value", .text(column.title[$0])), ("@language", .text($0.tag))])
            })
        ),
        ("datatype", datatype), ("required", .flag(column.isRequired)),
      ])
    }
    var members: [(String, JSONValue)] = [("columns", .list(columns))]
    if tables.count == 1, let table = tables.first {
      members.append(
        ("primaryKey", .list((["table"] + table.dimensions.map(\.code)).map(JSONValue.text))))
    }
    return .object(members)
  }
}
