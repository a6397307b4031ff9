// SPDX-License-Identifier: Apache-2.0
package tiphys.app.message;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tiphys.model.command.Command;
import tiphys.model.diagram.Diagram;
import tiphys.model.graph.NodeKind;
import tiphys.model.problem.ProblemCode;
import tiphys.model.run.NodePhase;
import tiphys.model.schema.Definition;
import tiphys.model.schema.Schema;
import tiphys.model.schema.SchemaField;
import tiphys.model.workflow.Marker;

/**
 * The keys that the program asks for. A string literal that is the whole argument of {@code
 * text(…)} is a key; so is every other literal that begins with a bundle's name and a dot. One that
 * ends in a dot or a hyphen is the beginning of keys that are put together.
 */
record UsedKeys(Set<String> keys, Set<String> beginnings) {
  private static final Path SOURCES = Path.of("src/main/java");
  private static final Pattern ASKED = Pattern.compile("\\btext\\(\\s*\"([a-z][a-z0-9.-]*)\"");
  private static final Pattern LITERAL =
      Pattern.compile("\"([a-z][a-z0-9-]*\\.[a-z0-9-]*(?:\\.[a-z0-9-]*)*)\"");
  private static final Pattern FILE_NAME =
      Pattern.compile(".*\\.(css|svg|png|md|properties|yaml|yml|json|txt)");

  static UsedKeys ofSources(Set<String> bundles) throws IOException {
    UsedKeys used = new UsedKeys(new TreeSet<>(), new TreeSet<>());
    used.addKnownLists();
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        used.addFrom(Files.readString(file), bundles);
      }
    }
    return used;
  }

  boolean covers(String key) {
    return keys.contains(key) || beginnings.stream().anyMatch(key::startsWith);
  }

  private void addKnownLists() {
    for (ProblemCode code : ProblemCode.values()) {
      keys.add("problem." + code.key());
    }
    for (Class<?> command : Command.class.getPermittedSubclasses()) {
      keys.add("command." + hyphenated(command.getSimpleName().replaceAll("(?<!^)([A-Z])", "_$1")));
    }
    keys.add("command." + Diagram.TYPING);
    Arrays.stream(NodePhase.values()).forEach(phase -> keys.add("phase." + hyphenated(phase)));
    Arrays.stream(Marker.Saying.values()).forEach(saying -> keys.add("marker." + saying.key()));
    keys.add("phase.none");
    Arrays.stream(NodeKind.values()).forEach(kind -> keys.add("kind." + hyphenated(kind)));
  }

  /** Of the keys that a field may be told by, the first that there is. */
  void addFields(Set<String> known) {
    for (Definition definition : Schema.argo().definitions()) {
      for (SchemaField field : definition.all()) {
        FieldWords.keys(field).stream().filter(known::contains).findFirst().ifPresent(keys::add);
      }
    }
  }

  private static String hyphenated(Object name) {
    return name.toString().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private void addFrom(String source, Set<String> bundles) {
    Matcher asked = ASKED.matcher(source);
    while (asked.find()) {
      add(asked.group(1));
    }
    Matcher literal = LITERAL.matcher(source);
    while (literal.find()) {
      String text = literal.group(1);
      if (bundles.contains(text.substring(0, text.indexOf('.')))
          && !FILE_NAME.matcher(text).matches()) {
        add(text);
      }
    }
  }

  private void add(String key) {
    (key.endsWith(".") || key.endsWith("-") ? beginnings : keys).add(key);
  }
}
