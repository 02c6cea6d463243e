import Languages
import Partnership
import Testing

@testable import Site

@Suite("How a figure is made, in a sentence")
struct MethodSentenceTests {
  @Test(
    "whether it is rounded, or only its breakdowns",
    arguments: [
      (Language.english, 5, false, "Number of records in the year; rounded to a multiple of 5"),
      (.french, 5, false, "Nombre d’enregistrements de l’année ; arrondi à un multiple de 5"),
      (
        .english, 5, true, "Number of records in the year; breakdowns rounded to a multiple of 5"
      ),
      (
        .french, 5, true,
        "Nombre d’enregistrements de l’année ; ventilations arrondies à un multiple de 5"
      ),
      (.english, nil, true, "Number of records in the year"),
    ] as [(Language, Int?, Bool, String)])
  func rounded(_ language: Language, _ base: Int?, _ inParts: Bool, _ sentence: String) {
    let method = Sentences(language)
      .method(.count, of: .records, column: nil, kept: [], roundedTo: base, inParts: inParts)
    #expect(
      method.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ") == sentence)
  }
}
