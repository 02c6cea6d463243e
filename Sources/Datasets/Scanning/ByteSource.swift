import Glibc

/// The bytes of a file, in blocks, and whether it stayed the same while it was read.
final class ByteSource: Sendable {
  let size: Int
  private let descriptor: Int32
  private let path: String
  private let opened: Stamp?
  /// Text made of something else, such as a workbook; nil where the file itself is read.
  private let text: [UInt8]?

  enum Trouble: Error {
    case missing, notAFile, unreadable
  }

  init(path: String) throws(Trouble) {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw errno == ENOENT ? .missing : .unreadable }
    guard let stamp = Stamp(descriptor: descriptor) else {
      close(descriptor)
      throw .unreadable
    }
    guard stamp.isRegular else {
      close(descriptor)
      throw .notAFile
    }
    self.descriptor = descriptor
    self.path = path
    opened = stamp
    text = nil
    size = stamp.size
  }

  /// Text that was made in memory of what another source holds, which must stay the same.
  init(text: [UInt8], of original: ByteSource?) {
    descriptor = -1
    path = original?.path ?? ""
    opened = original?.opened
    self.text = text
    size = text.count
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Fills a buffer from an offset; fewer bytes only at the end of the file.
  ///
  /// - Returns: the number of bytes, nil where the machine could not read.
  func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int) -> Int? {
    if let text {
      guard offset < text.count else { return 0 }
      let part = text[max(offset, 0)..<min(text.count, offset + buffer.count)]
      unsafe buffer.copyBytes(from: part)
      return part.count
    }
    var filled = 0
    while filled < buffer.count {
      guard let start = buffer.baseAddress else { return 0 }
      let got = unsafe pread(descriptor, start + filled, buffer.count - filled, offset + filled)
      if got < 0 {
        if errno == EINTR { continue }
        return nil
      }
      if got == 0 { break }
      filled += got
    }
    return filled
  }

  /// The first bytes of the file, for a look at its dialect.
  func beginning(_ length: Int) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: min(length, size))
    let got = unsafe bytes.withUnsafeMutableBytes { unsafe read(into: $0, at: 0) }
    guard let got else { return nil }
    bytes.removeLast(bytes.count - got)
    return bytes
  }

  /// Whether somebody wrote to the file, or put another in its place, since it was opened.
  var hasChanged: Bool {
    guard let opened else { return false }
    return Stamp(path: path) != opened
      || descriptor >= 0 && Stamp(descriptor: descriptor) != opened
  }

  private struct Stamp: Equatable {
    let device: UInt
    let inode: UInt
    let size: Int
    let seconds: Int
    let nanoseconds: Int
    let isRegular: Bool

    init?(descriptor: Int32) {
      var information = stat()
      guard unsafe fstat(descriptor, &information) == 0 else { return nil }
      self.init(information)
    }

    init?(path: String) {
      var information = stat()
      guard unsafe stat(path, &information) == 0 else { return nil }
      self.init(information)
    }

    private init(_ information: stat) {
      device = UInt(information.st_dev)
      inode = UInt(information.st_ino)
      size = Int(information.st_size)
      seconds = information.st_mtim.tv_sec
      nanoseconds = information.st_mtim.tv_nsec
      isRegular = information.st_mode & S_IFMT == S_IFREG
    }
  }
}
