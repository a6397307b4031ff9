// SPDX-License-Identifier: Apache-2.0
package tiphys.app.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tiphys.app.concurrent.Background;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.screen.Screen;
import tiphys.app.theme.Theme;
import tiphys.app.theme.ThemeChoice;
import tiphys.exporter.cluster.SubmitOptions;
import tiphys.model.problem.Outcome;
import tiphys.model.problem.Problem;
import tiphys.model.problem.ProblemCode;

/** The form in which a workflow is sent to a cluster. */
final class SubmitFormTest {
  private static final String WORKFLOW =
      """
      {"kind": "Workflow", "metadata": {"generateName": "greet-", "namespace": "data"},
       "spec": {"priority": 3, "arguments": {"parameters": [
         {"name": "who", "description": "Whom to greet."},
         {"name": "tone", "value": "kind", "enum": ["kind", "dry"]},
         {"name": "text", "value": "one"},
         {"name": "key", "valueFrom": {"configMapKeyRef": {"name": "m", "key": "k"}}}]}}}
      """;

  @Test
  void theFormIsMadeFromTheWorkflowAndSendsOnlyWhatWasChanged() {
    SubmitForm[] form = new SubmitForm[1];
    Screen screen = show(() -> form[0] = form(Map.of("who", "me")), ThemeChoice.LIGHT);
    assertEquals("data", text(screen, "#submit-namespace"));
    assertEquals("greet-", text(screen, "#submit-name"));
    write(screen, "#submit-labels", "team=data, trial=yes");
    write(screen, "#submit-service-account", "runner");
    screen.picture("submit-form-light");

    SubmitWish.Answer answer = Screen.onWindow(() -> form[0].answer().orElseThrow());

    assertEquals("data", answer.namespace());
    assertEquals(
        new SubmitOptions(
            "",
            "greet-",
            "",
            "runner",
            OptionalInt.of(3),
            Map.of("who", "me"),
            Map.of("team", "data", "trial", "yes")),
        answer.options());
  }

  @Test
  void aValueOfSeveralLinesCanBeWrittenWhereOneStood() {
    SubmitForm[] form = new SubmitForm[1];
    Screen screen = show(() -> form[0] = form(Map.of("who", "me")), ThemeChoice.LIGHT);
    Screen.doOnWindow(screen.find("#argument-lines-text", Hyperlink.class)::fire);
    TextArea area = screen.find("#argument-text", TextArea.class);
    Screen.doOnWindow(() -> area.setText("one\ntwo"));
    assertEquals(
        "one\ntwo",
        Screen.onWindow(() -> form[0].answer().orElseThrow().options().parameters().get("text")));
  }

