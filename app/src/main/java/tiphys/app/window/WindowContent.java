// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tiphys.app.files.OpenFile;
import tiphys.app.keys.Bindable;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.theme.GlyphView;
import tiphys.app.theme.WhileShown;

/** Everything in the window, in one language. */
final class WindowContent extends StackPane implements Actions.WindowParts {
  private static final Optional<String> CANVAS = Optional.of(FilePage.CANVAS);

  private final TiphysWindow window;
  private final Messages messages;
  private final List<ActionGroup> groups;
  private final CommandPalette palette;
  private final StackPane pagePlace = new StackPane();
  private final StackPane runPlace = new StackPane();

  WindowContent(TiphysWindow window) {
    this.window = window;
    this.messages = window.messages();
    this.groups =
        new Actions(messages, window.desk(), window.settings(), window.exporting(), this).groups();
    this.palette =
        new CommandPalette(
            () -> Findables.of(groups, shown().map(OpenFile::editor), messages),
            () -> page().map(page -> page.views().canvasTools().keep()).orElse(() -> {}),
            messages);
    getStyleClass().add("window");
    BorderPane frame = new BorderPane(pagePlace);
    frame.setTop(new VBox(menuRow(), tabRow()));
    frame.setBottom(
        new StatusBar(
            window.desk().files().shown(),
            messages,
            window.features().connectionLight(messages),
            () -> page().ifPresent(page -> page.showPanel("problems"))));
    NoticeBar notice = new NoticeBar(window.notice(), messages);
    StackPane.setAlignment(notice, Pos.TOP_CENTER);
    WaitingBar waiting = new WaitingBar(window.background().goingOn(), messages);
    StackPane.setAlignment(waiting, Pos.BOTTOM_CENTER);
    getChildren().addAll(frame, waiting, notice, palette);
    WhileShown.of(window.desk().files().shown(), this).subscribe(_ -> showPage());
    pagePlace.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
  }

  @Override
  public Optional<FilePage> page() {
    return window.page();
  }

  @Override
  public void findCommand() {
    palette.show();
  }

  @Override
  public void showHelp() {
    Node focused = getScene().getFocusOwner();
    String part = page().flatMap(shown -> shown.partWith(focused)).orElse("");
    String page = part.equals("folder") ? "files" : part;
    window.help().page(page, messages, WindowShortcuts.of(groups, messages));
  }

  @Override
  public void showFirstSteps() {
    window.help().page("", messages, WindowShortcuts.of(groups, messages));
  }

  @Override
  public void showShortcuts() {
    window.help().shortcuts(messages, WindowShortcuts.of(groups, messages));
  }

  @Override
  public void changeKeys() {
    List<Bindable> all =
        new ArrayList<>(
            new Actions(messages, window.desk(), window.settings(), window.exporting(), this)
                .bindables());
    all.addAll(window.features().bindables(messages));
    window.changeKeys(new KeysView(all, window.settings().keys(), messages));
  }

  @Override
  public void about() {
    window.help().about(messages);
  }

  @Override
  public void newWindow() {
    window.features().newWindow();
  }

  @Override
  public void showConnections() {
    window.features().showConnections(messages);
  }

  @Override
  public void showTemplates() {
    window.features().showTemplates(window.desk(), messages);
  }

  @Override
  public void showGallery() {
    window.features().showGallery(window.desk(), messages);
  }

  @Override
  public void detach(OpenFile file) {
    window.features().detach(file);
  }

  @Override
  public void bringBack(OpenFile file) {
    window.features().bringBack(file);
  }

  @Override
  public ObservableValue<Boolean> hasOtherWindows() {
    return window.features().hasOtherWindows();
  }

  @Override
  public void compare(OpenFile file) {
    window.features().compare(file, messages);
  }

  @Override
  public void compareWithFile(OpenFile file) {
    window.features().compareWithFile(file, messages);
  }

  @Override
  public void quit() {
    window.quit();
  }

  /** Where something is written, the character is written. */
  private void typed(KeyEvent event) {
    if (event.getCharacter().equals(WindowShortcuts.SHEET)
        && page().flatMap(page -> page.partWith(getScene().getFocusOwner())).equals(CANVAS)) {
      showShortcuts();
      event.consume();
    }
  }

  private Optional<OpenFile> shown() {
    return window.desk().files().shown().get();
  }

  private void showPage() {
    if (window.messages() != messages) {
      return; // these contents were replaced by those of another language
    }
    pagePlace.getChildren().clear();
    runPlace.getChildren().clear();
    Optional<FilePage> page = page();
    if (page.isPresent()) {
      pagePlace.getChildren().add(page.get());
      page.get().welcome(welcome());
      runPlace.getChildren().add(page.get().views().runBar());
      pagePlace.applyCss(); // before, the canvas is in no scene, and could not take the keys
      page.get().views().canvasTools().focus();
    } else {
      pagePlace.getChildren().add(nothingOpen());
    }
  }

  private HBox menuRow() {
    Label brand = new Label(messages.text("window.title"), new GlyphView("helm", 17));
    brand.getStyleClass().add("brand");
    MenuBar bar = Menus.bar(groups, window.desk(), messages);
    Button find = new Button(messages.text("window.palette.field"));
    find.setId("find-command");
    find.setGraphic(new GlyphView("search", 13));
    find.getStyleClass().add("command-field");
    find.setOnAction(_ -> findCommand());
    HBox row = new HBox(brand, bar, space(), find, space(), languages());
    row.getStyleClass().add("menu-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private HBox languages() {
    HBox row = new HBox();
    row.getStyleClass().add("languages");
    row.setAlignment(Pos.CENTER_RIGHT);
    for (Language language : Language.values()) {
      Button button = new Button(language.ownName());
      button.getStyleClass().add("language");
      if (language == messages.language()) {
        button.getStyleClass().add("shown");
      }
      button.setOnAction(_ -> window.settings().language().set(Optional.of(language)));
      row.getChildren().add(button);
    }
    return row;
  }

  private HBox tabRow() {
    ScrollPane tabs = new ScrollPane(new TabStrip(window.desk(), window.features(), messages));
    tabs.getStyleClass().add("tab-scroll");
    tabs.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    tabs.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    tabs.setFitToHeight(true);
    HBox.setHgrow(tabs, Priority.ALWAYS);
    runPlace.setMinWidth(Region.USE_PREF_SIZE);
    HBox row = new HBox(tabs, runPlace);
    row.getStyleClass().add("tab-row");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private Welcome welcome() {
    Node examples = window.features().exampleCards(window.desk(), messages);
    return new Welcome(groups, window.desk(), examples, messages);
  }

  private VBox nothingOpen() {
    Label sentence = new Label(messages.text("window.nothing-open"));
    sentence.getStyleClass().add("panel-title");
    VBox middle = new VBox(16, sentence, welcome());
    middle.setAlignment(Pos.CENTER);
    return middle;
  }

  private static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }
}
