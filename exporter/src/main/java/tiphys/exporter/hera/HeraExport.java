// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.hera;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tiphys.exporter.manifest.ManifestReader;
import tiphys.exporter.manifest.ManifestWriter;
import tiphys.exporter.python.PyNames;
import tiphys.exporter.python.PyPrinter;
import tiphys.exporter.python.PyStatement;
import tiphys.model.yaml.YamlDocument;
import tiphys.model.yaml.YamlTree;

/** Writes the resources of a file as Python for Hera 7. */
public final class HeraExport {
  private final HeraStyle style;
  private final List<PyStatement> statements = new ArrayList<>();
  private final List<HeraNote> notes = new ArrayList<>();
  private final List<String> fallbacks = new ArrayList<>();
  private final List<String> created = new ArrayList<>();
  private boolean needsNamespace;

  private HeraExport(HeraStyle style) {
    this.style = style;
  }

  /** A file as Python. */
  public static HeraCode of(YamlTree file, HeraStyle style) {
    HeraExport export = new HeraExport(style);
    Optional<String> server = style.server();
    export.documents(file.documents());
    List<PyStatement> whole = new ArrayList<>();
    server.ifPresent(
        _ -> {
          whole.add(PyStatement.line("import os"));
          whole.add(PyStatement.line(""));
        });
    whole.addAll(Imports.of(export.statements, server.isPresent()));
    server.ifPresent(host -> whole.addAll(Submission.settings(host, export.needsNamespace)));
    whole.addAll(export.statements);
    if (whole.isEmpty()) {
      return new HeraCode("", List.of(), List.of(), Map.of());
    }
    server.ifPresent(_ -> whole.addAll(Submission.calls(export.created)));
    boolean startsBlank = whole.getFirst().equals(PyStatement.line(""));
    PyPrinter printer = new PyPrinter();
    printer.print(startsBlank ? whole.subList(1, whole.size()) : whole);
    return new HeraCode(printer.text(), export.notes, export.fallbacks, printer.lines());
  }

  private void documents(List<YamlDocument> documents) {
    HeraClasses classes = HeraClasses.get();
    List<JsonNode> resources =
        documents.stream().map(each -> ManifestReader.toJson(each.place())).toList();
    long known =
        resources.stream().filter(each -> classes.isKind(each.path("kind").asText())).count();
    PyNames names = new PyNames(reserved(known));
    int number = 0;
    for (int i = 0; i < resources.size(); i++) {
      JsonNode resource = resources.get(i);
      Draft draft = new Draft(i);
      if (classes.isKind(resource.path("kind").asText())) {
        number++;
        String variable = known == 1 ? "w" : "w" + number;
        JsonNode renewed = new Renewal(draft).of(resource);
        WorkflowForm form =
            new WorkflowForm(draft, renewed, variable, style.functions() ? names : names.inner());
        PyStatement written = form.write(style.functions());
        for (PyStatement function : form.functions()) {
          statements.addAll(List.of(PyStatement.line(""), PyStatement.line(""), function));
        }
        if (!form.functions().isEmpty()) {
          statements.add(PyStatement.line(""));
        }
        add(written, draft);
        created.add(variable);
        needsNamespace |= resource.path("metadata").path("namespace").isMissingNode();
      } else if (!resource.isNull()) {
        draft.otherKind(resource.path("kind").asText());
        add(new PyStatement.Comment(ManifestWriter.yaml(resource)), draft);
      }
      notes.addAll(draft.notes());
      fallbacks.addAll(draft.fallbacks());
    }
  }

  private void add(PyStatement statement, Draft draft) {
    statements.add(PyStatement.line(""));
    NoteComments.of(draft.notes()).ifPresent(statements::add);
    statements.add(statement);
  }

  /** Names that no template or task may take. */
  private static Set<String> reserved(long resources) {
    Set<String> names = new HashSet<>(HeraClasses.get().sugarNames());
    names.addAll(Imports.OTHERS);
    for (int i = 1; i <= resources; i++) {
      names.add("w" + i);
    }
    return names;
  }
}
