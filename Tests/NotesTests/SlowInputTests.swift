import Diagnostics
import Languages
import Testing

@testable import Notes

/// Inputs on which this version of libcmark-gfm is super-linear, or that would fill the memory:
/// each is refused before it is parsed, with a mend in both languages.
@Suite("No note takes long to read")
struct SlowInputTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let code: String
    let text: String
  }

  static let examples = [
    Example(
      testDescription: "a header of 1,500 columns and 1,500 rows of one cell",
      code: "table-too-wide",
      text: String(repeating: "|a", count: 1_500) + "|\n" + String(repeating: "|-", count: 1_500)
        + "|\n" + String(repeating: "|a|\n", count: 1_500)),
    Example(
      testDescription: "a header of 60 columns and 12,000 rows of one cell",
      code: "table-too-large",
      text: String(repeating: "|a", count: 59) + "|\n" + String(repeating: "|-", count: 59)
        + "|\n" + String(repeating: "|a|\n", count: 12_000)),
    Example(
      testDescription: "dashes after spaces, then line ends", code: "nested-too-deep",
      text: String(repeating: "   -", count: 4_000) + "x" + String(repeating: "\n", count: 4_000)),
    Example(
      testDescription: "dashes, then line ends", code: "nested-too-deep",
      text: String(repeating: "- ", count: 9_000) + "x" + String(repeating: "\n", count: 4_000)),
    Example(
      testDescription: "quotes, then lines", code: "nested-too-deep",
      text: String(repeating: "> ", count: 9_000) + String(repeating: "\na", count: 4_000)),
    Example(
      testDescription: "numbered lists in each other", code: "nested-too-deep",
      text: String(repeating: "1. ", count: 6_000) + "x" + String(repeating: "\n", count: 4_000)),
    Example(
      testDescription: "a link with 64,000 parentheses", code: "line-too-long",
      text: "[a](" + String(repeating: ")", count: 64_000)),
    Example(
      testDescription: "50,000 bars in a header", code: "line-too-long",
      text: String(repeating: "|", count: 50_000) + "\n" + String(repeating: "-|", count: 50_000)),
    Example(
      testDescription: "10,000 deep", code: "nested-too-deep",
      text: String(repeating: ">", count: 3_000) + "x"),
    Example(
      testDescription: "brackets without an end, in one paragraph", code: "too-many-marks",
      text: String(repeating: "![[]() ![[]()\n", count: 5_000)),
    Example(
      testDescription: "a long address that thousands of links use", code: "definitions-too-long",
      text: "[a]: /" + String(repeating: "u", count: 3_900) + "\n\n"
        + String(repeating: String(repeating: "[a] ", count: 1_000) + "\n\n", count: 10)),
    Example(
      testDescription: "a long title that thousands of links use", code: "definitions-too-long",
      text: "[a]: /u '" + String(repeating: "word\n", count: 3_900) + "'\n\n"
        + String(repeating: String(repeating: "[a] ", count: 1_000) + "\n\n", count: 10)),
    Example(
      testDescription: "a megabyte", code: "note-too-large",
      text: String(repeating: "text ", count: 200_000)),
  ]

  @Test("refused before it is parsed, in both languages", arguments: examples)
  func refused(_ example: Example) {
    var findings = Findings()
    let source = NoteSource(bytes: Array(example.text.utf8), file: "fr.md", into: &findings)
    #expect(source == nil)
    #expect(findings.all.map(\.message.code) == [example.code])
    for finding in findings.all {
      for language in Language.allCases {
        #expect(!finding.message.summary[language].isEmpty)
        #expect(finding.message.fix?[language].isEmpty == false)
      }
    }
  }

  @Test(
    "marks in each other, thousands deep, are refused with one finding",
    arguments: ["*a ", "**a ", "~~a ", "[a](/u) *a ", "_a *b "])
  func deepMarks(_ mark: String) throws {
    let closing = String(mark.filter { "*~_".contains($0) }.reversed())
    let text =
      String(repeating: mark, count: 1_000) + "x" + String(repeating: closing, count: 1_000)
    let found = codes(try read(text, "Texte.").findings)
    #expect(found.contains("nested-too-deep") || mark == "~~a ", "\(found)")
    #expect(found.count { $0 == "nested-too-deep" } <= 1)
    // A few marks in each other are what people write.
    let few = String(repeating: "*a **b ", count: 5) + "x" + String(repeating: "** *", count: 5)
    #expect(codes(try read(few, few).findings).isEmpty)
  }

  @Test("a large table, a nested list and a long paragraph of ordinary notes are read")
  func ordinary() {
    var findings = Findings()
    let text =
      "| A | B | C |\n| - | - | - |\n" + String(repeating: "| 1 | 2 | 3 |\n", count: 500) + "\n"
      + (0..<8).map { String(repeating: "  ", count: $0) + "- item\n" }.joined() + "\n"
      + String(repeating: "word ", count: 3_000)
    #expect(NoteSource(bytes: Array(text.utf8), file: "fr.md", into: &findings) != nil)
    #expect(findings.all.isEmpty)
  }
}
