// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import java.util.Optional;
import javafx.stage.Stage;
import tiphys.app.files.OpenFile;
import tiphys.app.message.Messages;
import tiphys.app.notification.DesktopNotices;
import tiphys.app.runs.RunNews;
import tiphys.app.settings.Settings;

/** Tells on the desktop what becomes of a window's runs, while the user looks elsewhere. */
record RunNotices(Stage window, Settings settings, DesktopNotices desktop) {
  void tell(OpenFile file, RunNews news) {
    if (settings.tellsOfRuns().get() && !DesktopNotices.isInFront(window)) {
      Messages messages = settings.messages();
      String title = messages.text("runs.news-" + news.kind().key(), news.run());
      desktop.tell(window, news.kind().phase(), title, text(file, news, messages));
    }
  }

  private static String text(OpenFile file, RunNews news, Messages messages) {
    Optional<String> cluster = news.connection();
    String where =
        cluster
            .map(name -> messages.text("runs.on-cluster", name))
            .orElseGet(() -> messages.text("runs.on-auto"));
    return messages.text(
        "runs.news-more",
        file.name(),
        where,
        news.took(),
        Long.toString(news.finished()),
        Long.toString(news.all()));
  }
}
