/// What the shell is told.
enum ExitStatus: Int32 {
  case done = 0
  case findings = 1
  case wrongUse = 2
  case machineFailed = 3
}

/// Ends a command with a status, its words already printed.
struct Stop: Error {
  let status: ExitStatus

  init(_ status: ExitStatus) { self.status = status }
}
