import Diagnostics
import Languages
import Partnership
import Testing

@testable import Notes

/// A partnership of a few bodies, activities and indicators.
func compact() throws -> Compact {
  func text(_ value: String) -> TranslatedText { TranslatedText(english: value, french: value) }
  let both = Localized(both: "x")
  let start = try #require(CalendarDate(iso: "2022-12-07"))
  func body(_ code: String, _ name: String) -> Body {
    Body(
      code: code, name: text(name), role: both, otherNames: [name], nameStatus: .translated)
  }
  func indicator(_ code: String, _ one: String, _ many: String) -> Indicator {
    Indicator(
      code: code, objective: "O1", name: text(code), level: .annex, type: .people,
      unit: UnitName(
        one: Localized(both: one), many: Localized(both: many), isFeminineInFrench: false),
      direction: .context, combination: .sum, confidentiality: "C3", breakdowns: [], sheet: [],
      caution: text(""), reading: text(""), targets: [])
  }
  return Compact(
    name: text("P"), shortName: both, country: both, participants: [],
    clock: Clock(signed: start, effective: start, years: 5), signedAt: both, goal: text("g"),
    purpose: text("p"), nature: text("n"), objectives: [],
    activities: ["A1.01", "A1.02"].map {
      Activity(
        code: $0, objective: "O1", text: text($0), kind: both, names: Localized(both: []),
        indicators: [])
    },
    indicators: [indicator("I2.4", "child", "children"), indicator("I3.1", "case", "cases")],
    bodies: [body("CNS", "National Committee"), body("TIP", "TIP Office")],
    focalPoints: [
      FocalPoint(
        participant: both, body: "CNS", office: text("o"),
        contacts: [.init(kind: "email", text: Localized(both: "cns@1eredame.ci"))])
    ],
    terms: [], obligations: [], districts: [], agreement: [], amendments: [], classes: [],
    nomenclatures: [], datasets: [],
    settings: SiteSettings(title: both, licence: both, contact: both, reportedPeriods: []))
}

/// One meeting from the bodies of its notes.
func read(
  _ english: String?, _ french: String? = nil, code: String = "2024-12-10-annual",
  values: [String: FrontMatter.Value] = [:]
) throws -> (record: MeetingRecord?, findings: Findings) {
  var findings = Findings()
  var front: [String: FrontMatter.Value] = [
    "type": .text("annual"), "date": .text("2024-12-10"), "place": .text("Abidjan"),
    "title": .text("Meeting"), "chair": .text("CNS"), "participants": .list(["CNS", "TIP"]),
    "status": .text("adopted"),
  ]
  front.merge(values) { $1 }
  var notes = Localized<(source: NoteSource, frontMatter: FrontMatter)?>(both: nil)
  for (language, body) in [(Language.english, english), (.french, french)] {
    guard let body else { continue }
    let file = "\(language.rawValue).md"
    if let source = NoteSource(bytes: Array(body.utf8), file: file, into: &findings) {
      notes[language] = (source, FrontMatter(values: front, places: [:]))
    }
  }
  let records = NotesReader(compact: try compact())
    .read([MeetingSource(code: code, notes: notes)], into: &findings)
  return (records.first, findings)
}

func codes(_ findings: Findings) -> [String] {
  findings.sorted.map(\.message.code).filter { $0 != "translation-pending" }
}

