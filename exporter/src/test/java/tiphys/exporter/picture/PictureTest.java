// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.picture;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tiphys.model.graph.FlowEdge;
import tiphys.model.graph.FlowGroup;
import tiphys.model.graph.FlowHook;
import tiphys.model.graph.FlowNode;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeKind;
import tiphys.model.layout.Arrangement;
import tiphys.model.layout.Box;
import tiphys.model.layout.NodeSize;
import tiphys.model.layout.Point;
import tiphys.model.run.NodePhase;
import tiphys.model.run.TaskState;
import tiphys.model.workflow.Behaviour;
import tiphys.model.workflow.Marker;
import tiphys.model.workflow.TemplateName;

class PictureTest {
  private static final Path PICTURES = Path.of("target/pictures");

  @ParameterizedTest
  @EnumSource(Palette.class)
  void theDiamondIsWellFormedSvgThatHoldsEveryName(Palette palette) throws Exception {
    String svg = SvgPicture.of(everything(palette));

    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));
    List<String> texts = new ArrayList<>();
    var found = document.getElementsByTagName("text");
    for (int i = 0; i < found.getLength(); i++) {
      texts.add(found.item(i).getTextContent());
    }
    assertTrue(texts.containsAll(List.of("split", "map", "reduce", "a < b & \"c\"")), svg);
    save("everything-" + palette + ".svg", svg.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @EnumSource(Palette.class)
  void theImageIsAsLargeAsThePictureTimesItsScale(Palette palette) throws IOException {
    FlowPicture picture = everything(palette);

    byte[] png = PngPicture.of(picture, 2);

    var image = ImageIO.read(new ByteArrayInputStream(png));
    assertEquals(Math.ceil(picture.frame().width() * 2), image.getWidth());
    assertEquals(palette.background(), image.getRGB(1, 1));
    save("everything-" + palette + ".png", png);
  }

  @ParameterizedTest
  @EnumSource(Palette.class)
  void aPdfHasItsTextAsTextAndTellsTheWordsOfWhatItDraws(Palette palette) throws Exception {
    byte[] pdf = PdfPicture.of(everything(palette));

    String content = PdfPages.content(pdf);
    assertTrue(content.contains("<" + HexFormat.of().formatHex("reduce".getBytes(UTF_8)) + ">"));
    assertFalse(content.contains("E-"), "numbers have no exponents in a PDF");
    save("everything-" + palette + ".pdf", pdf);
  }

  @Test
  void aPdfCarriesTheWordsOfTextThatHelveticaLacks() throws Exception {
    FlowNode node =
        new FlowNode(
            new NodeId("a"), NodeKind.SCRIPT, "集計 🚀", "مرحبا", List.of(), Optional.empty());
    Map<NodeId, Point> corners = Map.of(node.id(), new Point(0, 0));
    Arrangement arrangement = new Arrangement(corners, Map.of(), new Box(0, 0, 188, 56));

    byte[] pdf =
        PdfPicture.of(
            new FlowPicture(
                List.of(node),
                List.of(),
                List.of(),
                List.of(),
                arrangement,
                DataRoutes.NONE,
                Map.of(),
                Palette.LIGHT));

    String content = PdfPages.content(pdf);
    for (String word : List.of("集計 🚀", "مرحبا")) {
      assertTrue(content.contains("feff" + HexFormat.of().formatHex(word.getBytes(UTF_16BE))));
    }
    save("words.pdf", pdf);
  }

  @Test
  void anEmptyScopeIsAnEmptyPicture() throws IOException {
    FlowPicture empty =
        new FlowPicture(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Arrangement.EMPTY,
            DataRoutes.NONE,
            Map.of(),
            Palette.LIGHT);

    assertEquals(64, ImageIO.read(new ByteArrayInputStream(PngPicture.of(empty, 1))).getWidth());
    assertFalse(SvgPicture.of(empty).contains("<text"));
  }

  @Test
  void aPictureTooLargeForTheMemoryBecomesSmaller() throws IOException {
    Arrangement wide = new Arrangement(Map.of(), Map.of(), new Box(0, 0, 400_000, 2_000));
    FlowPicture picture =
        new FlowPicture(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            wide,
            DataRoutes.NONE,
            Map.of(),
            Palette.LIGHT);

    var image = ImageIO.read(new ByteArrayInputStream(PngPicture.of(picture, 2)));

    assertTrue((long) image.getWidth() * image.getHeight() < 65_000_000);
  }

  @Test
  void aTextIsCutWhereTheRoomEndsAndNeverInsideACharacter() {
    FittedText texts = new FittedText((text, role) -> text.length() * 10);

    assertEquals("abcdef", texts.fit("abcdef", 60, FontRole.TITLE));
    assertEquals("abcd…", texts.fit("abcdef", 50, FontRole.TITLE));
    assertEquals("ab…", texts.fit("ab\uD83D\uDE00cdef", 40, FontRole.TITLE));
  }

  private static FlowPicture everything(Palette palette) {
    Map<NodeId, Point> corners = new LinkedHashMap<>();
    List<FlowNode> nodes = new ArrayList<>();
    add(nodes, corners, "split", NodeKind.SCRIPT, "python:alpine3.23", 232, 0, Behaviour.RETRY);
    add(nodes, corners, "map", NodeKind.SCRIPT, "withParam · 4 items", 232, 128, Behaviour.LOOP);
    add(nodes, corners, "reduce", NodeKind.SCRIPT, "python:alpine3.23", 232, 256);
    add(nodes, corners, "approve", NodeKind.SUSPEND, "waits for a person", 0, 384);
    add(
        nodes,
        corners,
        "check-total-of-all-the-parts",
        NodeKind.CONTAINER,
        "registry.example/a/very/long/name:1",
        232,
        384,
        Behaviour.CONDITION,
        Behaviour.RETRY);
    add(nodes, corners, "a < b & \"c\"", NodeKind.HTTP, "POST https://example", 464, 384);
    double y = 512;
    int column = 0;
    List<Behaviour> behaviours = List.of(Behaviour.values());
    for (NodeKind kind :
        List.of(
            NodeKind.CONTAINER_SET,
            NodeKind.DAG,
            NodeKind.STEPS,
            NodeKind.RESOURCE,
            NodeKind.PLUGIN,
            NodeKind.DATA,
            NodeKind.REFERENCE,
            NodeKind.UNKNOWN)) {
      add(
          nodes,
          corners,
          kind.name().toLowerCase(Locale.ROOT),
          kind,
          "of this kind",
          (column % 3) * 232.0,
          y + 100.0 * Math.floorDiv(column, 3),
          behaviours.get(column),
          behaviours.get(column + 4));
      column++;
    }
    nodes.add(
        new FlowNode(
            new NodeId("nested"),
            NodeKind.DAG,
            "nested",
            "5 tasks",
            Stream.of(Behaviour.values()).map(PictureTest::marker).toList(),
            Optional.of(new TemplateName("inner")),
            Optional.empty(),
            List.of(
                new FlowHook("exit", "notify", "", Optional.empty()),
                new FlowHook("late", "a-very-long-name", "x", Optional.empty()),
                new FlowHook("later", "third", "x", Optional.empty()))));
    corners.put(new NodeId("nested"), new Point(464, 712));
    List<FlowEdge> edges =
        List.of(
            edge("split", "map", ""),
            edge("map", "reduce", ""),
            edge("reduce", "approve", ""),
            edge("reduce", "check-total-of-all-the-parts", "Failed"),
            edge("reduce", "a < b & \"c\"", "Succeeded"));
    return new FlowPicture(
        nodes,
        edges,
        List.of(
            new FlowGroup(0, List.of(new NodeId("container_set"))),
            new FlowGroup(1, List.of(new NodeId("resource")))),
        List.of(
            new FlowHook("exit", "clean-up", "", Optional.empty()),
            new FlowHook(
                "failed", "tools/alarm", "workflow.status == \"Failed\"", Optional.empty())),
        new Arrangement(corners, Map.of(), new Box(0, 0, 652, 768)),
        DataRoutes.NONE,
        states(),
        palette);
  }

  @Test
  void hooksOfTheLastCardAreInThePictureWhole() {
    FlowHook hook = new FlowHook("exit", "notify", "", Optional.empty());
    NodeId id = new NodeId("last");
    FlowNode last =
        new FlowNode(
            id,
            NodeKind.CONTAINER,
            "last",
            "",
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(hook, hook));
    Point corner = new Point(0, 0);
    Box card = new Box(0, 0, NodeSize.WIDTH, NodeSize.HEIGHT);
    Box seen =
        new FlowPicture(
                List.of(last),
                List.of(),
                List.of(),
                List.of(hook, hook, hook),
                new Arrangement(Map.of(id, corner), Map.of(), card),
                DataRoutes.NONE,
                Map.of(),
                Palette.LIGHT)
            .frame();

    Box lowest = HookPainter.boxOf(last, corner, 1);
    assertTrue(lowest.bottom() < seen.bottom(), seen::toString);
    assertTrue(seen.x() < HookPainter.endBoxOf(card, 3, 0).x(), seen::toString);
    assertTrue(HookPainter.endBoxOf(card, 3, 2).right() < seen.right(), seen::toString);
  }

  private static Map<NodeId, TaskState> states() {
    return Map.of(
        new NodeId("split"), state(NodePhase.SUCCEEDED),
        new NodeId("map"),
            new TaskState(Optional.of(NodePhase.RUNNING), 41, 20, 1, 12, 0, List.of(), List.of()),
        new NodeId("approve"), state(NodePhase.FAILED),
        new NodeId("check-total-of-all-the-parts"), state(NodePhase.OMITTED),
        new NodeId("dag"), state(NodePhase.PENDING),
        new NodeId("steps"), state(NodePhase.ERROR),
        new NodeId("data"), state(NodePhase.SKIPPED));
  }

  private static TaskState state(NodePhase phase) {
    return new TaskState(Optional.of(phase), 1, 0, 0, 0, 0, List.of(), List.of());
  }

  private static FlowEdge edge(String from, String to, String condition) {
    return new FlowEdge(new NodeId(from), new NodeId(to), condition);
  }

  private static Marker marker(Behaviour behaviour) {
    return Marker.of(behaviour, Marker.Saying.INLINE);
  }

  private static void add(
      List<FlowNode> nodes,
      Map<NodeId, Point> corners,
      String name,
      NodeKind kind,
      String subtitle,
      double x,
      double y,
      Behaviour... behaviours) {
    NodeId id = new NodeId(name);
    nodes.add(
        new FlowNode(
            id,
            kind,
            name,
            subtitle,
            Stream.of(behaviours).map(PictureTest::marker).toList(),
            Optional.empty()));
    corners.put(id, new Point(x, y));
  }

  private static void save(String name, byte[] bytes) throws IOException {
    Files.createDirectories(PICTURES);
    Files.write(PICTURES.resolve(name), bytes);
  }
}
