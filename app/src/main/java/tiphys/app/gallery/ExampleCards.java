// SPDX-License-Identifier: Apache-2.0
package tiphys.app.gallery;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import tiphys.app.files.Example;
import tiphys.app.message.Messages;
import tiphys.app.theme.Look;

/** Some examples in one row, each a card with its picture: as many as there is room for. */
final class ExampleCards extends Pane {
  private static final List<Example> SHOWN = List.of(Example.values()).subList(0, 6);
  private static final double WIDTH = ExamplePictures.CARD_WIDTH;
  private static final double HEIGHT = ExamplePictures.CARD_HEIGHT;
  private static final double CARD = WIDTH + 18;
  private static final double GAP = 10;

  private final ExamplePictures pictures;

  ExampleCards(
      ObservableValue<Look> look,
      ExamplePictures pictures,
      Messages messages,
      Consumer<Example> open) {
    this.pictures = pictures;
    getStyleClass().add("example-cards");
    getStylesheets().add(GalleryView.STYLE);
    SHOWN.forEach(example -> getChildren().add(card(example, messages, open)));
    pictures.follow(look, this, this::show);
  }

  private static Button card(Example example, Messages messages, Consumer<Example> open) {
    ImageView picture = new ImageView();
    picture.setPreserveRatio(true);
    picture.setFitWidth(WIDTH);
    picture.setFitHeight(HEIGHT);
    StackPane paper = new StackPane(picture);
    paper.setMinSize(WIDTH, HEIGHT);
    Button card = new Button(messages.text("gallery.name." + example.key()), paper);
    card.setId("welcome-example-" + example.key());
    card.getStyleClass().add("example-card");
    card.setContentDisplay(ContentDisplay.TOP);
    card.setMnemonicParsing(false);
    card.setUserData(example);
    card.setOnAction(_ -> open.accept(example));
    card.setTooltip(new Tooltip(messages.text("gallery.teaches." + example.key())));
    card.setAccessibleHelp(card.getTooltip().getText());
    return card;
  }

  private void show() {
    for (Node card : getChildren()) {
      StackPane paper = (StackPane) Objects.requireNonNull(((Button) card).getGraphic());
      ImageView picture = (ImageView) paper.getChildren().getFirst();
      pictures.onCard((Example) card.getUserData()).ifPresent(picture::setImage);
    }
  }

  @Override
  protected double computeMinWidth(double height) {
    return CARD;
  }

  @Override
  protected double computePrefWidth(double height) {
    return SHOWN.size() * (CARD + GAP) - GAP;
  }

  @Override
  protected double computePrefHeight(double width) {
    return getChildren().stream().mapToDouble(card -> card.prefHeight(CARD)).max().orElse(0);
  }

  @Override
  protected void layoutChildren() {
    double x = 0;
    for (Node card : getChildren()) {
      boolean isRoom = x + CARD <= getWidth() + 0.5;
      card.setVisible(isRoom);
      card.resizeRelocate(x, 0, CARD, getHeight());
      x += CARD + GAP;
    }
  }
}
