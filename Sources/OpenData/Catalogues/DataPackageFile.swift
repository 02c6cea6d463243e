import Fingerprints
import Languages
import Partnership
import Publication

/// `datapackage.json`: the CSV files as a Frictionless Tabular Data Package, with sizes and sums.
struct DataPackageFile: DataFormat {
  static let path = OpenDataBuilder.folder + "/datapackage.json"

  func files(of input: OpenDataInput, after files: [DataFile]) -> [DataFile] {
    let settings = input.compact.settings
    var licence: [(String, JSONValue)] = [("title", .text(settings.licence.english))]
    licence +=
      settings.licenceAddress.map { [("path", .text($0))] } ?? [("name", .text("other-open"))]
    let value = JSONValue.object([
      ("profile", .text("tabular-data-package")),
      ("name", .text("vitrine-open-data")),
      ("id", .text(stableIdentifier("package", input.compact.name.text.english))),
      ("title", .text(settings.title.english)),
      (
        "description",
        .text(
          MarkWords.all.map { "\($0.mark) \($0.words.english)." }
            .joined(separator: " "))
      ),
      ("version", .text(input.day.iso)),
      ("created", .text(FeedFiles.instant(input.day))),
      ("licenses", .list([.object(licence)])),
      (
        "resources",
        .list(
          input.describedFiles(files).map { file, tables in
            .object([
              ("profile", .text("tabular-data-resource")),
              ("name", .text(Self.name(file.relativePath))),
              ("title", .text(Self.title(tables, input, file))),
              ("path", .text(file.relativePath)),
              ("format", .text("csv")), ("mediatype", .text("text/csv")),
              ("encoding", .text("utf-8")),
              ("bytes", .number(String(file.bytes.count))),
              ("hash", .text("sha256:" + Fingerprint(of: file.bytes).hex)),
              ("schema", Self.schema(tables)),
            ])
          })
      ),
    ])
    return [
      DataFile(
        path: Self.path, mediaType: "application/json", bytes: value.bytes,
        listing: DataFile.Listing(
          series: "", table: nil, format: "Data Package", path: Localized(both: Self.path),
          title: Localized(
            english: "the CSV files described", french: "description des fichiers CSV")))
    ]
  }

  /// Small letters, digits, `.`, `_`, `-`: what the standard allows.
  static func name(_ path: String) -> String {
    String(
      path.dropLast(4).lowercased().map { letter in
        letter.isASCII && (letter.isLetter || letter.isNumber || "._-".contains(letter))
          ? letter : "-"
      })
  }

  static func title(_ tables: [PublishedTable], _ input: OpenDataInput, _ file: DataFile) -> String
  {
    if tables.count == 1, let table = tables.first { return input.title(of: table).english }
    if let series = file.listing?.series, let indicator = input.compact.indicator(series) {
      return indicator.name[.english]
    }
    return "All tables"
  }

  private static func schema(_ tables: [PublishedTable]) -> JSONValue {
    let fields = CSVColumn.columns(of: tables).map { column -> JSONValue in
      var constraints: [(String, JSONValue)] = []
      if column.isRequired { constraints.append(("required", .flag(true))) }
      if case .word(let words) = column.kind {
        constraints.append(("enum", .list(words.map(JSONValue.text))))
      }
      var type = "string"
      if case .number = column.kind { type = "number" }
      var members: [(String, JSONValue)] = [
        ("name", .text(column.name)), ("type", .text(type)),
        ("title", .text(column.title.english)), ("description", .text(column.title.french)),
      ]
      if !constraints.isEmpty { members.append(("constraints", .object(constraints))) }
      return .object(members)
    }
    var members: [(String, JSONValue)] = [
      ("fields", .list(fields)), ("missingValues", .list([.text("")])),
    ]
    // A file of several tables leaves columns empty, and an empty column is no key.
    if tables.count == 1, let table = tables.first {
      members.append(
        ("primaryKey", .list((["table"] + table.dimensions.map(\.code)).map(JSONValue.text))))
    }
    return .object(members)
  }
}
