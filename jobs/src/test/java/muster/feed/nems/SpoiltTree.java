package muster.feed.nems;

import java.io.ByteArrayInputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Spoils messages as FHIR rather than as bytes: each result is well-formed, and wrong in one to three places. */
final class SpoiltTree {

    private static final String FHIR = "http://hl7.org/fhir";
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "  x ",
            "soon",
            "2026",
            "2026-13",
            "2026-02-30",
            "2026-05-01T10:00:00+58:00",
            "2026-05-01T10:00:00",
            "1900-01-01",
            "+3.10",
            ".5",
            "0031",
            "1e2",
            "-1",
            "true",
            "TRUE",
            "MALE",
            "old",
            "urn:uuid:",
            "#p1",
            "Patient/p1",
            "https://directory.spineservices.nhs.uk/STU3/Organization/B86056/",
            "999 000 0042",
            "9990000043",
            "O\u2019Testly");

    private final Random random;

    SpoiltTree(Random random) {
        this.random = random;
    }

    /** A well-formed message with one to three faults. */
    byte[] spoilt(byte[] sound) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(sound));
        for (int fault = 0; fault <= random.nextInt(3); fault++) {
            spoil(document);
        }
        Transformer transformer = TransformerFactory.newDefaultInstance().newTransformer();
        transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
        StringWriter text = new StringWriter();
        transformer.transform(new DOMSource(document), new StreamResult(text));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void spoil(Document document) {
        List<Element> all = new ArrayList<>();
        NodeList found = document.getDocumentElement().getElementsByTagNameNS("*", "*");
        for (int i = 0; i < found.getLength(); i++) {
            all.add((Element) found.item(i));
        }
        if (all.isEmpty()) {
            return;
        }
        Element element = all.get(random.nextInt(all.size()));
        Node parent = element.getParentNode();
        switch (random.nextInt(9)) {
            case 0 -> parent.removeChild(element);
            case 1 -> parent.insertBefore(element.cloneNode(true), element);
            case 2 -> parent.appendChild(element);
            case 3 -> parent.insertBefore(document.createElementNS(FHIR, "unheardOf"), element);
            case 4 -> wrap(document, parent, element);
            case 5 -> element.appendChild(document.createTextNode(" stray "));
            case 6 -> element.setAttribute("id", VALUES.get(random.nextInt(VALUES.size())));
            case 7 -> document.renameNode(element, "urn:other", "o:" + element.getLocalName());
            default -> revalue(element);
        }
    }

    private static void wrap(Document document, Node parent, Element element) {
        Element around = document.createElementNS(FHIR, "unheardOf");
        parent.replaceChild(around, element);
        around.appendChild(element);
    }

    private void revalue(Element element) {
        if (element.hasAttribute("value")) {
            element.setAttribute("value", VALUES.get(random.nextInt(VALUES.size())));
        } else if (element.hasAttribute("url")) {
            element.removeAttribute("url");
        }
    }
}
