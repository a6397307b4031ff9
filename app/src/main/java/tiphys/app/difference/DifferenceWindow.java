// SPDX-License-Identifier: Apache-2.0
package tiphys.app.difference;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.geometry.Dimension2D;
import javafx.stage.Stage;
import tiphys.app.concurrent.Background;
import tiphys.app.files.Commit;
import tiphys.app.files.OpenFile;
import tiphys.app.message.Messages;
import tiphys.app.theme.SideWindow;
import tiphys.app.theme.Theme;

/** The window of what a file differs in; one for each window of the program. */
public final class DifferenceWindow {
  private static final Dimension2D SIZE = new Dimension2D(1060, 680);
  private static final Dimension2D LEAST = new Dimension2D(640, 420);

  private final SideWindow window;
  private final Function<Messages, Graph> graphs;
  private final Background background;
  private Optional<OpenFile> shown = Optional.empty();

  /**
   * @param graphs makes where the versions are drawn
   */
  public DifferenceWindow(
      Stage owner, Theme theme, Function<Messages, Graph> graphs, Background background) {
    this.window = new SideWindow(owner, theme);
    this.graphs = graphs;
    this.background = background;
  }

  /** Shows what a file differs in from its last commit. @param chooser asks for another file */
  public void show(OpenFile file, Supplier<Optional<Path>> chooser, Messages messages) {
    show(file, new Earlier.OfCommit(Commit.LAST), chooser, messages);
  }

  /** Shows what a file differs in from another one, if one is chosen. */
  public void showWithFile(OpenFile file, Supplier<Optional<Path>> chooser, Messages messages) {
    chooser.get().ifPresent(other -> show(file, new Earlier.OfFile(other), chooser, messages));
  }

  /** A file that is not open any more is not compared any more. */
  public void closed(OpenFile file) {
    if (shown.filter(file::equals).isPresent()) {
      shown = Optional.empty();
      window.close();
    }
  }

  private void show(
      OpenFile file, Earlier earlier, Supplier<Optional<Path>> chooser, Messages messages) {
    shown = Optional.of(file);
    window.showAnew(
        messages.text("difference.title", file.name()),
        SIZE,
        LEAST,
        stage -> {
          DifferenceView view =
              new DifferenceView(
                  file, earlier, graphs.apply(messages), chooser, background, messages);
          stage
              .focusedProperty()
              .when(view.sceneProperty().map(_ -> true))
              .subscribe(isFocused -> view.lookAgain(isFocused));
          return view;
        });
  }
}
