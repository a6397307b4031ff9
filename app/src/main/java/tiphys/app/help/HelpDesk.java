// SPDX-License-Identifier: Apache-2.0
package tiphys.app.help;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import tiphys.app.keys.Shortcut;
import tiphys.app.message.Messages;
import tiphys.app.theme.Theme;

/** Opens the help, the sheet of shortcuts and the dialog about the program, one of each. */
public final class HelpDesk {
  private final Stage owner;
  private final Theme theme;
  private Consumer<HelpExample> open = _ -> {};
  private Optional<Stage> help = Optional.empty();
  private Optional<Stage> sheet = Optional.empty();
  private Optional<Stage> about = Optional.empty();

  /** Over a window. */
  public HelpDesk(Stage owner, Theme theme) {
    this.owner = owner;
    this.theme = theme;
  }

  /** Shows a page; the first one where there is none of that name. */
  public void page(String key, Messages messages, List<Shortcut> shortcuts) {
    HelpWindow window =
        new HelpWindow(HelpBook.in(messages, shortcuts), examples(messages), messages);
    help = Optional.of(show(help, window, messages.text("help.title"), 980, 720));
    window.open(key);
  }

  /** Has examples opened that the reader wants to try; the help stays open beside them. */
  public void onOpen(Consumer<HelpExample> opens) {
    open = opens;
  }

  private BlockNodes.Examples examples(Messages messages) {
    return new BlockNodes.Examples(
        theme.look(), example -> open.accept(example), messages.text("help.open-example"));
  }

  /** Shows every key and every gesture. */
  public void shortcuts(Messages messages, List<Shortcut> shortcuts) {
    ShortcutSheet content = new ShortcutSheet(shortcuts, messages);
    sheet = Optional.of(show(sheet, content, messages.text("help.shortcuts"), 720, 760));
    content.requestFocus();
  }

  /** Shows what the program is, and what it is made of. */
  public void about(Messages messages) {
    PageView content = new PageView(_ -> {}, examples(messages));
    content.show(AboutPage.in(messages));
    content.getStylesheets().add(HelpWindow.STYLE);
    about = Optional.of(show(about, content, messages.text("help.about"), 620, 640));
    content.requestFocus();
  }

  /** A window that is there already takes the new contents, and stays where its user put it. */
  private Stage show(
      Optional<Stage> before, Parent content, String title, double width, double height) {
    Stage stage = before.orElseGet(() -> made(width, height));
    stage.getScene().setRoot(content);
    stage.setTitle(title);
    stage.show();
    stage.toFront();
    return stage;
  }

  private Stage made(double width, double height) {
    Stage stage = new Stage();
    stage.initOwner(owner);
    Scene scene = new Scene(new javafx.scene.layout.StackPane(), width, height);
    theme.dress(scene);
    stage.setScene(scene);
    stage.setMinWidth(420);
    stage.setMinHeight(320);
    return stage;
  }
}
