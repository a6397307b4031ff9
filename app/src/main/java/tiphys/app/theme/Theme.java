// SPDX-License-Identifier: Apache-2.0
package tiphys.app.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Window;

/**
 * Carries the user's choice to every window. Lives as long as the program; belongs to the window's
 * thread.
 */
public final class Theme {
  /** On the root of every dressed scene while the look is dark. */
  public static final String DARK_CLASS = "tiphys-dark";

  /** On it too while phases have the colours that all can tell apart. */
  public static final String DISTINCT_CLASS = "tiphys-distinct";

  private static final String TOKENS =
      Objects.requireNonNull(Theme.class.getResource("theme.css")).toExternalForm();

  private final ObservableValue<ThemeChoice> choice;
  private final ObservableValue<Boolean> distinct;
  private final ObservableValue<ColorScheme> system;
  private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(Look.LIGHT);

  /** Kept here alone: the platform lives longer than any window. */
  private final InvalidationListener systemFollower = _ -> show();

  public Theme(ObservableValue<ThemeChoice> choice) {
    this(choice, new SimpleBooleanProperty());
  }

  /**
   * @param distinct whether phases have colours that people who confuse red and green can tell
   *     apart
   */
  public Theme(ObservableValue<ThemeChoice> choice, ObservableValue<Boolean> distinct) {
    this(choice, distinct, Platform.getPreferences().colorSchemeProperty());
  }

  /**
   * @param system what the desktop wants
   */
  Theme(
      ObservableValue<ThemeChoice> choice,
      ObservableValue<Boolean> distinct,
      ObservableValue<ColorScheme> system) {
    this.choice = choice;
    this.distinct = distinct;
    this.system = system;
    choice.subscribe((_, _) -> show());
    distinct.subscribe((_, _) -> show());
    show();
    system.addListener(new WeakInvalidationListener(systemFollower));
  }

  /** What is shown now, for those who paint without CSS. */
  public ReadOnlyObjectProperty<Look> look() {
    return look.getReadOnlyProperty();
  }

  /**
   * Gives a scene the tokens and keeps its look current, also when its root is replaced. A scene
   * whose window was closed is let go.
   */
  public void dress(Scene scene) {
    if (!scene.getStylesheets().contains(TOKENS)) {
      scene.getStylesheets().add(TOKENS);
      scene.rootProperty().subscribe(this::mark);
      ObservableValue<Boolean> isShowing =
          scene.windowProperty().flatMap(Window::showingProperty).orElse(false);
      look.when(isShowing).subscribe(_ -> mark(scene.getRoot()));
    }
  }

  private void mark(Parent root) {
    mark(root, DARK_CLASS, look.get().isDark());
    mark(root, DISTINCT_CLASS, look.get().palette().isDistinct());
  }

  private static void mark(Parent root, String styleClass, boolean isWanted) {
    if (!isWanted) {
      root.getStyleClass().remove(styleClass);
    } else if (!root.getStyleClass().contains(styleClass)) {
      root.getStyleClass().add(styleClass);
    }
  }

  private void show() {
    Look next = wanted();
    String sheet =
        next.isDark()
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet();
    if (!sheet.equals(Application.getUserAgentStylesheet())) {
      Application.setUserAgentStylesheet(sheet);
    }
    look.set(next);
  }

  private Look wanted() {
    boolean isDark =
        switch (choice.getValue()) {
          case LIGHT -> false;
          case DARK -> true;
          case SYSTEM -> system.getValue() == ColorScheme.DARK;
        };
    return Look.of(isDark, distinct.getValue());
  }
}
