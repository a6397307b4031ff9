// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import java.util.List;
import java.util.function.Supplier;
import tiphys.app.export.FileExports;
import tiphys.app.files.OpenFile;
import tiphys.app.settings.Settings;
import tiphys.app.theme.Theme;
import tiphys.app.window.Exporter;
import tiphys.exporter.picture.Palette;
import tiphys.model.problem.Outcome;

/** Has exports made as the user's settings want them. */
record FileExporter(Settings settings, Theme theme) implements Exporter {
  private static final List<String> PICTURES = List.of("svg", "png", "pdf");

  @Override
  public List<String> forms() {
    return FileExports.FORMS;
  }

  @Override
  public List<String> pictures() {
    return PICTURES;
  }

  @Override
  public String fileName(OpenFile file, String form) {
    return FileExports.fileName(file.name(), form);
  }

  /** For paper and other people's documents, so in light colours. */
  @Override
  public Supplier<Outcome<byte[]>> export(OpenFile file, String form, boolean isPart) {
    return FileExports.of(
        file, form, wish(isPart, Palette.of(false, settings.distinctColours().get())));
  }

  @Override
  public Supplier<Outcome<byte[]>> asOnScreen(OpenFile file) {
    return FileExports.of(file, "png", wish(true, theme.look().get().palette()));
  }

  private FileExports.Wish wish(boolean isPart, Palette palette) {
    return new FileExports.Wish(
        settings.showsData().get(), settings.showsRunInPictures().get(), isPart, palette);
  }
}
