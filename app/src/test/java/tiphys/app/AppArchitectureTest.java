// SPDX-License-Identifier: Apache-2.0
package tiphys.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The rules that keep the features of the window apart. */
final class AppArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("tiphys.app");

  @Test
  void featuresDoNotSeeEachOther() {
    slices()
        .matching(
            "tiphys.app.(canvas|connections|difference|folder|functions|gallery|hera|inspector|palette|source|problems|runs|stored|timeline|history|notification|help|window)..")
        .namingSlices("feature $1")
        .should()
        .notDependOnEachOther()
        .because("what a feature needs of another is an interface of its own that Wiring fills in")
        .check(CLASSES);
  }

  @Test
  void theCommandLineTouchesNoWindow() {
    noClasses()
        .that()
        .resideInAPackage("tiphys.app.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "tiphys.app.window..", "tiphys.app.canvas..")
        .because("it must start where there is no display")
        .check(CLASSES);
  }

  @Test
  void packagesAreFreeOfCycles() {
    slices().matching("tiphys.app.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
