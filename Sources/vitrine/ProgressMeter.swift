import Foundation
import Languages

/// How far a long reading is, on a terminal: share, rate, time left. Nothing in a log, nothing in the
/// first second.
final class ProgressMeter {
  private let language: Language
  private let start = ContinuousClock.now
  private var last = ContinuousClock.now
  private var isShown = false

  /// - Returns: nil where standard error is no terminal.
  init?(language: Language) {
    guard isatty(FileHandle.standardError.fileDescriptor) == 1 else { return nil }
    self.language = language
  }

  func show(_ done: Int, of all: Int) {
    let now = ContinuousClock.now
    guard now - start > .seconds(1), now - last > .milliseconds(200), done > 0, all > 0 else {
      return
    }
    last = now
    isShown = true
    FileHandle.standardError.write(
      Data(("\r" + Self.line(done, of: all, after: now - start, in: language) + "\u{1B}[K").utf8))
  }

  /// `42 %, 310 MB/s, 3 s left`.
  static func line(
    _ done: Int, of all: Int, after elapsed: Duration, in language: Language
  ) -> String {
    let seconds =
      Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let rate = Double(done) / max(seconds, 0.001)
    let left = Int((Double(all - done) / max(rate, 1)).rounded(.up))
    let share = done * 100 / max(all, 1)
    let speed = Int(rate / 1e6)
    return language == .english
      ? "\(share)%, \(speed) MB/s, \(left) s left"
      : "\(share)\u{A0}%, \(speed)\u{A0}Mo/s, encore \(left)\u{A0}s"
  }

  func clear() {
    if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
