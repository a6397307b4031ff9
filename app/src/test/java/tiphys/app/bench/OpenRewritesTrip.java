// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.openrewrite.InMemoryExecutionContext;
import org.openrewrite.SourceFile;
import org.openrewrite.yaml.YamlIsoVisitor;
import org.openrewrite.yaml.YamlParser;
import org.openrewrite.yaml.tree.Yaml;

/** By OpenRewrite's lossless tree. It refuses by itself what it would not write as it was. */
final class OpenRewritesTrip implements RoundTrip {
  @Override
  public String name() {
    return "OpenRewrite";
  }

  @Override
  public Optional<String> unchanged(String text) {
    return read(text).map(SourceFile::printAll);
  }

  @Override
  public Optional<String> changed(String text, ImageChange change) {
    Setting setting = new Setting(change);
    return read(text)
        .map(file -> setting.visitNonNull(file, 0))
        .filter(_ -> setting.isDone)
        .map(Yaml.Documents.class::cast)
        .map(SourceFile::printAll);
  }

  private static Optional<Yaml.Documents> read(String text) {
    InMemoryExecutionContext quiet = new InMemoryExecutionContext(_ -> {});
    try (Stream<SourceFile> files = YamlParser.builder().build().parse(quiet, text)) {
      return files
          .filter(Yaml.Documents.class::isInstance)
          .map(Yaml.Documents.class::cast)
          .findFirst();
    }
  }

  /** Sets the image of the first template of that name. */
  private static final class Setting extends YamlIsoVisitor<Integer> {
    private final ImageChange change;
    private boolean isDone;

    Setting(ImageChange change) {
      this.change = change;
    }

    @Override
    public Yaml.Mapping visitMapping(Yaml.Mapping mapping, Integer none) {
      return !isDone && isMeant(mapping) ? with(mapping) : super.visitMapping(mapping, none);
    }

    private boolean isMeant(Yaml.Mapping mapping) {
      return value(mapping, "name")
              .filter(
                  name ->
                      name instanceof Yaml.Scalar said && said.getValue().equals(change.template()))
              .isPresent()
          && value(mapping, change.field())
              .filter(Yaml.Mapping.class::isInstance)
              .flatMap(body -> value((Yaml.Mapping) body, "image"))
              .filter(Yaml.Scalar.class::isInstance)
              .isPresent();
    }

    private Yaml.Mapping with(Yaml.Mapping template) {
      isDone = true;
      return changed(
          template,
          change.field(),
          body ->
              changed(
                  (Yaml.Mapping) body,
                  "image",
                  image -> ((Yaml.Scalar) image).withValue(change.image())));
    }

    private static Yaml.Mapping changed(
        Yaml.Mapping mapping, String key, UnaryOperator<Yaml.Block> next) {
      return mapping.withEntries(
          mapping.getEntries().stream()
              .map(
                  entry ->
                      entry.getKey().getValue().equals(key)
                          ? entry.withValue(next.apply(entry.getValue()))
                          : entry)
              .toList());
    }

    private static Optional<Yaml.Block> value(Yaml.Mapping mapping, String key) {
      return mapping.getEntries().stream()
          .filter(entry -> entry.getKey().getValue().equals(key))
          .map(Yaml.Mapping.Entry::getValue)
          .findFirst();
    }
  }
}
