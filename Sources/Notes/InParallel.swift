import Dispatch
import Synchronization

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
