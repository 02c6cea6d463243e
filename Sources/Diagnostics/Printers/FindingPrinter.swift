public import Languages

/// A form in which findings are told: a row a form.
public protocol FindingPrinter: Sendable {
  /// - Returns: the whole text, without a line end after it; empty where there is nothing to say in
  ///   this form.
  func text(of findings: [Finding], in language: Language) -> String
}
