// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Artifacts as Argo keeps them by default: a compressed tar archive of one file or folder. */
final class TarArchive {
  private static final int BLOCK = 512;
  private static final int MODE_AT = 100;
  private static final int SIZE_AT = 124;
  private static final int TIME_AT = 136;
  private static final int SUM_AT = 148;
  private static final int TYPE_AT = 156;
  private static final int LINK_AT = 157;
  private static final int MAGIC_AT = 257;
  private static final int PREFIX_AT = 345;
  private static final String LONG_NAME = "././@LongLink";

  private TarArchive() {}

  /** Whether a file is a tar archive, compressed or not. */
  static boolean isOne(Path file) throws IOException {
    try (InputStream in = uncompressed(file)) {
      byte[] header = in.readNBytes(BLOCK);
      return header.length == BLOCK && text(header, MAGIC_AT, 5).equals("ustar");
    } catch (java.util.zip.ZipException e) {
      return false;
    }
  }

  private static InputStream uncompressed(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.mark(2);
    boolean isCompressed = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return isCompressed ? new GZIPInputStream(in) : in;
  }

  static void write(Path source, Path target) throws IOException {
    Path top = source.getFileName();
    try (OutputStream out =
            new GZIPOutputStream(new BufferedOutputStream(Files.newOutputStream(target)));
        Stream<Path> walk = Files.walk(source)) {
      for (Path file : walk.sorted().toList()) {
        String name = top.resolve(source.relativize(file).toString()).toString();
        writeEntry(out, file, name.replace('\\', '/').replaceAll("/$", ""));
      }
      out.write(new byte[2 * BLOCK]);
    }
  }

  private static void writeEntry(OutputStream out, Path file, String name) throws IOException {
    int mode = Files.isExecutable(file) ? 0755 : 0644;
    long time = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toMillis() / 1000;
    if (Files.isSymbolicLink(file)) {
      String link = Files.readSymbolicLink(file).toString();
      header(out, name, '2', 0, 0777, time, link);
    } else if (Files.isDirectory(file)) {
      header(out, name + "/", '5', 0, 0755, time, "");
    } else if (Files.isRegularFile(file)) {
      long size = Files.size(file);
      header(out, name, '0', size, mode, time, "");
      Files.copy(file, out);
      out.write(new byte[padding(size)]);
    }
  }

  private static int padding(long size) {
    return (int) ((BLOCK - size % BLOCK) % BLOCK);
  }

  private static void header(
      OutputStream out, String name, char type, long size, int mode, long time, String link)
      throws IOException {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MODE_AT) {
      header(out, LONG_NAME, 'L', bytes.length + 1L, 0644, 0, "");
      out.write(Arrays.copyOf(bytes, bytes.length + 1 + padding(bytes.length + 1L)));
    }
    byte[] header = new byte[BLOCK];
    System.arraycopy(bytes, 0, header, 0, Math.min(bytes.length, MODE_AT));
    put(header, MODE_AT, octal(mode, 7));
    put(header, 108, octal(0, 7));
    put(header, 116, octal(0, 7));
    put(header, SIZE_AT, octal(size, 11));
    put(header, TIME_AT, octal(time, 11));
    put(header, SUM_AT, "        ");
    header[TYPE_AT] = (byte) type;
    byte[] linkBytes = link.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(linkBytes, 0, header, LINK_AT, Math.min(linkBytes.length, 100));
    put(header, MAGIC_AT, "ustar\0" + "00");
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    put(header, SUM_AT, octal(sum, 6) + "\0 ");
    out.write(header);
  }

  private static String octal(long value, int digits) {
    String text = Long.toOctalString(value);
    return "0".repeat(Math.max(0, digits - text.length())) + text;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  static void read(Path archive, Path target) throws IOException {
    Unpacking unpacking = Unpacking.beside(target);
    try (InputStream in = uncompressed(archive)) {
      String longName = "";
      byte[] header = in.readNBytes(BLOCK);
      while (header.length == BLOCK && header[0] != 0) {
        long size = number(header, SIZE_AT, 12);
        char type = (char) header[TYPE_AT];
        if (type == 'L') {
          longName = new String(content(in, size), StandardCharsets.UTF_8).replace("\0", "");
        } else if (type == 'x' || type == 'g') {
          longName = paxPath(new String(content(in, size), StandardCharsets.UTF_8), longName);
        } else {
          String name = longName.isEmpty() ? name(header) : longName;
          readEntry(in, unpacking.place(name), header, type, size);
          longName = "";
        }
        header = in.readNBytes(BLOCK);
      }
    }
    unpacking.finish();
  }

  private static void readEntry(InputStream in, Path file, byte[] header, char type, long size)
      throws IOException {
    if (type == '5') {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(file.getParent());
    if (type == '2') {
      Files.createSymbolicLink(file, Path.of(text(header, LINK_AT, 100)));
      return;
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      copy(in, out, size);
    }
    in.skipNBytes(padding(size));
    if ((number(header, MODE_AT, 8) & 0100) != 0) {
      boolean isSet = file.toFile().setExecutable(true);
      if (!isSet) {
        throw new IOException(file + " could not be made executable");
      }
    }
  }

  private static void copy(InputStream in, OutputStream out, long size) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = size;
    while (left > 0) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new EOFException("the archive ends in the middle of a file");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }

  private static byte[] content(InputStream in, long size) throws IOException {
    byte[] content = in.readNBytes((int) size);
    in.skipNBytes(padding(size));
    return content;
  }

  private static String paxPath(String records, String absent) {
    for (String line : records.lines().toList()) {
      int at = line.indexOf(" path=");
      if (at >= 0) {
        return line.substring(at + " path=".length());
      }
    }
    return absent;
  }

  private static String name(byte[] header) {
    String prefix = text(header, PREFIX_AT, 155);
    String name = text(header, 0, MODE_AT);
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private static long number(byte[] header, int at, int length) {
    String digits = text(header, at, length).strip();
    return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
  }

  private static String text(byte[] header, int at, int length) {
    int end = at;
    while (end < at + length && header[end] != 0) {
      end++;
    }
    return new String(header, at, end - at, StandardCharsets.UTF_8);
  }
}
