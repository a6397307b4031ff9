// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tiphys.exporter.script.WorkflowScript;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.reading.WorkflowReader;
import tiphys.model.state.DiagramState;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.Library;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.ResourceKind;
import tiphys.model.workflow.WorkflowFile;
import tiphys.model.yaml.YamlTree;

/**
 * What one file of a folder holds.
 *
 * @param resources those of Argo, in order of place
 * @param trouble why it could not be read or understood
 * @param entries what other files may refer to
 * @param named what it may refer to: every name in a file that refers to any
 * @param isScript whether it is Python that uses Hera, which tells what it holds when it is run
 */
public record FolderFile(
    Path path,
    List<Held> resources,
    Optional<Problem> trouble,
    List<Library.Entry> entries,
    Set<String> named,
    boolean isScript) {
  private static final Pattern NAME = Pattern.compile("name[\"']?\\s*:\\s*[\"']?([-\\w.]+)");

  private static final Pattern HERA = Pattern.compile("(?m)^\\s*(from|import)\\s+hera\\b");

  /** Files beyond this are listed, but not read along. */
  static final long LARGEST = 4_000_000;

  /**
   * A resource of a file.
   *
   * @param number its position in the file, counted from 0
   */
  public record Held(int number, ResourceKind kind, String title) {}

  public FolderFile {
    resources = List.copyOf(resources);
    entries = List.copyOf(entries);
    named = Set.copyOf(named);
  }

  /** Reads a file from the disk. */
  static FolderFile read(Path path, long size) {
    if (size > LARGEST) {
      return unreadable(
          path,
          Problem.refusal(
              ProblemCode.FILE_TOO_LARGE,
              path.toString(),
              Long.toString(size >> 20),
              Long.toString(LARGEST >> 20)));
    }
    Outcome<TextFile> read = TextFile.read(path);
    return read.result()
        .map(
            file ->
                WorkflowScript.isNamed(path) ? script(path, file.text()) : of(path, file.text()))
        .orElseGet(() -> unreadable(path, read.refusal().orElseThrow()));
  }

  /** A file as somebody is editing it. */
  static FolderFile of(Path path, DiagramState state) {
    return of(path, state.tree(), state.workflow());
  }

  private static FolderFile script(Path path, SourceText text) {
    boolean usesHera = HERA.matcher(text.toString()).find();
    return new FolderFile(path, List.of(), Optional.empty(), List.of(), Set.of(), usesHera);
  }

  private static FolderFile of(Path path, SourceText text) {
    // what has no kind of Argo is not worth the reading
    if (!text.toString().contains("Workflow")) {
      return new FolderFile(path, List.of(), Optional.empty(), List.of(), Set.of(), false);
    }
    YamlTree tree = YamlTree.parse(text);
    return of(path, tree, WorkflowReader.read(tree));
  }

  private static FolderFile of(Path path, YamlTree tree, WorkflowFile workflow) {
    List<Held> held = new ArrayList<>();
    List<Library.Entry> entries = new ArrayList<>();
    for (int i = 0; i < workflow.resources().size(); i++) {
      Resource resource = workflow.resources().get(i);
      if (resource.kind() != ResourceKind.OTHER) {
        held.add(new Held(i, resource.kind(), resource.title()));
      }
      if (resource.reference().isPresent()) {
        entries.add(new Library.Entry(path.toString(), i, resource));
      }
    }
    return new FolderFile(path, held, tree.syntaxError(), entries, namedIn(tree.text()), false);
  }

  private static FolderFile unreadable(Path path, Problem why) {
    return new FolderFile(path, List.of(), Optional.of(why), List.of(), Set.of(), false);
  }

  private static Set<String> namedIn(SourceText text) {
    String whole = text.toString();
    Set<String> named = new HashSet<>();
    if (whole.contains("emplateRef")) {
      Matcher name = NAME.matcher(whole);
      while (name.find()) {
        named.add(name.group(1));
      }
    }
    return named;
  }
}
