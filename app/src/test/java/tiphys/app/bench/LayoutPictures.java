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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import tiphys.exporter.picture.Palette;
import tiphys.exporter.picture.PictureStyle;
import tiphys.exporter.picture.PngPicture;
import tiphys.exporter.picture.UnfoldedPicture;
import tiphys.model.graph.FlowGraph;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.Scope;
import tiphys.model.graph.Scopes;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Arranger;
import tiphys.model.layout.Heading;
import tiphys.model.state.DiagramState;
import tiphys.model.state.Positions;
import tiphys.model.state.Unfolded;

/**
 * Pictures to be looked at: the same graphs of 20 to 10,000 tasks before a layout, after it in
 * light and dark, and as Graphviz draws them where it comes to an end in time; and graphs whose
 * tasks have an inside, shut and with everything open in place, beside the same with clusters.
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
      draw(NestedGraph.of(size), size);
    }
    System.out.println(FOLDER.toAbsolutePath());
    System.exit(0);
  }

  private static void draw(SampleGraph sample, int size) throws Exception {
    DiagramState state = DiagramState.of(sample.workflow(), Positions.NONE);
    FlowGraph graph = state.graph(Scopes.first(state.workflow(), 0));
    String name = sample.name().replace(' ', '-') + "-" + size;
    write(picture(graph, Arranger.inRows(graph, Heading.DOWN), Palette.LIGHT), name + "-before");
    Arrangement tidy = Arranger.tidy(graph, Heading.DOWN);
    write(picture(graph, tidy, Palette.LIGHT), name + "-light");
    write(picture(graph, tidy, Palette.DARK), name + "-dark");
    dot(DotLayouter.question(sample), name);
  }

  private static void draw(NestedGraph nested, int size) throws Exception {
    DiagramState state = DiagramState.of(nested.workflow(), Positions.NONE);
    Scope scope = Scopes.first(state.workflow(), 0);
    Set<List<NodeId>> all = Unfolded.all(state, scope);
    String name = "nested-" + size;
    if (all.size() < nested.outer().nodes()) {
      System.out.println(name + ": " + all.size() + " of " + nested.outer().nodes() + " open");
    }
    for (Palette palette : List.of(Palette.LIGHT, Palette.DARK)) {
      String ending = palette.isDark() ? "-dark" : "-light";
      write(picture(state, scope, Set.of(), palette), name + "-shut" + ending);
      write(picture(state, scope, all, palette), name + "-open" + ending);
    }
    dot(nested.dot(), name);
  }

  private static byte[] picture(FlowGraph graph, Arrangement arrangement, Palette palette) {
    return PngPicture.of(graph, arrangement, PictureStyle.plain(palette), 1);
  }

  private static byte[] picture(
      DiagramState state, Scope scope, Set<List<NodeId>> open, Palette palette) {
    Unfolded shown = Unfolded.of(state, scope, open, Map.of(), Unfolded.Layouts.of(state));
    return new UnfoldedPicture(shown, PictureStyle.plain(palette), _ -> Map.of()).png(1);
  }

  private static void write(byte[] png, String name) throws IOException {
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

  private static void dot(String question, String name) throws Exception {
    Path asked = Files.createTempFile("graph", ".dot");
    Files.writeString(asked, question, StandardCharsets.UTF_8);
    Path target = FOLDER.resolve(name + "-dot.png");
    List<String> words =
        List.of("dot", "-Tpng", "-Gsize=19,19", "-Gdpi=96", "-o" + target, asked.toString());
    Optional<Process> process = started(words);
    boolean isDone = process.isPresent() && process.get().waitFor(PATIENCE_S, TimeUnit.SECONDS);
    process.ifPresent(Process::destroyForcibly);
    Files.delete(asked);
    if (!isDone) {
      System.out.println(name + ": no picture by dot within " + PATIENCE_S + " s");
    }
  }

  private static Optional<Process> started(List<String> words) {
    try {
      return Optional.of(new ProcessBuilder(words).inheritIO().start());
    } catch (IOException absent) {
      return Optional.empty();
    }
  }
}
