import Foundation
import Languages

/// The stage that is under way, on one line that is written over: for a person at a terminal, and
/// for nobody else.
struct Progress: Sendable {
  private let isShown: Bool
  private let language: Language

  init(_ voice: VoiceOptions) {
    isShown = !voice.quiet && voice.form == .text && ProgressMeter.isWatched
    language = voice.spoken
  }

  func show(_ words: Localized<String>) {
    if isShown { StandardError.write("\r\u{1B}[K\(words[language])…") }
  }

  func clear() {
    if isShown { StandardError.write("\r\u{1B}[K") }
  }
}
