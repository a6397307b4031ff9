// SPDX-License-Identifier: Apache-2.0
package tiphys.app.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Hyperlink;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.screen.Screen;
import tiphys.app.theme.Look;
import tiphys.app.theme.ThemeChoice;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.workflow.Resource;
import tiphys.model.workflow.ResourceKind;

/** The examples of the help are true, and there is one for everything. */
final class HelpExamplesTest {
  static List<HelpExample> examples() {
    return examples(Language.ENGLISH);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleHasNoProblems(HelpExample example) {
    assertEquals(List.of(), state(example).problems(), example.key());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleSaysInItsTextWhatItsNamePromises(HelpExample example) {
    String key = example.key().replace("-", "").toLowerCase(java.util.Locale.ROOT);
    String text = example.text().toString().toLowerCase(java.util.Locale.ROOT);
    assertTrue(text.contains(KEPT.getOrDefault(key, key)), example.key());
  }

  /** Names that are words of ours for a field of Argo. */
  private static final Map<String, String> KEPT =
      Map.of("exithandler", "onexit", "retry", "retrystrategy");

  @Test
  void bothLanguagesShowTheSameExamplesInTheSameOrder() {
    assertEquals(keys(examples()), keys(examples(Language.JAPANESE)));
    assertTrue(examples(Language.JAPANESE).stream().noneMatch(shown -> shown.words().isBlank()));
  }

  @Test
  void everyKindOfResourceAndEveryTypeOfTemplateIsShown() {
    Set<ResourceKind> resources = EnumSet.noneOf(ResourceKind.class);
    Set<String> templates = new TreeSet<>();
    for (HelpExample example : examples()) {
      for (Resource resource : state(example).workflow().resources()) {
        resources.add(resource.kind());
        resource.spec().stream()
            .flatMap(spec -> spec.templates().stream())
            .forEach(template -> templates.add(template.body().argoName()));
      }
    }
    resources.add(ResourceKind.OTHER);
    assertEquals(EnumSet.allOf(ResourceKind.class), resources);
    assertEquals(
        new TreeSet<>(
            List.of(
                "container",
                "containerSet",
                "dag",
                "data",
                "http",
                "plugin",
                "resource",
                "script",
                "steps",
                "suspend")),
        templates);
  }

  @Test
  void aPictureIsDrawnFromTheExampleItselfInBothLooks() {
    Map<Look, Integer> corners = new HashMap<>();
    for (Look look : Look.values()) {
      var picture = new HelpExample("dag", "").picture(look);
      assertTrue(picture.getWidth() > 400 && picture.getHeight() > 400, picture::toString);
      corners.put(look, picture.getPixelReader().getArgb(0, 0));
    }
    corners.forEach(
        (look, corner) -> assertEquals(look.isDark() ? 0xFF0D1117 : 0xFFFFFFFF, corner));
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void aReaderSeesThePictureAndOpensTheExample(ThemeChoice theme) {
    Language language = theme == ThemeChoice.DARK ? Language.JAPANESE : Language.ENGLISH;
    Messages messages = Messages.in(language);
    List<HelpExample> opened = new ArrayList<>();
    Screen screen =
        Screen.show(
            () -> {
              Look look = theme == ThemeChoice.DARK ? Look.DARK : Look.LIGHT;
              HelpWindow help =
                  new HelpWindow(
                      HelpBook.in(messages, List.of()),
                      new BlockNodes.Examples(
                          new SimpleObjectProperty<>(look),
                          opened::add,
                          messages.text("help.open-example")),
                      messages);
              help.open("templates");
              return help;
            },
            1000,
            740,
            theme);
    screen.picture("help-templates-" + theme.key() + "-" + language.code());
    Hyperlink open = screen.find("#open-example-dag", Hyperlink.class);

    Screen.doOnWindow(open::fire);

    assertEquals(List.of("dag.yaml"), opened.stream().map(HelpExample::fileName).toList());
  }

  @Test
  void aTerminalHasTheTextOfAnExample() {
    String told =
        PlainText.of(
            HelpBook.in(Messages.in(Language.ENGLISH), List.of())
                .page("templates")
                .orElseThrow()
                .section("dag"));
    assertTrue(told.contains("[A diamond of four tasks]"), told);
    assertTrue(told.contains("      entrypoint: main"), told);
  }

  private static List<HelpExample> examples(Language language) {
    return HelpBook.in(Messages.in(language), List.of()).pages().stream()
        .flatMap(page -> page.blocks().stream())
        .flatMap(block -> HelpExample.of(block).stream())
        .toList();
  }

  private static List<String> keys(List<HelpExample> examples) {
    return examples.stream().map(HelpExample::key).toList();
  }

  private static DiagramState state(HelpExample example) {
    return DiagramState.of(example.text(), Positions.NONE);
  }
}
