// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArtifactLookTest {
  @TempDir Path folder;

  @Test
  void aTextIsShownOutOfItsArchiveAndAPageOfTheWebIsOne() throws IOException {
    Path page = Files.writeString(folder.resolve("page.html"), "<script>alert(1)</script>");
    Path archive = folder.resolve("page.tgz");
    TarArchive.write(page, archive);

    assertEquals(new ArtifactContent.Text("<script>alert(1)</script>"), ArtifactLook.at(archive));
    assertEquals(ArtifactLook.at(page), ArtifactLook.at(archive));
  }

  @Test
  void ofAnArchiveOfAFolderItsFilesAreNamed() throws IOException {
    Path tree = Files.createDirectories(folder.resolve("tree/sub"));
    Files.writeString(tree.resolve("b.txt"), "b");
    Files.writeString(folder.resolve("tree/a.txt"), "a");
    Path archive = folder.resolve("tree.tgz");
    TarArchive.write(folder.resolve("tree"), archive);

    assertEquals(
        new ArtifactContent.Folder(List.of("a.txt", "sub/b.txt")), ArtifactLook.at(archive));
  }

  @Test
  void aPictureIsKnownByItsFirstBytesAndATextThatBeginsLikeOneIsAText() throws IOException {
    Path picture = Files.write(folder.resolve("x"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 13});
    Path text = Files.writeString(folder.resolve("y"), "BM is not a picture");

    assertInstanceOf(ArtifactContent.Picture.class, ArtifactLook.at(picture));
    assertInstanceOf(ArtifactContent.Text.class, ArtifactLook.at(text));
  }

  @Test
  void whatIsNeitherOrIsNotThereIsNotShown() throws IOException {
    Path other = Files.write(folder.resolve("z"), new byte[] {0, 1, 2});

    assertEquals(new ArtifactContent.Unseen(), ArtifactLook.at(other));
    assertEquals(new ArtifactContent.Unseen(), ArtifactLook.at(folder.resolve("none")));
  }
}
