// SPDX-License-Identifier: Apache-2.0
package tiphys.model.given;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Made-up files of every kind and type as people and programs write them: any indentation, dashes,
 * quotes, brackets, comments, anchors, block scalars, line ends, several documents, lists, JSON.
 * The seed says all.
 */
public final class GeneratedYaml {
  private GeneratedYaml() {}

  public static Arbitrary<String> texts() {
    return Arbitraries.randomValue(random -> text(random.nextLong()));
  }

  public static String text(long seed) {
    Random random = new Random(seed);
    SampleWorkflow workflow = new SampleWorkflow(random);
    if (random.nextInt(8) == 0) {
      return new SampleJson(random).write(workflow.document());
    }
    StringBuilder out = new StringBuilder();
    if (random.nextInt(4) == 0) {
      out.append("# Licence: somebody's\n");
    }
    if (random.nextInt(4) == 0) {
      out.append("---\n");
    }
    int documents = random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 1;
    for (int i = 0; i < documents; i++) {
      if (i > 0) {
        out.append(random.nextInt(6) == 0 ? "...\n---\n" : "---\n");
      }
      boolean isOther = documents > 1 && random.nextInt(4) == 0;
      new SampleStyle(random, out).write(isOther ? workflow.other() : workflow.document());
    }
    return withLineEnds(out.toString(), random);
  }

  private static String withLineEnds(String text, Random random) {
    String whole = random.nextInt(5) == 0 ? text.stripTrailing() : text;
    if (whole.isEmpty()) {
      return text;
    }
    return switch (random.nextInt(8)) {
      case 0, 1 -> whole.replace("\n", "\r\n");
      case 2 -> mixed(whole, random);
      default -> whole;
    };
  }

  private static String mixed(String text, Random random) {
    StringBuilder out = new StringBuilder();
    for (String line : text.split("(?<=\n)", -1)) {
      boolean isWindows = random.nextInt(3) == 0;
      out.append(isWindows ? line.replace("\n", "\r\n") : line);
    }
    return out.toString();
  }
}
