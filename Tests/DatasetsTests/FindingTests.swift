import Diagnostics
import Foundation
import Languages
import Partnership
import Testing

@testable import Datasets

@Suite("What is wrong with a file is a finding at its place")
struct FindingTests {
  struct Example: CustomTestStringConvertible {
    var testDescription: String
    var text: String
    var code: String
    var place: String
    var schema = Small.plain
  }

  static let counted = Small.schema(
    [
      Small.column("period", .period), Small.column("sex", .dimension, "sex"),
      Small.column("number", .count),
    ], kind: .aggregated)
  static let identified = Small.schema([
    Small.column("period", .period), Small.column("sex", .dimension, "sex"),
    Small.column("record", .identifier),
  ])
  static let ignoring = Small.schema([
    Small.column("period", .period), Small.column("sex", .dimension, "sex"),
    Small.column("more", .ignored),
  ])

  static let examples = [
    Example(
      testDescription: "missing column", text: "period,sex\nY1,F\n", code: "missing-column",
      place: "data/small.csv:1"),
    Example(
      testDescription: "unknown column", text: "period,sex,region,extra\nY1,F,Abidjan,1\n",
      code: "unknown-column", place: "data/small.csv:1:4"),
    Example(
      testDescription: "misspelt column", text: "period,sex,regoin\nY1,F,Abidjan\n",
      code: "unknown-column", place: "data/small.csv:1:3"),
    Example(
      testDescription: "duplicate header", text: "period,sex,region,sex\nY1,F,Abidjan,F\n",
      code: "duplicate-header", place: "data/small.csv:1:4"),
    Example(
      testDescription: "no header", text: "Y1,F,Abidjan\nY1,M,Abidjan\n", code: "missing-header",
      place: "data/small.csv:1"),
    Example(
      testDescription: "empty file", text: "", code: "empty-data-file", place: "data/small.csv"),
    Example(
      testDescription: "header alone", text: "period,sex,region\n", code: "dataset-without-rows",
      place: "data/small.csv"),
    Example(
      testDescription: "row too short", text: "period,sex,region\nY1,F\n", code: "ragged-row",
      place: "data/small.csv:2:1"),
    Example(
      testDescription: "row too long", text: "period,sex,region\nY1,F,Abidjan\nY1,F,Abidjan,4\n",
      code: "ragged-row", place: "data/small.csv:3:1"),
    Example(
      testDescription: "quote that is not closed",
      text: "period,sex,region\nY1,F,Abidjan\nY1,\"F,Abidjan\nY1,F,Abidjan\n",
      code: "unterminated-quote", place: "data/small.csv:3:1"),
    Example(
      testDescription: "quote inside a field", text: "period,sex,region\nY1,F,Abi\"djan\n",
      code: "stray-quote", place: "data/small.csv:2:1"),
    Example(
      testDescription: "text after a closed quote", text: "period,sex,region\nY1,\"F\"x,Abidjan\n",
      code: "stray-quote", place: "data/small.csv:2:1"),
    Example(
      testDescription: "zero byte", text: "period,sex,region\nY1,F,Abi\u{0}djan\n",
      code: "nul-byte", place: "data/small.csv:2:9"),
    Example(
      testDescription: "field of 10 MB",
      text: "period,sex,region\nY1,F,\(String(repeating: "a", count: 10_000_000))\n",
      code: "row-too-long", place: "data/small.csv:2:1"),
    Example(
      testDescription: "formula", text: "period,sex,region\nY1,F,=cmd|' /C calc'!A0\n",
      code: "formula", place: "data/small.csv:2:6"),
    Example(
      testDescription: "direction control", text: "period,sex,region\nY1,F,Abi\u{202E}djan\n",
      code: "direction-control", place: "data/small.csv:2:6"),
    Example(
      testDescription: "unknown category", text: "period,sex,region\nY1,F,Abidjan\nY1,é,Abidjan\n",
      code: "unknown-category", place: "data/small.csv:3:4"),
    Example(
      testDescription: "period outside", text: "period,sex,region\nY9,F,Abidjan\n",
      code: "period-outside-partnership", place: "data/small.csv:2:1"),
    Example(
      testDescription: "year outside", text: "period,sex,region\n2019,F,Abidjan\n",
      code: "period-outside-partnership", place: "data/small.csv:2:1"),
    Example(
      testDescription: "date for a period", text: "period,sex,region\n2024-03-05,F,Abidjan\n",
      code: "refused-fine-date", place: "data/small.csv:2:1"),
    Example(
      testDescription: "month for a period", text: "period,sex,region\nmars 2024,F,Abidjan\n",
      code: "refused-fine-date", place: "data/small.csv:2:1"),
    Example(
      testDescription: "empty value", text: "period,sex,region\nY1,,Abidjan\n",
      code: "empty-value", place: "data/small.csv:2:4"),
    Example(
      testDescription: "not a number", text: "period,sex,number\nY1,F,many\n",
      code: "not-a-number", place: "data/small.csv:2:6", schema: counted),
    Example(
      testDescription: "below zero", text: "period,sex,number\nY1,F,-3\n",
      code: "negative-number", place: "data/small.csv:2:6", schema: counted),
    Example(
      testDescription: "part of a person", text: "period,sex,number\nY1,F,2.5\n",
      code: "too-many-decimals", place: "data/small.csv:2:6", schema: counted),
    Example(
      testDescription: "too large", text: "period,sex,number\nY1,F,99999999999999999999\n",
      code: "number-too-large", place: "data/small.csv:2:6", schema: counted),
    Example(
      testDescription: "sum too large",
      text: "period,sex,hours\n" + String(repeating: "Y1,F,99999999999999999\n", count: 10),
      code: "number-too-large", place: "data/small.csv", schema: Small.hours),
    Example(
      testDescription: "cell twice", text: "period,sex,number\nY1,F,3\nY1,M,3\nY1,filles,3\n",
      code: "duplicate-cell", place: "data/small.csv:4:1", schema: counted),
    Example(
      testDescription: "identifier twice", text: "period,sex,record\nY1,F,R1\nY1,M,R2\nY1,F,R1\n",
      code: "duplicate-identifier", place: "data/small.csv:4:1", schema: identified),
    Example(
      testDescription: "formula in an ignored column", text: "period,sex,more\nY1,F,@SUM(A1)\n",
      code: "formula", place: "data/small.csv:2:6", schema: ignoring),
  ]

