// SPDX-License-Identifier: Apache-2.0
package tiphys.app.connections;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tiphys.app.cli.BadWords;
import tiphys.app.cli.RecordedCluster;
import tiphys.app.concurrent.Background;
import tiphys.app.connections.ConnectionDraft.Certificate;
import tiphys.app.connections.ConnectionDraft.Token;
import tiphys.app.connections.ConnectionDraft.Way;
import tiphys.app.connections.ConnectionState.Light;
import tiphys.app.message.Language;
import tiphys.app.message.Messages;
import tiphys.app.screen.Screen;
import tiphys.app.theme.ThemeChoice;
import tiphys.exporter.cluster.BadCluster;
import tiphys.exporter.cluster.BadWay;
import tiphys.exporter.cluster.ClusterGateway;
import tiphys.exporter.cluster.Clusters;
import tiphys.exporter.cluster.connection.Connection;
import tiphys.exporter.cluster.connection.Target;
import tiphys.exporter.cluster.connection.TokenSource;
import tiphys.exporter.cluster.connection.Trust;

/** Connections are added, tested, changed and removed in their window. */
@SuppressWarnings("NullAway.Init") // the view is shown by each test
final class ConnectionsViewTest {
  @TempDir Path folder;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final RecordedCluster cluster = new RecordedCluster();
  private final List<BadCluster> opened = new ArrayList<>();
  private Duration patience = BadWay.SELF_SIGNED.patience();
  private final AtomicInteger explained = new AtomicInteger();
  private ConnectionDesk desk;
  private Screen screen;

  ConnectionsViewTest() throws java.io.IOException {}

  @AfterEach
  void close() throws Exception {
    Screen.doOnWindow(desk::close);
    threads.shutdownNow();
    cluster.close();
    opened.forEach(BadCluster::close);
  }

  private BadCluster opened(BadCluster bad) {
    opened.add(bad);
    return bad;
  }

  @Test
  void anArgoServerIsAddedWithItsTokenAndTheTokenIsNeverShownAgain() throws Exception {
    show(ThemeChoice.LIGHT, Language.ENGLISH);
    write("name", "here");
    write("address", cluster.address());
    write("secret", RecordedCluster.TOKEN);

    press("save");

    await("it is kept", () -> desk.states().get().size() == 1);
    await("the form says so", () -> told().contains("Saved."));
    assertEquals("", text("secret"));
    assertFalse(Files.readString(folder.resolve("connections.json")).contains("hush"));
    press("test");
    await("all works", () -> told().contains("All of it works."));
    assertTrue(told().contains("Account me"), told());
    assertTrue(told().contains("Argo v4.1.2"), told());
    assertEquals(Light.REACHED, light("here"));
    screen.picture("connections-tested-light");
  }

  @Test
  void aTokenThatIsRefusedSaysWhatToDoAndLeavesTheFormAsItIs() throws Exception {
    show(ThemeChoice.DARK, Language.JAPANESE);
    write("name", "here");
    write("address", cluster.address());
    write("secret", "expired");

    press("test");

    await("it is refused", () -> told().contains("期限切れ") || told().contains("トークン"));
    assertEquals("here", text("name"));
    assertEquals("expired", text("secret"));
    assertEquals(List.of(), desk.names());
    screen.picture("connections-refused-dark-ja");
  }

  @Test
  void everyBadWayToAnArgoServerIsToldApartAndLeavesTheFormAsItIs() {
    show(ThemeChoice.LIGHT, Language.ENGLISH);
    write("name", "here");
    write("namespace", "team");
    choose("token", Token.NONE);
    for (BadWay way : EnumSet.complementOf(EnumSet.of(BadWay.WITHOUT_ARGO, BadWay.SILENT))) {
      try (BadCluster bad = BadCluster.argoServer(way)) {
        Optional<Path> authorities = bad.authorities(way, folder);
        choose("certificate", authorities.isPresent() ? Certificate.FILE : Certificate.SYSTEM);
        write("authorities", authorities.map(Path::toString).orElse(""));
        assertTold("address", bad.address().toString(), BadWords.of(way));
      }
    }
    assertTold("address", "argo example", "is no address");
    assertEquals(List.of("here", "team"), List.of(text("name"), text("namespace")));
    assertEquals(Token.NONE, chosen("token"));
  }

