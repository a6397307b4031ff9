// SPDX-License-Identifier: Apache-2.0
package tiphys.app.theme;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import tiphys.app.screen.Screen;

final class ThemeTest {
  private final ObjectProperty<ThemeChoice> choice = new SimpleObjectProperty<>(ThemeChoice.SYSTEM);
  private final ObjectProperty<ColorScheme> desktop = new SimpleObjectProperty<>(ColorScheme.LIGHT);

  @BeforeAll
  static void startTheScreen() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void whoLeavesItToTheDesktopSeesItChangeWithTheDesktop() {
    Screen.doOnWindow(
        () -> {
          Theme theme = new Theme(choice, new SimpleBooleanProperty(), desktop);
          Scene scene = new Scene(new StackPane());
          theme.dress(scene);
          Stage stage = new Stage();
          stage.setScene(scene);
          stage.show();
          assertEquals(Look.LIGHT, theme.look().get());

          desktop.set(ColorScheme.DARK);
          assertEquals(Look.DARK, theme.look().get());
          assertTrue(scene.getRoot().getStyleClass().contains(Theme.DARK_CLASS));
          choice.set(ThemeChoice.LIGHT);
          assertFalse(scene.getRoot().getStyleClass().contains(Theme.DARK_CLASS));
          desktop.set(ColorScheme.LIGHT);
          choice.set(ThemeChoice.SYSTEM);
          assertEquals(Look.LIGHT, theme.look().get());
          stage.close();
        });
  }
}
