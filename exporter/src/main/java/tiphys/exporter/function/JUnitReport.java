// SPDX-License-Identifier: Apache-2.0
package tiphys.exporter.function;

import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Results in the form that build servers read: JUnit's XML, one suite for the file. */
public final class JUnitReport {
  private JUnitReport() {}

  /** The whole document. @param words tells why a case is not good */
  public static String of(
      String suite, List<CaseResult> results, Function<CaseResult, String> words) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", clean(suite));
      xml.writeAttribute("tests", Integer.toString(results.size()));
      xml.writeAttribute("failures", count(results, true));
      xml.writeAttribute("errors", count(results, false));
      xml.writeAttribute(
          "time", seconds(results.stream().mapToLong(r -> r.time().toMillis()).sum()));
      for (CaseResult result : results) {
        xml.writeCharacters("\n  ");
        write(xml, result, words.apply(result));
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a text takes whatever is written", e);
    }
    return text + "\n";
  }

  private static void write(XMLStreamWriter xml, CaseResult result, String why)
      throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", clean(result.of().template()));
    xml.writeAttribute("name", clean(result.of().name()));
    xml.writeAttribute("time", seconds(result.time().toMillis()));
    if (!result.isGood()) {
      xml.writeStartElement(result.refusal().isPresent() ? "error" : "failure");
      xml.writeAttribute("message", clean(why.lines().findFirst().orElse("")));
      xml.writeCharacters(clean(why));
      xml.writeEndElement();
    }
    String log = result.outcome().map(FunctionOutcome::log).orElse("");
    if (!log.isEmpty()) {
      xml.writeStartElement("system-out");
      xml.writeCharacters(clean(log));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String count(List<CaseResult> results, boolean areRun) {
    return Long.toString(
        results.stream()
            .filter(each -> !each.isGood() && each.refusal().isEmpty() == areRun)
            .count());
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
  }

  /** XML has no word for most control characters. */
  private static String clean(String text) {
    return text.replaceAll(
        "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
  }
}