@Suite("The grammar of decisions")
struct GrammarTests {
  @Test(
    "a decision reads the same however it is typed, in either language",
    arguments: [
      "- D-2024-03 Adopt it. (owner: CNS; due: 2025-03-31; concerns: A1.01, I2.4)",
      "- D-2024-03 Adopter. (responsable : CNS ; échéance : 31 mars 2025 ; concerne : A1.01, I2.4)",
      "- D-2024-03: Adopt it (owner: National Committee; due: March 31, 2025; concerns: A1.01, I2.4)",
      "- **D-2024-03** Adopter\u{202F}. (responsable\u{A0}: cns\u{202F}; échéance\u{A0}: 31 mars 2025\u{202F}; concerne\u{A0}: A1.01 et I2.4).",
      "- [ ] D-2024-03 — Adopt it. (Owner: CNS; Due: 31 March 2025; Concerns: A1.01 and I2.4)",
    ])
  func decision(_ text: String) throws {
    let (record, findings) = try read(text)
    #expect(codes(findings).isEmpty)
    let decision = try #require(record?.decisions.first)
    #expect(decision.code == "D-2024-03")
    #expect(decision.owners == ["CNS"])
    #expect(decision.due == CalendarDate(iso: "2025-03-31"))
    #expect(decision.concerns == ["A1.01", "I2.4"])
  }

  @Test(
    "follow-ups",
    arguments: [
      ("- D-2023-01: done. The committee met.", Decision.Outcome.done),
      ("- D-2023-01 : fait. Le comité s’est réuni.", .done),
      ("- D-2023-01: carried over (due: 2025-06-30).", .carriedOver),
      ("- D-2023-01 : reportée (échéance : 30 juin 2025).", .carriedOver),
      ("- D-2023-01: withdrawn.", .withdrawn), ("- D-2023-01 : retirée.", .withdrawn),
      ("- D-2023-01: replaced by D-2024-05.", .replaced),
      ("- D-2023-01 : remplacée par D-2024-05.", .replaced),
      ("- D-2023-01: carried over to 30 June 2025. The order is late.", .carriedOver),
      ("- D-2023-01 : reportée au 30 juin 2025.", .carriedOver),
      ("- D-2023-01 : terminée.", .done), ("- D-2023-01 : annulée.", .withdrawn),
    ])
  func followUp(_ text: String, _ outcome: Decision.Outcome) throws {
    let (record, findings) = try read(text)
    let stated = try #require(record?.followUps.first)
    #expect(stated.decision == "D-2023-01")
    #expect(stated.followUp.outcome == outcome)
    #expect(
      stated.followUp.due == (outcome == .carriedOver ? CalendarDate(iso: "2025-06-30") : nil))
    #expect(stated.followUp.replacement == (outcome == .replaced ? "D-2024-05" : nil))
    #expect(codes(findings) == ["follow-up-of-unknown"])
  }

  @Test(
    "activity reports, in either language",
    arguments: [
      "- A1.02 (under way; reported by: CNS) Work began.",
      "- A1.02 (en cours ; source : CNS) Le travail a commencé.",
      "- A1.02 (en cours, source : CNS) Le travail a commencé.",
    ])
  func activity(_ text: String) throws {
    let report = try #require(try read(text).record?.reports.first)
    #expect(report.status == .underWay && report.reportedBy == "CNS")
  }

  @Test(
    "strict in meaning",
    arguments: [
      ("- D-2024-03 X. (owner: CNSS; due: 2025-03-31)", ["unknown-body"]),
      ("- D-2024-03 X. (owner: CNS; due: 2099-03-31)", ["date-outside-partnership"]),
      ("- D-2024-03 X. (owner: CNS; budget: 3)", ["tail-unknown-key"]),
      ("- D-2024-03 X. (owner: CNS; due: 31/03/2025)", ["date-unreadable"]),
      ("- D-2024-03 X. (owner: CNS; due: 2024-01-31)", ["due-before-decided"]),
      ("- D-2024-03 X. (owner: CNS; concerns: A9.99)", ["unknown-concern"]),
      ("- D-2024-03 X.", ["decision-without-owner"]),
      ("- D-2023-01: replaced by something.", ["follow-up-of-unknown", "replacement-missing"]),
      ("- A1.02 (ended; reported by: CNS) X.", ["status-unknown"]),
      ("- A1.02: under way. X.", ["statement-not-read"]),
      ("- A1.02 en cours. X.", ["statement-not-read"]), ("- A1.02, A1.01", []),
      ("D-2024-03 X. (owner: CNS)", ["statement-not-read"]),
      ("D-2023-01: done.", ["statement-not-read"]), ("D-2024-03 was read again.", []),
      ("- D2024-03 X. (owner: CNS)", ["decision-code-malformed"]),
      ("- d-2024-3 X. (owner: CNS)", ["decision-code-malformed"]),
      ("- D–2024–03 X. (owner: CNS)", ["decision-code-malformed"]), ("- D-2024 was a year.", []),
      ("- Completed forms are kept.", []), ("- D-2024-03 Completed. (owner: CNS)", []),
      ("- D-2024-03 X. (owner: CNS)\n- D-2024-03 Y. (owner: CNS)", ["decision-stated-twice"]),
    ])
  func strict(_ text: String, _ expected: [String]) throws {
    #expect(codes(try read(text).findings).sorted() == expected)
  }

  @Test(
    "the mend of a malformed identifier is the identifier",
    arguments: [
      ("D2025-05", "D-2025-05"), ("D-2026-2", "D-2026-02"), ("d/2025/123", "D-2025-123"),
      ("D–2025–03", "D-2025-03"),
    ])
  func meant(_ word: String, _ code: String) {
    #expect(DecisionCode.meant(by: word) == code)
    for other in [code, "D-2025", "D-25-03", "Decision", "D", "D-2025-3x", "D-1234567"] {
      #expect(DecisionCode.meant(by: other) == nil)
    }
  }

  @Test("a body is proposed by a spelling near its name, or the beginning of it")
  func bodies() throws {
    let compact = try compact()
    #expect(compact.nearestBody(to: "National Comm") == "CNS")
    #expect(compact.nearestBody(to: "TIP Ofice") == "TIP")
    #expect(compact.nearestBody(to: "Somebody Else") == nil)
  }

  @Test("statuses are computed, never typed")
  func statuses() throws {
    let day = try #require(CalendarDate(iso: "2025-12-15"))
    func decision(_ due: String, _ followUps: [Decision.FollowUp]) throws -> Decision.Status {
      let made = try #require(CalendarDate(iso: "2024-12-10"))
      return Decision(
        code: "D", meeting: "m", date: made, text: Localized(both: ""), owners: [],
        due: CalendarDate(iso: due), concerns: [], followUps: followUps
      ).status(on: day)
    }
    let date = try #require(CalendarDate(iso: "2025-06-01"))
    func step(_ outcome: Decision.Outcome, _ due: String?) -> Decision.FollowUp {
      Decision.FollowUp(
        meeting: "m", date: date, outcome: outcome, due: due.flatMap { CalendarDate(iso: $0) },
        text: Localized(both: ""))
    }
    #expect(try decision("2026-01-01", []) == .open)
    #expect(try decision("2025-01-01", []) == .overdue)
    #expect(try decision("2025-01-01", [step(.carriedOver, "2026-01-01")]) == .carriedOver)
    #expect(try decision("2025-01-01", [step(.carriedOver, "2025-09-01")]) == .overdue)
    #expect(try decision("2025-01-01", [step(.done, nil)]) == .done)
  }
}

