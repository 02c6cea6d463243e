import Diagnostics
import Disclosure
import Foundation
import Site
import Testing

@testable import Pipeline

private let root = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

/// What may befall a file.
private enum Mutation: CaseIterable {
  case flip, drop, double, insert, cut, swap, empty

  static let strange: [[UInt8]] = [
    [0], [0xFF], [0xEF, 0xBB, 0xBF], [0xE2, 0x80, 0x8B], [0xE2, 0x80, 0xAE], [0x0D], [0x09],
    Array("<script>".utf8), Array("{{I2.4 2024}}".utf8), Array("[[[[".utf8), Array("&a *a".utf8),
    Array("99999999999999999999".utf8), Array("-1".utf8), Array("::: closed\n".utf8),
    Array("\u{202E}\u{2066}".utf8), Array("1e9".utf8), Array(";\";\"".utf8),
  ]

  func apply(to bytes: [UInt8], _ random: inout SplitMix) -> [UInt8] {
    guard !bytes.isEmpty else { return bytes }
    var result = bytes
    let place = Int.random(in: bytes.indices, using: &random)
    switch self {
    case .flip: result[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
    case .insert:
      result.insert(contentsOf: Self.strange.randomElement(using: &random) ?? [], at: place)
    case .cut: result.removeSubrange(place...)
    case .empty: result = []
    case .drop, .double, .swap:
      var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
      let line = Int.random(in: lines.indices, using: &random)
      if self == .drop {
        lines.remove(at: line)
      } else if self == .double {
        lines.insert(lines[line], at: line)
      } else {
        lines.swapAt(line, Int.random(in: lines.indices, using: &random))
      }
      result = Array(lines.joined(separator: [0x0A]))
    }
    return result
  }
}

/// Said behind closed doors in every note: no spoilt byte may bring it out.
private let secret = "quetzalcoatlus"

@Suite("Spoilt content", .serialized)
struct MutationTests {
  /// How often: as `VITRINE_MUTATIONS` says (`make mutations`: a thousand times each), else as often
  /// as a debug build does in half a minute.
  private static let rounds = ProcessInfo.processInfo.environment["VITRINE_MUTATIONS"]
    .flatMap(Int.init)

  @Test(
    "never a crash, never a leak, always a finding or a site",
    arguments: [
      ("Tests/Fixtures/two-objectives", rounds ?? 150), ("Content", rounds ?? 5),
    ])
  func mutations(_ content: String, _ count: Int) throws {
    let seed = UInt64(20_261_125)
    print("seed \(seed), \(count) mutations of \(content)")
    var random = SplitMix(seed: seed)
    let scratch = try Scratch()
    let copy = scratch.path + "/Content"
    try FileManager.default.copyItem(atPath: root + "/" + content, toPath: copy)
    let files = FileTree(copy).entries.map(\.path).filter { !$0.hasSuffix(".py") }
    for file in files where file.hasSuffix("/en.md") || file.hasSuffix("/fr.md") {
      let note = (Folder(copy).bytes(of: file) ?? []) + Array("\n::: closed\n\(secret)\n:::\n".utf8)
      try Data(note).write(to: URL(fileURLWithPath: copy + "/" + file))
    }
    let request = BuildRequest(
      content: copy, theme: root + "/Themes/vitrine", data: nil, output: scratch.path + "/site")
    var sites = 0
    var refusals = 0
    for round in 0..<count {
      let file = try #require(files.randomElement(using: &random))
      let whole = Folder(copy).bytes(of: file) ?? []
      let mutation = try #require(Mutation.allCases.randomElement(using: &random))
      let spoilt = mutation.apply(to: whole, &random)
      try Data(spoilt).write(to: URL(fileURLWithPath: copy + "/" + file))
      var findings = Findings()
      do {
        let site = try Build(request).compose(into: &findings)
        sites += 1
        #expect(!site.files.isEmpty)
        #expect(site.disclosure.recoverable == 0 && site.disclosure.narrow == 0, "\(round)")
        // Two lines that change places may well carry the words out of the passage: nothing tells.
        if mutation != .swap {
          let leaks = site.files.filter { Data($0.bytes).range(of: Data(secret.utf8)) != nil }
          #expect(leaks.isEmpty, "round \(round): \(file) \(mutation): \(leaks.map(\.path))")
        }
      } catch {
        refusals += 1
        #expect(error.findings.hasErrors, "round \(round): \(file) \(mutation)")
      }
      try Data(whole).write(to: URL(fileURLWithPath: copy + "/" + file))
    }
    #expect(sites + refusals == count && refusals > 0)
  }
}
