import Diagnostics
import Synchronization
import Testing

@testable import Disclosure

/// Remembers whole questions, which no memory on a disk does.
private final class OpenMemory: PatternMemory {
  struct State {
    var known: [[UInt8]: [UInt8]] = [:]
    var hits = 0
  }

  let state = Mutex(State())

  func answer(to question: [UInt8]) -> [UInt8]? {
    state.withLock { state in
      let answer = state.known[question]
      if answer != nil { state.hits += 1 }
      return answer
    }
  }

  func keep(_ answer: [UInt8], to question: [UInt8]) {
    state.withLock { $0.known[question] = answer }
  }

  var hits: Int { state.withLock { $0.hits } }
  var count: Int { state.withLock { $0.known.count } }
}

@Suite("What the gate proved once, it need not prove again")
struct PatternMemoryTests {
  private func specimen(_ first: Int) throws -> Specimen {
    try Specimen(
      threshold: 11,
      rows: [
        ("Y1", "A", "F", first), ("Y1", "A", "M", 12), ("Y1", "B", "F", 40),
        ("Y1", "B", "M", 21), ("Y1", "C", "F", 50), ("Y1", "C", "M", 9),
      ], breakdowns: [["place"], ["place", "sex"]])
  }

  @Test("the same question gets the same answer, cell by cell, unsafe and complementary apart")
  func same() throws {
    let specimen = try specimen(3)
    let memory = OpenMemory()
    var findings = Findings()
    let alone = try specimen.disclosed()
    for round in 0..<3 {
      let disclosed = try #require(
        Gate(compact: specimen.compact, memory: memory).open([specimen.base], into: &findings))
      #expect(disclosed.record == alone.record)
      #expect(disclosed.report == alone.report)
      #expect(disclosed.explanations == alone.explanations)
      #expect((memory.hits > 0) == (round > 0))
    }
    #expect(memory.count > 0)
  }

  @Test("a figure that changed by one is another question", arguments: [4, 2, 0, 13])
  func changed(_ value: Int) throws {
    let memory = OpenMemory()
    var findings = Findings()
    let before = try specimen(3)
    _ = Gate(compact: before.compact, memory: memory).open([before.base], into: &findings)
    let after = try specimen(value)
    let disclosed = try #require(
      Gate(compact: after.compact, memory: memory).open([after.base], into: &findings))
    #expect(memory.hits == 0)
    #expect(disclosed.record == (try after.disclosed()).record)
  }
}
