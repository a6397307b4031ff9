// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.Locale;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tiphys.model.text.SourceText;
import tiphys.model.yaml.YamlTree;

/**
 * Reading a large file without loss, with every place and comment known, beside two readers that
 * keep only the values; in turns, in one process.
 */
public final class ReadingBenchmark {
  private static final int ROUNDS = 30;
  private static final int WARM_UP = 15;

  private ReadingBenchmark() {}

  /** Takes the number of tasks; 10,000 without it. */
  public static void main(String[] arguments) throws JsonProcessingException {
    SourceText source = LargeWorkflow.of(LargeWorkflow.tasks(arguments));
    String text = source.toString();
    ObjectMapper jackson = new ObjectMapper(YAMLFactory.builder().loaderOptions(roomy()).build());
    Load engine = new Load(LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build());
    Times ours = new Times();
    Times theirs = new Times();
    Times jacksons = new Times();
    long read = 0;
    for (int i = -WARM_UP; i < ROUNDS; i++) {
      long begun = System.nanoTime();
      read += YamlTree.parse(source).documents().size();
      double our = Times.since(begun);
      begun = System.nanoTime();
      read += engine.loadFromString(text) == null ? 0 : 1;
      double their = Times.since(begun);
      begun = System.nanoTime();
      read += jackson.readTree(text).size();
      double its = Times.since(begun);
      if (i >= 0) {
        ours.add(our);
        theirs.add(their);
        jacksons.add(its);
      }
    }
    ours.print("lossless tree");
    theirs.print("snakeyaml-engine, values only");
    jacksons.print("Jackson YAML, values only");
    System.out.printf(
        Locale.ROOT,
        "ratio of medians: %.2f of snakeyaml-engine's time, %.2f of Jackson's (%d)%n",
        ours.median() / theirs.median(),
        ours.median() / jacksons.median(),
        read);
    System.exit(0);
  }

  private static org.yaml.snakeyaml.LoaderOptions roomy() {
    org.yaml.snakeyaml.LoaderOptions options = new org.yaml.snakeyaml.LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    return options;
  }
}
