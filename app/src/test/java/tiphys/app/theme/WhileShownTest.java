// SPDX-License-Identifier: Apache-2.0
package tiphys.app.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

class WhileShownTest {
  private final SimpleStringProperty value = new SimpleStringProperty("first");
  private final List<String> heard = new ArrayList<>();

  @BeforeAll
  static void startTheToolkit() throws TimeoutException {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void aViewHearsOnlyWhileItIsInAScene() {
    Pane view = new Pane();
    WhileShown.of(value, view).subscribe(now -> heard.add(now));
    heard.clear();
    value.set("unheard");
    assertEquals(List.of(), heard);
    new Scene(new Pane(view));
    assertEquals(List.of("unheard"), heard);
  }

  @Test
  void aViewThatComesBackAfterMemoryWasClearedHearsAgain() throws Exception {
    Pane view = new Pane();
    WhileShown.of(value, view).subscribe(now -> heard.add(now));
    Pane root = new Pane(view);
    new Scene(root);
    root.getChildren().clear();
    clearMemory();
    value.set("meanwhile");
    root.getChildren().add(view);
    assertEquals("meanwhile", heard.getLast());
    value.set("then");
    assertEquals("then", heard.getLast());
  }

  private static void clearMemory() throws InterruptedException {
    WeakReference<Object> last = new WeakReference<>(new Object());
    for (int i = 0; i < 1000 && last.get() != null; i++) {
      System.gc();
      Thread.sleep(1);
    }
  }
}