@Suite("The guard")
struct GuardTests {
  @Test(
    "each finding has a text that fails and one that passes",
    arguments: [
      ("raw-html", "Text <b>bold</b>.", "Text **bold**."),
      ("raw-html", "<div>\nx\n</div>", "x"),
      ("dangerous-link", "[x](javascript:alert(1))", "[x](https://exemple.ci/a)"),
      ("dangerous-link", "[x](data:text/html,x)", "[x](../a.html)"),
      ("dangerous-link", "[x](java&#10;script:x)", "[x](#part)"),
      ("image-refused", "![x](https://exemple.ci/a.png)", "[x](https://exemple.ci/a.png)"),
      ("name-in-prose", "Mme Exemple a présenté le rapport.", "Le CNS a présenté le rapport."),
      ("name-in-prose", "Mr. Example presented it.", "The chair presented it."),
      ("telephone-in-prose", "Appelez le 07 01 02 03 04.", "Appelez le comité."),
      ("telephone-in-prose", "Call +225 07 01 02 03 04.", "Call in 2024 or 2025."),
      ("contact-in-prose", "Write to someone@example.org now.", "Write to cns@1eredame.ci now."),
      ("name-in-prose", "Mme **Exemple** came.", "Mme **la Ministre** came."),
      ("name-in-prose", "`Mme Exemple` came.", "`The chair` came."),
      ("name-in-prose", "```\nMme Exemple\n```", "```\nThe chair\n```"),
      ("name-in-prose", "| A |\n| - |\n| Mme Exemple |", "| A |\n| - |\n| The chair |"),
      ("name-in-prose", "## Mme Exemple", "## The chair"),
      ("name-in-prose", "A[^1].\n\n[^1]: Mme Exemple.", "A[^1].\n\n[^1]: The chair."),
      ("name-in-prose", "[Mme Exemple](https://exemple.ci)", "[The chair](https://exemple.ci)"),
      ("telephone-in-prose", "Call 07 01 **02 03** 04.", "Call **them**."),
      ("contact-in-prose", "[x](mailto:a@example.org)", "[x](mailto:cns@1eredame.ci)"),
      ("dangerous-link", "[x](tel:0701020304)", "[x](http://exemple.ci)"),
      ("dangerous-link", "[x](//exemple.ci)", "[x](exemple.html)"),
      ("dangerous-link", "[x](vbscript:x)", "<https://exemple.ci>"),
      ("image-refused", "![x](local.png)", "[x](local.html)"),
      ("raw-html", "<script>x</script>", "`<script>x</script>`"),
      ("case-number-in-prose", "See case no. 2024-117.", "See the case of 2024."),
      ("coordinates-in-prose", "À 5°21′N, 4°00′O.", "À 21 °C."),
      ("coordinates-in-prose", "À 5 ° 21’ nord.", "À 90° 210 fois."),
      ("coordinates-in-prose", "(5,35991 ; −4,00834)", "1,234,567,890 and 1.234; 12."),
      ("coordinates-in-prose", "At 123.4567,8.1234 there.", "Costs 1,000, 2,000 and 3,000."),
      ("case-number-in-prose", "Dossier n°123.", "A profile no. 7."),
      ("case-number-in-prose", "L’affaire numéro 4.", "Le dossier numéro deux."),
      ("case-number-in-prose", "CASE NUMBER 12.", "In case none does, we do it."),
      ("case-number-in-prose", "(PV #3)", "The case notes of 2024."),
      ("coordinates-in-prose", "At 5.35991, -4.00834 there.", "At 5.3 per 1.000 there."),
      ("case-number-in-prose", "Dossier n° 123 was read.", "Three files were read."),
      (
        "reference-unclosed", "There are {{I2.4 2024 children.", "There are {{I2.4 2024}} children."
      ),
      ("reference-unknown-indicator", "{{I9.4 2024}}", "{{I2.4 2024 sex=F}}"),
      ("reference-unknown-year", "{{I2.4 1999}}", "{{I3.1 2025 change}}"),
      ("reference-malformed", "{{I2.4}}", "{{I2.4 Y2}}"),
    ])
  func guarded(_ code: String, _ bad: String, _ good: String) throws {
    #expect(codes(try read(bad).findings).contains(code), "\(bad)")
    #expect(codes(try read(good).findings).isEmpty, "\(good)")
  }

