import Glibc

/// A file that did not exist before, written whole.
enum NewFile {
  /// - Returns: false where it exists, or the disk is full or refuses; `errno` says which.
  static func write(_ bytes: [UInt8], to path: String, mode: mode_t = 0o644) -> Bool {
    let descriptor = unsafe open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode)
    guard descriptor >= 0 else { return false }
    var offset = 0
    while offset < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(
          descriptor, buffer.baseAddress?.advanced(by: offset), bytes.count - offset)
      }
      if count < 0, errno == EINTR { continue }
      if count <= 0 {
        let reason = errno
        _ = close(descriptor)
        errno = reason
        return false
      }
      offset += count
    }
    return close(descriptor) == 0
  }
}
