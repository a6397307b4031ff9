// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.util.Subscription;
import tiphys.app.files.FileDesk;
import tiphys.app.files.OpenFile;
import tiphys.app.runs.RunAct;
import tiphys.app.runs.RunChoices;
import tiphys.app.runs.RunControl;
import tiphys.app.runs.RunNews;
import tiphys.app.window.RunTools;

/** The runs of the files of one window: each lives as long as its file is open, and no longer. */
final class FileRuns {
  private final RunControl.Means means;
  private final BiConsumer<OpenFile, RunNews> told;
  private final Map<OpenFile, Held> controls = new LinkedHashMap<>();

  /**
   * @param news tells what becomes of it
   */
  private record Held(RunControl control, Subscription news) {}

  /**
   * @param told hears what becomes of the runs
   */
  FileRuns(RunControl.Means means, BiConsumer<OpenFile, RunNews> told) {
    this.means = means;
    this.told = told;
  }

  RunControl.Means means() {
    return means;
  }

  /** Asks before a file is closed whose run goes on, and ends the run with it. */
  void guard(FileDesk desk) {
    desk.onLeaving(this::mayEnd);
    desk.files()
        .list()
        .addListener(
            (ListChangeListener<OpenFile>)
                change -> {
                  while (change.next()) {
                    change.getRemoved().forEach(this::end);
                  }
                });
  }

  RunControl of(OpenFile file) {
    return controls.computeIfAbsent(file, this::made).control();
  }

  /** Takes over the run of a file that comes from another window; it goes on all the while. */
  void take(OpenFile file, FileRuns from) {
    Held held = from.controls.remove(file);
    if (held != null) {
      held.news().unsubscribe();
      controls.put(file, held(file, held.control()));
    }
  }

  private Held made(OpenFile file) {
    return held(
        file,
        new RunControl(
            file.editor(),
            means,
            new RunControl.Origin(
                () -> file.path().get(), file::isChangedOnDisk, file::takenOver)));
  }

  private Held held(OpenFile file, RunControl control) {
    return new Held(control, control.onNews(news -> told.accept(file, news)));
  }

  RunTools tools(OpenFile file) {
    RunControl control = of(file);
    return new RunTools() {
      @Override
      public ObservableValue<Boolean> isRunning() {
        return control.isRunning();
      }

      @Override
      public ObservableValue<Number> detailsAsked() {
        return control.detailsAsked();
      }

      @Override
      public ObservableValue<String> engine() {
        return means
            .choices()
            .connection()
            .flatMap(
                there ->
                    there.isPresent()
                        ? new SimpleObjectProperty<>("")
                        : means.choices().engine().map(RunChoices::key));
      }

      @Override
      public void chooseEngine(String key) {
        RunChoices.engineOf(key).ifPresent(means.choices()::runHere);
      }

      @Override
      public void chooseWhere() {
        control.askWhere();
      }

      @Override
      public ObservableValue<Boolean> isClearable() {
        return control.isClearable();
      }

      @Override
      public void start() {
        control.start();
      }

      @Override
      public void startWithArguments() {
        control.startWithArguments();
      }

      @Override
      public ObservableValue<Set<String>> acts() {
        return control
            .acts()
            .map(acts -> acts.stream().map(RunAct::key).collect(Collectors.toSet()));
      }

      @Override
      public void act(String key) {
        RunAct.ofKey(key).ifPresent(control::act);
      }

      @Override
      public void stop() {
        control.stop();
      }

      @Override
      public void clear() {
        control.clear();
      }
    };
  }

  /** Ends everything that goes on here. */
  void endAll() {
    controls.values().forEach(held -> held.control().leave());
  }

  private boolean mayEnd(List<OpenFile> leaving) {
    List<String> going =
        leaving.stream()
            .filter(file -> controls.containsKey(file) && of(file).endsWithFile())
            .map(OpenFile::name)
            .toList();
    return going.isEmpty() || means.questions().mayEnd(going);
  }

  private void end(OpenFile file) {
    Held held = controls.remove(file);
    if (held != null) {
      held.control().leave();
    }
  }
}
