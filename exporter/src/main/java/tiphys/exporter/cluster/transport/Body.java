// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/** What a server sends, as it comes: what was asked for, or that it is elsewhere. */
public final class Body implements AutoCloseable {
  private static final int ELSEWHERE = 307;

  private final int status;
  private final InputStream content;
  private final Function<String, Optional<String>> header;

  Body(int status, InputStream content, Function<String, Optional<String>> header) {
    this.status = status;
    this.content = content;
    this.header = header;
  }

  static boolean isOne(int status) {
    return status / 100 == 2 || status == ELSEWHERE;
  }

  public InputStream content() {
    return content;
  }

  /** Where what was asked for is instead. */
  public Optional<String> elsewhere() {
    return status == ELSEWHERE
        ? Optional.of(header.apply("Location").orElse(""))
        : Optional.empty();
  }

  /** How many bytes there are, where the server says so. */
  public OptionalLong length() {
    String length = header.apply("Content-Length").orElse("");
    return length.matches("\\d{1,18}")
        ? OptionalLong.of(Long.parseLong(length))
        : OptionalLong.empty();
  }

  /** The file's name, where the server gives one; without a folder, whatever the server says. */
  public Optional<String> fileName() {
    String[] parts = header.apply("Content-Disposition").orElse("").split("filename=", 2);
    String name =
        parts.length < 2 ? "" : parts[1].replaceFirst("^\"", "").replaceAll("[\";].*$", "");
    return Optional.of(name.replaceAll(".*[/\\\\]", "").strip())
        .filter(plain -> !plain.isEmpty() && !plain.matches("\\.+"));
  }

  /** Refused where a stream is elsewhere: what answers is something on the way. */
  Outcome<LineStream> lines(String address) {
    if (elsewhere().isPresent()) {
      close();
      return Outcome.refused(ProblemCode.CLUSTER_NOT_ARGO, address);
    }
    return Outcome.done(new LineStream(content));
  }

  @Override
  public void close() {
    try {
      content.close();
    } catch (IOException _) {
      // it is given up in either case
      return;
    }
  }
}
