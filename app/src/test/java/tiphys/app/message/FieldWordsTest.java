// SPDX-License-Identifier: Apache-2.0
package tiphys.app.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tiphys.model.schema.Definition;
import tiphys.model.schema.Schema;
import tiphys.model.schema.SchemaField;

class FieldWordsTest {
  @ParameterizedTest
  @EnumSource
  void everyFieldOfArgoAndOfKubernetesHasItsWords(Language language) {
    FieldWords words = new FieldWords(Messages.in(language));
    List<String> missing = new ArrayList<>();
    for (Definition definition : Schema.argo().definitions()) {
      for (SchemaField field : definition.all()) {
        if (words.description(field).isEmpty()) {
          missing.add(field.key());
        }
      }
    }

    assertEquals(List.of(), missing);
  }

  @ParameterizedTest
  @EnumSource
  void everyDescriptionIsOneShortSentence(Language language) {
    FieldWords words = new FieldWords(Messages.in(language));
    String end = language == Language.JAPANESE ? "。" : ".";
    List<String> wrong = new ArrayList<>();
    for (Definition definition : Schema.argo().definitions()) {
      for (SchemaField field : definition.all()) {
        Optional<String> sentence = words.description(field);
        boolean isGood =
            sentence.isEmpty() || sentence.get().endsWith(end) && sentence.get().length() < 90;
        if (!isGood || words.label(field).isEmpty() || words.label(field).length() > 28) {
          wrong.add(field.key());
        }
      }
    }

    assertEquals(List.of(), wrong);
  }

  @Test
  void aContainerOfASetIsToldInTheWordsOfAContainer() {
    SchemaField image = field("ContainerNode", "image");

    assertEquals("Image", new FieldWords(Messages.in(Language.ENGLISH)).label(image));
    assertTrue(
        new FieldWords(Messages.in(Language.JAPANESE))
            .description(image)
            .filter(sentence -> sentence.contains("コンテナイメージ"))
            .isPresent());
  }

  private static SchemaField field(String definition, String name) {
    return Schema.argo().definition(definition).flatMap(found -> found.field(name)).orElseThrow();
  }
}
