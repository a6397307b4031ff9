// SPDX-License-Identifier: Apache-2.0
package tiphys.app.source;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import jfx.incubator.scene.control.richtext.model.StyleAttributeMap;
import tiphys.app.code.Span;

/**
 * How each role of a stretch of text is written, as the style sheets say: a word of each role that
 * is never seen, whose colour and slant are looked up once and again when the theme changes.
 */
final class Inks extends Group {
  private final Map<Span.Role, Text> samples = new EnumMap<>(Span.Role.class);
  private final Map<Span.Role, StyleAttributeMap> known = new EnumMap<>(Span.Role.class);
  private final Region lit = new Region();

  /** Tells when one of them is another than it was. */
  Inks(Runnable changed) {
    setManaged(false);
    setVisible(false);
    lit.getStyleClass().add("lit-sample");
    lit.backgroundProperty().subscribe((_, _) -> changed.run());
    getChildren().add(lit);
    for (Span.Role role : Span.Role.values()) {
      Text sample = new Text(role.name());
      sample.getStyleClass().add(role.styleClass());
      samples.put(role, sample);
      getChildren().add(sample);
      sample.fillProperty().subscribe((_, _) -> forget(role, changed));
      sample.fontProperty().subscribe((_, _) -> forget(role, changed));
    }
  }

  StyleAttributeMap of(Span.Role role) {
    return known.computeIfAbsent(role, this::read);
  }

  /** The background of the lines of what is selected. */
  Color lit() {
    return Optional.ofNullable(lit.getBackground())
        .flatMap(background -> background.getFills().stream().findFirst())
        .map(fill -> fill.getFill())
        .filter(Color.class::isInstance)
        .map(Color.class::cast)
        .orElse(Color.TRANSPARENT);
  }

  private void forget(Span.Role role, Runnable changed) {
    known.remove(role);
    changed.run();
  }

  private StyleAttributeMap read(Span.Role role) {
    StyleAttributeMap.Builder ink = StyleAttributeMap.builder();
    Text sample = samples.get(role);
    if (sample != null) {
      if (sample.getFill() instanceof Color colour) {
        ink.setTextColor(colour);
      }
      ink.setItalic(sample.getFont().getStyle().toLowerCase(Locale.ROOT).contains("italic"));
    }
    return ink.build();
  }
}
