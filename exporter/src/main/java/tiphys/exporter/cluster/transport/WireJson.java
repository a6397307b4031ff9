// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.cluster.transport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** JSON as clusters send it. */
public final class WireJson {
  /** As long as the largest message of an Argo Server; Jackson's own limit is 20 million. */
  private static final int LONGEST_TEXT = 128 * 1024 * 1024;

  /** Reads one text after the other; nothing of it is configured further. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build())
                  .build())
          .build();

  private WireJson() {}
}
