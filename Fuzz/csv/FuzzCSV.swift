import CFuzzer
import Diagnostics
import FuzzPartnership
import Partnership

@testable import Datasets

/// The first byte chooses the schema, the rest is the file. It is read on one core, and on two in
/// small stretches: both must come to the same table, and a file with an error to none.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  guard let start = unsafe start, size > 1, let compact = SmallPartnership.compact,
    let schema = unsafe SmallPartnership.schema(start[0])
  else { return -1 }
  let bytes = unsafe Array(UnsafeBufferPointer(start: start + 1, count: size - 1))
  let reader = DatasetReader(
    schema: schema, compact: compact, dataFolder: "", displayFolder: "")
  func read(threads: Int, segmentSize: Int) -> (table: BaseTable?, findings: Findings) {
    var findings = Findings()
    let rows = RowSource.open(
      ByteSource(text: bytes, of: nil), shown: "file", known: schema.columns.map(\.name),
      sheet: SheetChoice(), into: &findings)
    let table = rows.flatMap {
      reader.read(
        $0, at: "file", into: &findings, threads: threads, segmentSize: segmentSize)
    }
    return (table, findings)
  }
  let whole = read(threads: 1, segmentSize: 1 << 20)
  let pieces = read(threads: 2, segmentSize: 64)
  precondition(whole.table?.cells == pieces.table?.cells, "cores disagree")
  precondition(whole.table == nil || !whole.findings.hasErrors, "half-read")
  precondition(whole.table != nil || whole.findings.hasErrors, "silent")
  return 0
}

@_cdecl("FuzzCSV_main")
public func main(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var count = count
  var arguments = unsafe arguments
  return unsafe LLVMFuzzerRunDriver(&count, &arguments, { unsafe fuzz($0, $1) })
}