  @Test("a finding may be overruled with a reason, on its line or the line before")
  func overruled() throws {
    let allowed = "<!-- vitrine: allow name-in-prose because it is a ship -->\nMme Exemple came."
    #expect(codes(try read(allowed).findings).isEmpty)
    let other = "<!-- vitrine: allow raw-html because it is a ship -->\nMme Exemple came."
    #expect(codes(try read(other).findings) == ["allowance-unused", "name-in-prose"])
  }

  @Test(
    "a misspelt word still closes a passage, and is a finding",
    arguments: ["::: clsoed", ":::", "::: huis clot", ":::Closed session"])
  func misspeltPassage(_ line: String) throws {
    let (record, findings) = try read("Open.\n\n\(line)\nSECRET\n:::\n\nAgain.")
    let document = try #require(record?.documents[.english] ?? nil)
    #expect(!String(describing: document).contains("SECRET"))
    #expect(codes(findings) == ["passage-word-unknown"])
  }

  @Test(
    "closed passages and comments never leave the source",
    arguments: [
      "Open.\n\n::: closed\nSECRET\n:::\n\nOpen again.",
      "Ouvert.\n\n::: huis-clos\nSECRET\n:::\n\nOuvert encore.",
      "Open. <!-- SECRET --> Open again.", "Open.\n<!--\nSECRET\n-->\nOpen again.",
      "Open again.\n\n::: closed\nSECRET and no end",
    ])
  func closed(_ text: String) throws {
    let (record, findings) = try read(text)
    let document = try #require(record?.documents[.english] ?? nil)
    let shown = String(describing: document)
    #expect(!shown.contains("SECRET"))
    #expect(shown.contains("again") || shown.contains("encore"))
    #expect(!String(describing: findings).contains("SECRET"))
    if text.contains(":::") { #expect(document.closedPassages == 1) }
  }

  @Test("numbers beside an indicator's words are put to the gate; codes, dates and years are not")
  func typedNumbers() throws {
    let text = "We helped 1,234 children (I2.4), 7 of them on 2024-05-03, see A1.02 and page 3/4."
    let document = try #require(try read(text).record?.documents[.english] ?? nil)
    #expect(document.typedNumbers.map(\.number) == [1234, 7])
    #expect(document.typedNumbers.first?.series == ["I2.4"])
    let table = "| Children | 2024 |\n| - | - |\n| Girls | 7 |\n| I3.1 | 12 |"
    let rows = try #require(try read(table).record?.documents[.english] ?? nil)
    #expect(rows.typedNumbers.map(\.number) == [7, 12])
    #expect(rows.typedNumbers.map(\.series) == [["I2.4"], ["I2.4", "I3.1"]])
    let allowed = "<!-- vitrine: allow typed-number because it is public -->\n7 children."
    let overruled = try #require(try read(allowed).record?.documents[.english] ?? nil)
    #expect(overruled.typedNumbers.isEmpty)
    let other = try #require(try read("We met 7 times.").record?.documents[.english] ?? nil)
    #expect(other.typedNumbers.isEmpty)
  }
}

@Suite("Numbers are found in the bytes as they are in the letters")
struct NumberWordsTests {
  @Test(
    "by hand",
    arguments: [
      ("1,234 and 12 and 1 234 567", [1234, 12, 1_234_567]), ("1,2345 12,34", [2345, 34]),
      ("A1.02, I2.4, 3/4, 7%, 8 %, 2024, 1899", [8, 1899]), ("5.", [5]), ("5.5", []),
      ("99999999999999999999 3", [3]), ("x7 7x _7 7_ -7 7- 7", [7]), ("1\r\n2", [1, 2]),
      ("0,001 000", [1000]),
    ] as [(String, [Int])])
  func byHand(_ text: String, _ expected: [Int]) {
    #expect(NumberWords.numbers(inLetters: Array(text)) == expected)
    #expect(NumberWords.numbers(in: text) == expected)
  }

