import Dispatch
import Synchronization

/// The results of two pieces of work that share nothing, on two cores where there are two.
public func inParallel<One: Sendable, Other: Sendable>(
  _ one: @Sendable () -> One, _ other: @Sendable () -> Other
) -> (One, Other) {
  let results = Mutex<(One?, Other?)>((nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { piece in
    if piece == 0 {
      let result = one()
      results.withLock { $0.0 = result }
    } else {
      let result = other()
      results.withLock { $0.1 = result }
    }
  }
  // Both are there; what is not would be made here.
  return results.withLock { ($0.0 ?? one(), $0.1 ?? other()) }
}

/// The results of some work on each input, in the order of the inputs, on all cores. The work shares
/// nothing, so that the number of cores changes nothing but the time.
public func inParallel<Input: Sendable, Output: Sendable>(
  _ inputs: [Input], _ work: @Sendable (Input) -> Output
) -> [Output] {
  // Small shares, so that a long note does not leave a core idle, and few enough to cost nothing.
  let share = max(1, inputs.count / 64)
  let starts = Array(stride(from: 0, to: inputs.count, by: share))
  let parts = Mutex<[Int: [Output]]>([:])
  DispatchQueue.concurrentPerform(iterations: starts.count) { part in
    let start = starts[part]
    let results = inputs[start..<min(start + share, inputs.count)].map(work)
    parts.withLock { $0[part] = results }
  }
  return parts.withLock { all in starts.indices.flatMap { all[$0] ?? [] } }
}
