// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.stage.Stage;
import tiphys.app.canvas.CanvasKeys;
import tiphys.app.connections.ConnectionLight;
import tiphys.app.connections.ConnectionsWindow;
import tiphys.app.difference.DifferenceWindow;
import tiphys.app.files.FileDesk;
import tiphys.app.files.FileQuestions;
import tiphys.app.files.OpenFile;
import tiphys.app.gallery.GalleryWindow;
import tiphys.app.keys.Bindable;
import tiphys.app.message.Messages;
import tiphys.app.runs.RunQuestions;
import tiphys.app.source.SourceShortcuts;
import tiphys.app.stored.StoredWindow;
import tiphys.app.window.FileViews;
import tiphys.app.window.TiphysWindow;

/** What fills one window of the program, and what is beside it. */
final class WindowFeatures implements TiphysWindow.Features {
  private final FileParts.Program program;
  private final FileRuns runs;
  private final Asked asked;
  private final Others others;
  private final ConnectionsWindow clusters;
  private final StoredWindow stored;
  private final DifferenceWindow differences;
  private final GalleryWindow gallery;

  /**
   * Who is asked in the name of the window.
   *
   * @param explain shows what is to know of connections that do not work
   */
  record Asked(FileQuestions files, RunQuestions runs, Consumer<Messages> explain) {}

  /** This window among the others of the program. */
  interface Others {
    TiphysWindow open();

    void detach(OpenFile file);

    void drop(OpenFile file, Point2D onScreen);

    void bringBack(OpenFile file);

    ObservableValue<Boolean> areThere();
  }

  WindowFeatures(
      Stage stage, FileParts.Program program, FileRuns runs, Asked asked, Others others) {
    this.program = program;
    this.runs = runs;
    this.asked = asked;
    this.others = others;
    this.clusters =
        new ConnectionsWindow(stage, program.theme(), program.connections(), asked.explain());
    this.stored = new StoredWindow(stage, program.theme(), program.remote());
    this.differences =
        new DifferenceWindow(
            stage,
            program.theme(),
            messages -> new DrawnGraph(messages, program.theme().look()),
            program.background());
    this.gallery = new GalleryWindow(stage, program.theme(), program.background());
  }

  @Override
  public FileViews views(OpenFile file, FileDesk desk, Messages messages) {
    return new FileParts(file, desk, runs, asked.files(), messages, program).views();
  }

  @Override
  public List<Bindable> bindables(Messages messages) {
    return Stream.of(CanvasKeys.bindables(messages), SourceShortcuts.bindables(messages))
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public void newWindow() {
    TiphysWindow window = others.open();
    window.desk().create();
    window.show();
  }

  @Override
  public void detach(OpenFile file) {
    others.detach(file);
  }

  @Override
  public void drop(OpenFile file, Point2D onScreen) {
    others.drop(file, onScreen);
  }

  @Override
  public void bringBack(OpenFile file) {
    others.bringBack(file);
  }

  @Override
  public ObservableValue<Boolean> hasOtherWindows() {
    return others.areThere();
  }

  @Override
  public Node connectionLight(Messages messages) {
    return new ConnectionLight(program.connections(), messages, () -> clusters.show(messages));
  }

  @Override
  public void showTemplates(FileDesk desk, Messages messages) {
    stored.show(
        new WindowTemplates(
            program.connections(), desk, runs, asked.runs(), runs.means().choices()),
        messages);
  }

  @Override
  public Node exampleCards(FileDesk desk, Messages messages) {
    return gallery.cards(desk::open, messages);
  }

  @Override
  public void showGallery(FileDesk desk, Messages messages) {
    gallery.show(desk::open, messages);
  }

  @Override
  public void showConnections(Messages messages) {
    clusters.show(messages);
  }

  @Override
  public void compare(OpenFile file, Messages messages) {
    differences.show(file, () -> otherFile(file), messages);
  }

  @Override
  public void compareWithFile(OpenFile file, Messages messages) {
    differences.showWithFile(file, () -> otherFile(file), messages);
  }

  @Override
  public void closed(OpenFile file) {
    differences.closed(file);
  }

  private Optional<Path> otherFile(OpenFile file) {
    return asked.files().toOpen(file.folder()).stream().findFirst();
  }
}
