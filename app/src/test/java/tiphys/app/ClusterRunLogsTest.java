// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tiphys.app.screen.Screen;

/** What the pods of a run on a cluster print and leave is looked at in the window. */
final class ClusterRunLogsTest extends ClusterRunsInWindow {
  @Test
  void aPodsLinesAreShownAndStayWhenThePodIsGone() throws Exception {
    submitted();
    String pod = pod("fetch");
    cluster.addLog(pod, "hello you\nhello me\n");
    cluster.addLog("another", "never shown\n");
    cluster.task(RUN, "fetch", "Succeeded", "");
    await("it is shown", () -> phase("fetch").isPresent());
    choose("fetch");
    await("its lines are", () -> logLines().equals(List.of("hello you", "hello me")));
    cluster.addLog(pod, "");
    choose("report");
    choose("fetch");
    await("they stay", () -> logLines().equals(List.of("hello you", "hello me")));
    screen.picture("cluster-run-log");
  }

  @Test
  void theContainerOfALogIsChosenAndTheChoiceHoldsForTheNextStep() throws Exception {
    submitted();
    for (String task : List.of("fetch", "train")) {
      cluster.addLog(pod(task), task + " itself\n");
      cluster.addLog(pod(task), "wait", task + " watched\n");
      cluster.task(RUN, task, "Running", "");
    }
    await("they run", () -> phase("train").isPresent());
    choose("fetch");
    await("its own lines are shown", () -> logLines().equals(List.of("fetch itself")));
    ComboBox<String> containers = choice("#run-container");
    assertEquals(List.of("main", "init", "wait"), Screen.onWindow(containers::getItems));
    Screen.doOnWindow(() -> containers.setValue("wait"));
    await("the other's are shown", () -> logLines().equals(List.of("fetch watched")));
    choose("train");
    await("of the next step too", () -> logLines().equals(List.of("train watched")));
    screen.picture("cluster-run-log-container");
    choose();
    ListView<?> nodes = screen.find("#run-nodes", ListView.class);
    await("the run is listed", () -> Screen.onWindow(() -> nodes.getItems().contains(RUN)));
    Screen.doOnWindow(() -> nodes.getSelectionModel().select(nodes.getItems().indexOf(RUN)));
    await("of the whole run as well", () -> logLines().contains(pod("fetch") + ": fetch watched"));
    assertTrue(logLines().contains(pod("train") + ": train watched"));
  }

  @Test
  void aLogThatBreaksGoesOnByItselfWhereItWas() throws Exception {
    submitted();
    cluster.addLog(pod("fetch"), "one\ntwo\n");
    cluster.task(RUN, "fetch", "Running", "");
    await("it runs", () -> phase("fetch").isPresent());
    choose("fetch");
    await("its lines are shown", () -> logLines().equals(List.of("one", "two")));
    cluster.setDown(true);
    await("the log says so", () -> text("#run-log-note").startsWith("Interrupted"));
    screen.picture("cluster-run-log-interrupted");
    cluster.addLog(pod("fetch"), "one\ntwo\nthree\n");
    cluster.setDown(false);
    await("it goes on", () -> logLines().equals(List.of("one", "two", "three")));
    await("nothing is said any more", () -> text("#run-log-note").isEmpty());
  }

  @Test
  void theLinesOfAStepThatNobodyLookedAtAreKeptWhenItEnds() throws Exception {
    submitted();
    cluster.addLog(pod("train"), "at work\n");
    cluster.task(RUN, "fetch", "Running", "");
    cluster.task(RUN, "train", "Running", "");
    await("they run", () -> phase("train").isPresent());
    choose("fetch");
    cluster.task(RUN, "train", "Failed", "");
    await(
        "its lines are fetched",
        () -> cluster.logsAsked().stream().anyMatch(query -> query.contains(pod("train"))));
    cluster.addLog(pod("train"), "");
    choose("train");
    await("they are shown", () -> logLines().equals(List.of("at work")));
    assertEquals(
        1, cluster.logsAsked().stream().filter(query -> query.contains(pod("train"))).count());
  }

  @Test
  void aStepThatIsTriedAgainShowsWhatItPrintsThen() throws Exception {
    submitted();
    cluster.addLog(pod("fetch"), "no data\n");
    cluster.task(RUN, "fetch", "Failed", "");
    await("it is shown", () -> phase("fetch").isPresent());
    choose("fetch");
    await("its lines are", () -> logLines().equals(List.of("no data")));
    cluster.addLog(pod("fetch"), "all is there\n");
    cluster.task(RUN, "fetch", "Succeeded", ",\"startedAt\":\"2026-11-25T00:05:00Z\"");
    await("its new lines are", () -> logLines().equals(List.of("all is there")));
  }

  @Test
  void artifactsAreLookedIntoWhenAskedForAndSaved() throws Exception {
    submitted();
    String outputs =
        ",\"outputs\":{\"artifacts\":[{\"name\":\"report\",\"s3\":{\"key\":\"r/report.html\"}},"
            + "{\"name\":\"plot\",\"s3\":{\"key\":\"r/plot.png\"}},"
            + "{\"name\":\"gone\",\"s3\":{\"key\":\"r/gone\"}}]}";
    cluster.addArtifact("fetch/outputs/report", "<h1>done</h1>".getBytes(StandardCharsets.UTF_8));
    cluster.addArtifact("fetch/outputs/plot", plot());
    cluster.task(RUN, "fetch", "Succeeded", outputs);
    await("it is shown", () -> phase("fetch").isPresent());
    choose("fetch");
    await("they are listed", () -> has("#preview-artifact-report"));
    press("#preview-artifact-report");
    await("the page is shown as text", () -> value("#artifact-report").equals("<h1>done</h1>"));
    press("#preview-artifact-plot");
    await("the plot is seen", () -> has("#artifact-plot"));
    press("#preview-artifact-gone");
    await("it says why not", () -> text("#artifact-refusal").contains("cannot hand out “gone”"));
    answers.saveTo = Optional.of(folder);
    press("#save-artifact-report");
    await("it is saved", () -> Files.exists(folder.resolve("report.html")));
    screen.picture("cluster-run-artifacts");
  }

  private static byte[] plot() throws IOException {
    BufferedImage image = new BufferedImage(240, 60, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < 240; x++) {
      image.setRGB(x, (int) (30 + 25 * Math.sin(x / 12.0)), 0x66ccff);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    return out.toByteArray();
  }

  @SuppressWarnings("unchecked") // JavaFX looks up nodes of any type
  private ComboBox<String> choice(String selector) {
    return (ComboBox<String>) screen.find(selector, ComboBox.class);
  }
}
