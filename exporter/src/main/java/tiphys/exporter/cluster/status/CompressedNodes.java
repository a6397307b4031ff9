// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.status;

import com.fasterxml.jackson.databind.JsonNode;
import io.airlift.compress.MalformedInputException;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import org.brotli.dec.BrotliInputStream;
import tiphys.exporter.cluster.transport.WireJson;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/** Nodes of a run that is too large for its object as it is (Argo: util/file/fileutil.go). */
final class CompressedNodes {

  /** A hundred times what Kubernetes stores in one object; beyond that it is no status. */
  private static final int LARGEST = 256 * 1024 * 1024;

  private CompressedNodes() {}

  /**
   * The nodes by id.
   *
   * @param run as a sentence names it
   */
  static Outcome<JsonNode> unpack(String run, String base64) {
    byte[] packed;
    try {
      packed = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      return Outcome.refused(ProblemCode.CLUSTER_NODES_UNREADABLE, run, "base64");
    }
    try (InputStream in = unpacking(packed)) {
      byte[] json = in.readNBytes(LARGEST);
      return Outcome.done(WireJson.MAPPER.readTree(json));
    } catch (IOException | MalformedInputException _) {
      return Outcome.refused(ProblemCode.CLUSTER_NODES_UNREADABLE, run, name(packed));
    }
  }

  private static InputStream unpacking(byte[] packed) throws IOException {
    InputStream in = new ByteArrayInputStream(packed);
    return switch (name(packed)) {
      case "gzip" -> new GZIPInputStream(in);
      case "zstd" -> new ZstdInputStream(in);
      default -> new BrotliInputStream(in);
    };
  }

  /** By its first bytes; brotli has no mark of its own, so it is what is nothing else. */
  private static String name(byte[] packed) {
    if (packed.length > 1 && (packed[0] & 0xff) == 0x1f && (packed[1] & 0xff) == 0x8b) {
      return "gzip";
    }
    return packed.length > 1 && (packed[0] & 0xff) == 0x28 && (packed[1] & 0xff) == 0xb5
        ? "zstd"
        : "brotli";
  }
}
