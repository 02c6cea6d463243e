import CFuzzer
import Diagnostics
import FuzzPartnership
import Partnership

@testable import Datasets

/// The first byte chooses the schema, the rest is the workbook: an archive as it comes, or, since a
/// fuzzer makes no checksums, the markup of a sheet alone.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  guard let start = unsafe start, size > 1, let compact = SmallPartnership.compact,
    let schema = unsafe SmallPartnership.schema(start[0])
  else { return -1 }
  let bytes = unsafe Array(UnsafeBufferPointer(start: start + 1, count: size - 1))
  var findings = Findings()
  if WorkbookKind(beginning: bytes) != nil {
    let rows = RowSource.open(
      ByteSource(text: bytes, of: nil), shown: "file", known: schema.columns.map(\.name),
      sheet: SheetChoice(), into: &findings)
    let table = rows.flatMap {
      DatasetReader(schema: schema, compact: compact, dataFolder: "", displayFolder: "")
        .read($0, at: "file", into: &findings, threads: 1, segmentSize: 1 << 20)
    }
    precondition((table == nil) == findings.hasErrors, "half-read, or silent")
    return 0
  }
  let sheet = unsafe SheetReader(
    range: .everything, shared: ["period", "bank", "families", "north", "Y1"],
    areDates: [false, true], countsFrom1904: start[0] & 0x80 != 0)
  let trouble = MarkupScan.read(bytes, into: sheet)
  // A sheet that was read is rows: as many quotes as close.
  precondition(
    trouble != nil || sheet.text.count { $0 == 0x22 } % 2 == 0, "a quote is left open")
  return 0
}

@_cdecl("FuzzWorkbook_main")
public func main(
  _ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
) -> CInt {
  var count = count
  var arguments = unsafe arguments
  return unsafe LLVMFuzzerRunDriver(&count, &arguments, { unsafe fuzz($0, $1) })
}
