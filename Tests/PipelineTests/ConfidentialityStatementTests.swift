import Diagnostics
import Foundation
import Site
import Testing

@testable import Pipeline

private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// The second partnership, with lines added to the policy of its class `low`.
private struct SecondPartnership: ~Copyable {
  let scratch: Scratch
  var content: String { scratch.path + "/content" }

  init() throws {
    let scratch = try Scratch()
    try FileManager.default.copyItem(
      atPath: root + "/Tests/Fixtures/two-objectives", toPath: scratch.path + "/content")
    self.scratch = scratch
  }

  func write(_ file: String, _ change: (String) -> String) throws {
    let path = content + "/" + file
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let changed = change(text)
    #expect(changed != text, "\(file)")
    try changed.write(toFile: path, atomically: true, encoding: .utf8)
  }

  func pages() throws -> [String: String] {
    var findings = Findings()
    let files = try Build(
      BuildRequest(content: content, theme: root + "/Themes/vitrine", data: nil, output: "")
    ).compose(into: &findings).files
    return files.reduce(into: [:]) {
      $0[$1.path] = String(decoding: $1.bytes, as: UTF8.self)
        .replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ")
    }
  }

  func codes() throws -> [String] {
    do {
      _ = try pages()
      return []
    } catch let stop as BuildStopped {
      return stop.findings.all.map(\.message.code)
    }
  }
}

@Suite("The confidentiality page says the rules in force")
struct ConfidentialityStatementTests {
  @Test("each rule of the policy, in words, in both languages, and none that is not in it")
  func asConfigured() throws {
    let pages = try SecondPartnership().pages()
    let english = try #require(pages["en/confidentiality.html"])
    let french = try #require(pages["fr/confidentialite.html"])
    for sentence in [
      "A number from 1 to 5 is never shown", "One breakdown at a time: no table crosses two.",
      "Never in one table: bank and village.",
      "A breakdown that would hide more than 40% of its cells is shown in broader categories",
    ] {
      #expect(english.contains(sentence), "\(sentence)")
    }
    for sentence in [
      "Un nombre de 1 à 5 n’est jamais montré",
      "Une seule ventilation à la fois : aucun tableau n’en croise deux.",
      "Jamais dans un même tableau : rive et village.",
      "Une ventilation dont plus de 40 % des cellules seraient masquées est montrée en modalités",
    ] {
      #expect(french.contains(sentence), "\(sentence)")
    }
    for sentence in Self.rules.map(\.english) {
      #expect(!english.contains(sentence), "\(sentence)")
    }
    for sentence in Self.rules.map(\.french) {
      #expect(!french.contains(sentence), "\(sentence)")
    }
  }