  @Test("each mistake, one finding", arguments: examples)
  func finding(_ example: Example) {
    let result = read(example.text, example.schema)
    #expect(result.codes == [example.code])
    #expect(result.places == [example.place])
    #expect(result.table == nil || example.code == "dataset-without-rows")
  }

  /// The partnership of the tests runs from 1 January 2023, three years.
  @Test("a year outside the validity of the dataset is a finding")
  func validity() {
    var schema = Small.plain
    schema.validFrom = CalendarDate(year: 2023, month: 7, day: 1)
    schema.validTo = CalendarDate(year: 2024, month: 12, day: 31)
    #expect(read("period,sex,region\nY1,F,Abidjan\n2024,F,Abidjan\n", schema).codes == [])
    let result = read("period,sex,region\nY0,F,Abidjan\nY1,F,Abidjan\nY3,F,Abidjan\n", schema)
    #expect(result.codes == ["period-outside-validity"])
    #expect(result.places == ["data/small.csv:2:1"])
    #expect(result.words.contains("(2 rows, the first here)"))
    #expect(result.words.contains("hors des dates de validité"))
  }

  @Test func theSameMistakeOnManyRowsIsOneFinding() {
    let rows = (1...1500).map { "Y1,F,Somewhere\($0)\n" }.joined()
    let result = read("period,sex,region\nY1,F,Abidjan\n" + rows)
    #expect(result.codes == ["unknown-category"])
    #expect(result.places == ["data/small.csv:3:6"])
    #expect(result.words.contains("(1,500 rows, the first here)"))
    #expect(result.words.contains("(1\u{202F}500 lignes, la première ici)"))
  }

  @Test func theMendIsTheNearestCategory() {
    let result = read("period,sex,region\nY1,F,Abijdan\n")
    #expect(result.words.contains("vouliez-vous dire « Abidjan » ?"))
  }

  @Test func theMendIsTheNearestColumn() {
    let result = read("period,sex,regoin\nY1,F,Abidjan\n")
    #expect(result.words.contains("did you mean ‘region’?"))
  }

  @Test func missingFile() {
    var findings = Findings()
    let reader = DatasetReader(
      schema: Small.plain, compact: Small.compact, dataFolder: "/nonexistent",
      displayFolder: "data")
    #expect(reader.read(into: &findings) == nil)
    #expect(findings.all.map(\.message.code) == ["missing-data-file"])
  }

