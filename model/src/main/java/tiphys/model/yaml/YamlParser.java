// SPDX-License-Identifier: Apache-2.0
package tiphys.model.yaml;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.text.SourceText;
import tiphys.model.text.TextRange;

/** Turns the parser's events, with their marks, into a tree of nodes over the original text. */
final class YamlParser {
  /**
   * Deeper files are refused rather than risking the stack of every recursive reader behind this.
   */
  static final int MAX_DEPTH = 200;

  private static final int MAX_CODE_POINTS = 512 << 20;

  private final SourceText text;
  private final int @Nullable [] unitOfCodePoint;
  private final RecordingScanner scanner;
  private final ParserImpl events;
  private final List<YamlDocument> documents = new ArrayList<>();
  private final Deque<OpenCollection> open = new ArrayDeque<>();
  private final int depth;
  private boolean hasAnchors;
  private @Nullable Stopped stopped;

  /**
   * Why and where reading ended early.
   *
   * @param problemAt where the reader noticed
   * @param contextAt where that began which it was reading; the same place where that is not told
   * @param at the one of the two up to which all was well
   */
  record Stopped(ProblemCode code, int problemAt, int contextAt, int at, String reason) {}

  YamlParser(SourceText text) {
    this(text, 0);
  }

  /** Reads what stands so many levels deep in something else. */
  YamlParser(SourceText text, int depth) {
    this.text = text;
    this.depth = depth;
    this.unitOfCodePoint = unitsOfCodePoints(text);
    LoadSettings settings =
        LoadSettings.builder()
            .setParseComments(false)
            .setCodePointLimit(MAX_CODE_POINTS)
            .setBufferSize(Math.max(1024, Math.min(text.length() + 1, 1 << 16)))
            .build();
    this.scanner = new RecordingScanner(settings, new StreamReader(settings, text.reader()));
    this.events = new ParserImpl(settings, scanner);
  }

  YamlTree parse() {
    try {
      while (events.hasNext()) {
        accept(events.next());
      }
      return new YamlTree(text, documents, Optional.empty(), hasAnchors);
    } catch (MarkedYamlEngineException e) {
      int at = Math.min(text.length(), e.getProblemMark().map(this::unit).orElse(text.length()));
      int context = Math.min(at, e.getContextMark().map(this::unit).orElse(at));
      boolean isInToken = String.valueOf(e.getContext()).startsWith("while scanning");
      int place = Math.min(text.length(), place(e));
      return broken(
          new Stopped(
              ProblemCode.YAML_SYNTAX, place, context, isInToken ? context : at, e.getProblem()));
    } catch (TooDeepException e) {
      return broken(ProblemCode.YAML_TOO_DEEP, e.at, Integer.toString(MAX_DEPTH));
    } catch (YamlEngineException e) {
      String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      return broken(ProblemCode.YAML_SYNTAX, firstUnreadable(), reason);
    }
  }

  /** Why reading ended early; empty before it began and where it did not. */
  Optional<Stopped> stopped() {
    return Optional.ofNullable(stopped);
  }

