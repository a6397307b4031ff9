// SPDX-License-Identifier: Apache-2.0
package tiphys.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tiphys.model.command.Command;

/**
 * The rules that keep data flowing one way: text, tree, workflow, graph, layout; command, edit,
 * text.
 */
final class ArchitectureTest {
  /** A package may use those before it and none behind it. */
  private static final List<String> ORDER =
      List.of(
          "schema",
          "text",
          "problem",
          "yaml",
          "workflow",
          "expression",
          "graph",
          "reading",
          "place",
          "symbol",
          "run",
          "layout",
          "completion",
          "checks",
          "writing",
          "state",
          "command",
          "difference",
          "fix",
          "history",
          "diagram");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("tiphys.model");

  static List<String> packagesWithSomethingBehind() {
    return ORDER.subList(0, ORDER.size() - 1);
  }

  @ParameterizedTest
  @MethodSource("packagesWithSomethingBehind")
  void aPackageUsesOnlyThoseBeforeIt(String name) {
    String[] behind =
        ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()).stream()
            .map(later -> "tiphys.model." + later + "..")
            .toArray(String[]::new);

    noClasses()
        .that()
        .resideInAPackage("tiphys.model." + name + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(behind)
        .because("data flows one way: " + String.join(" → ", ORDER))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    classes()
        .should()
        .resideInAnyPackage(
            ORDER.stream().map(name -> "tiphys.model." + name + "..").toArray(String[]::new))
        .because("a package without a place in the order is under no rule")
        .check(CLASSES);
  }

  @Test
  void packagesAreFreeOfCycles() {
    SlicesRuleDefinition.slices()
        .matching("tiphys.model.(**)")
        .should()
        .beFreeOfCycles()
        .check(CLASSES);
  }

  @Test
  void theModelKnowsNoScreenNoFilesNoNetworkAndNoThreads() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "javafx..", "java.nio.file..", "java.net..", "java.awt..", "com.fasterxml..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("java\\.io\\.File.*|java\\.lang\\.Thread|.*ExecutorService")
        .because(
            "the model is plain data: whoever has a screen, a disk or a thread brings it along")
        .check(CLASSES);
  }

  @Test
  void commandsAreRecords() {
    classes()
        .that()
        .implement(Command.class)
        .should()
        .beRecords()
        .because("a command is what the user chose and nothing else")
        .check(CLASSES);
  }
}
