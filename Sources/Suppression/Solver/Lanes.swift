import Dispatch

/// Does the same work for `0..<count`, on as many cores as there are, and gives the results in
/// that order: what comes out does not depend on the number of cores.
///
/// Each lane must change nothing that another one sees. The memory for the results is written once
/// a place, each by its own lane, and read after all of them ended.
func inLanes<Result>(_ count: Int, _ work: @escaping (Int) -> Result) -> [Result] {
  if count < 2 { return (0..<count).map(work) }
  return unsafe [Result](unsafeUninitializedCapacity: count) { places, filled in
    nonisolated(unsafe) let places = unsafe places
    nonisolated(unsafe) let work = work
    DispatchQueue.concurrentPerform(iterations: count) { lane in
      unsafe places.initializeElement(at: lane, to: work(lane))
    }
    filled = count
  }
}
