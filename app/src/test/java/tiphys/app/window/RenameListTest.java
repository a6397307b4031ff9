// SPDX-License-Identifier: Apache-2.0
package tiphys.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.code.DifferenceList;
import tiphys.app.files.FolderLibrary;
import tiphys.app.files.FolderRename;
import tiphys.app.files.LineDifference;
import tiphys.app.files.TextFile;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.screen.Hand;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.command.RenameTemplate;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.text.SourceText;
import tiphys.model.workflow.TemplateName;

/** What is asked before several files are changed. */
final class RenameListTest {
  private static final String TOOLS =
      "kind: WorkflowTemplate\nmetadata: {name: tools}\nspec:\n  templates:\n  - name: print\n"
          + "    container: {image: busybox}\n";

  private static final String CALLER =
      "kind: Workflow\nspec:\n  templates:\n  - name: main\n    steps:\n"
          + "    - - {name: a, templateRef: {name: tools, template: print}}\n"
          + "      - {name: b, templateRef: {name: tools, template: print}}\n";

  @TempDir private Path folder;

  @Test
  void everyPlaceIsShownAndFilesAreLeftOutByTheSpaceBar() throws Exception {
    RenameList[] list = new RenameList[1];
    FolderRename rename = rename();
    Screen screen =
        Screen.show(
            () -> {
              list[0] = new RenameList(rename, Messages.in(Language.ENGLISH));
              list[0].getStylesheets().add(TiphysWindow.STYLE);
              return list[0];
            },
            820,
            460,
            ThemeChoice.LIGHT);
    Label told = screen.find("#rename-told", Label.class);
    assertEquals("5 places in 3 files will change", Screen.onWindow(told::getText));
    screen.picture("rename-list-light");

    TreeView<?> tree = screen.find("#rename-places", TreeView.class);
    Screen.doOnWindow(
        () -> {
          tree.requestFocus();
          tree.getSelectionModel().select(2);
        });
    new Hand(screen, screen.scene().getRoot()).type(KeyCode.SPACE);

    assertEquals("3 places in 2 files will change", Screen.onWindow(told::getText));
    assertEquals(Set.of(folder.resolve("one.yaml")), list[0].leftOut());
  }

  @Test
  void itIsReadableInTheDarkAndInJapanese() throws Exception {
    FolderRename rename = rename();
    Screen dark =
        Screen.show(
            () -> {
              RenameList list = new RenameList(rename, Messages.in(Language.JAPANESE));
              list.getStylesheets().add(TiphysWindow.STYLE);
              return list;
            },
            820,
            460,
            ThemeChoice.DARK);
    assertEquals(
        "3 個のファイルの 5 か所が変わります", Screen.onWindow(dark.find("#rename-told", Label.class)::getText));
    dark.picture("rename-list-dark-ja");
  }

  @Test
  void twoVersionsOfAFileAreComparedLineByLine() {
    List<LineDifference.Row> rows =
        LineDifference.between(
            SourceText.of("a\nb\nc\nd\ne\nf\ng\nh\nmine\nj\n"),
            SourceText.of("a\nb\nc\nd\ne\nf\ng\nh\ntheirs\nand more\nj\n"));
    Screen screen =
        Screen.show(
            () -> {
              DifferenceList list = new DifferenceList(rows);
              list.getStylesheets().add(TiphysWindow.STYLE);
              return list;
            },
            620,
            300,
            ThemeChoice.LIGHT);
    screen.picture("difference-light");
    assertEquals(
        "⋯ =f =g =h -mine +theirs +and more =j",
        String.join(" ", rows.stream().map(RenameListTest::said).toList()));
  }

  private static String said(LineDifference.Row row) {
    return switch (row.sign()) {
      case BOTH -> "=" + row.text();
      case ONLY_BEFORE -> "-" + row.text();
      case ONLY_AFTER -> "+" + row.text();
      case LEFT_OUT -> "⋯";
    };
  }

  private FolderRename rename() throws Exception {
    Path tools = Files.writeString(folder.resolve("tools.yaml"), TOOLS);
    Files.writeString(folder.resolve("one.yaml"), CALLER);
    Files.writeString(folder.resolve("two.yaml"), CALLER);
    Files.writeString(folder.resolve("bad.yaml"), CALLER + "  - {\n");
    TextFile file = TextFile.read(tools).result().orElseThrow();
    return FolderRename.plan(
            new FolderRename.Source(tools, file, DiagramState.of(file.text(), Positions.NONE)),
            new RenameTemplate(0, new TemplateName("print"), new TemplateName("say")),
            FolderLibrary.filesOf(folder),
            _ -> Optional.empty())
        .result()
        .orElseThrow();
  }
}
