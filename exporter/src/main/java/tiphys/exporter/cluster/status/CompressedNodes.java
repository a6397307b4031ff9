// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import tiphys.exporter.cluster.transport.WireJson;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.ProblemCode;

/** Nodes of a run that is too large for its object as it is (Argo: util/file/fileutil.go). */
final class CompressedNodes {

  /** A hundred times what Kubernetes stores in one object; beyond that it is no status. */
  private static final long LARGEST = 256L * 1024 * 1024;

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
    if (packed.length < 4 || (packed[0] & 0xff) != 0x1f || (packed[1] & 0xff) != 0x8b) {
      return Outcome.refused(ProblemCode.CLUSTER_NODES_UNREADABLE, run, name(packed));
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] json = in.readNBytes((int) LARGEST);
      return Outcome.done(WireJson.MAPPER.readTree(json));
    } catch (IOException _) {
      return Outcome.refused(ProblemCode.CLUSTER_NODES_UNREADABLE, run, name(packed));
    }
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
