/// What is remembered, from build to build, of questions that the gate has answered before.
///
/// A question holds all that its answer depends on, confidential values among it: whoever remembers
/// keeps a keyed fingerprint of it and nothing else. An answer says which cells bear a mark, as
/// every reader sees, and nothing of what is under one.
public protocol PatternMemory: Sendable {
  /// - Returns: nil where the question is new.
  func answer(to question: [UInt8]) -> [UInt8]?
  func keep(_ answer: [UInt8], to question: [UInt8])
}

/// All that an answer depends on, as bytes: every part with its length, so that no two questions
/// are alike.
struct Question {
  private(set) var bytes: [UInt8]

  init(_ kind: String) { bytes = Array(kind.utf8) + [0] }

  mutating func add(_ number: Int) {
    for shift in stride(from: 0, to: 64, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: number >> shift))
    }
  }

  mutating func add(_ numbers: [Int]) {
    add(numbers.count)
    for number in numbers { add(number) }
  }

  mutating func add(_ number: Int?) {
    bytes.append(number == nil ? 0 : 1)
    add(number ?? 0)
  }

  mutating func add(_ numbers: [Double]) {
    add(numbers.count)
    for number in numbers { add(Int(bitPattern: UInt(number.bitPattern))) }
  }

  mutating func add(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

  mutating func add(_ texts: [String]) {
    add(texts.count)
    for text in texts {
      add(text.utf8.count)
      bytes += Array(text.utf8)
    }
  }
}
