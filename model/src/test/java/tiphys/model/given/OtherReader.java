// SPDX-License-Identifier: Apache-2.0
package tiphys.model.given;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/** A YAML reader that shares no code with the one under test: org.yaml:snakeyaml, YAML 1.1. */
public final class OtherReader {
  private final Iterator<Event> events;

  private OtherReader(Iterator<Event> events) {
    this.events = events;
  }

  /** The documents of a text; absent where this reader cannot read it. */
  public static Optional<List<Meaning>> read(String text) {
    try {
      List<Event> all = events(text);
      Iterator<Event> events = all.iterator();
      OtherReader reader = new OtherReader(events);
      List<Meaning> documents = new ArrayList<>();
      while (events.hasNext()) {
        if (events.next() instanceof DocumentStartEvent) {
          documents.add(reader.meaning(events.next()));
        }
      }
      return Optional.of(documents);
    } catch (YAMLException e) {
      return Optional.empty();
    }
  }

  private static List<Event> events(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    ParserImpl parser = new ParserImpl(new StreamReader(text), options);
    List<Event> events = new ArrayList<>();
    for (Event event = parser.getEvent(); event != null; event = next(parser)) {
      events.add(event);
    }
    return events;
  }

  private static @Nullable Event next(ParserImpl parser) {
    return parser.peekEvent() == null ? null : parser.getEvent();
  }

  private Meaning meaning(Event event) {
    return switch (event) {
      case ScalarEvent scalar -> scalar(scalar);
      case AliasEvent alias -> new Meaning.Alias("", alias.getAnchor());
      case MappingStartEvent start -> {
        List<Meaning.Entry> entries = new ArrayList<>();
        for (Event key = events.next(); !key.is(Event.ID.MappingEnd); key = events.next()) {
          entries.add(new Meaning.Entry(meaning(key), meaning(events.next())));
        }
        yield new Meaning.Mapping(anchor(start.getAnchor()), entries);
      }
      case SequenceStartEvent start -> {
        List<Meaning> items = new ArrayList<>();
        for (Event item = events.next(); !item.is(Event.ID.SequenceEnd); item = events.next()) {
          items.add(meaning(item));
        }
        yield new Meaning.Items(anchor(start.getAnchor()), items);
      }
      default -> throw new IllegalStateException(event.toString());
    };
  }

  private static Meaning scalar(ScalarEvent scalar) {
    boolean isPlain = scalar.getImplicit().canOmitTagInPlainScalar();
    boolean isText =
        scalar.getTag() == null
            ? Meaning.isText(scalar.getValue(), isPlain)
            : scalar.getTag().equals(Tag.STR.getValue()) || scalar.getTag().equals("!");
    return new Meaning.Scalar(anchor(scalar.getAnchor()), scalar.getValue(), isText);
  }

  private static String anchor(@Nullable String anchor) {
    return anchor == null ? "" : anchor;
  }
}