  struct Rule: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let line: String
    let english: String
    let french: String
  }

  static let rules = [
    Rule(
      testDescription: "dominance", line: "dominance: {contributors: 2, share: 85}",
      english: "An amount is hidden when its 2 largest contributors together give more than 85%",
      french: "ses 2 plus gros contributeurs en apportent ensemble plus de 85 %"),
    Rule(
      testDescription: "p per cent", line: "p-percent: 15",
      english: "when one contributor could work out another’s to within 15%",
      french: "pourrait en déduire celui d’un autre à 15 % près"),
    Rule(
      testDescription: "all in one category", line: "all-in-one-category: [bank]",
      english: "Where all of a group are in one category, that is not told",
      french: "Quand tout un groupe relève d’une même modalité, cela n’est pas montré"),
    Rule(
      testDescription: "totals stay", line: "totals-stay: true",
      english: "The total of a year is never hidden to protect another figure.",
      french: "Le total d’une année n’est jamais masqué pour protéger un autre chiffre."),
    Rule(
      testDescription: "width", line: "interval-width: 9",
      english: "Nobody can narrow down such a number to fewer than 10 values.",
      french: "Personne ne peut ramener un tel nombre à moins de 10 valeurs possibles."),
    Rule(
      testDescription: "rounding", line: "round-to: 5",
      english: "Numbers that are shown are rounded to a multiple of 5, so that totals may differ",
      french: "Les nombres montrés sont arrondis à un multiple de 5"),
    Rule(
      testDescription: "sliding width",
      line: "interval-width: 9\n    sliding: true\n    baseline-sliding: true",
      english: "Nobody can narrow down such a number to fewer than 10 values, wherever these lie.",
      french: "à moins de 10 valeurs possibles, où qu’elles se situent."),
    Rule(
      testDescription: "amounts that change", line: "p-percent: 15",
      english:
        "Where one contributor may be behind a change of an amount, the amounts of that year",
      french: "Quand un seul contributeur peut être à l’origine du changement d’un montant"),
    Rule(
      testDescription: "finest place", line: "finest-geography: region",
      english: "Nothing is published below this level of place: region.",
      french: "Rien n’est publié à un niveau géographique plus fin que celui-ci : "),
  ]

  @Test("a rule added to the policy is said", arguments: rules)
  func added(_ rule: Rule) throws {
    let partnership = try SecondPartnership()
    try partnership.write("confidentiality.yml") { $0 + "    \(rule.line)\n" }
    let pages = try partnership.pages()
    #expect(pages["en/confidentiality.html"]?.contains(rule.english) == true)
    #expect(pages["fr/confidentialite.html"]?.contains(rule.french) == true)
  }

  @Test("an indicator whose numbers are rounded says so, on its page and in its files")
  func rounded() throws {
    let partnership = try SecondPartnership()
    try partnership.write("confidentiality.yml") { $0 + "    round-to: 5\n" }
    let pages = try partnership.pages()
    #expect(
      pages["en/indicators/k2.html"]?.contains("; rounded to a multiple of 5") == true)
    #expect(
      pages["fr/indicateurs/k2.html"]?.contains(" ; arrondi à un multiple de 5") == true)
    for table in ["K2", "K2-bank"] {
      #expect(pages["data/v1/\(table).json"]?.contains("\"roundedTo\": 5") == true)
    }
  }

  @Test("a breakdown of which too much would be hidden is shown in broader categories, and says so")
  func coarsened() throws {
    let partnership = try SecondPartnership()
    // 3 and 12 of the baseline year are hidden: 2 cells of 8. Both banks are of one valley.
    try partnership.write("confidentiality.yml") {
      $0.replacing("maximum-hidden-share: 40", with: "maximum-hidden-share: 20")
    }
    try partnership.write("nomenclatures/bank.yml") {
      $0.replacing(
        "categories:", with: "categories:\n  - {code: valley, label: {en: Valley, fr: Vallée}}"
      )
      .replacing("fr: \"Rive nord\"}", with: "fr: \"Rive nord\"}, parent: valley")
      .replacing("fr: \"Rive sud\"}", with: "fr: \"Rive sud\"}, parent: valley")
    }
    let pages = try partnership.pages()
    let json = try #require(pages["data/v1/K2-bank.json"])
    let csv = try #require(pages["data/v1/K2-bank.csv"])
    #expect(json.contains("\"coarsened\": true") && json.contains("valley"))
    for text in [json, csv, pages["data/v1/all.csv"] ?? "north"] {
      #expect(!text.contains("north") && !text.contains("[c]"))
    }
    let english = "hown in broader categories than asked for (bank)"
    let french = "es modalités sont plus larges que prévu (rive)"
    for (path, sentence) in [
      ("en/indicators/k2.html", english), ("en/confidentiality.html", english),
      ("fr/indicateurs/k2.html", french), ("fr/confidentialite.html", french),
    ] {
      #expect(pages[path]?.contains(sentence) == true, "\(path)")
    }
    #expect(pages["en/indicators/k2.html"]?.contains("North Bank") == false)
  }

  @Test("figures public elsewhere are said by their source, and not which")
  func publicElsewhere() throws {
    let partnership = try SecondPartnership()
    try Data(
      """
      figures:
        - cell: K2-bank/Y1/north
          value: 25
          source: {en: "the river’s yearbook", fr: "l’annuaire du fleuve"}

      """.utf8
    ).write(to: URL(fileURLWithPath: partnership.content + "/public-figures.yml"))
    let pages = try partnership.pages()
    #expect(
      pages["en/confidentiality.html"]?.contains(
        "Figures that are public elsewhere count as known to everybody: the river’s yearbook.")
        == true)
    #expect(
      pages["fr/confidentialite.html"]?.contains(
        "Les chiffres déjà publics ailleurs sont tenus pour connus de tous : l’annuaire du fleuve.")
        == true)
  }

  @Test("a line of the policy or of its kin that means nothing is a finding")
  func misuse() throws {
    let partnership = try SecondPartnership()
    try partnership.write("confidentiality.yml") { $0 + "    all-in-one-category: [bnak]\n" }
    #expect(try partnership.codes() == ["unknown-code"])
    let other = try SecondPartnership()
    try Data("figures:\n  - {cell: K2-bank/Y1/west, value: 25, source: {en: a, fr: b}}\n".utf8)
      .write(to: URL(fileURLWithPath: other.content + "/public-figures.yml"))
    #expect(try other.codes() == ["public-figure-unknown"])
  }

  @Test("a baseline typed where the data's figure is hidden would say what the mark does not")
  func typedBaseline() throws {
    let partnership = try SecondPartnership()
    try partnership.write("data/visits.csv") {
      $0.replacing("Y0,north,3", with: "Y0,north,1").replacing("Y0,south,12", with: "Y0,south,2")
    }
    let targets = partnership.content + "/targets.yml"
    try Data("baselines:\n  - {indicator: K2, period: Y0, value: 3}\ntargets: []\n".utf8)
      .write(to: URL(fileURLWithPath: targets))
    #expect(try partnership.codes() == ["baseline-of-hidden"])
    try Data("baselines:\n  - {indicator: K2, period: Y0}\ntargets: []\n".utf8)
      .write(to: URL(fileURLWithPath: targets))
    #expect(try partnership.codes() == [])
  }
}
