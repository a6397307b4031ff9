// SPDX-License-Identifier: Apache-2.0
package tiphys.app.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import tiphys.app.message.VariableWords;
import tiphys.model.problem.Outcome;
import tiphys.model.symbol.Site;
import tiphys.model.symbol.Variable;
import tiphys.model.symbol.Variables;
import tiphys.model.text.LineColumn;
import tiphys.model.text.SourceText;

/** Tells who writes and who reads each variable of a file. */
final class VariablesVerb {
  private final Console console;

  VariablesVerb(Console console) {
    this.console = console;
  }

  int execute(Arguments arguments) {
    String form = arguments.last("-o").orElse("text");
    if (!List.of("text", "json").contains(form)) {
      return console.misused("unknown-form", form, "text, json");
    }
    if (arguments.words().size() != 1) {
      return console.misused("one-file", "variables");
    }
    Outcome<SourceFile> read = SourceFile.read(arguments.words().getFirst(), console, arguments);
    if (read.refusal().isPresent()) {
      return console.trouble(read.refusal().get());
    }
    SourceFile source = read.result().orElseThrow();
    if (source.state().tree().syntaxError().isPresent()) {
      return source.refuse(console, source.state().tree().syntaxError().get());
    }
    List<Variable> variables = Variables.of(source.state().tree(), source.state().workflow());
    if (form.equals("json")) {
      console.out().println(json(source.state().text(), variables));
    } else {
      tell(source, variables);
    }
    return Console.GOOD;
  }

  private void tell(SourceFile source, List<Variable> variables) {
    VariableWords words = new VariableWords(console.messages(), source.state().workflow());
    SourceText text = source.state().text();
    String last = "";
    for (Variable variable : variables) {
      String heading = words.heading(variable);
      if (!heading.equals(last)) {
        console.out().println(heading);
        last = heading;
      }
      String mark = words.mark(variable);
      console
          .out()
          .println("  " + words.name(variable) + (mark.isEmpty() ? "" : "  (" + mark + ")"));
      variable.writers().forEach(site -> tell("written", site, text, words));
      variable.readers().forEach(site -> tell("read", site, text, words));
    }
  }

  private void tell(String what, Site site, SourceText text, VariableWords words) {
    String does = console.messages().text("variables." + what);
    console.out().println("    " + does + " " + at(site, text) + "  " + words.place(site));
  }

  private static LineColumn at(Site site, SourceText text) {
    return text.positionOf(site.in(text).start());
  }

  private static String json(SourceText text, List<Variable> variables) {
    ArrayNode all = new JsonMapper().createArrayNode();
    for (Variable variable : variables) {
      ObjectNode entry = all.addObject();
      entry.put("name", variable.name());
      entry.put("group", variable.group().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      entry.put("resource", variable.scope().resource());
      entry.put("template", variable.scope().template().value());
      variable.owner().ifPresent(task -> entry.put("task", task.value()));
      entry.put("source", variable.source().name().toLowerCase(Locale.ROOT));
      entry.put("neverRead", variable.isNeverRead());
      entry.put("neverWritten", variable.isNeverWritten());
      add(entry.putArray("writers"), variable.writers(), text);
      add(entry.putArray("readers"), variable.readers(), text);
    }
    return all.toPrettyString();
  }

  private static void add(ArrayNode into, List<Site> sites, SourceText text) {
    for (Site site : sites) {
      ObjectNode entry = into.addObject();
      LineColumn at = at(site, text);
      entry.put("at", at.toString());
      entry.put("template", site.scope().template().value());
      site.node().ifPresent(node -> entry.put("task", node.value()));
      entry.put("field", site.field());
    }
  }
}
