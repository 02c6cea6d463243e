import Languages
import Partnership
import Testing

@testable import Notes

@Suite("One pass over a passage tells which closer looks are worth while")
struct PassageTraitsTests {
  @Test(
    "what they see",
    arguments: [
      ("", ""), ("Plain words only.", ""), ("In 2024", "digits"), ("a@b.org", "at"),
      ("{{I2.4 2024}}", "digits braces"), ("Mme Exemple", "civility"), ("M. X", "civility"),
      ("madame X", ""), ("Monsieur le Ministre", "civility"), ("MonsieurX", "civility"),
      ("twelve girls", "words"), ("Dix-sept filles", "words"), ("one girl", ""),
      ("quatre-vingts", "words"), ("sevens", ""), ("the end is: ten", "words"),
      ("Dr Ten", "civility words"),
    ])
  func known(_ text: String, _ seen: String) {
    let traits = PassageTraits(text)
    let names = [
      traits.hasDigits ? "digits" : "", traits.hasAtSigns ? "at" : "",
      traits.hasBraces ? "braces" : "", traits.mayHoldCivility ? "civility" : "",
      traits.mayHoldNumberWords ? "words" : "",
    ]
    #expect(names.filter { !$0.isEmpty }.joined(separator: " ") == seen)
  }

  /// Runs of letters of ASCII, cut without looking at bytes one by one.
  private func runs(_ text: String) -> [Substring] {
    text.unicodeScalars.split { !("a"..."z").contains($0) && !("A"..."Z").contains($0) }
      .map { Substring($0) }
  }

  @Test("they say what a slow look says, whatever stands together")
  func random() {
    let parts =
      ProseGuardWords.civilities.sorted() + NumberWords.beginnings.sorted() + [
        " ", "-", "\u{A0}", "é", "x", "Z", "7", "@", "{", ".", "’", "girls", "Septembre", "日",
      ]
    let civilities = Set(
      ProseGuardWords.civilities.map { String($0.filter(\.isLetter).prefix(8)) })
    let numbers = Set(NumberWords.beginnings.map { String($0.prefix(8)) })
    for seed in UInt64(1)...4000 {
      var random = Numbers(state: seed)
      let text = (0..<(1 + random.next() % 9))
        .map { _ in parts[Int(random.next() % UInt64(parts.count))] }.joined()
      let traits = PassageTraits(text)
      let runs = runs(text)
      // The longest are told apart by their first eight letters, and lengths beyond eight not at all.
      #expect(
        traits.mayHoldCivility == runs.contains { civilities.contains(String($0.prefix(8))) },
        "seed \(seed): \(text)")
      #expect(
        traits.mayHoldNumberWords
          == runs.contains { run in
            numbers.contains { number in
              number == run.prefix(8).lowercased()
                && (run.count >= 8) == (number.utf8.count >= 8)
            }
          }, "seed \(seed): \(text)")
      #expect(traits.hasDigits == text.contains { $0.isASCIIDigit }, "seed \(seed): \(text)")
    }
  }
}

@Suite("Prose is given out once")
struct NoteProseTests {
  private func record(_ english: Bool, _ french: Bool) throws -> MeetingRecord {
    func document(_ language: Language, _ isThere: Bool) -> NoteDocument? {
      isThere
        ? NoteDocument(
          language: language, blocks: [.paragraph([.text(language.rawValue)])], closedPassages: 0,
          typedNumbers: [], references: []) : nil
    }
    let meeting = Meeting(
      code: "2024-12-10-annual", kind: .annual, date: try #require(CalendarDate(iso: "2024-12-10")),
      place: Localized(both: ""), title: Localized(both: ""), chair: "", participants: [],
      isAdopted: true, isDemonstration: true, documents: [],
      status: Localized(both: .official), closedPassages: 0)
    return MeetingRecord(
      meeting: meeting,
      documents: Localized(
        english: document(.english, english), french: document(.french, french)),
      decisions: [], decisionPlaces: [], followUps: [], reports: [], overrulings: [], file: "",
      hasStandingHeadings: false)
  }

  @Test("each edition takes its own, or the one there is", arguments: Language.allCases)
  func taken(_ language: Language) throws {
    let both = NoteProse([try record(true, true)])
    let other: Language = language == .english ? .french : .english
    #expect(both.take("2024-12-10-annual", for: language)?.language == language)
    #expect(both.take("2024-12-10-annual", for: language) == nil)
    #expect(both.take("2024-12-10-annual", for: other)?.language == other)
    let one = NoteProse([try record(language == .english, language == .french)])
    for edition in Language.allCases {
      #expect(one.take("2024-12-10-annual", for: edition)?.language == language)
    }
    #expect(NoteProse([try record(false, false)]).take("2024-12-10-annual", for: language) == nil)
    #expect(both.take("2025-01-01-annual", for: language) == nil)
  }
}

@Suite("The memory of parsers")
struct ParseMemoryTests {
  @Test("a text larger than a block leaves nothing behind for the next")
  func manyBlocks() {
    let small = "# Head\n\n*a* [b](https://a.org) `c`\n\n- [x] d\n\n| e |\n| - |\n| f |\n"
    let before = String(describing: MarkdownTree.parse(small))
    for length in [10, 1_000, 30_000] {
      let large = String(repeating: "*a* [b](https://a.org/\(length)) `c` ~d~\n\n", count: length)
      let tree = MarkdownTree.parse(large)
      #expect(tree.children.count == length)
      let last = tree.children.last.map { String(describing: $0) } ?? ""
      #expect(last.contains("a.org/\(length)"))
      #expect(String(describing: MarkdownTree.parse(small)) == before)
    }
  }
}

@Suite("Which addresses a note may link to")
struct LinkRulesTests {
  @Test(
    "nothing that runs or carries its own content",
    arguments: [
      ("https://a.org", true), ("HTTP://a.org", true), ("mailto:a@b.org", true), ("#part", true),
      ("a.html?x=y:z", true), ("./a:b", true), ("", true), ("?q=javascript:x", true),
      ("javascript:x", false), ("JAVA\tscript:x", false), (" \u{1}javascript:x", false),
      ("//a.org", false), ("/\t/a.org", false), ("data:text/html,x", false), ("tel:1", false),
      ("https\u{200B}:x", false), ("ſhttps:x", false), (":x", false),
    ])
  func harmless(_ address: String, _ isHarmless: Bool) {
    #expect(LinkRules.isHarmless(address) == isHarmless)
  }
}