  @Test
  void whatCannotBeIsSaidAtItsFieldBeforeAnythingIsSent() {
    SubmitForm[] form = new SubmitForm[1];
    Screen screen = show(() -> form[0] = form(Map.of("who", "me")), ThemeChoice.DARK);
    write(screen, "#submit-name", "My Run");
    write(screen, "#submit-labels", "team");
    write(screen, "#submit-priority", "high");
    assertEquals(Optional.empty(), Screen.onWindow(() -> form[0].answer()));
    for (String field : List.of("name", "labels", "priority")) {
      assertFalse(label(screen, "#submit-refusal-" + field).isEmpty(), field);
    }
    assertEquals("", label(screen, "#submit-refusal-namespace"));
    screen.picture("submit-form-refused-dark");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CLUSTER_REFUSED | spec.arguments.who.value or spec.arguments.who.valueFrom is required | #refusal-who",
        "CLUSTER_REFUSED | spec.arguments.parameters[1].value 'x' is not one of the enum | #refusal-tone",
        "CLUSTER_REFUSED | templates.main inputs.parameters.text was not supplied | #refusal-text",
        "CLUSTER_REFUSED | Workflow is invalid: metadata.name: Invalid value: 'X' | #submit-refusal-name",
        "CLUSTER_REFUSED | metadata.labels: Invalid value: '?' | #submit-refusal-labels",
        "CLUSTER_REFUSED | spec.priority in body must be of type integer | #submit-refusal-priority",
        "CLUSTER_REFUSED | serviceaccounts 'runner' not found | #submit-refusal-service-account",
        "CLUSTER_NOT_FOUND | namespaces 'data' not found | #submit-refusal-namespace",
        "CLUSTER_ACCESS_DENIED | User 'system:serviceaccount:a:b' cannot create workflows in the namespace 'data' | #submit-refusal-namespace",
        "CLUSTER_EXISTS_ALREADY | workflows 'greet' already exists | #submit-refusal-name",
        "CLUSTER_REFUSED | templates.main: no template is named x | #submit-trouble",
        "CLUSTER_UNREACHABLE | https://argo.example | #submit-trouble"
      })
  void aRefusalStandsAtTheFieldThatItIsAbout(ProblemCode code, String words, String place) {
    Screen screen =
        show(
            () -> {
              SubmitForm form = form(Map.of("who", "me"));
              form.refuse(Problem.refusal(code, words));
              return form;
            },
            ThemeChoice.LIGHT);
    assertTrue(label(screen, place).contains(words), place);
  }

  @Test
  void aRefusedDryRunKeepsTheFormAndAnAcceptedOneClosesIt() throws Exception {
    AtomicReference<Outcome<?>> said =
        new AtomicReference<>(Outcome.refused(ProblemCode.CLUSTER_REFUSED, "spec.priority is odd"));
    CompletableFuture<Optional<SubmitWish.Answer>> got = new CompletableFuture<>();
    AtomicReference<Dialog<ButtonType>> open = new AtomicReference<>();
    try (var worker = Executors.newSingleThreadExecutor()) {
      Background remote = new Background(worker, Platform::runLater);
      Screen.doOnWindow(() -> Platform.runLater(() -> ask(remote, said, open, got)));
      Dialog<ButtonType> dialog = dialog(open);
      Label refusal = find(dialog, "#submit-refusal-priority", Label.class);
      fire(dialog);
      await(() -> !refusal.getText().isEmpty());
      Screen.pictureOf(dialog.getDialogPane().getScene(), "submit-dialog-refused");
      assertFalse(got.isDone());
      assertEquals("me", find(dialog, "#argument-who", TextField.class).getText());

      said.set(Outcome.done("yes"));
      fire(dialog);
      assertEquals("greet-", got.get().orElseThrow().options().generateName());
    }
  }

  private static void ask(
      Background remote,
      AtomicReference<Outcome<?>> said,
      AtomicReference<Dialog<ButtonType>> open,
      CompletableFuture<Optional<SubmitWish.Answer>> got) {
    Dialog<ButtonType> dialog = new Dialog<>();
    ButtonType submit = new ButtonType("Submit", ButtonBar.ButtonData.OK_DONE);
    dialog.getDialogPane().getButtonTypes().setAll(submit, ButtonType.CANCEL);
    SubmitDialog content =
        new SubmitDialog(
            wish(Map.of("who", "me")), _ -> said.get(), remote, Messages.in(Language.ENGLISH));
    dialog.getDialogPane().setContent(content);
    dialog.getDialogPane().getStylesheets().add(RunPanel.STYLE);
    new Theme(new SimpleObjectProperty<>(ThemeChoice.DARK))
        .dress(dialog.getDialogPane().getScene());
    content.drive(dialog, submit);
    open.set(dialog);
    dialog.showAndWait();
    got.complete(content.accepted());
  }

  private static void fire(Dialog<ButtonType> dialog) {
    Button button = find(dialog, "#submit-button", Button.class);
    Screen.doOnWindow(button::fire);
  }

  private static Dialog<ButtonType> dialog(AtomicReference<Dialog<ButtonType>> open)
      throws InterruptedException {
    await(() -> open.get() != null && open.get().isShowing());
    return open.get();
  }

  private static <T extends javafx.scene.Node> T find(
      Dialog<ButtonType> dialog, String id, Class<T> type) {
    return Screen.onWindow(() -> type.cast(dialog.getDialogPane().lookup(id)));
  }

  private static void await(java.util.function.BooleanSupplier isThere)
      throws InterruptedException {
    for (int i = 0; i < 500 && !Screen.onWindow(isThere::getAsBoolean); i++) {
      Thread.sleep(10);
    }
    assertTrue(Screen.onWindow(isThere::getAsBoolean));
  }

  private static SubmitForm form(Map<String, String> last) {
    return new SubmitForm(wish(last), Messages.in(Language.ENGLISH));
  }

  private static SubmitWish wish(Map<String, String> last) {
    try {
      return SubmitWish.of(
          (ObjectNode) JsonMapper.builder().build().readTree(WORKFLOW), "here", "default", last);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Screen show(
      java.util.function.Supplier<javafx.scene.Node> view, ThemeChoice theme) {
    return Screen.show(view, 600, 700, theme);
  }

  private static String text(Screen screen, String id) {
    TextInputControl field = screen.find(id, TextInputControl.class);
    return Screen.onWindow(field::getText);
  }

  private static String label(Screen screen, String id) {
    Label label = screen.find(id, Label.class);
    return Screen.onWindow(label::getText);
  }

  private static void write(Screen screen, String id, String text) {
    TextInputControl field = screen.find(id, TextInputControl.class);
    Screen.doOnWindow(() -> field.setText(text));
  }
}
