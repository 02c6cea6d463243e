import CScan
import Diagnostics
import Partnership
import Testing

@testable import Datasets

@Suite("The pass over the bytes")
struct ScanTests {
  struct Indexed: Equatable {
    var separators: [Int32]
    var ends: [Int32]
    var hidden: Int
    var isOpen: Bool
    var stray: Int
  }

  func index(_ bytes: [UInt8], isPortable: Bool = false) -> Indexed {
    let padded = bytes + [UInt8](repeating: 0x2C, count: 64)
    var separators = [Int32](repeating: -7, count: bytes.count + 64)
    var ends = [Int32](repeating: -7, count: bytes.count + 1)
    let found =
      isPortable
      ? unsafe cscan_index_portable(padded, bytes.count, 0x2C, 0x0A, &separators, &ends)
      : unsafe cscan_index(padded, bytes.count, 0x2C, 0x0A, &separators, &ends)
    return Indexed(
      separators: Array(separators[..<found.positions]), ends: Array(ends[..<found.rows]),
      hidden: found.hidden_line_ends, isOpen: found.is_open != 0, stray: Int(found.stray_quote))
  }

  @Test func findsSeparatorsOutsideQuotes() {
    let found = index(Array("a,\"b,\n\"\"c\",d\ne,f\n".utf8))
    #expect(found.separators == [1, 10, 12, 14, 16])
    #expect(found.ends == [3, 5])
    #expect(found.hidden == 1)
    #expect(!found.isOpen)
    #expect(found.stray == -1)
  }

  @Test("one instruction set finds what the other finds", arguments: 0..<200)
  func agree(_ seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let alphabet = Array("aaaa,,\n\"\"\r".utf8)
    let count = Int.random(in: 0...400, using: &random)
    let bytes = (0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0x61 }
    #expect(
      index(bytes) == index(bytes, isPortable: true), "seed \(seed)")
  }

  @Test("what is written with quotes is read as it was", arguments: 0..<100)
  func roundTrip(_ seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let alphabet = Array("ab é,;\n\r\"\t") + ["\r\n"]
    let names = (0..<40).map { number -> String in
      let length = Int.random(in: 0...30, using: &random)
      return "k\(number)"
        + String((0..<length).map { _ in alphabet.randomElement(using: &random) ?? "a" }) + "k"
    }
    var compact = Small.compact
    compact.nomenclatures = [
      Nomenclature(
        code: "kind", title: Small.both("kind"),
        categories: names.map { .init(code: $0, label: Small.both($0), synonyms: []) })
    ]
    let schema = Small.schema([
      Small.column("period", .period), Small.column("kind", .dimension, "kind"),
    ])
    var counts = [Int](repeating: 0, count: names.count)
    var text = "period,kind\n"
    for _ in 0..<500 {
      let index = Int.random(in: 0..<names.count, using: &random)
      counts[index] += 1
      text += "Y1,\"" + names[index].replacing("\"", with: "\"\"") + "\"\n"
    }
    for (threads, segment) in [(1, 1 << 20), (2, 512)] {
      withFile(Array(text.utf8)) { folder in
        var findings = Findings()
        let table = DatasetReader(
          schema: schema, compact: compact, dataFolder: folder, displayFolder: "data"
        ).read(into: &findings, threads: threads, segmentSize: segment)
        #expect(findings.all.isEmpty, "seed \(seed)")
        let found = (table?.cells ?? []).map { [$0.keys[1], $0.count] }
        #expect(
          found == counts.enumerated().filter { $0.element > 0 }.map { [$0.offset, $0.element] },
          "seed \(seed), \(threads) threads")
      }
    }
  }

  @Test("a file read in stretches gives the same cells and the same lines", arguments: 1...3)
  func stretches(_ threads: Int) {
    let rows = (0..<20_000).map { index in
      "Y\(1 + index % 3),\(index % 2 == 0 ? "F" : "M"),\(index == 15_000 ? "Nowhere" : "Abidjan")\n"
    }
    let wrong = read(
      "period,sex,region\n" + rows.joined(), threads: threads, segmentSize: 10_000)
    #expect(wrong.places == ["data/small.csv:15002:6"])
    let good = rows.map { $0.replacing("Nowhere", with: "Gbeke") }.joined()
    #expect(
      read("period,sex,region\n" + good, threads: threads, segmentSize: 10_000).cells
        == read("period,sex,region\n" + good).cells)
  }
}