  @Test func aFolderIsNoFile() {
    withFile([], name: "other") { folder in
      try? FileManager.default.createDirectory(
        atPath: folder + "/small.csv", withIntermediateDirectories: true)
      var findings = Findings()
      let reader = DatasetReader(
        schema: Small.plain, compact: Small.compact, dataFolder: folder, displayFolder: "data")
      #expect(reader.read(into: &findings) == nil)
      #expect(findings.all.map(\.message.code) == ["unreadable-data-file"])
    }
  }

  @Test("a file that changes is told from one that does not", arguments: [true, false])
  func changes(_ isChanged: Bool) throws {
    try withFile(Array("a\n".utf8)) { folder in
      let path = folder + "/small.csv"
      let source = try ByteSource(path: path)
      if isChanged { try Data("ab\n".utf8).write(to: URL(fileURLWithPath: path)) }
      #expect(source.hasChanged == isChanged)
    }
  }

  @Test func aClassThatIsNeverPublishedIsNotRead() {
    let schema = Small.schema(Small.plain.columns, confidentiality: "X")
    #expect(read("period,sex,region\nY1,F,Abidjan\n", schema).codes == ["class-never-published"])
  }

  @Test func brokenUTF16IsToldOf() {
    let bytes = DialectTests.utf16("period,sex,region\nY1,F,Abidjan\n", isBig: false, mark: true)
    #expect(read(bytes: bytes + [0x3D]).codes.contains("broken-text"))
    #expect(read(bytes: bytes + [0x00, 0xDC]).codes.contains("broken-text"))
  }

  @Test func twoEncodingsInOneFile() {
    let bytes = Array("period,sex,region\nY1,F,Gbêkê\n".utf8) + DialectTests.latin("Y1,F,Gbêkê\n")
    let many =
      Array("period,sex,region\n".utf8)
      + Array(String(repeating: "Y1,F,Gbêkê\n", count: 40_000).utf8)
      + DialectTests.latin("Y1,F,Gbêkê\n")
    #expect(read(bytes: bytes).table == nil)
    #expect(read(bytes: many).codes == ["broken-text"])
  }
}

@Suite("A column that would identify somebody is refused")
struct RefusalTests {
  static func schema(_ name: String, _ role: DatasetSchema.Role = .ignored) -> DatasetSchema {
    Small.schema(
      [
        Small.column("period", .period), Small.column("sex", .dimension, "sex"),
        Small.column(name, role),
      ], feeds: "I2.4")
  }

  @Test(
    "by its name, even where the schema ignores it",
    arguments: [
      ("nom", "person-name"), ("prénoms", "person-name"), ("full_name", "person-name"),
      ("lastName", "person-name"), ("date_naissance", "birth-date"), ("DOB", "birth-date"),
      ("téléphone", "telephone"), ("phone_number", "telephone"), ("contact", "telephone"),
      ("email", "email"), ("e-mail", "email"), ("courriel", "email"),
      ("numero_dossier", "case-number"), ("case_id", "case-number"), ("matricule", "case-number"),
      ("adresse", "address"), ("latitude", "coordinates"), ("gps", "coordinates"),
      ("commentaires", "free-text"), ("date_identification", "fine-date"), ("mois", "fine-date"),
      ("village", "fine-place"), ("sous_prefecture", "fine-place"),
    ])
  func header(_ name: String, _ suspicion: String) {
    let result = read("period,sex,\(name)\nY1,F,1\n", Self.schema(name))
    #expect(result.codes == ["refused-" + suspicion])
    #expect(result.places == ["data/small.csv:1:3"])
  }

  @Test(
    "not where it names an institution or a thing",
    arguments: ["nom_region", "partner_name", "birth_registration", "institution", "form"])
  func innocent(_ name: String) {
    #expect(read("period,sex,\(name)\nY1,F,1\n", Self.schema(name)).codes == [])
  }

  static let values = [
    ("Mme Aaa Bbb", "person-name"), ("KKKKK Aaaa Bbbb", "person-name"),
    ("2011-04-05", "fine-date"), ("05/04/2011", "fine-date"), ("5 avril 2011", "fine-date"),
    ("20110405", "fine-date"), ("04/2024", "fine-date"), ("T1 2024", "fine-date"),
    ("+225 07 00 00 00 00", "telephone"), ("0700000000", "telephone"),
    ("07 00 00 00", "telephone"), ("00225 0700000000", "telephone"),
    ("a.b@example.org", "email"), ("\"write to a@b.ci, please\"", "email"),
    ("RP-2023-0456", "case-number"), ("PV n° 123/24", "case-number"),
    ("123/2023/TPI", "case-number"),
    ("12 rue des Jardins", "address"), ("01 BP 1234 Abidjan 01", "address"),
    ("5.35995", "coordinates"), ("\"5.36, -4.01\"", "coordinates"), ("5°19'N", "coordinates"),
    ("the child was found near the market by an officer", "free-text"),
  ]

