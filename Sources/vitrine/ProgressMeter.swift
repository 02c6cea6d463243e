import Foundation
import Languages
import Synchronization

/// How far a long reading is, on a terminal: share, rate, time left. Nothing in a log, nothing in the
/// first second.
final class ProgressMeter: Sendable {
  private struct State {
    var start = ContinuousClock.now
    var last = ContinuousClock.now
    var done = 0
    var isShown = false
  }

  private let language: Language
  private let state = Mutex(State())

  /// - Returns: nil where standard error is no terminal, or a machine runs the command.
  init?(language: Language) {
    guard Self.isWatched else { return nil }
    self.language = language
  }

  /// Whether a person is there to see it: a terminal, and not that of a machine that keeps a log.
  static var isWatched: Bool {
    isatty(FileHandle.standardError.fileDescriptor) == 1
      && (ProcessInfo.processInfo.environment["CI"] ?? "").isEmpty
  }

  /// - Parameters:
  ///   - done: bytes; fewer than before begin another file.
  ///   - all: bytes of the file.
  func show(_ done: Int, of all: Int) {
    let now = ContinuousClock.now
    let line: String? = state.withLock { state in
      if done < state.done { state.start = now }
      state.done = done
      guard now - state.start > .seconds(1), now - state.last > .milliseconds(200), done > 0,
        all > 0
      else { return nil }
      state.last = now
      state.isShown = true
      return Self.line(done, of: all, after: now - state.start, in: language)
    }
    if let line { FileHandle.standardError.write(Data(("\r" + line + "\u{1B}[K").utf8)) }
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
    if state.withLock({ $0.isShown }) { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
