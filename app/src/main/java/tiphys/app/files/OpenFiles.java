// SPDX-License-Identifier: Apache-2.0
package tiphys.app.files;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The files of a window, in order of their tabs, and the one that is shown. */
public final class OpenFiles {
  private final ObservableList<OpenFile> files = FXCollections.observableArrayList();
  private final ObservableList<OpenFile> look = FXCollections.unmodifiableObservableList(files);
  private final ReadOnlyObjectWrapper<Optional<OpenFile>> shown =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  /** For looking at and listening to. */
  public ObservableList<OpenFile> list() {
    return look;
  }

  /** Empty while no file is open. */
  public ReadOnlyObjectProperty<Optional<OpenFile>> shown() {
    return shown.getReadOnlyProperty();
  }

  /** The file that is open at a path. */
  public Optional<OpenFile> at(Path path) {
    Path whole = path.toAbsolutePath().normalize();
    return files.stream()
        .filter(file -> file.path().get().filter(whole::equals).isPresent())
        .findFirst();
  }

  public void add(OpenFile file) {
    files.add(file);
    show(file);
  }

  public void show(OpenFile file) {
    shown.set(Optional.of(file));
  }

  /** Shows the neighbour in order of tabs, around the ends. @param step 1 or -1 */
  public void showNext(int step) {
    shown
        .get()
        .ifPresent(
            file -> show(files.get(Math.floorMod(files.indexOf(file) + step, files.size()))));
  }

  /** Gives a tab another place. @param to counted from 0; beyond the end for the last */
  public void move(OpenFile file, int to) {
    int from = files.indexOf(file);
    int place = Math.clamp(to, 0, files.size() - 1);
    if (from >= 0 && from != place) {
      List<OpenFile> inOrder = new ArrayList<>(files);
      inOrder.remove(from);
      inOrder.add(place, file);
      files.sort(Comparator.comparingInt(inOrder::indexOf));
    }
  }

  /** Closes a file without asking; its right neighbour is shown, else its left one. */
  public void close(OpenFile file) {
    int at = files.indexOf(file);
    files.remove(file);
    if (shown.get().filter(file::equals).isPresent()) {
      int next = Math.min(at, files.size() - 1);
      shown.set(next < 0 ? Optional.empty() : Optional.of(files.get(next)));
    }
  }
}
