// SPDX-License-Identifier: Apache-2.0
package tiphys.model.writing;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tiphys.model.given.Corpus;
import tiphys.model.given.GeneratedYaml;

/** What holds for every single change of every file, whatever its style. */
final class WritingLawTest {
  /** More with {@code -Dlaw.times=20}. */
  private static final int TIMES = Integer.getInteger("law.times", 1);

  private static final List<String> REAL = Corpus.files().stream().map(Corpus::text).toList();

  @Provide
  Arbitrary<String> madeUp() {
    return GeneratedYaml.texts();
  }

  @Provide
  Arbitrary<String> real() {
    return Arbitraries.of(REAL);
  }

  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.randomValue(Random::nextLong);
  }

  @Property(tries = 1000, seed = "20261124")
  void aChangeOfAMadeUpFileIsWhatWasMeantAndNothingElse(
      @ForAll("madeUp") String text, @ForAll("seeds") long seed) {
    for (int i = 0; i < TIMES; i++) {
      new WritingTrial(text, new Random(seed + i)).run();
    }
  }

  @Property(tries = 400, seed = "20261124")
  void aChangeOfARealFileIsWhatWasMeantAndNothingElse(
      @ForAll("real") String text, @ForAll("seeds") long seed) {
    Random random = new Random(seed);
    boolean isWindows = random.nextInt(3) == 0;
    for (int i = 0; i < TIMES; i++) {
      new WritingTrial(isWindows ? text.replaceAll("(?<!\r)\n", "\r\n") : text, random).run();
    }
  }
}