  @Test
  void everyBadWayOfAKubeconfigIsToldApartAndLeavesTheFormAsItIs() {
    show(ThemeChoice.DARK, Language.ENGLISH);
    write("name", "here");
    choose("way", Way.CONTEXT);
    Screen.doOnWindow(
        () -> screen.find("#connection-context", ComboBox.class).getEditor().setText("bad"));
    for (BadWay way : EnumSet.complementOf(EnumSet.of(BadWay.SILENT))) {
      try (BadCluster bad = BadCluster.kubernetes(way)) {
        assertTold(
            "kubeconfig", bad.kubeconfig(way, folder).toString(), BadWords.ofKubeconfig(way));
      }
    }
    screen.picture("connections-kubeconfig-bad-dark");
    assertEquals("here", text("name"));
    assertEquals(
        "bad",
        Screen.onWindow(
            () -> screen.find("#connection-context", ComboBox.class).getEditor().getText()));
  }

  @Test
  void aSelfSignedCertificateIsPinnedWithOneClick() throws Exception {
    BadCluster selfSigned = opened(BadCluster.argoServer(BadWay.SELF_SIGNED));
    show(ThemeChoice.LIGHT, Language.ENGLISH);
    write("name", "lab");
    choose("token", Token.NONE);
    assertTold("address", selfSigned.address().toString(), "pin it");
    screen.picture("connections-self-signed-light");
    Screen.doOnWindow(screen.find("#connection-explain", Hyperlink.class)::fire);
    assertEquals(1, explained.get());

    Screen.doOnWindow(screen.find("#connection-pin-this", Hyperlink.class)::fire);
    press("test");

    await("all works", () -> told().contains("All of it works."));
  }

  @Test
  void whoVerifiesNothingIsWarnedInTheFormAndAtTheFootOfTheWindow() throws Exception {
    BadCluster selfSigned = opened(BadCluster.argoServer(BadWay.SELF_SIGNED));
    show(ThemeChoice.LIGHT, Language.ENGLISH);
    write("name", "lab");
    write("address", selfSigned.address().toString());
    choose("token", Token.NONE);
    choose("certificate", Certificate.UNVERIFIED);
    assertTrue(isShown("#connection-unverified"));
    press("save");
    await("it is kept", () -> desk.names().equals(List.of("lab")));
    assertFalse(isShown("#connection-light-unverified"));

    ClusterGateway way = desk.open("lab").result().orElseThrow();
    way.check(ClusterGateway.PATIENCE, _ -> {});

    await("it is told while in use", () -> isShown("#connection-light-unverified"));
    Screen.doOnWindow(() -> desk.live("lab"));
    screen.picture("connections-unverified-light");
  }

  @Test
  void aServerThatDoesNotAnswerFreezesNothingAndTheTestCanBeCalledOff() throws Exception {
    show(ThemeChoice.LIGHT, Language.ENGLISH);
    write("name", "slow");
    BadCluster silent = opened(BadCluster.argoServer(BadWay.SILENT));
    write("address", silent.address().toString());
    choose("token", Token.NONE);
    press("test");
    await("it can be called off", () -> isShown("#connections-cancel-test"));
    write("namespace", "still typing");

    press("cancel-test");

    assertTrue(told().contains("Cancelled."), told());
    assertFalse(isShown("#connections-cancel-test"));
  }

  @Test
  void aServerThatAnswersTooLateIsToldSo() {
    patience = BadWay.SILENT.patience();
    show(ThemeChoice.LIGHT, Language.ENGLISH);
    write("name", "slow");
    choose("token", Token.NONE);
    BadCluster silent = opened(BadCluster.argoServer(BadWay.SILENT));

    assertTold("address", silent.address().toString(), BadWords.of(BadWay.SILENT));

    assertEquals("slow", text("name"));
  }

  @Test
  void aConnectionIsChangedRenamedAndRemovedWithItsToken() throws Exception {
    show(ThemeChoice.LIGHT, Language.ENGLISH);
    write("name", "here");
    write("address", cluster.address());
    write("secret", RecordedCluster.TOKEN);
    press("save");
    await("it is kept", () -> desk.names().equals(List.of("here")));
    await("the form says so", () -> told().contains("Saved."));
    ClusterGateway before = desk.open("here").result().orElseThrow();

    write("name", "there");
    write("namespace", "data");
    press("save");

    await("it is renamed", () -> desk.names().equals(List.of("there")));
    ClusterGateway after = desk.open("there").result().orElseThrow();
    assertNotSame(before, after);
    assertTrue(
        after.check(ClusterGateway.PATIENCE, _ -> {}).stream().allMatch(step -> step.isGood()));
    await("the form says so", () -> told().contains("Saved."));
    press("remove");
    await("it is gone", () -> desk.names().isEmpty());
    assertFalse(Files.readString(folder.resolve("secrets.json")).contains("hush"));
  }