  @Test("at random")
  func atRandom() {
    let parts = [
      "0", "1", "7", "12", "123", "2024", "9999999999", " ", "  ", ",", ".", "-", "/", "_", "%",
      "a",
      "Z", "@", "[", "`", "{", "\r\n", "\n", "\t", ";", ":", "(",
    ]
    for seed in UInt64(1)...20_000 {
      var random = Numbers(state: seed)
      let count = 1 + Int(random.next() % 12)
      let text = (0..<count).map { _ in parts[Int(random.next() % UInt64(parts.count))] }.joined()
      #expect(
        NumberWords.numbers(in: text) == NumberWords.numbers(inLetters: Array(text)),
        "seed \(seed): \(text)")
    }
  }
}

@Suite("A file is cut at its lines of three hyphens, and nowhere else")
struct NoteSourceTests {
  @Test(
    "front matter and body",
    arguments: [
      ("---\na: b\n---\nText\n", "a: b", "Text\n", 3), ("---\n---\nText", "", "Text", 2),
      ("---\na: b\n---", "a: b", "", 3), ("---\n\na\n---\n\n---\nb", "\na", "\n---\nb", 4),
      ("Text\n---\nb", nil, "Text\n---\nb", 0), ("----\n---\nb", nil, "----\n---\nb", 0),
      ("", nil, "", 0),
    ] as [(String, String?, String, Int)])
  func parts(_ text: String, _ front: String?, _ body: String, _ lines: Int) throws {
    // A comment has the same body read line by line.
    for (text, body) in [(text, body), (text + "\n<!-- c -->", body + "\n")] {
      var findings = Findings()
      let source = try #require(
        NoteSource(bytes: Array(text.utf8), file: "a.md", into: &findings))
      #expect(source.frontMatter == front)
      #expect(source.body == body || text.hasSuffix("-->") && source.body + "\n" == body)
      #expect(source.bodyOffset == lines)
      #expect(findings.all.isEmpty)
    }
  }

  @Test(
    "without its second line of hyphens it has no end", arguments: ["---", "---\n", "---\na\n"])
  func unclosed(_ text: String) {
    var findings = Findings()
    #expect(NoteSource(bytes: Array(text.utf8), file: "a.md", into: &findings) == nil)
    #expect(findings.all.map(\.message.code) == ["front-matter-unclosed"])
  }
}

