import Diagnostics
import Foundation
import Languages
import Partnership
import Testing

@testable import Catalogue

/// The repository's own content, found from this file.
private let content = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("Content").path

@Suite("The CPC Partnership's own catalogue")
struct OwnContentTests {
  func compact() throws -> Compact {
    var findings = Findings()
    let catalogue = CatalogueReader(root: content, display: "Content").read(into: &findings)
    #expect(findings.all.isEmpty)
    return try #require(catalogue?.compact)
  }

  @Test("reads without a finding and is complete")
  func complete() throws {
    let compact = try compact()
    #expect(compact.objectives.count == 4)
    #expect(compact.activities.count == 60)
    #expect(compact.indicators.count == 23)
    for (objective, counts) in zip(compact.objectives, [(13, 4), (20, 8), (17, 7), (10, 4)]) {
      #expect(compact.activities.count { $0.objective == objective.code } == counts.0)
      #expect(compact.indicators.count { $0.objective == objective.code } == counts.1)
    }
    #expect(compact.districts.count == 14)
    #expect(compact.obligations.count == 13)
    #expect(compact.clock.end == CalendarDate(year: 2027, month: 12, day: 7))
  }

  @Test("nine activities have no indicator of the agreement")
  func uncovered() throws {
    let codes = try compact().activities.filter { $0.indicators.isEmpty }.map(\.code)
    #expect(
      codes == [
        "A1.01", "A1.07", "A1.10", "A1.11", "A1.13", "A2.18", "A3.08", "A3.16", "A4.06",
      ])
  }

  @Test("the oddities of the signed English are kept")
  func verbatim() throws {
    let compact = try compact()
    #expect(compact.activity("A1.11")?.text[.english].contains("Côte d’Ivoire") == true)
    #expect(compact.activity("A2.15")?.text[.english].contains("Odiénné") == true)
    #expect(compact.activity("A2.15")?.text[.french].contains("Odienné") == true)
    #expect(
      compact.activity("A2.10")?.text[.english].contains("implement on the NRM") == true)
    #expect(compact.indicator("I4.1")?.name[.english].hasSuffix("committee.") == true)
    #expect(
      compact.indicator("I3.4")?.name[.english]
        == "Number new court protections developed for victims")
  }

  @Test("French is a working translation, and says so")
  func status() throws {
    let compact = try compact()
    #expect(compact.activities.allSatisfy { $0.text.status[.french] == .working })
    #expect(compact.activities.allSatisfy { $0.text.status[.english] == .official })
  }
}

@Suite("Mistakes in the catalogue are findings with a place and a mend")
struct MistakeTests {
  /// The codes and places of the findings when one text of the own content is replaced.
  func findings(
    in file: String, replacing old: String, by new: String
  ) throws -> [Finding] {
    let folder = NSTemporaryDirectory() + "vitrine-catalogue-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.copyItem(atPath: content, toPath: folder)
    let path = folder + "/" + file
    let text = try String(contentsOfFile: path, encoding: .utf8)
    try #require(text.contains(old))
    let range = try #require(text.range(of: old))
    try text.replacingCharacters(in: range, with: new)
      .write(toFile: path, atomically: true, encoding: .utf8)
    var findings = Findings()
    _ = CatalogueReader(root: folder, display: "Content").read(into: &findings)
    return findings.sorted
  }

