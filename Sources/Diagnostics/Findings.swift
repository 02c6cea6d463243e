/// Findings as they are collected: go on, gather all, stop when the stage ends.
public struct Findings: Sendable {
  public private(set) var all: [Finding] = []
  private var known: Set<Finding> = []

  public init() {}

  public mutating func add(_ message: Finding.Message, at place: Place? = nil) {
    add(Finding(message, at: place))
  }

  public mutating func add(_ finding: Finding) {
    if known.insert(finding).inserted { all.append(finding) }
  }

  public mutating func add(contentsOf others: some Sequence<Finding>) {
    for finding in others { add(finding) }
  }

  public var hasErrors: Bool { all.contains { $0.message.severity == .error } }

  /// By file, line and column, then by code, so that the same input prints the same list.
  public var sorted: [Finding] {
    all.sorted { one, other in
      switch (one.place, other.place) {
      case (let first?, let second?) where first != second: first < second
      case (nil, _?): true
      case (_?, nil): false
      default: one.message.code < other.message.code
      }
    }
  }

  /// Ends a stage: throws where anything found is an error.
  public func close() throws(BuildStopped) {
    if hasErrors { throw BuildStopped(findings: self) }
  }
}

/// A stage ended with errors: nothing is published.
public struct BuildStopped: Error, Sendable {
  public let findings: Findings

  public init(findings: Findings) { self.findings = findings }
}
