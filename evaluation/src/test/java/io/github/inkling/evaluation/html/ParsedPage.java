package io.github.inkling.evaluation.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.xml.sax.InputSource;

/** A page as browsers read it. */
final class ParsedPage {
  private ParsedPage() {}

  /** Parses as browsers do and as XML parsers do, and accepts no error of either. */
  static Document of(String html) {
    Parser parser = Parser.htmlParser().setTrackErrors(20);
    Document document = Jsoup.parse(html, "", parser);
    assertThat(parser.getErrors()).isEmpty();
    requireXml(html);
    assertThat(document.getAllElements().eachAttr("id")).doesNotHaveDuplicates();
    for (Element link : document.select("[href^=#]")) {
      assertThat(document.getElementById(link.attr("href").substring(1)))
          .as(link.outerHtml())
          .isNotNull();
    }
    assertThat(document.text()).doesNotContain("{{", "NaN", "Infinity", "Optional");
    return document;
  }

  /** Accepts nothing that an XML parser does not. */
  static void requireXml(String html) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setAttribute("jdk.xml.maxGeneralEntitySizeLimit", 0);
      factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
    } catch (Exception e) {
      throw new AssertionError("is not well-formed XML: " + e.getMessage(), e);
    }
  }
}
