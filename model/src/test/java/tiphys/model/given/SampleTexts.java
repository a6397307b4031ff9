// SPDX-License-Identifier: Apache-2.0
package tiphys.model.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import tiphys.model.given.Sample.Fields;
import tiphys.model.given.Sample.Items;
import tiphys.model.given.Sample.Plain;
import tiphys.model.given.Sample.Text;

/** Picks texts that readers may take for something else, and what else hangs on chance. */
final class SampleTexts {
  private static final List<String> TEXTS =
      List.of(
          "hello",
          "busybox:1.36",
          "on",
          "0777",
          "1.10",
          "a: b",
          "a #b",
          "- x",
          "{{inputs.parameters.message}}",
          "{{item}}",
          "it's",
          "say \"hi\"",
          "",
          " lead",
          "trail ",
          "日本語 😀",
          "[x]",
          "k:",
          "back\\slash",
          "set -e\necho one\n\necho two\n",
          "no break\nat the end",
          "  indented\nfirst\n",
          "kept\n\n\n",
          "# no comment\nrun\n",
          "a,b",
          "*a",
          "&a",
          "%x",
          "@x",
          "null",
          "~");

  private final Random random;

  SampleTexts(Random random) {
    this.random = random;
  }

  Text any() {
    return new Text(TEXTS.get(random.nextInt(TEXTS.size())));
  }

  boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  int upTo(int most) {
    return random.nextInt(most + 1);
  }

  String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  Sample number() {
    return new Plain(pick("1", "2", "30"));
  }

  /** One to so many. */
  Items some(int most, Supplier<? extends Sample> each) {
    List<Sample> items = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(most); i++) {
      items.add(each.get());
    }
    return new Items(items);
  }

  static Items list(Sample... items) {
    return new Items(List.of(items));
  }

  static Items words(String... words) {
    return new Items(List.of(words).stream().<Sample>map(Text::new).toList());
  }

  static Fields named(String name) {
    return Sample.fields().and("name", name);
  }
}