  @Test(
    "one mistake, one finding",
    arguments: [
      ("unknown-key", "objectives.yml", "    slug:", "    slgu: x\n    slug:"),
      ("unknown-code", "activities.yml", "objective: O1", "objective: O9"),
      ("unknown-code", "indicators.yml", "class: C0", "class: C9"),
      ("unknown-code", "data/victims.yml", "source: CNLTP", "source: CNLTB"),
      ("unknown-code", "data/victims.yml", "code: I2.4", "code: I2.44"),
      ("unknown-code", "data/victims.yml", "[sex, age]", "[sex, agee]"),
      ("unknown-code", "targets.yml", "indicator: I1.1", "indicator: I1.11"),
      ("wrong-shape", "partnership.yml", "years: 5", "years: five"),
      ("wrong-shape", "partnership.yml", "signed: 2022-12-07", "signed: 2022-02-30"),
      ("wrong-shape", "confidentiality.yml", "threshold: 5", "threshold: -5"),
      ("unknown-word", "indicators.yml", "type: count", "type: coutn"),
      ("missing-key", "activities.yml", "    kind:", "    # kind:"),
      ("duplicate-code", "activities.yml", "code: A1.02", "code: A1.01"),
      ("distinct-without-identifier", "data/victims.yml", "function: count", "function: distinct"),
      ("unknown-word", "data/victims.yml", "cadence: yearly", "cadence: annual"),
      (
        "validity-ends-first", "data/victims.yml", "cadence: yearly",
        "valid-from: 2025-01-01\nvalid-to: 2024-12-31"
      ),
      ("missing-key", "data/victims.yml", "file:", "# file:"),
      (
        "connection-in-content", "data/victims.yml", "file: victims.csv",
        "postgresql: {table: register.victims, password: Zqxwv}"
      ),
      (
        "connection-in-content", "data/victims.yml", "file: victims.csv",
        "postgresql: {table: \"postgresql://me:Zqxwv@db.example.org/primero\"}"
      ),
      (
        "connection-in-content", "data/victims.yml", "file: victims.csv",
        "postgresql: {table: victims, service: \"host=db password=Zqxwv\"}"
      ),
      (
        "two-sources", "data/victims.yml", "file: victims.csv",
        "file: victims.csv\npostgresql: {table: victims}"
      ),
      ("missing-key", "data/victims.yml", "file: victims.csv", "postgresql: {service: register}"),
      ("unknown-key", "data/victims.yml", "file: victims.csv", "postgresql: {table: a, tabel: b}"),
      ("wrong-shape", "data/victims.yml", "file: victims.csv", "postgresql: {table: a.b.c}"),
      (
        "wrong-shape", "data/victims.yml", "file: victims.csv", "postgresql: {table: a, timeout: 0}"
      ),
      ("broken-yaml", "bodies.yml", "bodies:", "bodies: ["),
      ("duplicate-key", "partnership.yml", "clock:", "name: {en: a, fr: b}\nclock:"),
      ("laxer-class", "data/victims.yml", "class: C3", "class: C1"),
      ("relaxed-without-decision", "confidentiality.yml", "threshold: 11", "threshold: 4"),
      (
        "relaxed-without-decision", "confidentiality.yml",
        "    dominance: {contributors: 1, share: 90}",
        "    dominance: {contributors: 1, share: 95}"
      ),
      (
        "relaxed-without-decision", "confidentiality.yml",
        "    maximum-crossing: 2",
        "    maximum-crossing: 3"
      ),
      (
        "relaxed-without-decision", "confidentiality.yml",
        "    finest-geography: region",
        "    finest-geography: department"
      ),
      (
        "relaxed-without-decision", "confidentiality.yml",
        "    forbidden-crossings: [[district, origin], [region, origin]]",
        "    forbidden-crossings: [[district, origin]]"
      ),
      (
        "relaxed-without-decision", "confidentiality.yml",
        "    zeros-are-sensitive: false\n",
        "    zeros-are-sensitive: false\n    baseline-all-in-one-category: [form]\n"
      ),
      (
        "relaxed-without-decision", "confidentiality.yml",
        "    zeros-are-sensitive: false\n",
        "    zeros-are-sensitive: false\n    interval-width: 10\n    sliding: true\n"
      ),
      (
        "missing-key", "confidentiality.yml",
        "    zeros-are-sensitive: false\n",
        "    zeros-are-sensitive: false\n    sliding: true\n    baseline-sliding: true\n"
      ),
      (
        "wrong-shape", "confidentiality.yml",
        "    zeros-are-sensitive: false\n",
        "    zeros-are-sensitive: false\n    round-to: 1\n"
      ),
      (
        "wrong-shape", "confidentiality.yml",
        "    dominance: {contributors: 1, share: 90}",
        "    round-to: 5\n    dominance: {contributors: 1, share: 90}"
      ),
      (
        "relaxed-without-decision", "confidentiality.yml",
        "    zeros-are-sensitive: false\n",
        "    zeros-are-sensitive: false\n    round-to: 3\n    baseline-round-to: 5\n"
      ),
      (
        "relaxed-without-decision", "confidentiality.yml",
        "    dominance: {contributors: 1, share: 90}",
        "    amounts-may-change: true\n    dominance: {contributors: 1, share: 90}"
      ),
      ("path-leaves-folder", "data/families.yml", "file: families.csv", "file: ../families.csv"),
      (
        "path-leaves-folder", "data/families.yml", "file: families.csv", "file: .build/families.csv"
      ),
      (
        "unknown-code", "confidentiality.yml",
        "    zeros-are-sensitive: false\n",
        "    zeros-are-sensitive: false\n    all-in-one-category: [fom]\n"
      ),
      (
        "relaxed-without-decision", "confidentiality.yml",
        "    never-published: true",
        "    # never-published: true"
      ),
    ])
  func mistake(_ code: String, _ file: String, _ old: String, _ new: String) throws {
    let found = try findings(in: file, replacing: old, by: new)
    #expect(found.first?.message.code == code)
    #expect(found.count == 1)
    #expect(found.first?.place?.file == "Content/" + file)
    #expect(found.first?.place?.line != nil)
    for finding in found {
      #expect(!finding.message.summary[.french].isEmpty)
      #expect(finding.message.summary[.french] != finding.message.summary[.english])
      let words = "\(finding.message)"
      #expect(!words.contains("Zqxwv"))
    }
  }

  @Test("a path may say that it begins here")
  func here() throws {
    #expect(
      try findings(
        in: "data/families.yml", replacing: "file: families.csv", by: "file: ./families.csv"
      ).allSatisfy { $0.message.code != "path-leaves-folder" })
  }

  @Test("what was proposed is restored, and what was not is removed")
  func mendings() throws {
    let rule = "    dominance: {contributors: 1, share: 90}"
    let added = try findings(
      in: "confidentiality.yml", replacing: rule, by: "    amounts-may-change: true\n" + rule)
    #expect(added.first?.message.fix?.english.hasSuffix("remove ‘amounts-may-change’") == true)
    #expect(added.first?.message.fix?.french.hasSuffix("retirez « amounts-may-change »") == true)
    let laxer = try findings(
      in: "confidentiality.yml", replacing: "threshold: 11", by: "threshold: 4")
    #expect(
      laxer.first?.message.fix?.english.hasSuffix("restore what ‘baseline-threshold’ says")
        == true)
  }

  @Test("the nearest known word is offered, in either language")
  func nearest() throws {
    let found = try findings(
      in: "data/victims.yml", replacing: "source: CNLTP", by: "source: CNLTB")
    #expect(found.first?.message.fix?[.french] == "vouliez-vous dire « CNLTP » ?")
    #expect(found.first?.message.fix?[.english] == "did you mean ‘CNLTP’?")
  }

  @Test("a missing file is named")
  func missingFile() {
    var findings = Findings()
    #expect(
      CatalogueReader(root: "/nowhere", display: "Content").read(into: &findings) == nil)
    #expect(findings.all.map(\.message.code) == ["missing-file"])
  }
}