  @Test
  void theContextsOfAKubeconfigAreOffered() throws Exception {
    Path kubeconfig =
        Files.writeString(
            folder.resolve("config"),
            "current-context: lab\ncontexts:\n- {name: lab, context: {cluster: a}}\n"
                + "- {name: prod, context: {cluster: b}}\n");
    show(ThemeChoice.LIGHT, Language.ENGLISH);
    write("name", "k");
    choose("way", Way.CONTEXT);
    assertFalse(isShown("#connection-address"));
    write("kubeconfig", kubeconfig.toString());

    ComboBox<?> context = screen.find("#connection-context", ComboBox.class);
    await("they are there", () -> List.of("lab", "prod").equals(context.getItems()));
    screen.picture("connections-context-light");
  }

  @Test
  void everyConnectionComesThroughTheFormUnchanged() {
    Target.KubeContext context = new Target.KubeContext(Optional.of(Path.of("/k")), "lab");
    java.net.URI at = java.net.URI.create("https://argo.example:2746/base");
    for (Target target :
        List.of(
            context,
            new Target.ArgoServer(at, new TokenSource.Kept(), new Trust.OfSystem()),
            new Target.ArgoServer(at, new TokenSource.None(), new Trust.Unverified()),
            new Target.ArgoServer(
                at, new TokenSource.Command("id"), new Trust.Pinned("a".repeat(64))),
            new Target.ArgoServer(
                at, new TokenSource.OfContext(context), new Trust.Authorities(Path.of("/ca"))),
            new Target.ArgoServer(
                at, new TokenSource.ServiceAccount(context, "a", "b"), new Trust.OfSystem()))) {
      Connection connection = new Connection("here", target, "data");
      assertEquals(Optional.of(connection), ConnectionDraft.of(connection).connection().result());
    }
    show(ThemeChoice.LIGHT, Language.ENGLISH);
  }

  private void assertTold(String field, String value, String words) {
    write(field, value);
    press("test");
    await(words, () -> told().contains(words));
    await("it is over", () -> !isShown("#connections-cancel-test"));
    assertEquals(value, text(field));
  }

  private void show(ThemeChoice theme, Language language) {
    Background remote = new Background(threads, Platform::runLater);
    screen =
        Screen.show(
            () -> {
              desk = new ConnectionDesk(new Clusters(folder, Map.of()), remote, patience);
              Messages messages = Messages.in(language);
              ConnectionsView view = new ConnectionsView(desk, new Yes(), messages);
              VBox.setVgrow(view, javafx.scene.layout.Priority.ALWAYS);
              return new VBox(view, new ConnectionLight(desk, messages, () -> {}));
            },
            860,
            600,
            theme);
  }

  private final class Yes implements ConnectionsView.Questions {
    @Override
    public Optional<Path> chooseFile() {
      return Optional.empty();
    }

    @Override
    public void explain() {
      explained.incrementAndGet();
    }

    @Override
    public boolean mayRemove(String name) {
      return true;
    }
  }

  private Light light(String name) {
    return Screen.onWindow(
        () ->
            desk.states().get().stream()
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElseThrow()
                .light());
  }

  private void press(String button) {
    Screen.doOnWindow(screen.find("#connections-" + button, Button.class)::fire);
  }

  private void write(String field, String text) {
    Node node = screen.find("#connection-" + field, Node.class);
    Screen.doOnWindow(() -> ((TextInputControl) node).setText(text));
  }

  private String text(String field) {
    return Screen.onWindow(screen.find("#connection-" + field, TextInputControl.class)::getText);
  }

  @SuppressWarnings("unchecked")
  private <T> void choose(String field, T value) {
    ComboBox<T> choice = (ComboBox<T>) screen.find("#connection-" + field, ComboBox.class);
    Screen.doOnWindow(() -> choice.setValue(value));
  }

  private Object chosen(String field) {
    return Screen.onWindow(screen.find("#connection-" + field, ComboBox.class)::getValue);
  }

  private boolean isShown(String id) {
    return Screen.onWindow(screen.find(id, Node.class)::isVisible);
  }

  private String told() {
    return Screen.onWindow(
        () ->
            screen.scene().lookup("#connection-told").lookupAll(".label").stream()
                .map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining("\n")));
  }

  private void await(String what, BooleanSupplier isThere) {
    for (int i = 0; i < 6000 && !Screen.onWindow(isThere::getAsBoolean); i++) {
      LockSupport.parkNanos(10_000_000);
    }
    assertTrue(Screen.onWindow(isThere::getAsBoolean), () -> what + ", but: " + told());
  }
}
