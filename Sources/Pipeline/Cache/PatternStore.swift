import Diagnostics
import Disclosure
import Foundation
import Synchronization

/// The gate's memory of one folder of content: by the keyed fingerprint of a question, which cells bear
/// a mark. Neither a question nor a value is kept.
final class PatternStore: PatternMemory {
  private let file: SealedFile
  /// The tool is part of every question: another one chooses anew.
  private let tool: [UInt8]

  private struct State {
    var known: [String: [UInt8]] = [:]
    /// Asked or answered in this build: what stays.
    var used: [String: [UInt8]] = [:]
    var hasNew = false
  }

  private let state = Mutex(State())

  /// - Parameter findings: a word where a memory is there that cannot be used.
  init?(_ request: BuildRequest, into findings: inout Findings) {
    guard let place = request.cache, PrivateFile.makeFolder(place.folder),
      let fingerprints = place.fingerprints()
    else { return nil }
    let content = [request.content, request.data ?? ""].map { Folder($0).resolved }
    let name = fingerprints.hex(of: Array(("patterns\n" + content.joined(separator: "\n")).utf8))
    file = SealedFile(path: place.folder + "/" + name + ".patterns", fingerprints: fingerprints)
    tool = Array((BuildInputs.tool.joined(separator: "\n") + "\n").utf8)
    switch file.read() {
    case .none: break
    case .foreign: findings.add(.cacheIgnored)
    case .bytes(let body): state.withLock { $0.known = Self.lines(body) }
    }
  }

  func answer(to question: [UInt8]) -> [UInt8]? {
    let key = file.fingerprints.hex(of: tool + question)
    return state.withLock { state in
      guard let answer = state.known[key] else { return nil }
      state.used[key] = answer
      return answer
    }
  }

  func keep(_ answer: [UInt8], to question: [UInt8]) {
    let key = file.fingerprints.hex(of: tool + question)
    state.withLock { state in
      state.used[key] = answer
      state.hasNew = true
    }
  }

  /// Keeps what this build asked, and forgets the rest.
  func save() {
    let state = self.state.withLock { $0 }
    guard state.hasNew || state.used.count != state.known.count else { return }
    var body: [UInt8] = []
    for (key, answer) in state.used.sorted(by: { $0.key < $1.key }) {
      body += Array(key.utf8) + [0x20]
      body += answer.map { 0x30 + min($0, 9) }
      body.append(0x0A)
    }
    file.write(body)
  }

  /// `KEY 0110…`, one a line.
  private static func lines(_ body: [UInt8]) -> [String: [UInt8]] {
    var known: [String: [UInt8]] = [:]
    for line in body.split(separator: 0x0A) {
      let parts = line.split(separator: 0x20, maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      known[String(decoding: parts[0], as: UTF8.self)] = parts[1].map { $0 &- 0x30 }
    }
    return known
  }
}
