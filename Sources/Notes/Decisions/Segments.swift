import Fingerprints

/// The sections of a note, and a fingerprint of each: what a translation says that it follows.
///
/// A section runs from one heading to the next; what stands before the first heading is the first.
/// Closed passages and comments are already out: nothing confidential enters a fingerprint, and a
/// change of them asks for no translation. Spaces at the ends of lines and empty lines do not count.
struct Segments: Equatable {
  struct Segment: Equatable {
    /// The line of the body on which it begins, from 0.
    let line: Int
    /// The first eight hexadecimal digits of its SHA-256.
    let mark: String
  }

  let all: [Segment]

  init(body: String) {
    var all: [Segment] = []
    var start = 0
    var text: [String] = []
    func close() {
      all.append(
        Segment(
          line: start, mark: String(Fingerprint(of: text.joined(separator: "\n")).hex.prefix(8))))
    }
    let lines = body.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, bytes) in lines.enumerated() {
      let line = Substring(bytes)
      if Self.isHeading(line) {
        close()
        start = index
        text = []
      }
      let words = String(line).trimmed
      if !words.isEmpty { text.append(words) }
    }
    close()
    self.all = all
  }

  private static func isHeading(_ line: Substring) -> Bool {
    let marks = line.prefix { $0 == "#" }.count
    return (1...6).contains(marks) && line.dropFirst(marks).first == " "
  }

  /// Segments of a translation whose source is no longer what it was when they were translated.
  ///
  /// - Parameters:
  ///   - recorded: the marks of the source, as the translation's front matter has them.
  ///   - source: the source's segments now.
  func stale(recorded: [String], source: Segments) -> [Segment] {
    var found: [Segment] = []
    for index in 0..<max(recorded.count, source.all.count) {
      let was = recorded.indices.contains(index) ? recorded[index] : nil
      let isNow = source.all.indices.contains(index) ? source.all[index].mark : nil
      guard was != isNow, let last = all.last else { continue }
      let segment = all.indices.contains(index) ? all[index] : last
      if found.last != segment { found.append(segment) }
    }
    return found
  }
}
