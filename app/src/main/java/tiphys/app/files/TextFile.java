// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.text.SourceText;

/**
 * The text of a file. UTF-8, with or without a byte order mark; line breaks of any kind are left as
 * they are, so that what was not edited is written back to the byte.
 */
public record TextFile(SourceText text, boolean hasByteOrderMark) {
  /**
   * Beyond this a file is refused rather than the window made to crawl; ten thousand tasks are 5
   * MB.
   */
  public static final long MAX_BYTES = 64L << 20;

  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /**
   * Reads a file, or says in what way it cannot be read: missing, forbidden, a folder, too large,
   * not text.
   */
  public static Outcome<TextFile> read(Path path) {
    try {
      if (Files.isDirectory(path)) {
        return Outcome.refused(ProblemCode.FILE_IS_FOLDER, path.toString());
      }
      long size = Files.size(path);
      if (size > MAX_BYTES) {
        return Outcome.refused(
            ProblemCode.FILE_TOO_LARGE, path.toString(), megabytes(size), megabytes(MAX_BYTES));
      }
      try (InputStream in = Files.newInputStream(path)) {
        return read(in, path.toString());
      }
    } catch (IOException e) {
      return Outcome.refused(whyUnreadable(path, e));
    }
  }

  /**
   * Reads to the end of a stream, but no more than a file may have: a pipe tells no size.
   *
   * @param name what the refusal calls it
   */
  public static Outcome<TextFile> read(InputStream in, String name) throws IOException {
    return of(in.readNBytes((int) MAX_BYTES + 1), name);
  }

  /** Takes bytes for a text. @param name what the refusal calls them */
  public static Outcome<TextFile> of(byte[] bytes, String name) {
    if (bytes.length > MAX_BYTES) {
      return Outcome.refused(
          ProblemCode.FILE_TOO_LARGE, name, "> " + megabytes(MAX_BYTES), megabytes(MAX_BYTES));
    }
    boolean marked = startsWithMark(bytes);
    int start = marked ? BYTE_ORDER_MARK.length : 0;
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, start, bytes.length - start))
              .toString();
      if (text.indexOf('\0') >= 0) {
        return Outcome.refused(ProblemCode.FILE_NOT_TEXT, name);
      }
      return Outcome.done(new TextFile(SourceText.of(text), marked));
    } catch (CharacterCodingException e) {
      return Outcome.refused(ProblemCode.FILE_NOT_TEXT, name);
    }
  }

  /** The bytes of a text in this file's manner. */
  public byte[] bytesOf(SourceText changed) {
    byte[] plain = changed.toString().getBytes(StandardCharsets.UTF_8);
    if (!hasByteOrderMark) {
      return plain;
    }
    byte[] marked = new byte[plain.length + BYTE_ORDER_MARK.length];
    System.arraycopy(BYTE_ORDER_MARK, 0, marked, 0, BYTE_ORDER_MARK.length);
    System.arraycopy(plain, 0, marked, BYTE_ORDER_MARK.length, plain.length);
    return marked;
  }

  /**
   * Replaces a file as a whole: written beside it first, then moved over it, so that a full disk or
   * a crash leaves the old one. Permissions stay; a symbolic link stays a link to the file that is
   * replaced. Returns why it could not be done.
   */
  public static Optional<Problem> write(Path path, byte[] bytes) {
    try {
      Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
      Path folder = target.getParent();
      if (folder == null || !Files.isDirectory(folder)) {
        return Optional.of(Problem.refusal(ProblemCode.FILE_NOT_FOUND, String.valueOf(folder)));
      }
      Path beside = Files.createTempFile(folder, "." + target.getFileName() + ".", ".part");
      try {
        Files.write(beside, bytes);
        keepPermissions(target, beside);
        Files.move(beside, target, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of(
          Problem.refusal(ProblemCode.FILE_NOT_WRITTEN, path.toString(), reasonOf(e)));
    }
  }

  private static void keepPermissions(Path from, Path to) throws IOException {
    boolean isPosix = to.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (!isPosix) {
      return;
    }
    if (Files.exists(from)) {
      Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
    } else {
      Files.setPosixFilePermissions(
          to,
          Set.of(
              PosixFilePermission.OWNER_READ,
              PosixFilePermission.OWNER_WRITE,
              PosixFilePermission.GROUP_READ,
              PosixFilePermission.OTHERS_READ));
    }
  }

  private static boolean startsWithMark(byte[] bytes) {
    return bytes.length >= 3
        && bytes[0] == BYTE_ORDER_MARK[0]
        && bytes[1] == BYTE_ORDER_MARK[1]
        && bytes[2] == BYTE_ORDER_MARK[2];
  }

  private static Problem whyUnreadable(Path path, IOException e) {
    return switch (e) {
      case NoSuchFileException _ -> Problem.refusal(ProblemCode.FILE_NOT_FOUND, path.toString());
      case AccessDeniedException _ -> Problem.refusal(ProblemCode.FILE_DENIED, path.toString());
      default -> Problem.refusal(ProblemCode.FILE_NOT_READ, path.toString(), reasonOf(e));
    };
  }

  /**
   * The system's own words for it; a file system exception's reason without the path, which the
   * sentence has already.
   */
  private static String reasonOf(IOException e) {
    if (e instanceof FileSystemException fileSystem && fileSystem.getReason() != null) {
      return fileSystem.getReason();
    }
    return e.getClass().getSimpleName();
  }

  private static String megabytes(long bytes) {
    return Long.toString(bytes >> 20);
  }
}