  /** Where something is wrong; of a key without a colon, behind it and not on the next line. */
  private int place(MarkedYamlEngineException e) {
    int at = e.getProblemMark().map(this::unit).orElse(text.length());
    boolean isHalfKey = String.valueOf(e.getContext()).contains("simple key");
    int key = e.getContextMark().map(this::unit).orElse(at);
    if (!isHalfKey || key >= at) {
      return at;
    }
    int end = Math.min(at, text.lineEnd(text.lineOf(key)));
    while (end > key && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** The first character that no YAML may hold; the end where there is none. */
  private int firstUnreadable() {
    String all = text.toString();
    for (int i = 0; i < all.length(); i += Character.charCount(all.codePointAt(i))) {
      if (!StreamReader.isPrintable(all.codePointAt(i))) {
        return i;
      }
    }
    return all.length();
  }

  private YamlTree broken(ProblemCode code, int at, String reason) {
    int place = Math.min(at, text.length());
    return broken(new Stopped(code, place, place, place, reason));
  }

  /** Closes what was open where reading stopped, so that what could be read is there. */
  private YamlTree broken(Stopped why) {
    while (!open.isEmpty()) {
      close(open.pop(), OpenCollection.UNKNOWN_END);
    }
    stopped = why;
    Problem problem = Problem.error(why.code(), TextRange.at(why.problemAt()), why.reason());
    return new YamlTree(text, documents, Optional.of(problem), hasAnchors);
  }

  private void accept(Event event) {
    switch (event.getEventId()) {
      case Scalar -> scalar((ScalarEvent) event);
      case Alias -> {
        hasAnchors = true;
        int start = unit(event.getStartMark().orElseThrow());
        int end = unit(event.getEndMark().orElseThrow());
        add(new YamlAlias(((AliasEvent) event).getAlias().getValue(), end - start), start);
      }
      case MappingStart, SequenceStart -> {
        CollectionStartEvent start = (CollectionStartEvent) event;
        int at = unit(start.getStartMark().orElseThrow());
        if (open.size() + depth >= MAX_DEPTH) {
          throw new TooDeepException(at);
        }
        hasAnchors |= start.getAnchor().isPresent();
        open.push(
            new OpenCollection(
                at,
                start instanceof MappingStartEvent,
                start.isFlow(),
                start.getAnchor().map(Anchor::getValue).orElse(null),
                start.getTag().orElse(null)));
      }
      case MappingEnd, SequenceEnd -> close(open.pop(), unit(event.getEndMark().orElseThrow()));
      default -> {
        // Stream and document borders carry no content of their own.
      }
    }
  }

  private void scalar(ScalarEvent event) {
    int start = unit(event.getStartMark().orElseThrow());
    int end = unit(event.getEndMark().orElseThrow());
    String value = event.getValue();
    String anchor = event.getAnchor().map(Anchor::getValue).orElse(null);
    String tag = event.getTag().orElse(null);
    hasAnchors |= anchor != null;
    ScalarStyle style =
        switch (event.getScalarStyle()) {
          case SINGLE_QUOTED -> ScalarStyle.SINGLE_QUOTED;
          case DOUBLE_QUOTED -> ScalarStyle.DOUBLE_QUOTED;
          case LITERAL -> ScalarStyle.LITERAL;
          case FOLDED -> ScalarStyle.FOLDED;
          default -> ScalarStyle.PLAIN;
        };
    if (style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED) {
      if (end >= text.length() && !endsWithBreak() && value.endsWith("\n")) {
        // libyaml, which Argo's reader is a port of, invents no line break at the end of a file.
        value = value.substring(0, value.length() - 1);
      }
      end = BlockScalars.contentEnd(text, start, end);
    }
    if (style == ScalarStyle.PLAIN && value.isEmpty() && anchor == null && tag == null) {
      start = absentValueStart(start);
      end = start;
    }
    add(new YamlScalar(value, style, end - start, anchor, tag), start);
  }

  /**
   * The parser reports an absent value at the next token; it belongs just behind the colon of its
   * key.
   */
  private int absentValueStart(int reported) {
    OpenCollection parent = open.peek();
    if (parent == null || !parent.awaitsValue()) {
      return reported;
    }
    int colon = scanner.lastColon();
    int behindColon = colon < 0 ? -1 : unit(colon) + 1;
    return Math.max(parent.lastEnd(), behindColon);
  }

  private void add(YamlNode node, int start) {
    OpenCollection parent = open.peek();
    if (parent == null) {
      documents.add(new YamlDocument(node, start));
    } else {
      parent.add(node, start);
    }
  }

  private void close(OpenCollection closed, int end) {
    add(closed.toNode(end, this::dashBefore, this::keyTokenBefore), closed.start);
  }

  private int dashBefore(int unit) {
    return unit(scanner.lastDashBefore(codePoint(unit)));
  }

  private int keyTokenBefore(int unit) {
    int token = scanner.lastKeyAtOrBefore(codePoint(unit));
    return token < 0 ? -1 : unit(token);
  }

  private boolean endsWithBreak() {
    char last = text.charAt(text.length() - 1);
    return last == '\n' || last == '\r';
  }

  private int unit(Mark mark) {
    return unit(mark.getIndex());
  }

  private int unit(int codePoint) {
    return unitOfCodePoint == null || codePoint < 0
        ? codePoint
        : unitOfCodePoint[Math.min(codePoint, unitOfCodePoint.length - 1)];
  }

  private int codePoint(int unit) {
    if (unitOfCodePoint == null) {
      return unit;
    }
    int found = Arrays.binarySearch(unitOfCodePoint, unit);
    return found >= 0 ? found : -found - 2;
  }

  /**
   * The parser counts code points, Java UTF-16 units; a table is needed only where surrogates make
   * them differ.
   */
  private static int @Nullable [] unitsOfCodePoints(SourceText text) {
    String all = text.toString();
    int count = all.codePointCount(0, all.length());
    if (count == all.length()) {
      return null;
    }
    int[] units = new int[count + 1];
    int unit = 0;
    for (int i = 0; i < count; i++) {
      units[i] = unit;
      unit += Character.charCount(all.codePointAt(unit));
    }
    units[count] = unit;
    return units;
  }

  private static final class TooDeepException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int at;

    TooDeepException(int at) {
      this.at = at;
    }
  }
}
