import Diagnostics
import Testing

@testable import Catalogue

@Suite("Front matter that is plain is read as libyaml reads it")
struct FrontMatterTests {
  private struct Reading: Equatable {
    let entries: [FrontMatterReader.Entry]?
    let codes: [String]
  }

  private func read(_ text: String) -> Reading {
    var findings = Findings()
    let entries = FrontMatterReader().read(text, display: "a.md", lineOffset: 1, into: &findings)
    return Reading(entries: entries, codes: findings.all.map(\.message.code))
  }

  private func readByLibrary(_ text: String) -> Reading {
    var findings = Findings()
    let entries = FrontMatterReader().readByLibrary(
      text, display: "a.md", lineOffset: 1, into: &findings)
    return Reading(entries: entries, codes: findings.all.map(\.message.code))
  }

  @Test("the front matter of a meeting is plain")
  func plain() throws {
    let text = """
      type: annual
      date: 2025-06-30
      présidence: "Bureau: Nord"
      participants: [CNS, RIVER-OFFICE,  É]
      documents: []
      titre: Réunion annuelle d'examen (n 2)

      status: adopted
      """
    let entries = try #require(PlainMapping.entries(of: text))
    #expect(entries.count == 7)
    #expect(entries[2].value == .text("Bureau: Nord") && entries[2].column == 13)
    #expect(entries[3].value == .list(["CNS", "RIVER-OFFICE", "É"]))
    #expect(entries[6].line == 8)
    #expect(read(text) == readByLibrary(text))
  }

  @Test(
    "what is not plain is left to the library",
    arguments: [
      "", "a", "a:", "a: null", "a: ~", "a: b: c", "a: b # c", "a: 'b'", "a: \"b\\n\"", "a: |\n  b",
      "a: b\n  c", "a:\n- b", "- a", "a: b\na: c", "a: [b, 'c']", "a: [b, [c]]", "a: [b,]", "a: *b",
      "a: &b c", "a: !b c", "a: \"b\" c", "a:\tb", "? a", "{a: b}", "a: {b: c}", "\u{FEFF}a: b",
      "a: b\u{2028}c", "a : b", " a: b", "a: -b", "a: %b", "a: @b", "a: `b", "a: b\rc: d",
    ])
  func others(_ text: String) {
    #expect(PlainMapping.entries(of: text) == nil)
    #expect(read(text) == readByLibrary(text))
  }

  @Test("texts put together at random")
  func atRandom() {
    let parts = [
      "a", "B", "é", "key", "12", "2024-05-03", ": ", ":", " ", "  ", "\n", "\n", "- ", "-", "\"",
      "'", "[", "]", ", ", ",", "#", " #", "\\", "null", "~", "yes", "(", ")", ".", "/", "{", "}",
      "|", ">", "&", "*", "!", "%", "@", "?", "\t", "\u{A0}", "œ", "…", "---", "a: ", "b: ", "c: [",
      "\u{85}", "\u{2029}", "_", "=", "+", ";",
    ]
    var plain = 0
    for seed in UInt64(1)...30_000 {
      var state = seed
      func next(_ count: Int) -> Int {
        // SplitMix64 (Steele, Lea & Flood 2014).
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(count))
      }
      var text = next(3) == 0 ? "" : "k: "
      for _ in 0..<(1 + next(8)) { text += parts[next(parts.count)] }
      if PlainMapping.entries(of: text) != nil { plain += 1 }
      #expect(read(text) == readByLibrary(text), "seed \(seed): \(text)")
    }
    #expect(plain > 500)
  }
}
