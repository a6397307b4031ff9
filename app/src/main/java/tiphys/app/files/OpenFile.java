// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import tiphys.app.editor.Editor;
import tiphys.model.command.MoveNodes;
import tiphys.model.command.SetArea;
import tiphys.model.diagram.Diagram;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;

/** A file in a tab: its editor, and its place on the disk if it has one yet. */
public final class OpenFile {
  private final Editor editor;
  private final String provisionalName;
  private final ReadOnlyObjectWrapper<Optional<Path>> path =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Path> script = Optional.empty();
  private TextFile manner;
  private int takenOver;
  private DiskStamp stamp = DiskStamp.NONE;
  private @Nullable DiskStamp askedAbout;
  private boolean isNew;

  private OpenFile(DiagramState state, TextFile manner, String provisionalName) {
    this.editor = new Editor(Diagram.open(state));
    this.manner = manner;
    this.provisionalName = provisionalName;
  }

  /** A file that is not on the disk yet. */
  public static OpenFile untitled(String name, SourceText text) {
    return new OpenFile(DiagramState.of(text, Positions.NONE), new TextFile(text, false), name);
  }

  /** A new file, in which nothing is drawn yet. */
  public static OpenFile created(String name) {
    OpenFile file = untitled(name, Skeleton.text());
    file.isNew = true;
    return file;
  }

  public static OpenFile of(ReadFile read) {
    OpenFile file = new OpenFile(read.state(), read.file(), nameOf(read.path()));
    file.stamp = read.stamp();
    file.path.set(Optional.of(read.path()));
    return file;
  }

  /** What a script defines, as a file that is not on the disk yet. */
  static OpenFile of(ReadScript read) {
    TextFile manner = new TextFile(read.state().text(), false);
    OpenFile file = new OpenFile(read.state(), manner, read.provisionalName());
    file.script = Optional.of(read.script());
    return file;
  }

  public Editor editor() {
    return editor;
  }

  /** The script that the file was made of, if it was made of one. */
  public Optional<Path> script() {
    return script;
  }

  public ReadOnlyObjectProperty<Optional<Path>> path() {
    return path.getReadOnlyProperty();
  }

  /** The file's name without its folder. */
  public String name() {
    return path.get().map(OpenFile::nameOf).orElse(provisionalName);
  }

  /** The folder that the file is in; the user's for one that is not on the disk yet. */
  public Path folder() {
    return path.get()
        .or(() -> script)
        .map(Path::getParent)
        .orElseGet(() -> Path.of(System.getProperty("user.home", ".")));
  }

  /**
   * Whether all of its text was written by this program: the file was created here, and whatever
   * was done to it was done on the canvas or in a form, never in the text.
   */
  public boolean isOnlyDrawn() {
    return isNew && !editor.wasTyped();
  }

  /** The text as it is written to a file. */
  public byte[] bytes() {
    return manner.bytesOf(editor.state().get().text());
  }

  /** Whether the file on the disk is another than the one that was read or written last. */
  public boolean isChangedOnDisk() {
    return path.get().filter(at -> !DiskStamp.of(at).equals(stamp)).isPresent();
  }

  /** Writes the text and the places to a path, which is the file's own from then on. */
  public Optional<Problem> saveTo(Path target) {
    Path whole = target.toAbsolutePath().normalize();
    if (script.filter(whole::equals).isPresent()) {
      return Optional.of(Problem.refusal(ProblemCode.SCRIPT_NOT_WRITTEN, nameOf(whole)));
    }
    Optional<Problem> why = TextFile.write(whole, bytes());
    if (why.isPresent()) {
      return why;
    }
    path.set(Optional.of(whole));
    return wasWritten();
  }

  /** What is on the disk is what is here; keeps the places beside it. */
  Optional<Problem> wasWritten() {
    Path whole = path.get().orElseThrow();
    DiagramState state = editor.state().get();
    manner = new TextFile(state.text(), manner.hasByteOrderMark());
    stamp = DiskStamp.of(whole);
    editor.markSaved();
    return Sidecar.write(whole, state.positions());
  }

  /** Takes over what somebody else wrote, as a step that can be undone. */
  void takeOver(ReadFile read) {
    editor.takeOver(read.edits(editor.state().get().text()));
    manner = read.file();
    stamp = read.stamp();
    takenOver++;
    editor.markSaved();
  }

  /** Takes over what its script defines by now, as a step that can be undone. */
  void takeOver(ReadScript read) {
    editor.takeOver(ReadFile.edits(editor.state().get().text(), read.state().text()));
    takenOver++;
    if (path.get().isEmpty()) {
      editor.markSaved();
    }
  }

  /** Is as it was when the program ended without being asked, by a step that can be undone. */
  void recover(Draft draft) {
    editor.takeOver(ReadFile.edits(editor.state().get().text(), draft.text()));
    Positions kept = draft.positions();
    kept.byScope()
        .forEach(
            (scope, places) -> editor.apply(new MoveNodes(scope, places, kept.lanesIn(scope))));
    kept.areasByScope()
        .forEach(
            (scope, areas) ->
                areas.forEach(
                    area ->
                        editor.apply(
                            new SetArea(scope, area.members(), Optional.of(area.name())))));
    takenOver++;
  }

  /** How many versions that somebody else wrote were taken over since it was opened. */
  public int takenOver() {
    return takenOver;
  }

  /** As its other files look through it; empty where it is not on the disk yet. */
  Optional<FolderRename.Source> source() {
    DiagramState state = editor.state().get();
    return path.get()
        .map(
            at ->
                new FolderRename.Source(
                    at, new TextFile(state.text(), manner.hasByteOrderMark()), state));
  }

  /** Whether the disk has another version than the one that the user was asked about last. */
  boolean isNewOnDisk() {
    return path.get()
        .map(DiskStamp::of)
        .filter(now -> !now.equals(stamp) && !now.equals(askedAbout))
        .isPresent();
  }

  /** Not asked about again until it is written again. */
  void wasAskedAbout() {
    askedAbout = path.get().map(DiskStamp::of).orElse(DiskStamp.NONE);
  }

  private static String nameOf(Path path) {
    Path name = path.getFileName();
    return name == null ? path.toString() : name.toString();
  }
}
