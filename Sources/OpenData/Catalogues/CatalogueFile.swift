import Languages
import Partnership
import Publication

/// `catalog.jsonld`: what there is, for catalogues of data: DCAT (W3C, version 2) and schema.org
/// Dataset in one file of JSON-LD.
struct CatalogueFile: DataFormat {
  static let path = OpenDataBuilder.folder + "/catalog.jsonld"

  func files(of input: OpenDataInput, after files: [DataFile]) -> [DataFile] {
    let compact = input.compact
    let indicators = compact.indicators.filter { indicator in
      input.record.tables.contains { $0.series == indicator.code }
    }
    let catalogue = JSONValue.object([
      ("@id", .text(stableIdentifier("catalogue", compact.name.text.english))),
      ("@type", .list([.text("dcat:Catalog"), .text("schema:DataCatalog")])),
      ("dct:title", Self.words(compact.settings.title)),
      ("schema:name", Self.words(compact.settings.title)),
      ("dct:description", Self.words(compact.purpose.text)),
      ("dct:modified", Self.date(input.day)),
      ("dct:language", .list([.text("en"), .text("fr")])),
      (
        "dcat:dataset",
        .list(indicators.map { .object([("@id", .text(Self.identifier($0, input)))]) })
      ),
    ])
    let graph = [catalogue] + indicators.map { dataset($0, input, files) }
    let context = JSONValue.object([
      ("dcat", .text("http://www.w3.org/ns/dcat#")), ("dct", .text("http://purl.org/dc/terms/")),
      ("schema", .text("https://schema.org/")),
      ("foaf", .text("http://xmlns.com/foaf/0.1/")),
      ("xsd", .text("http://www.w3.org/2001/XMLSchema#")),
    ])
    return [
      DataFile(
        path: Self.path, mediaType: "application/ld+json",
        bytes: JSONValue.object([("@context", context), ("@graph", .list(graph))]).bytes,
        listing: DataFile.Listing(
          series: "", table: nil, format: "JSON-LD", path: Localized(both: Self.path),
          title: Localized(
            english: "catalogue (DCAT, schema.org)", french: "catalogue (DCAT, schema.org)")))
    ]
  }

  private func dataset(
    _ indicator: Indicator, _ input: OpenDataInput, _ files: [DataFile]
  ) -> JSONValue {
    let tables = input.record.tables.filter { $0.series == indicator.code }
    let settings = input.compact.settings
    let clock = input.compact.clock
    let schema = input.compact.datasets.first { schema in
      schema.measures.contains { $0.code == indicator.code }
    }
    var members: [(String, JSONValue)] = [
      ("@id", .text(Self.identifier(indicator, input))),
      ("@type", .list([.text("dcat:Dataset"), .text("schema:Dataset")])),
      ("dct:identifier", .text(indicator.code)),
      ("dct:title", Self.words(indicator.name.text)),
      ("schema:name", Self.words(indicator.name.text)),
      ("dct:description", Self.words(indicator.reading.text)),
      ("schema:description", Self.words(indicator.reading.text)),
      ("dct:spatial", Self.words(input.compact.country)),
      (
        "dct:temporal",
        .object([
          ("@type", .text("dct:PeriodOfTime")),
          ("dcat:startDate", Self.date(schema?.validFrom ?? clock.effective)),
          ("dcat:endDate", Self.date(schema?.validTo ?? clock.end)),
        ])
      ),
      ("schema:isAccessibleForFree", .flag(true)),
    ]
    if let cadence = schema?.cadence {
      members.append(
        ("dct:accrualPeriodicity", .object([("@id", .text(Self.frequencies + cadence.frequency))])))
    }
    if let newest = tables.map(\.provenance.version).max() {
      members.append(("dct:modified", Self.date(newest)))
    }
    if let licence = settings.licenceAddress {
      members.append(("dct:license", .object([("@id", .text(licence))])))
      members.append(("schema:license", .object([("@id", .text(licence))])))
    } else {
      members.append(("dct:rights", Self.words(settings.licence)))
    }
    if let source = tables.first.flatMap({ input.compact.body($0.provenance.source) }) {
      members.append(
        (
          "dct:publisher",
          .object([
            ("@type", .text("foaf:Organization")), ("foaf:name", Self.words(source.name.text)),
          ])
        ))
    }
    let own = files.filter { $0.listing?.series == indicator.code }
    members.append(
      (
        "dcat:distribution",
        .list(
          own.map { file in
            let address = input.absolute(file.path) ?? file.relativePath
            return .object([
              ("@type", .list([.text("dcat:Distribution"), .text("schema:DataDownload")])),
              ("dcat:downloadURL", .object([("@id", .text(address))])),
              ("schema:contentUrl", .object([("@id", .text(address))])),
              (
                "dcat:mediaType",
                .object([
                  (
                    "@id",
                    .text("https://www.iana.org/assignments/media-types/" + file.mediaType)
                  )
                ])
              ),
              ("schema:encodingFormat", .text(file.mediaType)),
              (
                "dcat:byteSize",
                .object([
                  ("@value", .text(String(file.bytes.count))),
                  ("@type", .text("xsd:nonNegativeInteger")),
                ])
              ),
            ])
          })
      ))
    return .object(members)
  }

  /// The frequencies of the European Union's Publications Office, which DCAT-AP asks for.
  private static let frequencies = "http://publications.europa.eu/resource/authority/frequency/"

  private static func identifier(_ indicator: Indicator, _ input: OpenDataInput) -> String {
    stableIdentifier("dataset", input.compact.name.text.english, indicator.code)
  }

  private static func words(_ text: Localized<String>) -> JSONValue {
    .list(
      Language.allCases.map {
        .object([("@value", .text(text[$0])), ("@language", .text($0.tag))])
      })
  }

  private static func date(_ date: CalendarDate) -> JSONValue {
    .object([("@value", .text(date.iso)), ("@type", .text("xsd:date"))])
  }
}

extension DatasetSchema.Cadence {
  /// Its code in the authority table.
  fileprivate var frequency: String {
    switch self {
    case .monthly: "MONTHLY"
    case .quarterly: "QUARTERLY"
    case .halfYearly: "ANNUAL_2"
    case .yearly: "ANNUAL"
    case .irregular: "IRREG"
    case .once: "NEVER"
    }
  }
}
