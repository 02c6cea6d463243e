import Diagnostics
import Foundation
import Languages
import Partnership

@testable import Datasets

/// A partnership of three years with two regions, small enough to count by hand.
enum Small {
  static func text(_ english: String, _ french: String? = nil) -> TranslatedText {
    TranslatedText(english: english, french: french ?? english)
  }

  static func both(_ english: String, _ french: String? = nil) -> Localized<String> {
    Localized(english: english, french: french ?? english)
  }

  static let nomenclatures = [
    Nomenclature(
      code: "sex", title: both("sex", "sexe"),
      categories: [
        .init(code: "F", label: both("girls", "filles"), synonyms: ["féminin"]),
        .init(code: "M", label: both("boys", "garçons"), synonyms: ["masculin"]),
      ]),
    Nomenclature(
      code: "region", title: both("region", "région"),
      categories: [
        .init(code: "Abidjan", label: both("Abidjan"), synonyms: []),
        .init(code: "Gbeke", label: both("Gbêkê"), synonyms: ["Bouaké"]),
        .init(code: "Loh-Djiboua", label: both("Lôh-Djiboua"), synonyms: []),
      ]),
    Nomenclature(
      code: "age", title: both("age band", "tranche d’âge"),
      categories: [
        .init(code: "0-5", label: both("0–5"), synonyms: []),
        .init(code: "15-17", label: both("15–17"), synonyms: []),
        .init(code: "18+", label: both("18 and over", "18 ans et plus"), synonyms: []),
      ]),
    Nomenclature(
      code: "village", title: both("village"),
      categories: [.init(code: "V1", label: both("V1"), synonyms: [])]),
  ]

  static func indicator(_ code: String, unit: String) -> Indicator {
    Indicator(
      code: code, objective: "O1", name: text(code), level: .annex, type: .people,
      unit: UnitName(one: both(unit), many: both(unit), isFeminineInFrench: false),
      direction: .context, combination: .sum, confidentiality: "C3", breakdowns: [], sheet: [],
      caution: text(""), reading: text(""), targets: [])
  }

  static func confidentiality(
    _ code: String, threshold: Int?, finest: String?, isNever: Bool = false
  ) -> ConfidentialityClass {
    ConfidentialityClass(
      code: code, name: text(code), covers: text(""), rule: text(""), threshold: threshold,
      zerosAreSensitive: false, isNeverPublished: isNever, finestGeography: finest,
      forbiddenCrossings: [], maximumHiddenShare: 50)
  }

  static let compact = Compact(
    name: text("Small"), shortName: both("Small"), country: both("Côte d’Ivoire"),
    participants: [],
    clock: Clock(
      signed: CalendarDate(daysSinceEpoch: 19_000),
      effective: CalendarDate(year: 2023, month: 1, day: 1)
        ?? CalendarDate(daysSinceEpoch: 0), years: 3),
    signedAt: both("Abidjan"), goal: text(""), purpose: text(""), nature: text(""),
    objectives: [], activities: [],
    indicators: [indicator("I2.4", unit: "child"), indicator("I1.3", unit: "person")],
    bodies: [
      Body(
        code: "CNS", name: text("National Oversight Committee"), role: both(""), otherNames: [],
        nameStatus: .seed)
    ],
    focalPoints: [
      FocalPoint(
        participant: both(""), body: "CNS", office: text(""),
        contacts: [.init(kind: "phone", text: Localized(both: "+225 27 20 33 64 99"))])
    ],
    terms: [], obligations: [], districts: [], agreement: [], amendments: [],
    classes: [
      confidentiality("C0", threshold: nil, finest: nil),
      confidentiality("C1", threshold: 5, finest: nil),
      confidentiality("C3", threshold: 11, finest: "region"),
      confidentiality("X", threshold: nil, finest: nil, isNever: true),
    ],
    nomenclatures: nomenclatures, datasets: [],
    settings: SiteSettings(
      title: both(""), licence: both(""), contact: both(""), reportedPeriods: []))

  static func column(
    _ name: String, _ role: DatasetSchema.Role, _ nomenclature: String? = nil, decimals: Int = 0
  ) -> DatasetSchema.Column {
    .init(
      name: name, role: role, title: both(name), nomenclature: nomenclature, decimals: decimals)
  }

  static func schema(
    _ columns: [DatasetSchema.Column], kind: DatasetSchema.Kind = .records,
    confidentiality: String = "C3", feeds: String = "I1.3"
  ) -> DatasetSchema {
    DatasetSchema(
      name: "small", title: text("small"), source: "CNS", confidentiality: confidentiality,
      kind: kind, file: "small.csv", isDemonstration: true,
      version: CalendarDate(daysSinceEpoch: 20_000), columns: columns,
      measures: [.init(code: feeds, function: .count, filter: [:], breakdowns: [])])
  }

  static let plain = schema([
    column("period", .period), column("sex", .dimension, "sex"),
    column("region", .dimension, "region"),
  ])

  static let hours = schema([
    column("period", .period), column("sex", .dimension, "sex"),
    column("hours", .amount, decimals: 1),
  ])
}

/// A file in a folder of its own, gone afterwards.
func withFile<Result>(
  _ bytes: [UInt8], name: String = "small.csv", _ body: (String) throws -> Result
) rethrows -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("vitrine-\(UUID().uuidString)")
  try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try? Data(bytes).write(to: folder.appendingPathComponent(name))
  return try body(folder.path)
}

struct Read {
  var table: BaseTable?
  var findings: [Finding]

  var codes: [String] { findings.map(\.message.code) }
  var places: [String] { findings.compactMap { $0.place?.text } }
  var words: String {
    findings.map { finding in
      let message = finding.message
      return [message.code, message.summary.english, message.summary.french]
        .joined(separator: " ")
        + " \(message.fix?.english ?? "") \(message.fix?.french ?? "") "
        + (finding.place?.text ?? "")
    }
    .joined(separator: "\n")
  }
  /// Each cell as `0.1.2 = 3`, its sums after it.
  var cells: [String] {
    (table?.cells ?? []).map { cell in
      cell.keys.map(String.init).joined(separator: ".") + " = "
        + ([cell.count] + cell.sums).map(String.init).joined(separator: " ")
    }
  }
}

func read(
  _ text: String, _ schema: DatasetSchema = Small.plain, compact: Compact = Small.compact,
  threads: Int = 1, segmentSize: Int = FileScan.segmentSize
) -> Read {
  read(
    bytes: Array(text.utf8), schema, compact: compact, threads: threads, segmentSize: segmentSize)
}

func read(
  bytes: [UInt8], _ schema: DatasetSchema = Small.plain, compact: Compact = Small.compact,
  threads: Int = 1, segmentSize: Int = FileScan.segmentSize
) -> Read {
  withFile(bytes) { folder in
    var findings = Findings()
    let reader = DatasetReader(
      schema: schema, compact: compact, dataFolder: folder, displayFolder: "data")
    let table = reader.read(into: &findings, threads: threads, segmentSize: segmentSize)
    return Read(table: table, findings: findings.sorted)
  }
}