@Suite("A translation says which text it follows")
struct StalenessTests {
  let source = "Before.\n\n## One\n\nText.\n\n## Two\n\nText.\n\n::: closed\nSECRET\n:::\n"

  @Test("empty lines, spaces, closed passages and comments do not count; words do")
  func marks() {
    let marks = Segments(body: source).all.map(\.mark)
    #expect(marks.count == 3)
    #expect(Segments(body: "Before.  \n## One\nText.\n## Two\nText.\n\n\n").all.count == 3)
    let spaced = Segments(body: "Before.  \n## One\n\n\nText.\n## Two\nText.").all.map(\.mark)
    #expect(spaced.prefix(2) == marks.prefix(2))
  }

  @Test("the section that changed is named, and no other")
  func stale() {
    let before = Segments(body: "A\n## One\nText.\n## Two\nText.")
    let after = Segments(body: "A\n## One\nText.\n## Two\nOther text.")
    let translation = Segments(body: "B\n## Un\nTexte.\n## Deux\nTexte.")
    #expect(translation.stale(recorded: before.all.map(\.mark), source: before).isEmpty)
    let found = translation.stale(recorded: before.all.map(\.mark), source: after)
    #expect(found.map(\.line) == [3])
    let longer = Segments(body: "A\n## One\nText.\n## Two\nText.\n## Three\nText.")
    #expect(translation.stale(recorded: before.all.map(\.mark), source: longer).count == 1)
  }
}

@Suite("Two languages, one set of facts")
struct ParityTests {
  @Test(
    "differences are found",
    arguments: [
      ("headings-differ", "## A\n\n## B", "## A"),
      ("statement-in-one-language", "- D-2024-01 X. (owner: CNS)", "Rien."),
      (
        "statements-differ", "- D-2024-01 X. (owner: CNS)", "- D-2024-01 X. (responsable : TIP)"
      ),
      (
        "statements-differ", "- D-2024-01 X. (owner: CNS; due: 2025-01-02)",
        "- D-2024-01 X. (responsable : CNS ; échéance : 3 janvier 2025)"
      ),
      ("references-differ", "{{I2.4 2024}}", "{{I2.4 2025}}"),
      ("tables-differ", "| A |\n| - |\n| 1 |\n| 2 |", "| A |\n| - |\n| 1 |"),
    ])
  func differ(_ code: String, _ english: String, _ french: String) throws {
    #expect(codes(try read(english, french).findings) == [code])
  }

