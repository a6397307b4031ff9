// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tiphys.app.files.FileDesk;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;

/** The ways to begin, where nothing was begun: files, examples, the first page of the help. */
final class Welcome extends HBox {
  private static final int RECENT_FILES = 4;
  private static final int RECENT_FOLDERS = 2;

  /**
   * @param cards of examples, which become fewer where there is little room
   */
  Welcome(List<ActionGroup> groups, FileDesk desk, Node cards, Messages messages) {
    List<Action> actions = Actions.all(groups);
    VBox open = column(messages.text("window.welcome.open"), "open");
    add(open, actions, "new");
    add(open, actions, "open");
    add(open, actions, "open-folder");
    desk.recent().paths().stream()
        .limit(RECENT_FILES)
        .forEach(path -> open.getChildren().add(recent(path, desk)));
    desk.recentFolders().paths().stream()
        .limit(RECENT_FOLDERS)
        .forEach(
            path -> {
              Hyperlink folder = recent(path, desk);
              folder.setGraphic(new GlyphView("open", GlyphView.SMALL));
              open.getChildren().add(folder);
            });
    VBox examples = column(messages.text("window.welcome.examples"), "dag");
    examples.getChildren().add(cards);
    add(examples, actions, "gallery");
    VBox learn = column(messages.text("window.welcome.learn"), "help");
    for (Action action : actions) {
      if (action.key().equals("first-steps") || action.key().equals("shortcuts")) {
        learn.getChildren().add(link(action.label().getValue(), action.key(), action::perform));
      }
    }
    getChildren().addAll(open, examples, learn);
    getStyleClass().add("welcome");
    setAlignment(Pos.TOP_CENTER);
    open.setMinWidth(Region.USE_PREF_SIZE);
    learn.setMinWidth(Region.USE_PREF_SIZE);
    HBox.setHgrow(examples, Priority.SOMETIMES);
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
  }

  private static VBox column(String title, String glyph) {
    Label heading = new Label(title, new GlyphView(glyph, GlyphView.SMALL));
    heading.getStyleClass().add("welcome-title");
    return new VBox(heading);
  }

  private static void add(VBox column, List<Action> actions, String key) {
    for (Action action : actions) {
      if (action.key().equals(key)) {
        column.getChildren().add(link(action.label().getValue(), key, action::perform));
      }
    }
  }

  private static Hyperlink recent(Path path, FileDesk desk) {
    Path name = path.getFileName() == null ? path : path.getFileName();
    Hyperlink link = link(name.toString(), "recent", () -> desk.open(path));
    link.setTooltip(new Tooltip(path.toString()));
    link.setAccessibleHelp(path.toString());
    return link;
  }

  private static Hyperlink link(String words, String key, Runnable run) {
    Hyperlink link = new Hyperlink(words);
    link.setId("welcome-" + key);
    link.setMnemonicParsing(false);
    link.setOnAction(_ -> run.run());
    return link;
  }
}
