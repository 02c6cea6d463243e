import CZip
import Foundation
import Glibc
import Languages

/// A `.zip` made in memory by libzip; the same files are the same bytes: in order of path, each
/// with one date, 1 January 1980, the first that the format knows.
enum ZipArchive {
  /// - Returns: nil where the machine has no room.
  static func bytes(of files: [(path: String, bytes: [UInt8])]) -> [UInt8]? {
    guard let source = unsafe zip_source_buffer_create(nil, 0, 0, nil) else { return nil }
    guard
      let archive = unsafe zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, nil)
    else {
      unsafe zip_source_free(source)
      return nil
    }
    // The archive owns the source; one more hold keeps it readable after the archive is closed.
    unsafe zip_source_keep(source)
    defer { unsafe zip_source_free(source) }
    for file in files.sorted(by: { $0.path.precedesInBytes($1.path) }) {
      guard unsafe add(file, to: archive) else {
        unsafe zip_discard(archive)
        return nil
      }
    }
    guard unsafe zip_close(archive) == 0 else {
      unsafe zip_discard(archive)
      return nil
    }
    return unsafe contents(of: source)
  }

  private static func add(
    _ file: (path: String, bytes: [UInt8]), to archive: OpaquePointer
  ) -> Bool {
    // libzip frees what it was given to keep until the archive is closed; of an empty file it keeps nothing.
    var room: UnsafeMutableRawPointer?
    if !file.bytes.isEmpty {
      unsafe room = malloc(file.bytes.count)
      guard let room = unsafe room else { return false }
      unsafe file.bytes.withUnsafeBytes { bytes in
        // `room` has `bytes.count` bytes.
        if let base = bytes.baseAddress { unsafe memcpy(room, base, bytes.count) }
      }
    }
    guard
      let part = unsafe zip_source_buffer(archive, room, zip_uint64_t(file.bytes.count), 1)
    else {
      unsafe free(room)
      return false
    }
    let index = unsafe zip_file_add(archive, file.path, part, zip_flags_t(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      unsafe zip_source_free(part)
      return false
    }
    let place = zip_uint64_t(index)
    let firstDay: UInt16 = 1 << 5 | 1
    return unsafe zip_file_set_dostime(archive, place, 0, firstDay, 0) == 0
      && zip_set_file_compression(archive, place, ZIP_CM_DEFLATE, 9) == 0
  }

  private static func contents(of source: OpaquePointer) -> [UInt8]? {
    guard unsafe zip_source_open(source) == 0 else { return nil }
    defer { unsafe zip_source_close(source) }
    guard unsafe zip_source_seek(source, 0, SEEK_END) == 0 else { return nil }
    let size = unsafe zip_source_tell(source)
    guard size >= 0, unsafe zip_source_seek(source, 0, SEEK_SET) == 0 else { return nil }
    return unsafe [UInt8](unsafeUninitializedCapacity: Int(size)) { room, count in
      // libzip writes at most `size` bytes, the room's capacity.
      let read = unsafe zip_source_read(source, room.baseAddress, zip_uint64_t(size))
      count = max(0, Int(read))
    }
  }
}
