package muster.synthetic;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes FHIR STU3 XML: elements that hold elements, and elements whose content is their {@code value} attribute. */
final class FhirXml {
    /** Content of an element, written by whoever knows it. */
    interface Content {
        void write() throws XMLStreamException;
    }

    private static final String FHIR = "http://hl7.org/fhir";
    /** The JDK's own, whatever else is on the class path: the same bytes everywhere. */
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final StringWriter text = new StringWriter(8192);
    private final XMLStreamWriter xml;

    FhirXml() throws XMLStreamException {
        xml = FACTORY.createXMLStreamWriter(text);
        xml.writeStartDocument("UTF-8", "1.0");
    }

    void root(String name, Content content) throws XMLStreamException {
        xml.setDefaultNamespace(FHIR);
        xml.writeStartElement(FHIR, name);
        xml.writeDefaultNamespace(FHIR);
        content.write();
        xml.writeEndElement();
        xml.writeEndDocument();
        xml.flush();
    }

    void in(String name, Content content) throws XMLStreamException {
        xml.writeStartElement(FHIR, name);
        content.write();
        xml.writeEndElement();
    }

    /** An extension, which is known by its URL. */
    void extension(String url, Content content) throws XMLStreamException {
        xml.writeStartElement(FHIR, "extension");
        xml.writeAttribute("url", url);
        content.write();
        xml.writeEndElement();
    }

    void value(String name, String value) throws XMLStreamException {
        xml.writeEmptyElement(FHIR, name);
        xml.writeAttribute("value", value);
    }

    /** An element with a value and extensions of that value. */
    void valueAnd(String name, String value, Content content) throws XMLStreamException {
        xml.writeStartElement(FHIR, name);
        xml.writeAttribute("value", value);
        content.write();
        xml.writeEndElement();
    }

    void coding(String system, String code, String display) throws XMLStreamException {
        in("coding", () -> {
            value("system", system);
            value("code", code);
            if (!display.isEmpty()) {
                value("display", display);
            }
        });
    }

    void reference(String name, String reference) throws XMLStreamException {
        in(name, () -> value("reference", reference));
    }

    /** An entry of the bundle with its resource; {@code id} is the UUID of both. */
    void entry(String id, String resource, String profile, Content content) throws XMLStreamException {
        in("entry", () -> {
            value("fullUrl", "urn:uuid:" + id);
            in(
                    "resource",
                    () -> in(resource, () -> {
                        value("id", id);
                        in("meta", () -> value("profile", profile));
                        content.write();
                    }));
        });
    }

    String text() {
        return text.toString();
    }
}