  @Test("by its values, even where the schema ignores it", arguments: values)
  func value(_ value: String, _ suspicion: String) {
    let result = read("period,sex,more\nY1,F,1\nY1,F,\(value)\n", Self.schema("more"))
    #expect(result.codes == ["refused-" + suspicion])
    #expect(result.places == ["data/small.csv:3:6"])
  }

  @Test(
    "by the values of a column that has another use",
    arguments: [
      (DatasetSchema.Role.contributor, "a.b@example.org", "email"),
      (.contributor, "+225 07 00 00 00 00", "telephone"),
      (.contributor, "M. Aaaa", "person-name"),
      (.amount, "0700000000", "telephone"), (.amount, "07 00 00 00 00", "telephone"),
      (.identifier, "0700000000", "telephone"), (.identifier, "Aaaa Bbbb", "person-name"),
      (.identifier, "RP20230456", "case-number"), (.identifier, "2023-04-05", "fine-date"),
    ])
  func used(_ role: DatasetSchema.Role, _ value: String, _ suspicion: String) {
    let result = read("period,sex,used\nY1,F,\(value)\n", Self.schema("used", role))
    #expect(result.codes == ["refused-" + suspicion])
  }

  @Test(
    "institutions, their contacts, and plain words pass",
    arguments: [
      "CNS", "National Oversight Committee", "+225 27 20 33 64 99", "Centre social de Man", "12",
      "Lôh-Djiboua", "forced-labour", "yes", "6-11", "ONG partenaire A",
    ])
  func passes(_ value: String) {
    #expect(read("period,sex,more\nY1,F,\(value)\n", Self.schema("more")).codes == [])
  }

  @Test func anAdultAmongChildren() {
    let columns = [Small.column("period", .period), Small.column("age", .dimension, "age")]
    let text = "period,age\nY1,15-17\nY1,18+\n"
    let children = read(text, Small.schema(columns, feeds: "I2.4"))
    #expect(children.codes == ["refused-adult-age"])
    #expect(children.places == ["data/small.csv:3:4"])
    #expect(read(text, Small.schema(columns, feeds: "I1.3")).codes == [])
  }

  @Test func aPlaceFinerThanTheClassAllows() {
    let columns = [
      Small.column("period", .period), Small.column("where", .dimension, "village"),
    ]
    #expect(
      read("period,where\nY1,V1\n", Small.schema(columns)).codes == ["refused-fine-place"])
    #expect(
      read("period,where\nY1,V1\n", Small.schema(columns, confidentiality: "C0")).codes == [])
  }

  @Test("no finding says what stands in the file", arguments: 0..<60)
  func canary(_ seed: Int) {
    // Every text of the file but the right header and categories holds one of these.
    let canaries = ["Zqxwv", "8642097531", "qzjxk"]
    var random = SplitMix(state: UInt64(seed))
    func garbage() -> String {
      let canary = canaries.randomElement(using: &random) ?? ""
      let shapes = [
        canary, "=\(canary)", "\(canary)@\(canary).ci", "+225\(canary)", "\(canary) \(canary)",
        "Mme \(canary)", "12 rue \(canary)", "\(canary)\u{202E}", "-\(canary)", "RP \(canary)/24",
        "\"\(canary)", "\(canary)\"", "\"\(canary), \(canary)\"", "\(canary),\(canary)",
        "\(canary)\u{0}", String(repeating: canary + " ", count: 20),
      ]
      return shapes.randomElement(using: &random) ?? ""
    }
    let header = Bool.random(using: &random) ? "period,sex,more" : "period,sex,\(garbage())"
    let first = Int.random(in: 0..<4, using: &random) == 0 ? garbage() : header
    var text = first + "\n"
    for _ in 0..<4 {
      let fields = (0..<3).map { _ in Bool.random(using: &random) ? garbage() : "F" }
      text += fields.joined(separator: ",") + "\n"
    }
    for schema in [Self.schema("more"), FindingTests.counted, FindingTests.identified] {
      let result = read(text, schema)
      #expect(result.table == nil, "seed \(seed)")
      for canary in canaries {
        #expect(!result.words.contains(canary), "seed \(seed): \(result.words)")
      }
    }
  }
}
