// SPDX-License-Identifier: Apache-2.0
package tiphys.app.bench;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import tiphys.exporter.picture.Palette;
import tiphys.exporter.picture.PictureStyle;
import tiphys.exporter.picture.PngPicture;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.Scopes;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Arranger;
import tiphys.model.layout.Heading;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;

/**
 * Pictures to be looked at: the same graphs of 20 to 10,000 tasks before a layout, after it in
 * light and dark, and as Graphviz draws them where it comes to an end in time.
 */
public final class LayoutPictures {
  private static final Path FOLDER = Path.of("target/layout-pictures");
  private static final int[] SIZES = {20, 200, 1_000, 10_000};
  private static final int WIDEST = 1_800;
  private static final int PATIENCE_S = 60;

  private LayoutPictures() {}

  public static void main(String[] arguments) throws Exception {
    Files.createDirectories(FOLDER);
    for (int size : SIZES) {
      for (SampleGraph graph : SampleGraph.all(size)) {
        if (graph.name().equals("random layers") || graph.name().equals("long edges")) {
          draw(graph, size);
        }
      }
    }
    System.out.println(FOLDER.toAbsolutePath());
    System.exit(0);
  }

  private static void draw(SampleGraph sample, int size) throws Exception {
    DiagramState state = DiagramState.of(sample.workflow(), Positions.NONE);
    FlowGraph graph = state.graph(Scopes.first(state.workflow(), 0));
    String name = sample.name().replace(' ', '-') + "-" + size;
    write(graph, Arranger.inRows(graph, Heading.DOWN), Palette.LIGHT, name + "-before");
    Arrangement tidy = Arranger.tidy(graph, Heading.DOWN);
    write(graph, tidy, Palette.LIGHT, name + "-light");
    write(graph, tidy, Palette.DARK, name + "-dark");
    if (!dot(sample, FOLDER.resolve(name + "-dot.png"))) {
      System.out.println(name + ": no picture by dot within " + PATIENCE_S + " s");
    }
  }

  private static void write(FlowGraph graph, Arrangement arrangement, Palette palette, String name)
      throws IOException {
    byte[] png = PngPicture.of(graph, arrangement, PictureStyle.plain(palette), 1);
    BufferedImage large = ImageIO.read(new ByteArrayInputStream(png));
    double scale = Math.min(1, (double) WIDEST / Math.max(large.getWidth(), large.getHeight()));
    BufferedImage small =
        new BufferedImage(
            Math.max(1, (int) (large.getWidth() * scale)),
            Math.max(1, (int) (large.getHeight() * scale)),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = small.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(large, 0, 0, small.getWidth(), small.getHeight(), null);
    graphics.dispose();
    ImageIO.write(small, "png", FOLDER.resolve(name + ".png").toFile());
  }

  /** Whether it came to an end. */
  private static boolean dot(SampleGraph graph, Path target) throws Exception {
    Path question = Files.createTempFile("graph", ".dot");
    Files.writeString(question, DotLayouter.question(graph), StandardCharsets.UTF_8);
    List<String> words =
        List.of("dot", "-Tpng", "-Gsize=19,19", "-Gdpi=96", "-o" + target, question.toString());
    Optional<Process> process = started(words);
    boolean isDone = process.isPresent() && process.get().waitFor(PATIENCE_S, TimeUnit.SECONDS);
    process.ifPresent(Process::destroyForcibly);
    Files.delete(question);
    return isDone;
  }

  private static Optional<Process> started(List<String> words) {
    try {
      return Optional.of(new ProcessBuilder(words).inheritIO().start());
    } catch (IOException absent) {
      return Optional.empty();
    }
  }
}
