import CZip

/// The parts of a zipped file held in memory.
///
/// Bounds: libzip reads `bytes` until the archive is discarded, and both go together.
@safe final class ZipArchive {
  /// A workbook may not be larger, packed.
  static let mostPacked = 256 << 20
  /// Nor may its parts be, unpacked, together.
  static let mostUnpacked = 1 << 30

  private let bytes: UnsafeMutablePointer<UInt8>
  private let archive: OpaquePointer
  private var left = mostUnpacked

  init(_ content: [UInt8]) throws(WorkbookTrouble) {
    unsafe bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: max(content.count, 1))
    for index in content.indices { unsafe bytes[index] = content[index] }
    var error = unsafe zip_error_t()
    unsafe zip_error_init(&error)
    defer { unsafe zip_error_fini(&error) }
    guard
      let source = unsafe zip_source_buffer_create(bytes, UInt64(content.count), 0, &error)
    else {
      unsafe bytes.deallocate()
      throw .broken
    }
    guard
      let archive = unsafe zip_open_from_source(
        source, ZIP_RDONLY | ZIP_CHECKCONS, &error)
    else {
      unsafe zip_source_free(source)
      unsafe bytes.deallocate()
      throw .broken
    }
    unsafe self.archive = archive
  }

  deinit {
    unsafe zip_discard(archive)
    unsafe bytes.deallocate()
  }

  /// Hands on the bytes of a part, a block at a time.
  ///
  /// - Parameter take: false to stop.
  /// - Returns: false where the archive has no such part.
  func unpack(
    _ name: String, _ take: (UnsafeBufferPointer<UInt8>) -> Bool
  ) throws(WorkbookTrouble) -> Bool {
    let index = unsafe zip_name_locate(archive, name, UInt32(ZIP_FL_NOCASE))
    guard index >= 0 else { return false }
    var information = unsafe zip_stat_t()
    unsafe zip_stat_init(&information)
    guard unsafe zip_stat_index(archive, UInt64(index), 0, &information) == 0 else {
      throw .broken
    }
    if unsafe information.encryption_method != UInt16(ZIP_EM_NONE) { throw .passwordProtected }
    if unsafe information.size > UInt64(left) { throw .tooLarge }
    guard let part = unsafe zip_fopen_index(archive, UInt64(index), 0) else { throw .broken }
    defer { unsafe _ = zip_fclose(part) }
    let block = UnsafeMutablePointer<UInt8>.allocate(capacity: 1 << 16)
    defer { unsafe block.deallocate() }
    while true {
      let got = unsafe zip_fread(part, block, 1 << 16)
      if got < 0 { throw .broken }
      if got == 0 { return true }
      left -= Int(got)
      // What a part says of its size may be a lie.
      if left < 0 { throw .tooLarge }
      if unsafe !take(UnsafeBufferPointer(start: block, count: Int(got))) { return true }
    }
  }
}
