import Foundation
import FoundationXML
import Languages
import Partnership
import Testing

@testable import Charts
@_spi(Gate) @testable import Publication

/// What the XML parser of the platform says of a text.
private final class Reader: NSObject, XMLParserDelegate {
  var words: [String] = []
  var ids: [String] = []
  private var text = ""

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    text = ""
    if let id = attributes["id"] { ids.append(id) }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    if name == "text" { words.append(text) }
    text = ""
  }

  static func read(_ xml: String) -> Reader? {
    let reader = Reader()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = reader
    return parser.parse() ? reader : nil
  }
}

@Suite("Bad input: a chart that says so, never a broken one")
struct BadInputTests {
  @Test(
    "every chart of the gallery is well-formed, alone and in a page", arguments: Sample.allCases)
  func wellFormed(_ sample: Sample) throws {
    for variation in Variation.allCases {
      for language in Language.allCases {
        for width in ChartWidth.allCases {
          let chart = sample.chart(variation).draw(in: language, id: "c", width: width)
          let read = try #require(Reader.read(chart.markup), "\(sample) \(variation)")
          #expect(Set(read.ids).count == read.ids.count)
          #expect(Reader.read(chart.standalone()) != nil, "\(sample) \(variation)")
          #expect(!chart.title.isEmpty && !chart.description.isEmpty, "\(sample) \(variation)")
        }
      }
    }
  }

  @Test(
    "no coordinate is wild: all lie near the view box", arguments: Variation.allCases)
  func coordinates(_ variation: Variation) throws {
    for sample in Sample.allCases {
      let markup = sample.chart(variation).draw(in: .french, id: "c", width: .narrow).markup
      for match in markup.matches(of: /[xy]="(-?[0-9.]+)"/) {
        let place = try #require(Double(match.1))
        #expect((-20...12_000).contains(place), "\(sample) \(variation)")
      }
      #expect(!markup.contains("nan") || markup.contains("anan"))
      #expect(!markup.contains("inf\""))
    }
  }

  @Test("nothing to draw is said in words, in both languages", arguments: Language.allCases)
  func empty(_ language: Language) throws {
    let chart = Sample.bar.chart(.none).draw(in: language, id: "c", width: .wide)
    let expected =
      language == .english
      ? "No figure is published here yet" : "Aucun chiffre n’est encore publié ici"
    #expect(chart.title == expected)
    #expect(chart.markup.contains(Terms.of(language).noFigure))
  }

  @Test("all hidden: constant marks, no tick but zero, and the title says why")
  func allHidden() throws {
    let chart = Sample.line.chart(.allHidden).draw(in: .english, id: "c", width: .wide)
    #expect(chart.title == "All figures are hidden to protect people")
    #expect(chart.description.contains("5 figures, marked [c], are hidden"))
  }

  @Test("a value that overflows is written short, and stands exactly in the description")
  func overflow() throws {
    let subject = Subject.people
    let chart = BarChart(
      subject: subject, categories: [.both("A"), .both("B")],
      series: [Series(subject.name, [.count(.max), .count(3)])]
    ).draw(in: .english, id: "c", width: .wide)
    #expect(chart.markup.contains("9.2×10¹⁸"))
    #expect(chart.description.contains("9,223,372,036,854,775,807"))
    let beyond = Figure(.value(Quantity(1, decimals: 40)))
    let other = BarChart(
      subject: subject, categories: [.both("A")], series: [Series(subject.name, [beyond])]
    ).draw(in: .english, id: "c", width: .wide)
    #expect(other.title == "These figures cannot be drawn")
    #expect(other.markup.contains("[!]"))
  }

  @Test("a name of 200 letters is shortened where it stands, and kept whole behind it")
  func longName() throws {
    let name = String(repeating: "Interminable", count: 17)
    let chart = BarChart(
      subject: .people, categories: [.both(name)], series: [Series(.both("x"), [.count(3)])]
    ).draw(in: .english, id: "c", width: .narrow)
    #expect(chart.markup.contains("<title>\(name)</title>"))
    #expect(chart.markup.contains("…"))
  }

  @Test("letters that turn the direction of what follows never reach the chart")
  func direction() throws {
    let chart = Sample.bar.chart(.strange).draw(in: .english, id: "c", width: .wide)
    for scalar in chart.markup.unicodeScalars {
      #expect(
        !(0x202A...0x202E).contains(scalar.value) && !(0x2066...0x2069).contains(scalar.value))
    }
    for words in [chart.title, chart.subtitle, chart.description] {
      #expect(!words.unicodeScalars.contains { (0x202A...0x202E).contains($0.value) })
      #expect(!words.unicodeScalars.contains { $0.value < 0x20 })
    }
    #expect(chart.markup.contains("حماية الطفولة"))
    #expect(chart.markup.contains("a &lt; b &amp; &quot;c&quot; &lt;/svg&gt;"))
  }

  @Test("an id of anything is an id")
  func ids() throws {
    let chart = Sample.line.chart(.hidden).draw(in: .english, id: "a\"><b é", width: .wide)
    let read = try #require(Reader.read(chart.markup))
    #expect(read.ids.contains("ab-t"))
  }
}