  @Test("one language alone is pending, and said so")
  func pending() throws {
    let (record, findings) = try read(nil, "Texte.")
    #expect(findings.all.map(\.message.code) == ["translation-pending"])
    #expect(record?.meeting.status[.english] == .pending)
  }
}

@Suite("Bad input")
struct BadInputTests {
  @Test(
    "what would take the parser too long, or break it, is refused at once",
    arguments: [
      ("a line without a space", String(repeating: "x", count: 5_000)),
      ("a wide table", String(repeating: "| a ", count: 1_500) + "|\n"),
      ("deep quotes", String(repeating: "> ", count: 10_000) + "x"),
      ("deep lists", String(repeating: "- ", count: 10_000) + "x"),
      ("brackets", "[a](" + String(repeating: ")", count: 64_000)),
      ("a null character", "a\0b"),
      ("too large", String(repeating: "text ", count: 500_000)),
    ])
  func limits(_ name: String, _ text: String) {
    var findings = Findings()
    let source = NoteSource(bytes: Array(text.utf8), file: "en.md", into: &findings)
    #expect(source == nil, "\(name)")
    #expect(findings.all.count == 1)
  }

  @Test("text that is not UTF-8 is refused")
  func notUTF8() {
    var findings = Findings()
    #expect(NoteSource(bytes: [0x61, 0xE9, 0x0A], file: "en.md", into: &findings) == nil)
    #expect(findings.all.map(\.message.code) == ["not-utf8"])
  }

  @Test("line ends of any system and a byte order mark are read")
  func lineEnds() throws {
    var findings = Findings()
    let text = "\u{FEFF}---\r\ntype: annual\r\n---\r\nText.\r\n"
    let source = try #require(
      NoteSource(bytes: Array(text.utf8), file: "en.md", into: &findings))
    #expect(source.frontMatter == "type: annual")
    #expect(findings.all.isEmpty)
  }

  @Test("front matter that never ends")
  func unclosed() {
    var findings = Findings()
    #expect(
      NoteSource(bytes: Array("---\ntype: annual\n".utf8), file: "a", into: &findings) == nil)
    #expect(findings.all.map(\.message.code) == ["front-matter-unclosed"])
  }

  @Test(
    "front matter's mistakes",
    arguments: [
      ("meeting-type-unknown", ["type": .text("anual")]),
      ("date-unreadable", ["date": .text("10/12/2024")]),
      ("date-outside-partnership", ["date": .text("1999-01-01")]),
      ("unknown-body", ["chair": .text("CNSS")]),
      ("note-status-unknown", ["status": .text("final")]),
      ("front-matter-unknown", ["chiar": .text("CNS")]),
      ("front-matter-missing", ["place": .text("")]),
      ("name-in-prose", ["title": .text("A visit to Mme Exemple")]),
      ("telephone-in-prose", ["documents": .list(["Agenda", "List, 07 01 02 03 04"])]),
      ("translation-state-unknown", ["translation": .text("almost")]),
    ] as [(String, [String: FrontMatter.Value])])
  func frontMatter(_ code: String, _ values: [String: FrontMatter.Value]) throws {
    #expect(codes(try read("Text.", values: values).findings) == [code])
  }

  @Test("anchors are unique, and headings leave the page its first level")
  func anchors() throws {
    let document = try #require(
      try read("# Été\n\n## Été\n\n## 1 000").record?.documents[.english] ?? nil)
    let anchors = document.blocks.compactMap { block -> String? in
      if case .heading(let level, let anchor, _) = block, level >= 2 { anchor } else { nil }
    }
    #expect(anchors == ["ete", "ete-2", "1-000"])
  }
}
