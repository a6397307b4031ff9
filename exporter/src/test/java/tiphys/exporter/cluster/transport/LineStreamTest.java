// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lines come whole, however their bytes come; silence ends the waiting. */
final class LineStreamTest {
  @Test
  void linesThatComeByteByByteAreWhole() throws IOException {
    byte[] bytes = "one\n\nzwei ä\nhalf".getBytes(StandardCharsets.UTF_8);
    InputStream dribbling =
        new ByteArrayInputStream(bytes) {
          @Override
          public int read(byte[] into, int from, int length) {
            return super.read(into, from, Math.min(1, length));
          }
        };
    List<String> lines = new ArrayList<>();
    try (LineStream stream = new LineStream(dribbling)) {
      for (var line = stream.next(); line.isPresent(); line = stream.next()) {
        lines.add(new String(line.get(), StandardCharsets.UTF_8));
      }
    }

    assertEquals(List.of("one", "", "zwei ä", "half"), lines);
  }

  @Test
  void aStreamThatFallsSilentCountsAsBroken() throws IOException {
    try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Socket here = new Socket(server.getInetAddress(), server.getLocalPort());
        Socket there = server.accept();
        LineStream stream =
            new LineStream(here.getInputStream()).closingAfterSilence(Duration.ofMillis(200))) {
      OutputStream out = there.getOutputStream();
      out.write("one\n".getBytes(StandardCharsets.UTF_8));
      out.flush();

      assertEquals(Optional.of("one"), stream.next().map(String::new));
      assertThrows(IOException.class, stream::next);
    }
  }
}
