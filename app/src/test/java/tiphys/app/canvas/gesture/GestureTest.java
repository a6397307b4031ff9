// SPDX-License-Identifier: Apache-2.0
package tiphys.app.canvas.gesture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import javafx.geometry.Point2D;
import org.junit.jupiter.api.Test;
import tiphys.app.canvas.drawing.Port;
import tiphys.app.canvas.drawing.Viewport;
import tiphys.app.editor.Selection;
import tiphys.model.graph.NodeId;
import tiphys.model.graph.NodeKind;
import tiphys.model.layout.Point;

class GestureTest {
  @Test
  void aPortIsCaughtBeforeItsCardAndACardBeforeAnEdge() {
    assertEquals(
        new Hit.OnPort(Given.A, Port.OUT), HitTest.at(Given.at(196, 160), Given.drawing()));
    assertEquals(new Hit.OnNode(Given.A), HitTest.at(Given.at(110, 110), Given.drawing()));
    assertEquals(new Hit.OnEdge(Given.A_TO_B), HitTest.at(Given.at(198, 230), Given.drawing()));
    assertEquals(Hit.NOTHING, HitTest.at(Given.at(300, 230), Given.drawing()));
  }

  @Test
  void portsAreNotCaughtWhereTheyAreTooSmallToBeSeen() {
    Viewport small = new Viewport(0.3, 0, 0);
    Pointer overPort = new Pointer(new Point2D(194 * 0.3, 155 * 0.3), small);

    assertEquals(new Hit.OnNode(Given.A), HitTest.at(overPort, Given.drawing()));
  }

  @Test
  void aConnectionHoldsOnToAPortThatIsNear() {
    Gesture gesture = connecting(Given.A, Port.OUT);

    gesture.moveTo(Given.at(494 + 12, 300 - 12));

    assertEquals(new Point(494, 300), gesture.feedback().wire().orElseThrow().to());
    assertEquals(Set.of(Given.C), gesture.feedback().chosen());
    assertEquals(new Intent.Connect(Given.A, Given.C), gesture.end());
  }

  @Test
  void aConnectionPulledOutOfTheUpperSideLeadsBackwards() {
    Gesture gesture = connecting(Given.C, Port.IN);

    gesture.moveTo(Given.at(150, 130));

    assertEquals(new Intent.Connect(Given.A, Given.C), gesture.end());
  }

  @Test
  void aRefusedConnectionSaysWhyAndDimsWhatCannotBe() {
    Gesture gesture = connecting(Given.B, Port.OUT);

    gesture.moveTo(Given.at(150, 130));

    assertTrue(gesture.feedback().refusal().isPresent());
    assertEquals(Set.of(Given.A), gesture.feedback().dimmed());
    assertInstanceOf(Intent.Refuse.class, gesture.end());
  }

  @Test
  void aConnectionDroppedOnNothingOffersToCreate() {
    Gesture gesture = connecting(Given.B, Port.OUT);

    gesture.moveTo(Given.at(250, 500));

    assertEquals(new Intent.OfferToCreate(new Point(250, 500), Given.B, Port.OUT), gesture.end());
  }

  @Test
  void aConnectionDroppedWhereItBeganIsNothing() {
    Gesture gesture = connecting(Given.B, Port.OUT);

    gesture.moveTo(Given.at(196, 362));

    assertEquals(Intent.NOTHING, gesture.end());
  }

  @Test
  void aCardIsDrawnIntoLineWithItsNeighbour() {
    Gesture gesture = new DragToMove(Given.at(410, 310), Given.drawing(), Given.C, Set.of(Given.C));

    gesture.moveTo(Given.at(443, 314));

    assertEquals(new Intent.Move(Map.of(Given.C, new Point(430, 300))), gesture.end());
    assertEquals(1, gesture.feedback().guides().size());
  }

  @Test
  void cardsThatMoveTogetherKeepTheirDistance() {
    Gesture gesture =
        new DragToMove(Given.at(110, 310), Given.drawing(), Given.B, Set.of(Given.B, Given.C));

    gesture.moveTo(Given.at(110, 411));

    assertEquals(
        new Intent.Move(Map.of(Given.B, new Point(100, 400), Given.C, new Point(400, 400))),
        gesture.end());
  }

  @Test
  void aCardPutBackWhereItWasIsNoMove() {
    Gesture gesture = new DragToMove(Given.at(410, 310), Given.drawing(), Given.C, Set.of(Given.C));

    gesture.moveTo(Given.at(600, 600));
    gesture.moveTo(Given.at(411, 309));

    assertEquals(Intent.NOTHING, gesture.end());
  }

  @Test
  void theMarqueeSelectsWhatItMeetsInAnyDirection() {
    Gesture gesture = new MarqueeSelect(Given.at(600, 400), Given.drawing(), Set.of());

    gesture.moveTo(Given.at(200, 310));

    assertEquals(new Intent.Select(Selection.of(Set.of(Given.B, Given.C))), gesture.end());
  }

  @Test
  void theMarqueeKeepsWhatWasSelectedBefore() {
    Gesture gesture = new MarqueeSelect(Given.at(600, 400), Given.drawing(), Set.of(Given.A));

    gesture.moveTo(Given.at(580, 340));

    assertEquals(new Intent.Select(Selection.of(Set.of(Given.A, Given.C))), gesture.end());
  }

  @Test
  void panningMovesTheViewWithTheHand() {
    PanView gesture = new PanView(Given.at(10, 10));

    gesture.moveTo(Given.at(60, 0));

    assertEquals(new Viewport(1, 50, -10), gesture.viewport());
  }

  @Test
  void whatIsCarriedFromThePaletteStandsUnderThePointer() {
    DragToCreate gesture = new DragToCreate(NodeKind.SCRIPT, Given.drawing());

    gesture.moveTo(Given.at(796, 631));

    assertEquals(new Intent.Create(NodeKind.SCRIPT, new Point(700, 600)), gesture.end());
    gesture.leave();
    assertEquals(Intent.NOTHING, gesture.end());
  }

  private static Gesture connecting(NodeId node, Port port) {
    return new DragToConnect(new Hit.OnPort(node, port), Given.drawing(), Given.rules());
  }
}
