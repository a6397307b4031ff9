// SPDX-License-Identifier: Apache-2.0
package tiphys.model.command;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tiphys.model.writing.DocumentWriter;
import tiphys.model.yaml.YamlPlace;
import tiphys.model.yaml.YamlScalar;

/** Goes through what is below a place for texts that hold tags or are expressions. */
final class TagWalk {
  private static final Pattern TAG = Pattern.compile("\\{\\{.*?\\}\\}", Pattern.DOTALL);

  /** Fields that are expressions without braces around them. */
  private static final Set<String> EXPRESSIONS = Set.of("expression", "fromExpression");

  /** Leaves all as it is. */
  static final TagWalk NOTHING = new TagWalk(UnaryOperator.identity(), UnaryOperator.identity());

  private final UnaryOperator<String> inTag;
  private final UnaryOperator<String> inExpression;

  /**
   * What is to be done.
   *
   * @param inTag with a simple tag, braces included
   * @param inExpression with an expression, or an expression tag
   */
  TagWalk(UnaryOperator<String> inTag, UnaryOperator<String> inExpression) {
    this.inTag = inTag;
    this.inExpression = inExpression;
  }

  /** Does this, and then what another does. */
  TagWalk and(TagWalk other) {
    return new TagWalk(
        text -> other.inTag.apply(inTag.apply(text)),
        text -> other.inExpression.apply(inExpression.apply(text)));
  }

  /** Shows every simple tag and every expression below a place. */
  static void look(YamlPlace place, Consumer<String> tag, Consumer<String> expression) {
    TagWalk walk =
        new TagWalk(
            text -> {
              tag.accept(text);
              return text;
            },
            text -> {
              expression.accept(text);
              return text;
            });
    walk.each(place, "", (scalar, isExpression) -> walk.in(scalarText(scalar), isExpression));
  }

  /** Rewrites them. */
  void rewrite(YamlPlace place, DocumentWriter writer) {
    each(
        place,
        "",
        (scalar, isExpression) -> writer.rewrite(scalar, text -> in(text, isExpression)));
  }

  /** Rewrites them; those within an inner place as another walk does. */
  void rewrite(YamlPlace place, DocumentWriter writer, YamlPlace inner, TagWalk there) {
    each(
        place,
        "",
        (scalar, isExpression) -> {
          boolean isWithin = inner.start() <= scalar.start() && scalar.end() <= inner.end();
          TagWalk walk = isWithin ? there : this;
          writer.rewrite(scalar, text -> walk.in(text, isExpression));
        });
  }

  private interface Visitor {
    void visit(YamlPlace scalar, boolean isExpression);
  }

  private void each(YamlPlace place, String key, Visitor visitor) {
    if (place.node() instanceof YamlScalar scalar) {
      boolean isExpression = EXPRESSIONS.contains(key);
      if (isExpression || scalar.value().contains("{{")) {
        visitor.visit(place, isExpression);
      }
      return;
    }
    place.entries().forEach(entry -> each(entry.value(), entry.name(), visitor));
    place.items().forEach(item -> each(item, key, visitor));
  }

  private String in(String text, boolean isExpression) {
    return isExpression
        ? inExpression.apply(text)
        : TAG.matcher(text)
            .replaceAll(
                tag ->
                    Matcher.quoteReplacement(
                        tag.group().startsWith("{{=")
                            ? inExpression.apply(tag.group())
                            : inTag.apply(tag.group())));
  }

  private static String scalarText(YamlPlace place) {
    return place.text().orElse("");
  }
}
