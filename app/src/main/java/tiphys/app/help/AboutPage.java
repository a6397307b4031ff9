// SPDX-License-Identifier: Apache-2.0
package tiphys.app.help;

import tiphys.app.message.Messages;

/** What the program is and what it is made of, as a page. */
public final class AboutPage {
  private AboutPage() {}

  public static HelpPage in(Messages messages) {
    BuildFacts facts = BuildFacts.read();
    StringBuilder page = new StringBuilder("# ").append(messages.text("window.title"));
    paragraph(page, messages.text("help.about-what"));
    paragraph(page, messages.text("help.about-version", facts.version()));
    paragraph(page, messages.text("help.about-licence", facts.licence()));
    paragraph(
        page,
        messages.text(
            "help.about-runs-on",
            System.getProperty("java.vm.name", ""),
            System.getProperty("java.version", ""),
            System.getProperty("os.name", "")));
    page.append("\n\n## ").append(messages.text("help.about-libraries")).append('\n');
    for (BuildFacts.Library library : facts.libraries()) {
      page.append("\n* **").append(library.name()).append("** ").append(library.version());
      page.append(" · ").append(library.licences());
    }
    return HelpPage.of("about", page.append('\n').toString());
  }

  private static void paragraph(StringBuilder page, String words) {
    page.append("\n\n").append(words);
  }
}
