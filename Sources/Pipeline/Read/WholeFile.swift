import Glibc

/// A file of the machine, read at once.
enum WholeFile {
  /// - Returns: nil where there is no such file, or it cannot be read.
  static func bytes(_ path: String) -> [UInt8]? {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { _ = close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      return nil
    }
    var bytes: [UInt8] = []
    // One byte more than it has, so that the end is seen; a pipe tells no size.
    var room = max(4_096, Int(status.st_size) + 1)
    while true {
      guard let block = block(of: descriptor, room: room) else { return nil }
      if bytes.isEmpty { bytes = block } else { bytes += block }
      if block.count < room { return bytes }
      room = 1 << 20
    }
  }

  /// As many bytes as there is room for, or as are left; nil where they cannot be read.
  private static func block(of descriptor: Int32, room: Int) -> [UInt8]? {
    var isBroken = false
    let block = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      count = 0
      // Each call fills what is left of the buffer and no more.
      while count < room {
        let got = unsafe read(
          descriptor, buffer.baseAddress?.advanced(by: count), room - count)
        if got < 0, errno == EINTR { continue }
        isBroken = got < 0
        if got <= 0 { break }
        count += got
      }
    }
    return isBroken ? nil : block
  }
}
