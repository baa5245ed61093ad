// Keeps two pulls from writing to the same folder at the same time.

internal import Foundation

/// A lock on the folder of collections, held as long as this value lives; the system frees it when the process ends.
struct PullLock: ~Copyable {
  private let descriptor: Int32

  /// Takes the lock.
  ///
  /// - Throws: `IndexError.pullIsRunning` where another process holds it, `IndexError.unwritable`.
  init(folder: String) throws(IndexError) {
    let path = folder + "/.pull.lock"
    descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .unwritable(path: path, reason: String(cString: strerror(errno))) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let code = errno
      close(descriptor)
      if code == EWOULDBLOCK { throw .pullIsRunning(lock: path) }
      throw .unwritable(path: path, reason: String(cString: strerror(code)))
    }
  }

  deinit {
    // Closing alone would leave the lock to a child that is just being started and hasn't dropped our files yet.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
